#!/usr/bin/env bash
# An own field in an HTTP archive makes a reader take the whole for Chrome's.
#
# Guess: HAR 1.2 lets a program add fields of its own if they begin with an underscore, and "parsers
# should ignore" those they do not know; so an entry with `_note` reads like one without.
# Seen with hario-core 0.4.2 (PyPI): if the first entry has any field that begins so, every entry is
# held against the model of Chrome's developer tools, and is refused for want of `_resourceType`,
# which no standard names. With that field beside it, whatever it says, the archive is read.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q hario-core==0.4.2
cat >try.py <<'P'
import json
from hario_core.parse import parse

entry = {
    "startedDateTime": "2026-01-01T00:00:00.000Z", "time": 1, "cache": {},
    "request": {"method": "GET", "url": "https://example.com/", "httpVersion": "HTTP/1.1",
                "cookies": [], "headers": [], "queryString": [], "headersSize": -1, "bodySize": 0},
    "response": {"status": 200, "statusText": "OK", "httpVersion": "HTTP/1.1", "cookies": [],
                 "headers": [], "content": {"size": 2, "mimeType": "text/plain", "text": "ok"},
                 "redirectURL": "", "headersSize": -1, "bodySize": 2},
    "timings": {"send": 0, "wait": 1, "receive": 0}}


def reads(*entries):
    log = {"version": "1.2", "creator": {"name": "by hand", "version": "1"}, "entries": entries}
    try:
        return f"{len(parse(json.dumps({'log': log}).encode()).entries)} read"
    except ValueError as error:
        return f"{error}: {' '.join(str(error.__cause__).split()[5:9])}"


own = {**entry, "_note": "mine"}
seen = {"as the standard has it": reads(entry), "with a field of its own": reads(own),
        "the same, second": reads(entry, own),
        "with _resourceType beside it": reads({**own, "_resourceType": "fetch"})}
for what, said in seen.items():
    print(f"{what}: {said}")
assert list(seen.values())[0] == "1 read" and list(seen.values())[2:] == ["2 read", "1 read"]
assert "Invalid HAR file" in list(seen.values())[1] and "_resourceType" in list(seen.values())[1]
P
venv/bin/python try.py
