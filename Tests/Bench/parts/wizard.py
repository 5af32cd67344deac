"""The wizard at a terminal of its own, one command at a time."""
import os
import pty
import select
import signal
import time

PATIENCE_SECONDS = 10


class Wizard:
    """`footbridge setup` at a pseudo-terminal, for as long as a `with` lasts."""

    def __init__(self, footbridge, arguments):
        self.binary = footbridge.binary
        self.arguments = [self.binary, "setup", "bench", "--plain", *arguments]
        self.environment = footbridge.environment | {"TERM": "dumb"}
        del self.environment["CI"]

    def __enter__(self):
        self.child, self.terminal = pty.fork()
        if self.child == 0:
            os.execve(self.binary, self.arguments, self.environment)
        return self

    def __exit__(self, *_):
        os.kill(self.child, signal.SIGTERM)
        os.close(self.terminal)
        os.waitpid(self.child, 0)

    def read(self, until):
        """Reads up to and with a text; gives the seconds that took."""
        start = time.perf_counter()
        seen = b""
        while not seen.rstrip().endswith(until):
            if not select.select([self.terminal], [], [], PATIENCE_SECONDS)[0]:
                raise RuntimeError(f"the wizard did not come to {until!r}: {seen[-300:]!r}")
            seen += os.read(self.terminal, 1 << 16)
        return time.perf_counter() - start
