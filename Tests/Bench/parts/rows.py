"""The measures, each a function that gives its rows."""
import http.client
import json
import os
import shutil
import statistics
import subprocess
import time

import load
import nginx
import stream
from table import Row
from wizard import Wizard

STARTS = 20
CONNECTIONS = 8
EVENTS = 100_000
SETUPS = 3
# The practice cloud allows ten webhook calls a minute; a trip takes two, and a setup ends in one.
TRIPS_A_SETUP = 2
# Device OS lets four events through at once, and four more after so many quiet seconds: a trip that
# begins earlier measures the device's limit.
QUIET_SECONDS = 4.5
STEPS = 60


def seconds_of(command, environment):
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def start_up(footbridge):
    """Start-up: `--version` and `--help` beside `curl --version`, turn by turn."""
    curl = shutil.which("curl")
    commands = {"--version": [footbridge.binary, "--version"],
                "--help": [footbridge.binary, "--help"]}
    if curl:
        commands["curl"] = [curl, "--version"]
    seen = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            seen[name].append(seconds_of(command, footbridge.environment) * 1000)
    medians = {name: statistics.median(times) for name, times in seen.items()}
    target = medians.get("curl")
    beside = f"curl --version {target:.1f} ms" if target else "curl: not installed"
    for name in ("--version", "--help"):
        yield Row(f"footbridge {name}", medians[name], "ms", target, beside)


def first_reply(footbridge):
    """Practice clouds, start to first reply: process, line, one request."""
    times = []
    for _ in range(10):
        start = time.perf_counter()
        with footbridge.serve() as serving:
            line = http.client.HTTPConnection("127.0.0.1", serving.port("particle"), timeout=5)
            line.request("GET", "/v1/user", headers={
                "Authorization": f"Bearer {serving.start['access_token']}"})
            if line.getresponse().status != 200:
                raise RuntimeError("the first reply was no 200")
            times.append((time.perf_counter() - start) * 1000)
            line.close()
    yield Row("practice clouds, start to first reply", statistics.median(times), "ms", 25,
              f"slowest of 10: {max(times):.1f} ms")


def json_route(footbridge):
    """Practice clouds, JSON route: eight kept-alive connections, beside nginx."""
    with footbridge.serve() as serving:
        request = f"GET /v1/devices HTTP/1.1\r\nHost: x\r\n{serving.bearer}\r\n".encode()
        port = serving.port("particle")
        if not nginx.program():
            rate, took = load.send(port, request, CONNECTIONS)
            yield Row("JSON route, 8 connections", rate, "req/s", None, "nginx: not installed")
        else:
            body = "x" * (load.reply_length(port, request) - 180)
            with nginx.Nginx(footbridge.folder, body) as other:
                load.send(port, request, CONNECTIONS, 0.5)
                runs = [(load.send(port, request, CONNECTIONS),
                         load.send(other.port, request, CONNECTIONS)) for _ in range(3)]
            rate, took = max((run[0] for run in runs), key=lambda run: run[0])
            beside = max(run[1][0] for run in runs)
            yield Row("JSON route, 8 connections", rate, "req/s", beside * 0.33,
                      f"nginx {beside:,.0f} req/s: {rate / beside:.2f} of it", least=True)
        yield Row("JSON route, 99th percentile", took[int(len(took) * 0.99)] * 1000, "ms", 1.5,
                  f"median {took[len(took) // 2] * 1000:.3f} ms")


