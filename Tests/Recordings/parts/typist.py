"""Types into a program at a terminal of its own, and notes what comes back and when."""
import codecs
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import termios
import time

PATIENCE_SECONDS = 20
INK = re.compile(r"\x1b\[[?0-9;]*[A-Za-z]")
KEY_SECONDS = 0.07
# A pause to read; longer ones are cut short.
READING_SECONDS = 1.2


class Typist:
    terminal = "xterm-256color"

    def __init__(self, folder, columns, rows):
        self.folder, self.size = folder, struct.pack("HHHH", rows, columns, 0, 0)
        self.events, self.now = [], 0.0

    def __enter__(self):
        shutil.rmtree(self.folder, ignore_errors=True)
        os.mkdir(self.folder, 0o700)
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def note(self, text, after=0.0):
        self.now += after
        self.events.append([round(self.now, 3), "o", text])

    def run(self, binary, arguments, walk):
        """The command as typed at a shell's prompt, then each line when its text is on screen."""
        self.note("$ ")
        for letter in f"footbridge {arguments}":
            self.note(letter, KEY_SECONDS)
        self.note("\r\n", READING_SECONDS / 2)
        child, self.line = pty.fork()
        if child == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, self.size)
            os.chdir(self.folder)
            os.execve(binary, ["footbridge", *arguments.split()], {
                "PATH": os.environ["PATH"], "HOME": self.folder, "TERM": self.terminal,
                "LANG": "C.UTF-8"})
        try:
            self.decoder = codecs.getincrementaldecoder("utf-8")()
            for text, answer in walk:
                self.read(text)
                self.now += READING_SECONDS
                for letter in answer:
                    os.write(self.line, letter.encode())
                    self.now += KEY_SECONDS
                    self.read(letter)
                os.write(self.line, b"\r")
            self.read(None)
            self.note("", READING_SECONDS)
        finally:
            os.close(self.line)
            os.waitpid(child, 0)

    def read(self, until):
        """Up to a text that nothing follows; to the program's end without one."""
        seen, start, end = "", time.monotonic(), time.monotonic() + PATIENCE_SECONDS
        while until is None or not INK.sub("", seen).endswith(until):
            if not select.select([self.line], [], [], max(0, end - time.monotonic()))[0]:
                raise RuntimeError(f"did not come to {until!r}: {seen[-200:]!r}")
            try:
                piece = self.decoder.decode(os.read(self.line, 1 << 16))
            except OSError:
                if until is None:
                    return
                raise RuntimeError(f"ended before {until!r}: {seen[-200:]!r}") from None
            seen += piece
            passed = time.monotonic() - start
            start = time.monotonic()
            self.note(piece, min(passed, READING_SECONDS))
