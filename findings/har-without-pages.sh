#!/usr/bin/env bash
# A reader of HTTP archives that cannot do without what the format calls optional.
#
# Guess: `log.pages` may be left out, as HAR 1.2 says ("optional: leave out this field if the
# exporter does not support grouping by pages"), and whatever reads archives copes.
# Seen with har2warc 1.0.4 (PyPI): an archive without it is refused with KeyError: 'pages', before an
# entry is looked at, and leaves an empty file behind; with an empty list it is converted.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q har2warc==1.0.4

archive() { # PAGES
  cat <<J
{"log":{"version":"1.2","creator":{"name":"by hand","version":"1"},$1"entries":[
{"startedDateTime":"2026-01-01T00:00:00.000Z","time":1,"request":{"method":"GET",
"url":"https://example.com/","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"queryString":[],
"headersSize":-1,"bodySize":0},"response":{"status":200,"statusText":"OK","httpVersion":"HTTP/1.1",
"cookies":[],"headers":[],"content":{"size":2,"mimeType":"text/plain","text":"ok"},
"redirectURL":"","headersSize":-1,"bodySize":2},"cache":{},
"timings":{"send":0,"wait":1,"receive":0}}]}}
J
}
archive '' >without.har
archive '"pages":[],' >with.har

venv/bin/har2warc with.har with.warc.gz
echo "with an empty list of pages: $(wc -c <with.warc.gz) bytes"
if venv/bin/har2warc without.har without.warc.gz 2>said; then
  echo "without it: converted; this has changed"
  exit 1
fi
echo "without it: $(tail -n 1 said), and a file of $(wc -c <without.warc.gz) bytes"
grep -q "KeyError: 'pages'" said
[ ! -s without.warc.gz ] && [ -s with.warc.gz ]
