#!/usr/bin/env bash
# A validator that takes a schema of a draft it does not know, and judges it by another.
#
# Guess: a validator that meets a `$schema` of a draft that it does not know says so; and what it says
# of a value is what that draft says.
# Seen with fastjsonschema 2.22.3 (PyPI), which knows drafts 4, 6 and 7: one of 2020-12 is taken
# without a word and judged as draft 7. There `prefixItems` is no keyword and `items: false` forbids
# every item, so a list of one right item is refused, which jsonschema 4.26.0 takes; and
# `dependentRequired` asks for nothing, so an object is taken that jsonschema refuses.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install -q fastjsonschema==2.22.3 jsonschema==4.26.0
cat >try.py <<'P'
import fastjsonschema
import jsonschema

draft = "https://json-schema.org/draft/2020-12/schema"
row = {"$schema": draft, "type": "array", "prefixItems": [{"type": "integer"}], "items": False}
pair = {"$schema": draft, "type": "object", "dependentRequired": {"a": ["b"]}}


def told(act):
    try:
        act()
    except (fastjsonschema.JsonSchemaException, jsonschema.ValidationError) as error:
        return f"refused: {str(error).splitlines()[0]}"
    return "taken"


seen = []
for schema, value in ((row, [1]), (row, []), (pair, {"a": 1})):
    fast = told(lambda: fastjsonschema.compile(schema)(value))
    whole = told(lambda: jsonschema.validate(value, schema))
    print(f"{value}: fastjsonschema {fast}; jsonschema {whole}")
    seen.append((fast, whole.split(":")[0]))
assert seen == [("refused: data must not be there", "taken"), ("taken", "taken"),
                ("taken", "refused")]
P
venv/bin/python try.py