def many_events(footbridge):
    """Practice clouds, memory after many events: one stream open, eight that publish."""
    with footbridge.serve() as serving:
        port = serving.port("particle")
        body = "name=bench%2Fevent&data=" + "x" * 100
        request = (f"POST /v1/devices/events HTTP/1.1\r\nHost: x\r\n{serving.bearer}"
                   "Content-Type: application/x-www-form-urlencoded\r\n"
                   f"Content-Length: {len(body)}\r\n\r\n{body}").encode()
        with stream.Listener(port, serving.bearer) as listener:
            load.send(port, request, CONNECTIONS, count=1000)
            before = serving.memory_mb
            rate, _ = load.send(port, request, CONNECTIONS, count=EVENTS)
            after = serving.memory_mb
        seen = listener.count
        yield Row(f"memory after {EVENTS:,} events", after, "MB", before + 8,
                  f"{before:.1f} MB before; the target is ours: 8 MB more")
        yield Row("events published", rate, "1/s", None, f"{seen:,} seen by a listener")


def whole_setup(footbridge):
    """Setup and round trip: unattended, on practice clouds that nobody slows down."""
    setups, trips, peaks = [], [], []
    for _ in range(SETUPS):
        home = footbridge.new_home()
        with footbridge.serve() as serving:
            answers = serving.answers(os.path.join(home, "answers.yaml"))
            where = ["--home", home, "--guides", footbridge.guides,
                     "--particle-url", serving.start["particle"]]
            setups.append(footbridge.run("setup", "bench", "--answers", answers, *where)[1])
            for _ in range(TRIPS_A_SETUP):
                time.sleep(QUIET_SECONDS)
                output, _, peak = footbridge.run("test", "bench", "--json", "--webhook-limit", "0",
                                                 *where)
                trips.append(total_milliseconds(output))
                peaks.append(peak)
    yield Row("whole guided setup, unattended", statistics.median(setups), "s", 1.0,
              f"slowest of {len(setups)}: {max(setups):.2f} s")
    yield Row("round trip, no delay", statistics.median(trips), "ms", 5,
              f"median of {len(trips)}; slowest {max(trips):.1f} ms")
    yield Row("memory after a round trip (peak)", max(peaks), "MB", 24, "`footbridge test`")


def total_milliseconds(output):
    lines = [line for line in output.splitlines() if line.startswith("{")]
    trip = json.loads(lines[-1])
    if trip["verdict"] != "pass":
        raise RuntimeError(f"a round trip did not pass: {output}")
    return trip["total_ms"]


def durable_event(footbridge):
    """Durable event: `back`, which keeps one, less `show`, which draws the same page."""
    home = footbridge.new_home()
    with footbridge.serve() as serving:
        with Wizard(footbridge, ["--home", home, "--guides", footbridge.guides,
                                 "--particle-url", serving.start["particle"]]) as wizard:
            wizard.read(b"[blueprint]")
            wizard.say("blueprint", b"you paste):")
            backs, shows = [], []
            for _ in range(STEPS):
                backs.append(wizard.say(":back", b"Enter goes on."))
                shows.append(wizard.say(":show", b"Enter goes on."))
                wizard.say("", b"you paste):")
    event = (statistics.median(backs) - statistics.median(shows)) * 1000
    append = appended(os.path.join(home, "append")) * 1000
    yield Row("durable event", max(event, 0), "ms", 2 * append,
              f"append + fdatasync {append:.2f} ms; a page {statistics.median(shows) * 1000:.2f} ms")


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


def recordings(footbridge):
    """Recordings: a request out of a short and a long one, an exchange written down."""
    bench = os.path.join(os.path.dirname(footbridge.binary), "RecordingBench")
    if not os.access(bench, os.X_OK):
        raise RuntimeError("`swift build -c release --product RecordingBench` makes it")
    seen = json.loads(subprocess.run([bench], env=footbridge.environment, capture_output=True,
                                     text=True, check=True).stdout)
    yield Row("replay, a request, 20 entries", seen["replay_20"], "µs", 50)
    yield Row("replay, a request, 10,000 entries", seen["replay_10000"], "µs", 50)
    yield Row("recording, an exchange", seen["record"], "µs", None, "no sync; two copies written")
    yield Row("recording, an exchange on the disk", seen["bytes"], "bytes", None,
              "a reply of some 190 bytes")


ALL = [start_up, first_reply, json_route, many_events, whole_setup, durable_event, recordings]
