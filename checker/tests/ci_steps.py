"""The shell scripts of a CI file: usage: ci_steps.py FILE NAME.

Prints the script of GitHub's step NAME, or GitLab's list NAME (script, before_script) of all jobs. Exits with 1 when
there is none, with 77 when there is no module yaml (Debian: python3-yaml).
"""
import sys

try:
    import yaml
except ImportError:
    print("no python module yaml")
    sys.exit(77)


def scripts(document, name):
    for job in document.get("jobs", {}).values():
        for step in job["steps"]:
            if step.get("name") == name:
                yield step["run"]
    for job in document.values():
        if isinstance(job, dict) and isinstance(job.get(name), list):
            yield from job[name]


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        found = list(scripts(yaml.safe_load(file), sys.argv[2]))
    print("\n".join(found))
    return 0 if found else 1


sys.exit(main())
