#!/usr/bin/env python3
"""Writes a C program of many functions, with its compile database.

usage: generate.py SHAPE FUNCTIONS DIRECTORY

SHAPE is one of
  chain   each function calls the next one, to the last
  table   every tenth function calls through a field that 1,000 functions are stored in
  ring    rings of 1,000 functions that call each other: strongly connected components
Each function handles the socket that main opened, so that none can be passed over.
"""

import json
import os
import sys

PER_FILE = 500
TARGETS = 1000
RING = 1000

HEADER = """#include <sys/socket.h>
#include <unistd.h>

struct conn {
    int fd, state, count;
};
"""

FUNCTION = """
int f%(i)d(struct conn *c, int n) {
    if (n < 0) {
        close(c->fd);
        c->fd = -1;
        return -1;
    }
    c->count += %(i)d;
%(rest)s}
"""

END = "    shutdown(c->fd, SHUT_WR);\n    return n;\n"

MAIN = """
int f0(struct conn *c, int n);

int main(void) {
    struct conn c = {socket(AF_INET, SOCK_STREAM, 0), 0, 0};
    if (c.fd < 0)
        return 1;
    int n = f0(&c, 10);
    if (c.fd >= 0)
        close(c.fd);
    return n;
}
"""


# Each shape returns the end of function i of n, and the functions that it names.


def chain(i, n):
    return (f"    return f{i + 1}(c, n);\n", [i + 1]) if i + 1 < n else (END, [])


def ring(i, n):
    first = i - i % RING
    size = min(RING, n - first)
    following, other = first + (i + 1) % size, first + i * 7 % size
    return (f"    if (n > {i % 50})\n        return f{following}(c, n - 1);\n"
            f"    return n ? f{other}(c, n - 2) : 0;\n", [following, other])


def table(i, n):
    if i % 10:
        return END, []
    return f"    return table{i // TARGETS}[n % {TARGETS}].run(c, n);\n", []


SHAPES = {"chain": chain, "ring": ring, "table": table}


def declarations(functions):
    return "".join(f"int f{i}(struct conn *c, int n);\n" for i in functions)


def table_type(number):
    """Each table is of a type of its own, so that its field has these targets and no others."""
    return (f"struct ops{number} {{\n    int (*run)(struct conn *c, int n);\n}};\n"
            f"extern const struct ops{number} table{number}[];\n")


def table_file(number, n):
    members = range(number * TARGETS, min((number + 1) * TARGETS, n))
    rows = "".join(f"    {{.run = f{i}}},\n" for i in members)
    return (HEADER + declarations(members) + table_type(number) +
            f"const struct ops{number} table{number}[{TARGETS}] = {{\n{rows}}};\n")


def part_file(shape, first, n):
    text, named = "", set()
    for i in range(first, min(first + PER_FILE, n)):
        rest, names = SHAPES[shape](i, n)
        text += FUNCTION % {"i": i, "rest": rest}
        named.update(names)
    types = table_type(first // TARGETS) if shape == "table" else ""
    return HEADER + declarations(sorted(named)) + types + text


def write_program(shape, n, directory):
    os.makedirs(directory, exist_ok=True)
    files = {"main.c": HEADER + MAIN}
    for first in range(0, n, PER_FILE):
        files[f"part{first // PER_FILE}.c"] = part_file(shape, first, n)
    if shape == "table":
        for number in range((n + TARGETS - 1) // TARGETS):
            files[f"table{number}.c"] = table_file(number, n)
    for name, text in files.items():
        with open(os.path.join(directory, name), "w", encoding="ascii") as out:
            out.write(text)
    where = os.path.abspath(directory)
    entries = [{"directory": where, "file": name, "arguments": ["cc", "-c", name]} for name in sorted(files)]
    with open(os.path.join(directory, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(entries, out, indent=1)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in SHAPES:
        sys.exit(__doc__)
    write_program(sys.argv[1], int(sys.argv[2]), sys.argv[3])
