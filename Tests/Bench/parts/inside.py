"""Asks BenchInside, which measures what only the house itself can call."""
import json
import os
import subprocess

PATIENCE_SECONDS = 120


def inside(footbridge, *words):
    program = os.path.join(os.path.dirname(footbridge.binary), "BenchInside")
    if not os.access(program, os.X_OK):
        raise RuntimeError("`make bench` builds BenchInside, beside the program")
    ended = subprocess.run([program, *words], env=footbridge.environment, capture_output=True,
                           text=True, timeout=PATIENCE_SECONDS)
    if ended.returncode:
        raise RuntimeError(f"`BenchInside {words[0]}` ended with {ended.returncode}: {ended.stderr}")
    return json.loads(ended.stdout)
