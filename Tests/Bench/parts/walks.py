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
# An event's own line, and a page of SQLite's with its head.
LINE_BYTES, FRAME_BYTES = 200, 4_120


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


def practice(footbridge):
    """Practice: `practice --auto`, from nothing to a passed round trip."""
    where = ["--guides", footbridge.guides]
    seconds = [footbridge.run("practice", "--auto", "--home", footbridge.new_home(), *where)[1]
               for _ in range(SETUPS)]
    yield Row("practice round trip, once built", statistics.median(seconds), "s", 5,
              f"slowest of {len(seconds)}: {max(seconds):.2f} s")


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
    events, lines, frames = [], [], []
    for turn in range(3):
        lines.append(appended(os.path.join(home, f"lines-{turn}"), LINE_BYTES))
        frames.append(appended(os.path.join(home, f"frames-{turn}"), FRAME_BYTES))
        words = "log", os.path.join(home, f"{turn}"), footbridge.guides, "bench", str(EVENTS)
        events.append(inside(footbridge, *words)["append"] / 1000)
    event, line, frame = min(events), min(lines) * 1000, min(frames) * 1000
    yield Row("durable event", event, "ms", 2 * line,
              f"append + fdatasync {line:.2f} ms, of a page as SQLite writes it {frame:.2f} ms")


def appended(path, size):
    """The median seconds of an append of so many bytes with fdatasync."""
    times = []
    with open(path, "ab", buffering=0) as file:
        for _ in range(200):
            start = time.perf_counter()
            file.write(b"x" * size)
            os.fdatasync(file.fileno())
            times.append(time.perf_counter() - start)
    return statistics.median(times)
