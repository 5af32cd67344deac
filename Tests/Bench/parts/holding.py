"""What event streams are put through. Each part gives a line about what it saw, and what is wrong."""
import http.client
import json
import os
import random
import signal
import socket
import struct
import threading
import time

# Between two events; a hundred a second is more than a fleet sends.
PAUSE_SECONDS = 0.01
# Silence after which Particle's own client gives a stream up.
SILENCE_SECONDS = 15
OPENINGS = 200
# The cloud takes a hundred streams at once.
AT_ONCE = 50
# What is gone is gone after this long at the latest.
PATIENCE_SECONDS = 10


class Stream:
    """An open event stream, read by a thread of its own."""

    def __init__(self, serving, path):
        self.events = []
        self.silence = 0.0
        self.ended = None
        self.error = None
        self.line = socket.create_connection(("127.0.0.1", serving.port("particle")), timeout=30)
        self.line.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\n{serving.bearer}\r\n".encode())
        self.rest = b""
        while b":ok\n\n" not in self.rest:
            piece = self.line.recv(1 << 16)
            if not piece:
                raise RuntimeError(f"{path} was not opened: {self.rest!r}")
            self.rest += piece
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()

    def read(self):
        heard = time.monotonic()
        try:
            while piece := self.line.recv(1 << 18):
                now = time.monotonic()
                self.silence, heard = max(self.silence, now - heard), now
                self.take(piece)
        except OSError as error:
            self.error = error
        self.ended = time.monotonic()

    def take(self, piece):
        """Keeps the data of whole events; chunk sizes stand between them and are skipped."""
        *lines, self.rest = (self.rest + piece).split(b"\n")
        for text in lines:
            if text.startswith(b"data: "):
                self.events.append(json.loads(text[6:])["data"])

    def close(self):
        try:
            # Wakes the reader, which a close alone would not.
            self.line.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        self.thread.join(PATIENCE_SECONDS)
        self.line.close()


def publish(serving, seconds):
    """Publishes 0, 1, 2 … for so long; gives how many."""
    line = http.client.HTTPConnection("127.0.0.1", serving.port("particle"), timeout=30)
    headers = {"Authorization": f"Bearer {serving.start['access_token']}",
               "Content-Type": "application/json"}
    count, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        body = json.dumps({"name": "bench/held", "data": str(count)})
        line.request("POST", "/v1/devices/events", body, headers)
        reply = line.getresponse()
        reply.read()
        if reply.status != 200:
            raise RuntimeError(f"publishing was answered {reply.status}")
        count += 1
        time.sleep(PAUSE_SECONDS)
    line.close()
    return count


def hold(serving, seconds):
    paths = ["/v1/devices/events", "/v1/events/bench", "/v1/devices/events/bench%2Fheld"]
    # A stream on which nothing happens has to be kept alive.
    streams = [Stream(serving, path) for path in paths]
    quiet = Stream(serving, "/v1/events/nothing-is-called-so")
    count = publish(serving, seconds)
    wanted = [str(number) for number in range(count)]
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and any(len(stream.events) < count for stream in streams):
        time.sleep(0.05)
    wrong = [f"{path} got {len(stream.events)} events, not {count} in order"
             for path, stream in zip(paths, streams) if stream.events != wanted]
    wrong += [f"a stream ended early: {stream.error or 'closed'}"
              for stream in [*streams, quiet] if stream.ended]
    silence = quiet.silence if seconds > SILENCE_SECONDS else 0
    if silence > SILENCE_SECONDS or (seconds > SILENCE_SECONDS and not silence):
        wrong.append(f"a quiet stream said nothing for {silence or seconds:.1f} s")
    for stream in [*streams, quiet]:
        stream.close()
    return (f"held: 3 streams for {seconds:.0f} s, {count:,} events to each, once and in order; "
            f"a quiet one was silent for {silence:.1f} s at most"), wrong


