"""Sends the same request over kept-alive connections of loopback, and notes how long each took.

One thread over epoll: cheap enough to keep a server busy from the other core, and the same for all
that are compared.
"""
import select
import socket
import time


class Line:
    """A connection, with one request under way."""

    def __init__(self, port, request):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.request = request
        self.left = 0
        self.sent = 0.0

    def ask(self, length):
        self.left = length
        self.sent = time.perf_counter()
        self.socket.send(self.request)


def reply_length(port, request, status=b"200"):
    """Asks once; the replies to come are all as long as this one."""
    with socket.create_connection(("127.0.0.1", port), timeout=5) as line:
        line.sendall(request)
        reply = line.recv(1 << 16)
    if not reply.startswith(b"HTTP/1.1 " + status):
        raise RuntimeError(f"answered {reply[:200]!r}")
    return len(reply)


def send(port, request, connections=8, seconds=2.0, count=None):
    """Goes on for so many seconds, or requests; gives requests a second, and the sorted seconds."""
    length = reply_length(port, request)
    lines = [Line(port, request) for _ in range(connections)]
    by_number = {line.socket.fileno(): line for line in lines}
    poll = select.epoll()
    for number in by_number:
        poll.register(number, select.EPOLLIN)
    took = []
    start = time.perf_counter()
    end = start + (seconds if count is None else 120)
    for line in lines:
        line.ask(length)
    while time.perf_counter() < end and (count is None or len(took) < count):
        for number, _ in poll.poll(5):
            line = by_number[number]
            line.left -= len(line.socket.recv(1 << 16)) or hung_up()
            if line.left <= 0:
                took.append(time.perf_counter() - line.sent)
                line.ask(length)
    rate = len(took) / (time.perf_counter() - start)
    poll.close()
    for line in lines:
        line.socket.close()
    return rate, sorted(took)


def hung_up():
    raise RuntimeError("the server hung up")
