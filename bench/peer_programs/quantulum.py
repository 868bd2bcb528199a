"""Runs under the peer's own Python: texts as JSON lines in, quantulum3's quantities as JSON lines out."""

import json
import sys

from quantulum3 import parser  # type: ignore[import-not-found, unused-ignore]

for line in sys.stdin:
    found = []
    for quantity in parser.parse(json.loads(line)):
        unit = "" if quantity.unit.name == "dimensionless" else quantity.unit.name
        spread = quantity.uncertainty or 0
        found.append({"low": quantity.value - spread, "high": quantity.value + spread, "change": "=", "unit": unit})
    print(json.dumps(found))