class Holdings:
    """What the process holds: descriptors, threads, memory, and the cloud's own count of streams."""

    def __init__(self, serving):
        process = f"/proc/{serving.child.pid}"
        self.descriptors = len(os.listdir(f"{process}/fd"))
        self.threads = len(os.listdir(f"{process}/task"))
        self.memory = serving.memory_mb
        line = http.client.HTTPConnection("127.0.0.1", serving.port("admin"), timeout=30)
        line.request("GET", "/state", headers={"Connection": "close"})
        self.streams = json.loads(line.getresponse().read())["particle"]["streams"]
        line.close()


def open_and_close(serving):
    chance = random.Random(7)
    # The first few make what is kept for good.
    batch(serving, 10, chance)
    before = settled(serving)
    for _ in range(OPENINGS // AT_ONCE):
        batch(serving, AT_ONCE, chance)
    after = settled(serving, before)
    wrong = []
    if after.streams:
        wrong.append(f"{after.streams} streams are left in the cloud")
    if after.descriptors > before.descriptors:
        wrong.append(f"{after.descriptors - before.descriptors} descriptors are left")
    if after.threads > before.threads + 2:
        wrong.append(f"{after.threads - before.threads} threads are left")
    if after.memory > before.memory + 8:
        wrong.append(f"{after.memory - before.memory:.1f} MB are left")
    return (f"opened and closed: {OPENINGS} streams; descriptors {before.descriptors} → "
            f"{after.descriptors}, threads {before.threads} → {after.threads}, memory "
            f"{before.memory:.1f} → {after.memory:.1f} MB, streams in the cloud {after.streams}"), wrong


def batch(serving, count, chance):
    """Opens some, publishes to them, and closes each in its own way."""
    lines = []
    for _ in range(count):
        line = socket.create_connection(("127.0.0.1", serving.port("particle")), timeout=30)
        line.sendall(f"GET /v1/devices/events HTTP/1.1\r\nHost: x\r\n{serving.bearer}\r\n".encode())
        if chance.random() < 0.8:
            line.recv(4096)
        lines.append(line)
    publish(serving, 0.02)
    chance.shuffle(lines)
    for line in lines:
        way = chance.randrange(3)
        if way == 0:
            # A reset instead of a farewell.
            line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        if way == 1:
            line.shutdown(socket.SHUT_WR)
        line.close()


def settled(serving, wanted=None):
    """What is held when nothing changes any more, or when it is no more than wanted."""
    end = time.monotonic() + PATIENCE_SECONDS
    seen = Holdings(serving)
    while time.monotonic() < end:
        time.sleep(0.2)
        now = Holdings(serving)
        if now.streams == 0 and now.descriptors <= (wanted or seen).descriptors:
            return now
        seen = now
    return seen


def terminate(serving):
    streams = [Stream(serving, "/v1/devices/events") for _ in range(3)]
    # A hook whose target keeps still, and a connection that is only kept open.
    line = http.client.HTTPConnection("127.0.0.1", serving.port("admin"), timeout=30)
    line.request("POST", "/fault", json.dumps({"name": "timeout", "on": True}))
    line.getresponse().read()
    line.request("POST", "/flip", json.dumps({"value": 1}))
    line.getresponse().read()
    end = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < end and not streams[0].events:
        time.sleep(0.02)
    start = time.monotonic()
    serving.child.send_signal(signal.SIGTERM)
    try:
        code = serving.child.wait(PATIENCE_SECONDS)
    except Exception:
        return "terminated: not at all", [f"SIGTERM did not end it in {PATIENCE_SECONDS} s"]
    took = time.monotonic() - start
    for stream in streams:
        stream.thread.join(PATIENCE_SECONDS)
    wrong = [] if took <= 1 else [f"SIGTERM took {took:.2f} s"]
    wrong += [] if code == 0 else [f"SIGTERM ended it with {code}"]
    wrong += ["a stream was cut, not closed: " + str(stream.error)
              for stream in streams if stream.error or not stream.ended]
    line.close()
    return f"terminated: in {took:.2f} s, exit code {code}, with 3 streams closed", wrong
