"""Reads what a trip wrote, with the readers of others: each line is a reader and what it made of it."""
import json
import subprocess
import sys
from importlib.metadata import version

work, program, *clouds = sys.argv[1:]
failed = []


def reads(name):
    def run(check):
        try:
            print(f"{name} {version(name)}: {check()}")
        except Exception as error:  # whatever a reader throws is its refusal
            failed.append(name)
            print(f"{name} {version(name)}: REFUSED {type(error).__name__}: {str(error)[:200]}")
    return run


def line(name):
    with open(f"{work}/{name}.json", encoding="utf-8") as file:
        return json.loads(file.readline())


def must(holds, what):
    if not holds:
        raise AssertionError(what)
    return what


@reads("haralyzer")
def _():
    from haralyzer import HarParser
    with open(f"{work}/trip.har", encoding="utf-8") as file:
        parser = HarParser(json.load(file))
    entries = parser.har_data["entries"]
    starts = [entry["startedDateTime"] for entry in entries]
    return must(len(entries) > 4 and starts == sorted(starts), f"{len(entries)} entries, by start")


@reads("hario-core")
def _():
    from hario_core.parse import parse
    with open(f"{work}/trip.har", "rb") as file:
        log = parse(file.read())
    return must(len(log.entries) > 4, f"{len(log.entries)} entries")


@reads("har2warc")
def _():
    subprocess.run(["har2warc", f"{work}/trip.har", f"{work}/trip.warc.gz"], check=True,
                   capture_output=True)
    with open(f"{work}/trip.warc.gz", "rb") as file:
        return must(len(file.read()) > 1000, "a WARC")


@reads("mitmproxy")
def _():
    ran = subprocess.run(
        ["mitmdump", "-n", "-r", f"{work}/trip.har", "--set", f"hardump={work}/again.har"],
        capture_output=True, text=True, timeout=120)
    must(ran.returncode == 0 and "cannot" not in ran.stderr.lower(), f"opened: {ran.stderr[-200:]}")
    replay = subprocess.run(
        [program, "replay", f"{work}/again.har", "--", "test", "demo", "--json"] + clouds,
        capture_output=True, text=True)
    verdict = json.loads(replay.stdout.splitlines()[0]).get("verdict")
    return must(verdict == "pass", f"opened, written again, and replayed: {verdict}")


@reads("junitparser")
def _():
    from junitparser import JUnitXml
    passed = list(JUnitXml.fromfile(f"{work}/pass.xml"))[0]
    broken = list(JUnitXml.fromfile(f"{work}/fail.xml"))[0]
    return must((passed.failures, broken.failures, broken.tests) == (0, 1, 5), "one failure of five")


@reads("tap.py")
def _():
    from tap.parser import Parser
    lines = [each for each in Parser().parse_file(f"{work}/fail.tap") if each.category == "test"]
    names = [each.description.lstrip("- ") for each in lines]
    return must(names == [f"demo: {leg}" for leg in "write call publish forward read".split()],
                "five tests, named by their legs")


@reads("jsonschema")
def _():
    import jsonschema
    with open(f"{work}/schema.json", encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.validators.validator_for(schema).check_schema(schema)
    for name in ("pass", "fail"):
        jsonschema.validate(line(name), schema)
    return "both trips are as the schema says"


@reads("fastjsonschema")
def _():
    import fastjsonschema
    with open(f"{work}/schema.json", encoding="utf-8") as file:
        check = fastjsonschema.compile(json.load(file))
    for name in ("pass", "fail"):
        check(line(name))
    return "both trips are as the schema says"


@reads("python-jsonschema-objects")
def _():
    import python_jsonschema_objects
    with open(f"{work}/schema.json", encoding="utf-8") as file:
        builder = python_jsonschema_objects.ObjectBuilder(json.load(file))
    return must(len(dir(builder.build_classes(any_of="use-first"))) > 1, "classes of it")


sys.exit(f"refused by {', '.join(failed)}" if failed else 0)
