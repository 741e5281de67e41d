"""Checks SARIF logs: usage: check_sarif.py SCHEMA LOG...

Each log must fit the JSON schema of SARIF 2.1.0 and what GitHub code scanning asks for beyond it. Prints what is
wrong and exits with 1, with 77 when there is no module jsonschema (Debian: python3-jsonschema).
"""
import json
import sys

try:
    import jsonschema
except ImportError:
    print("no python module jsonschema")
    sys.exit(77)

POSITION = ("startLine", "startColumn", "endLine", "endColumn")


def check_location(location):
    """What GitHub needs of the place of a result."""
    physical = location["physicalLocation"]
    region = physical["region"]
    missing = [name for name in POSITION if name not in region]
    if missing:
        yield f"region without {', '.join(missing)}"
    elif region["endLine"] != region["startLine"]:
        yield "the region of a result is more than one line"
    elif region["endColumn"] < region["startColumn"]:
        yield "region that ends before it starts"
    artifact = physical["artifactLocation"]
    if ("uriBaseId" in artifact) == artifact["uri"].startswith("file:"):
        yield f"{artifact['uri']}: neither relative to a base nor absolute"


def check_rule(rule):
    for key in ("shortDescription", "fullDescription"):
        if not 0 < len(rule[key]["text"]) <= 1024:
            yield f"{rule['id']}: {key} of {len(rule[key]['text'])} characters"
    if not rule["help"]["markdown"]:
        yield f"{rule['id']}: no help"
    if not any(tag.startswith("external/cwe/cwe-") for tag in rule["properties"]["tags"]):
        yield f"{rule['id']}: no CWE"


def check_result(result, rules):
    if not result["message"]["text"].strip():
        yield "result without a message"
    if "ruleIndex" in result and rules[result["ruleIndex"]]["id"] != result["ruleId"]:
        yield f"{result['ruleId']}: index of another rule"
    for location in result["locations"]:
        yield from check_location(location)
    for flow in result.get("codeFlows", []):
        if len(flow["threadFlows"][0]["locations"]) > 50:
            yield f"{result['ruleId']}: flow of too many steps"


def check_log(log):
    if len(log["runs"]) != 1:
        yield f"{len(log['runs'])} runs"
    for run in log["runs"]:
        rules = run["tool"]["driver"]["rules"]
        for rule in rules:
            yield from check_rule(rule)
        for result in run["results"]:
            yield from check_result(result, rules)
        keys = [result["partialFingerprints"]["closewait/v1"] for result in run["results"]]
        if len(set(keys)) != len(keys):
            yield "fingerprints that are not unique"


def main(schema_path, *log_paths):
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.validators.validator_for(schema)(schema)
    failed = False
    for path in log_paths:
        with open(path, encoding="utf-8") as file:
            log = json.load(file)
        complaints = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(log)]
        complaints += [] if complaints else check_log(log)
        for complaint in complaints:
            print(f"{path}: {complaint}")
            failed = True
    return failed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
