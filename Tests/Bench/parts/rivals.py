"""What is compared with, beside nginx: each is absent unless `make bench-setup` put it there.

Every measure is short, bounded and on 127.0.0.1, and ends what it started. Absent rivals give None.
"""
import json
import os
import shutil
import socket
import subprocess
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.normpath(os.path.join(HERE, "../../.."))
SCRIPTS = os.path.join(HERE, "../rivals")
PATIENCE_SECONDS = 60


def program(name):
    """A program of a rival's own folder, else of the machine."""
    for folder in ("venv", "esphome"):
        path = os.path.join(ROOT, ".build-bench", folder, "bin", name)
        if os.access(path, os.X_OK):
            return path
    return None if name in ("python3", "moto_server", "mitmdump", "esphome") else shutil.which(name)


def shown(seconds, what):
    """Words for the column beside; none for a rival that is absent."""
    if seconds is None:
        return ""
    return f"{what} {seconds * 1000:,.0f} ms" if seconds >= 0.1 else f"{what} {seconds * 1000:.1f} ms"


def words(*parts):
    return "; ".join(part for part in parts if part)


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


class Server:
    """A rival's server for as long as a `with` lasts; `seconds` is how long its first reply took."""

    def __init__(self, command, port, request, folder):
        self.command, self.port, self.request, self.folder = command, port, request, folder

    def __enter__(self):
        start = time.perf_counter()
        self.child = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, cwd=self.folder,
                                      stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                      env=os.environ | {"HOME": self.folder})
        try:
            while not self.answers():
                if self.child.poll() is not None or time.perf_counter() - start > PATIENCE_SECONDS:
                    raise RuntimeError(f"`{self.command[0]}` does not answer")
                time.sleep(0.005)
        except BaseException:
            self.__exit__()
            raise
        self.seconds = time.perf_counter() - start
        return self

    def answers(self):
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=10) as line:
                line.sendall(self.request)
                return line.recv(1 << 16).startswith(b"HTTP/1.1 200")
        except OSError:
            return False

    def __exit__(self, *_):
        self.child.terminate()
        try:
            self.child.wait(10)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()


LIST_TABLES = (b"POST / HTTP/1.1\r\nHost: dynamodb.us-east-1.amazonaws.com\r\n"
               b"X-Amz-Target: DynamoDB_20120810.ListTables\r\n"
               b"Content-Type: application/x-amz-json-1.0\r\n"
               b"Authorization: AWS4-HMAC-SHA256 Credential=x/20260101/us-east-1/dynamodb/"
               b"aws4_request, SignedHeaders=host, Signature=0\r\n"
               b"Connection: close\r\nContent-Length: 2\r\n\r\n{}")


def moto(folder):
    """moto_server: seconds to the first reply, and replies a second to eight clients."""
    if not (binary := program("moto_server")):
        return None, None
    port = free_port()
    with Server([binary, "-H", "127.0.0.1", "-p", str(port)], port, LIST_TABLES, folder) as server:
        counts = [0] * 8
        end = time.perf_counter() + 2
        threads = [threading.Thread(target=ask_on, args=(server, counts, place, end))
                   for place in range(len(counts))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return server.seconds, sum(counts) / 2


def ask_on(server, counts, place, end):
    while time.perf_counter() < end:
        counts[place] += server.answers()


def mitmdump(folder):
    """mitmdump replaying a recording of 20 entries: seconds to the first reply."""
    if not (binary := program("mitmdump")):
        return None
    flows = os.path.join(folder, "flows")
    subprocess.run([program("python3"), os.path.join(SCRIPTS, "flows_by_mitmproxy.py"), flows, "20"],
                   check=True, timeout=PATIENCE_SECONDS, capture_output=True)
    port = free_port()
    request = b"GET http://127.0.0.1:9/v1/devices/7 HTTP/1.1\r\nHost: 127.0.0.1:9\r\n\r\n"
    command = [binary, "-q", "--listen-host", "127.0.0.1", "-p", str(port), "--set",
               f"confdir={folder}/mitm", "--set", "server_replay_extra=kill", "--set",
               "server_replay_reuse=true", "--server-replay", flows]
    with Server(command, port, request, folder) as server:
        return server.seconds


def vcr(folder, entries, count):
    """vcrpy: microseconds a request."""
    if not (python := program("python3")) or not program("moto_server"):
        return None
    asked = subprocess.run([python, os.path.join(SCRIPTS, "replay_by_vcr.py"), folder, str(entries),
                            str(count)], capture_output=True, text=True, timeout=PATIENCE_SECONDS)
    return json.loads(asked.stdout) if asked.returncode == 0 else None


def esphome(folder, quick):
    """esphome's wizard, its answers ready on standard input; quick is without its pauses."""
    if not (binary := program("esphome")):
        return None
    answers = "bridge\nESP32\nesp32dev\nnet\npassword1\n\n"
    environment = os.environ | {"HOME": folder}
    environment.pop("ESPHOME_QUICKWIZARD", None)
    if quick:
        environment["ESPHOME_QUICKWIZARD"] = "1"
    path = os.path.join(folder, "bridge.yaml")
    if os.path.exists(path):
        os.remove(path)
    start = time.perf_counter()
    subprocess.run([binary, "wizard", path], input=answers, text=True, env=environment,
                   capture_output=True, timeout=PATIENCE_SECONDS)
    seconds = time.perf_counter() - start
    return seconds if os.path.exists(path) else None
