"""How long it takes to begin."""
import http.client
import os
import shutil
import statistics
import subprocess
import time

import rivals
from inside import inside
from table import Row
from wizard import Wizard

STARTS = 20
# In memory while it is written, as each event waits for the disk.
QUICK_FOLDER = "/dev/shm" if os.path.isdir("/dev/shm") else None


def seconds_of(command, environment):
    start = time.perf_counter()
    subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=True)
    return time.perf_counter() - start


def start_up(footbridge):
    """Start-up: `--version`, `--help`, completion and the first prompt beside `curl --version`."""
    curl, gh = shutil.which("curl"), rivals.program("gh")
    mine = {"--version": ["--version"], "--help": ["--help"],
            "--generate-completion-script bash": ["--generate-completion-script", "bash"]}
    commands = {name: [footbridge.binary, *words] for name, words in mine.items()}
    if curl:
        commands["curl"] = [curl, "--version"]
    if gh:
        commands["gh"] = [gh, "--version"]
    seen = {name: [] for name in [*commands, "prompt"]}
    home = long_log(footbridge, 1_000)
    for _ in range(STARTS):
        for name, command in commands.items():
            seen[name].append(seconds_of(command, footbridge.environment))
        seen["prompt"].append(seconds_to_prompt(footbridge, home))
    medians = {name: statistics.median(times) for name, times in seen.items()}
    target = medians["curl"] * 1000 if curl else None
    beside = rivals.words(rivals.shown(medians.get("curl"), "curl --version"),
                          rivals.shown(medians.get("gh"), "gh --version"))
    for name in mine:
        yield Row(f"footbridge {name}", medians[name] * 1000, "ms", target, beside)
    yield Row("first prompt, 1,000 events in the log", medians["prompt"] * 1000, "ms",
              target and target * 2.5, f"from exec to the prompt at a pty; {beside}")


def long_log(footbridge, count):
    """A home with a setup of so many events, which rests at its first step."""
    home = footbridge.new_home(below=QUICK_FOLDER)
    inside(footbridge, "log", home, footbridge.guides, "bench", str(count))
    return footbridge.moved(home)


def seconds_to_prompt(footbridge, home):
    start = time.perf_counter()
    with Wizard(footbridge, ["--home", home, "--guides", footbridge.guides]) as wizard:
        wizard.read(b"Enter goes on.")
        return time.perf_counter() - start


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
              rivals.words(rivals.shown(rivals.moto(footbridge.folder)[0], "moto_server"),
                           rivals.shown(rivals.mitmdump(footbridge.folder), "mitmdump replay")))


def open_log(footbridge):
    """Long log: `status` of a setup with 10,000 events less `status` of one with ten."""
    homes = {count: long_log(footbridge, count) for count in (10, 10_000)}
    seen = {count: [] for count in homes}
    for _ in range(STARTS):
        for count, home in homes.items():
            command = [footbridge.binary, "status", "bench", "--home", home,
                       "--guides", footbridge.guides]
            seen[count].append(seconds_of(command, footbridge.environment) * 1000)
    few, many = (statistics.median(seen[count]) for count in (10, 10_000))
    yield Row("open and fold a log of 10,000 events", many - few, "ms", 30,
              f"`status` {many:.1f} ms, of ten events {few:.1f} ms")
