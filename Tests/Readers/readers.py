"""Reads what a trip wrote, with the readers of others: each line is a reader and what it made of it."""
import glob
import json
import os
import subprocess
import sys
from importlib.metadata import version

work, recordings, program, *clouds = sys.argv[1:]
archives = sorted(glob.glob(f"{recordings}/*.har"))
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
    for archive in archives:
        with open(archive, encoding="utf-8") as file:
            times = [entry["startedDateTime"] for entry in HarParser(json.load(file)).har_data["entries"]]
        must(times and times == sorted(times), f"{archive}: entries by start")
    return must(len(entries) > 4 and starts == sorted(starts),
                f"{len(entries)} entries, by start; and {len(archives)} recordings")


@reads("hario-core")
def _():
    from hario_core.parse import parse
    with open(f"{work}/trip.har", "rb") as file:
        log = parse(file.read())
    for archive in archives:
        with open(archive, "rb") as file:
            must(parse(file.read()).entries, archive)
    return must(len(log.entries) > 4, f"{len(log.entries)} entries; and {len(archives)} recordings")


@reads("har2warc")
def _():
    for archive in [f"{work}/trip.har"] + archives:
        subprocess.run(["har2warc", archive, f"{work}/trip.warc.gz"], check=True,
                       capture_output=True)
        must(os.path.getsize(f"{work}/trip.warc.gz") > 500, archive)
    return f"a WARC; and of {len(archives)} recordings"


@reads("mitmproxy")
def _():
    from mitmproxy.io import FlowReader
    ran = subprocess.run(
        ["mitmdump", "-n", "-r", f"{work}/trip.har", "--set", f"hardump={work}/again.har"],
        capture_output=True, text=True, timeout=120)
    must(ran.returncode == 0 and "cannot" not in ran.stderr.lower(), f"opened: {ran.stderr[-200:]}")
    replay = subprocess.run(
        [program, "replay", f"{work}/again.har", "--", "test", "demo", "--json"] + clouds,
        capture_output=True, text=True)
    verdict = json.loads(replay.stdout.splitlines()[0]).get("verdict")
    for archive in archives:
        with open(archive, encoding="utf-8") as file:
            count = len(json.load(file)["log"]["entries"])
        with open(archive, "rb") as file:
            must(len(list(FlowReader(file).stream())) == count, f"{archive}: {count} entries")
    return must(verdict == "pass", f"opened, written again, and replayed: {verdict}; "
                f"and {len(archives)} recordings opened")


@reads("lxml")
def _():
    from lxml import etree
    schema = etree.XMLSchema(etree.parse(glob.glob(f"{sys.prefix}/junit-10.xsd")[0]))
    for name in ("pass", "fail", "many"):
        schema.assertValid(etree.parse(f"{work}/{name}.xml"))
    return "as the schema of Jenkins' xUnit plugin says"


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


@reads("more-itertools")  # with it and PyYAML, tap.py reads the YAML blocks
def _():
    from tap.parser import Parser
    for name in ("pass", "fail", "many"):
        lines = list(Parser().parse_file(f"{work}/{name}.tap"))
        must(not [each for each in lines if each.category == "unknown"], f"{name}: no line is lost")
        must(any(each.yaml_block for each in lines if each.category == "test"), "blocks")
    return "every line and every YAML block"


def answers(load, dump):
    """The commented template, filled as a program would, and taken."""
    with open(f"{work}/template.yaml", encoding="utf-8") as file:
        values = load(file)
    with open(f"{work}/answers.yaml", encoding="utf-8") as file:
        values.update(load(file))
    del values["blynk.server"]
    with open(f"{work}/filled.yaml", "w", encoding="utf-8") as file:
        dump(values, file)
    ran = subprocess.run([program, "setup", "other", "--answers", f"{work}/filled.yaml"] + clouds,
                         capture_output=True, text=True)
    return must(ran.returncode == 0, f"the template read, answers written and taken{ran.stderr[-200:]}")


@reads("PyYAML")
def _():
    import yaml
    return answers(yaml.safe_load, yaml.safe_dump)


@reads("ruamel.yaml")
def _():
    from ruamel.yaml import YAML
    return answers(YAML().load, YAML().dump)


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
