#!/usr/bin/env python3
"""Measures closewait against `clang -fsyntax-only` over the same translation units. Never a test: it prints.

usage: bench.py [OPTION...] [DIR...]

DIR holds a compile_commands.json. Without one, programs made by generate.py are measured: time and memory of the link
must grow as the programs do.

  --closewait PROGRAM  (default: build/release/closewait)
  --clang PROGRAM      (default: clang)
  -j N                 so many processes at once, for both (default: one per processor)
  --rounds N           (default: 3); what is shown is the best round of each, the one that was disturbed least
  --sizes N,N,...      functions of the generated programs (default: 1000,10000,100000)
  --work DIR           where generated programs and caches go (default: a temporary directory)

A round is: clang over all TUs, a process each; closewait cold; warm, nothing changed; warm, one TU changed. Every
second round goes backwards. docs/benchmarks.md says what the columns are.
"""

import argparse
import concurrent.futures
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))


class Used:
    """What a command used: seconds on the clock, seconds of the processors, bytes of the largest process."""

    def __init__(self, wall=0.0, cpu=0.0, peak=0, err=""):
        self.wall, self.cpu, self.peak, self.err = wall, cpu, peak, err


def run(command, directory, environment=None):
    start = time.monotonic()
    with tempfile.TemporaryFile() as err:
        child = subprocess.Popen(command, cwd=directory, env=environment, stdin=subprocess.DEVNULL,
                                 stdout=subprocess.DEVNULL, stderr=err)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        err.seek(0)
        text = err.read().decode("utf-8", "replace")
    return Used(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024, text), child.returncode


# --- the compile database ------------------------------------------------------------------------------------


def words_of(entry):
    return entry.get("arguments") or shlex.split(entry["command"])


def is_c(words):
    return any(word.endswith(".c") for word in words[1:]) and "-c" in words


def syntax_only(clang, words):
    """The compile command without what it writes, and for clang."""
    command, skip = [clang, "-fsyntax-only", "-w"], False
    for word in words[1:]:
        if skip:
            skip = False
        elif word in ("-o", "-MF", "-MT", "-MQ"):
            skip = True
        elif word not in ("-c", "-M", "-MM", "-MD", "-MMD", "-MP"):
            command.append(word)
    return command


def units_of(directory, clang):
    """(directory, file, command of clang) of each TU, once."""
    with open(os.path.join(directory, "compile_commands.json"), encoding="utf-8") as text:
        entries = [e for e in json.load(text) if is_c(words_of(e))]
    units = {}
    for entry in entries:
        command = syntax_only(clang, words_of(entry))
        units[(entry["directory"], tuple(command))] = (entry["directory"], entry["file"], command)
    return list(units.values())


def write_database(directory, path, unit=None):
    """The directory's database, in path. That TU, and no other, is new to the cache: it has a macro more."""
    with open(os.path.join(directory, "compile_commands.json"), encoding="utf-8") as text:
        entries = json.load(text)
    for entry in entries:
        if unit and entry["directory"] == unit[0] and entry["file"] == unit[1]:
            entry["arguments"] = words_of(entry) + [f"-DCLOSEWAIT_BENCH={time.monotonic_ns()}"]
            entry.pop("command", None)
    os.makedirs(path, exist_ok=True)
    with open(os.path.join(path, "compile_commands.json"), "w", encoding="utf-8") as out:
        json.dump(entries, out)


# --- measuring -----------------------------------------------------------------------------------------------


