#!/usr/bin/env python3
"""Whatever a result holds is kept for the next run: each member of the structs of results is named in flow/pack.c.

usage: packed_members.py SOURCE_DIR; prints those that are missing, and fails when there are any.
"""
import re
import sys

# Not of results; or known only once all is settled (link/fate.h); or no more than room.
OTHER_STRUCTS = {"flow_env", "flow_hold", "models"}
OTHER_MEMBERS = {("loss", "is_taken_up"), ("loss_list", "cap")}


def members(header):
    """(struct, member) for all structs of the header."""
    text = re.sub(r"/\*.*?\*/", "", header, flags=re.S)
    for struct in re.finditer(r"^struct (\w+) \{(.*?)\n\};", text, flags=re.S | re.M):
        for declaration in re.sub(r"VEC\(.*?\)", "", struct.group(2)).split(";"):
            for name in re.findall(r"(\w+)(?:\[\d+\])?\s*(?=,|$)", declaration.strip().replace("\n", " ")):
                yield struct.group(1), name


def main():
    flow = sys.argv[1] + "/checker/flow/"
    with open(flow + "pack.c", encoding="utf-8") as file:
        packed = file.read()
    missing = 0
    for header in "summary.h", "flow.h":
        with open(flow + header, encoding="utf-8") as file:
            for struct, name in members(file.read()):
                if struct in OTHER_STRUCTS or (struct, name) in OTHER_MEMBERS:
                    continue
                if not re.search(r"(->|\.)%s\b" % name, packed):
                    print(f"struct {struct}: {name} is not packed")
                    missing += 1
    return missing > 0


if __name__ == "__main__":
    sys.exit(main())
