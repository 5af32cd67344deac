"""Setups, round trips and what is kept of them."""
import json
import os
import statistics
import subprocess
import time

import rivals
from inside import inside
from table import Row

SETUPS = 3
# The practice cloud allows ten webhook calls a minute; a trip takes two, and a setup ends in one.
TRIPS_A_SETUP = 2
# Device OS lets four events through at once, and four more after so many quiet seconds: a trip that
# begins earlier measures the device's limit.
QUIET_SECONDS = 4.5
EVENTS = 300


def whole_setup(footbridge):
    """Setup and round trip: unattended, on practice clouds that nobody slows down."""
    setups, trips, held = [], [], []
    for _ in range(SETUPS):
        home = footbridge.new_home()
        with footbridge.serve() as serving:
            answers = serving.answers(os.path.join(home, "answers.yaml"))
            where = ["--home", home, "--guides", footbridge.guides,
                     "--particle-url", serving.start["particle"]]
            setups.append(footbridge.run("setup", "bench", "--answers", answers, *where)[1])
            for _ in range(TRIPS_A_SETUP):
                time.sleep(QUIET_SECONDS)
                output, _, _ = footbridge.run("test", "bench", "--json", "--webhook-limit", "0",
                                                 *where)
                trips.append(total_milliseconds(output))
            held.append(memory_after_a_trip(footbridge, where))
    yield Row("whole guided setup, unattended", statistics.median(setups), "s", 1.0,
              rivals.words(f"slowest of {len(setups)}: {max(setups):.2f} s",
                           rivals.shown(rivals.esphome(footbridge.folder, quick=False),
                                        "esphome wizard"),
                           rivals.shown(rivals.esphome(footbridge.folder, quick=True),
                                        "without its pauses")))
    yield Row("round trip, no delay", statistics.median(trips), "ms", 5,
              f"median of {len(trips)}; slowest {max(trips):.1f} ms")
    resident, text, private = (statistics.median(column) for column in zip(*held))
    yield Row("memory after a round trip", resident, "MB", 24,
              f"the program's text, clean and shared {text:.1f} MB; written to {private:.1f} MB")


def memory_after_a_trip(footbridge, where):
    """Resident megabytes of a `test` that waits for its second trip; of them the program's own
    text, and what was written to."""
    time.sleep(QUIET_SECONDS)
    command = [footbridge.binary, "test", "bench", "--json", "--count", "2", "--interval", "3",
               "--webhook-limit", "0", *where]
    with subprocess.Popen(command, env=footbridge.environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        total_milliseconds(child.stdout.readline())
        sizes, name = {"Rss": 0, "text": 0, "Private_Dirty": 0}, ""
        with open(f"/proc/{child.pid}/smaps", encoding="utf-8") as maps:
            for line in maps:
                words = line.split()
                if not words[0].endswith(":"):
                    name = f"{words[1]} {words[-1]}"
                key = words[0].rstrip(":")
                if key in sizes:
                    sizes[key] += int(words[1]) / 1024
                if key == "Rss" and name.startswith("r-xp") and name.endswith("/footbridge"):
                    sizes["text"] += int(words[1]) / 1024
        child.stdout.read()
    return sizes["Rss"], sizes["text"], sizes["Private_Dirty"]


def total_milliseconds(output):
    lines = [line for line in output.splitlines() if line.startswith("{")]
    trip = json.loads(lines[-1])
    if trip["verdict"] != "pass":
        raise RuntimeError(f"a round trip did not pass: {output}")
    return trip["total_ms"]


def durable_event(footbridge):
    """Durable event: the logbook's append, beside a plain file's."""
    home = footbridge.new_home()
    before = appended(os.path.join(home, "append"))
    event = inside(footbridge, "log", home, footbridge.guides, "bench", str(EVENTS))["append"] / 1000
    append = statistics.median([before, appended(os.path.join(home, "append"))]) * 1000
    yield Row("durable event", event, "ms", 2 * append,
              f"append + fdatasync {append:.2f} ms: {event / append:.2f} of it")


def appended(path):
    """The median seconds of an append with fdatasync."""
    times = []
    with open(path, "ab", buffering=0) as file:
        for _ in range(200):
            start = time.perf_counter()
            file.write(b"x" * 200)
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - start)
    return statistics.median(times)