class Bench:
    def __init__(self, options, directory, work):
        self.options, self.directory = options, os.path.abspath(directory)
        self.work = os.path.join(work, "bench-" + os.path.basename(self.directory))
        self.cache = os.path.join(self.work, "cache")
        self.database = os.path.join(self.work, "database")  # one place for all runs: it says whose results are kept
        self.units = units_of(self.directory, options.clang)
        self.clang_peaks, self.best, self.findings = {}, {}, ""
        os.makedirs(self.work, exist_ok=True)

    def keep(self, name, used):
        if name not in self.best or used.wall < self.best[name].wall:
            self.best[name] = used
        print(f"  {name:8} {used.wall:8.3f} s, {used.cpu:8.3f} s of the processors", file=sys.stderr)

    def closewait(self, *arguments):
        environment = dict(os.environ, XDG_CACHE_HOME=self.cache)
        command = [self.options.closewait, *arguments, "--stats"]
        used, status = run(command, self.directory, environment)
        if status not in (0, 1, 2):
            sys.exit(f"{shlex.join(command)}: exit status {status}\n{used.err}")
        return used

    def check(self, unit=None):
        """With that TU changed, or as it is."""
        write_database(self.directory, self.database, unit)
        return self.closewait("check", "-p", self.database, "-j", str(self.options.jobs))

    def clang(self):
        start = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(self.options.jobs) as pool:
            all_used = list(pool.map(lambda unit: run(unit[2], unit[0]), self.units))
        wall = time.monotonic() - start
        failed = [shlex.join(u[2]) for u, (_, status) in zip(self.units, all_used) if status]
        if failed:
            print(f"  clang fails on {len(failed)} of them, as in: {failed[0]}", file=sys.stderr)
        for unit, (used, _) in zip(self.units, all_used):
            self.clang_peaks[unit[1]] = used.peak
        self.keep("clang", Used(wall, sum(u.cpu for u, _ in all_used), max(u.peak for u, _ in all_used)))

    def cold(self):
        shutil.rmtree(self.cache, ignore_errors=True)
        self.keep("cold", self.check())
        self.findings = self.best["cold"].err.strip().splitlines()[-1]

    def warm(self):
        self.keep("warm", self.check())

    def changed(self):
        """The TU in the middle of the list; the others are in the cache."""
        unit = self.units[len(self.units) // 2]
        self.keep("changed", self.check(unit))

    def worker_peaks(self):
        """Peaks of closewait's process and clang's over the same TU, for the TU where they differ most."""
        worst = (0.0, 0, 0, "")
        for directory, file, _ in self.units:
            used, _ = run([self.options.closewait, "facts", os.path.join(directory, file), "-p", self.directory,
                           "--no-cache", "-o", os.path.join(self.work, "unit")], self.directory)
            ratio = used.peak / max(self.clang_peaks[file], 1)
            worst = max(worst, (ratio, used.peak, self.clang_peaks[file], file))
        return worst

    def rounds(self):
        print(f"{self.directory}: {len(self.units)} TUs", file=sys.stderr)
        steps = [self.clang, self.cold, self.warm, self.changed]
        backwards = [self.cold, self.changed, self.warm, self.clang]
        for number in range(self.options.rounds):
            for step in backwards if number % 2 else steps:
                step()


def lap(used, name):
    return sum(float(s) for s in re.findall(rf"time: +([0-9.]+) s {name}$", used.err, re.M))


def link_time(used):
    return lap(used, "reading units") + lap(used, "linking") + lap(used, "rules")


def thread_share(used):
    """The second look, at threads, of what is linked, in percent."""
    return 100 * lap(used, "of linking, about threads") / max(lap(used, "linking"), 0.001)


def megabytes(n):
    return f"{n / 1e6:.0f} MB"


def measure(options, directory, work):
    bench = Bench(options, directory, work)
    bench.rounds()
    ratio, worker, clang_peak, file = bench.worker_peaks()
    clang, cold, warm, changed = (bench.best[name] for name in ("clang", "cold", "warm", "changed"))
    parse = lap(changed, "lowering")
    print(f"| {os.path.basename(bench.directory)} | {len(bench.units)} | {clang.wall:.2f} s | {cold.wall:.2f} s | "
          f"{cold.wall / clang.wall:.2f} | {cold.cpu / clang.cpu:.2f} | {1000 * warm.wall:.0f} ms | "
          f"{100 * warm.wall / cold.wall:.1f} % | {parse:.2f} + {changed.wall - parse:.2f} s | "
          f"{100 * (changed.wall - parse) / cold.wall:.0f} % | {link_time(cold):.2f} s | "
          f"{thread_share(cold):.0f} % | {ratio:.2f} "
          f"({megabytes(worker)}, {file}) | {megabytes(cold.peak)} |", flush=True)
    print(f"  {bench.findings}", file=sys.stderr)


def measure_generated(options, work):
    print("| program | functions | reading | linking | µs a function | memory of the link | KB a function |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for shape in ("chain", "table", "ring"):
        for n in options.sizes:
            directory = os.path.join(work, f"{shape}-{n}")
            subprocess.run([sys.executable, os.path.join(HERE, "generate.py"), shape, str(n), directory], check=True)
            bench = Bench(options, directory, work)
            bench.check()
            # A macro more in main.c: all others come out of the cache, so that the peak is the link's. With the database
            # in another place no results are kept for it.
            main = next(unit for unit in bench.units if unit[1] == "main.c")
            for number in range(options.rounds):
                bench.database = os.path.join(bench.work, f"database-{number}")
                bench.keep("changed", bench.check(main))
            used = bench.best["changed"]
            print(f"| {shape} | {n} | {lap(used, 'reading units'):.2f} s | {lap(used, 'linking'):.2f} s | "
                  f"{1e6 * lap(used, 'linking') / n:.0f} | {megabytes(used.peak)} | {used.peak / n / 1e3:.0f} |",
                  flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--closewait", default="build/release/closewait")
    parser.add_argument("--clang", default="clang")
    parser.add_argument("-j", dest="jobs", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--sizes", type=lambda text: [int(n) for n in text.split(",")], default=[1000, 10000, 100000])
    parser.add_argument("--work")
    parser.add_argument("directories", nargs="*")
    options = parser.parse_args()
    options.closewait = os.path.abspath(options.closewait)
    with tempfile.TemporaryDirectory() as temporary:
        work = os.path.abspath(options.work or temporary)
        if options.directories:
            print("| package | TUs | clang | cold | cold/clang | cold/clang, processors | warm | warm/cold | "
                  "one changed: parse + rest | rest/cold | link alone | threads | worker/clang, memory | largest process |")
            print("| --- " + "| ---: " * 13 + "|", flush=True)
        for directory in options.directories:
            measure(options, directory, work)
        if not options.directories:
            measure_generated(options, work)


if __name__ == "__main__":
    main()
