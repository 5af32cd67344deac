"""A listener on an event stream, in a process of its own so that it takes no time from the load."""
import multiprocessing
import re
import socket


def listen(port, bearer, pipe):
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        line.sendall(f"GET /v1/devices/events HTTP/1.1\r\nHost: x\r\n{bearer}\r\n".encode())
        rest, count, is_told = b"", 0, False
        while piece := line.recv(1 << 18):
            rest += piece
            if not is_told and b":ok\n" in rest:
                pipe.send("open")
                is_told = True
            found = [match.end() for match in re.finditer(rb"event: bench/event\n", rest)]
            count += len(found)
            rest = rest[found[-1]:] if found else rest[-64:]
            if pipe.poll():
                break
        # What is on its way when the load ends.
        line.settimeout(0.5)
        try:
            while piece := line.recv(1 << 18):
                rest += piece
        except TimeoutError:
            pass
        pipe.send(count + rest.count(b"event: bench/event\n"))


class Listener:
    """Counts the events named bench/event for as long as a `with` lasts."""

    def __init__(self, port, bearer):
        self.pipe, there = multiprocessing.Pipe()
        self.child = multiprocessing.Process(target=listen, args=(port, bearer, there), daemon=True)
        self.count = 0

    def __enter__(self):
        self.child.start()
        if not self.pipe.poll(10):
            raise RuntimeError("the stream did not open")
        self.pipe.recv()
        return self

    def __exit__(self, *_):
        self.pipe.send("end")
        # A keep-alive wakes a listener that has nothing to read.
        if self.pipe.poll(20):
            self.count = self.pipe.recv()
        self.child.terminate()
        self.child.join(10)
