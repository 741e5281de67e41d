#!/usr/bin/env python3
"""What closewait would have found: takes out the statements of a program that close a descriptor, one at a time, and
asks whether a finding is new. Never a test: it prints.

usage: mutate.py --closewait PROGRAM --source DIR --work DIR [N]

DIR of --source holds a compile_commands.json; it is copied to --work, whose copy alone is changed. At most N
statements are tried, evenly spread over all of them (default: all).

A line for each: FOUND or missed, the place, the statement, and what is new. Findings of one function about one resource
are one: where there is such a finding already, it hides the new one.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys

# What closes a descriptor, as programs and their macros call it.
CLOSERS = ("close", "closesocket", "sclose", "Curl_socket_close", "MHD_socket_close_chk_", "COMPAT_CLOSE", "fdio_close")
# A call of one of them that is a statement of its own line, with the arguments as group 2.
ARGUMENTS = r"[^;()]*(?:\([^()]*\)[^;()]*)*"
STATEMENT = re.compile(r"^[ \t]*(?:\(void\)\s*)?((?:%s)\s*\((%s)\)\s*;)[ \t]*$" % ("|".join(CLOSERS), ARGUMENTS), re.M)
# Standard streams: their numbers, or what stands for those.
STANDARD = re.compile(r"[0-2]|STD\w+_FILENO")
SECONDS = 600


class Statement:
    def __init__(self, path, match):
        self.path = path
        self.start, self.end = match.span(1)
        self.line = match.string.count("\n", 0, self.start) + 1
        self.text = " ".join(match.group(1).split())


def read(path):
    with open(path, encoding="latin-1", newline="") as file:
        return file.read()


def write(path, text):
    with open(path, "w", encoding="latin-1", newline="") as file:
        file.write(text)


def copy_sources(source, work):
    """The copy, with a compile database that names it and not the original."""
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(source, work, symlinks=True)
    database = os.path.join(work, "compile_commands.json")
    write(database, read(database).replace(os.path.realpath(source), work))


def sources_of(work):
    """The files of the compile database, but for those of tests."""
    entries = json.loads(read(os.path.join(work, "compile_commands.json")))
    paths = {os.path.realpath(os.path.join(entry["directory"], entry["file"])) for entry in entries}
    return sorted(path for path in paths if "/test" not in path[len(work):] and os.path.isfile(path))


def statements_of(work):
    found = []
    for path in sources_of(work):
        for match in STATEMENT.finditer(read(path)):
            if not STANDARD.fullmatch(match.group(2).split(",")[-1].strip()):
                found.append(Statement(path, match))
    return found


def check(program, work):
    """What is found, as far as it does not depend on lines; None when closewait could not check."""
    command = [program, "check", "-p", ".", "--isolated", "--format", "json", "-q", "--cache-dir", work + ".cache"]
    try:
        run = subprocess.run(command, cwd=work, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                             timeout=SECONDS, check=False)
        findings = json.loads(run.stdout)["findings"]
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return {(f["rule"], f["path"], f.get("function"), f.get("resource")) for f in findings}


def check_without(program, work, statement):
    text = read(statement.path)
    nothing = ";".ljust(statement.end - statement.start)
    write(statement.path, text[:statement.start] + nothing + text[statement.end:])
    try:
        return check(program, work)
    finally:
        write(statement.path, text)


def spread(statements, most):
    if most is None or most >= len(statements):
        return statements
    return [statements[i * len(statements) // most] for i in range(most)]


def told(findings):
    return "".join("  %s: %s in %s" % (rule, resource, function) for rule, _, function, resource in sorted(findings, key=str))


def main():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1][len("usage: "):])
    parser.add_argument("--closewait", required=True)
    parser.add_argument("--source", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("most", nargs="?", type=int, metavar="N")
    options = parser.parse_args()
    program, work = os.path.abspath(options.closewait), os.path.realpath(options.work)

    copy_sources(options.source, work)
    before = check(program, work)
    if before is None:
        sys.exit("mutate: closewait could not check %s" % work)
    statements = statements_of(work)
    tried = spread(statements, options.most)
    found = 0
    for statement in tried:
        after = check_without(program, work, statement)
        new = after - before if after else set()
        found += bool(new)
        print("%s  %s:%d  %s%s" % ("FOUND " if new else "missed", os.path.relpath(statement.path, work), statement.line,
                                   statement.text, told(new)), flush=True)
    print("== %d of %d found; %d statements in all, %d findings with all of them in place"
          % (found, len(tried), len(statements), len(before)))


if __name__ == "__main__":
    main()
