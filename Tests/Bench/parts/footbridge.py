"""Runs the program that is measured, in folders of its own, and ends what it started."""
import json
import os
import shutil
import subprocess
import tempfile
import time
import urllib.parse

# No process is waited for longer than that.
PATIENCE_SECONDS = 60


class Footbridge:
    def __init__(self, binary, guides):
        self.binary = binary
        self.guides = guides
        self.homes = 0

    def __enter__(self):
        self.folder = tempfile.mkdtemp(prefix="footbridge-bench-")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def environment(self):
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "TMPDIR") if name in os.environ}
        return kept | {"HOME": self.folder, "CI": "1", "NO_COLOR": "1"}

    def new_home(self, below=None):
        """An empty home; one below another folder is moved beside the others later."""
        self.homes += 1
        if below:
            return tempfile.mkdtemp(prefix="footbridge-bench-", dir=below)
        home = os.path.join(self.folder, f"home-{self.homes}")
        os.mkdir(home, 0o700)
        return home

    def moved(self, home):
        self.homes += 1
        return shutil.move(home, os.path.join(self.folder, f"home-{self.homes}"))

    def run(self, *arguments):
        """Runs a command to its end; gives its output, seconds, and peak memory in MB."""
        start = time.perf_counter()
        child = subprocess.Popen([self.binary, *arguments], env=self.environment,
                                 stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT, text=True)
        output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode != 0:
            raise RuntimeError(f"`{' '.join(arguments)}` ended with {child.returncode}: {output}")
        return output, seconds, usage.ru_maxrss / 1024

    def serve(self, *arguments):
        return Serving(self, arguments)


class Serving:
    """`footbridge practice serve`, for as long as a `with` lasts."""

    def __init__(self, footbridge, arguments):
        self.command = [footbridge.binary, "practice", "serve", *arguments]
        self.environment = footbridge.environment

    def __enter__(self):
        self.child = subprocess.Popen(self.command, env=self.environment, stdin=subprocess.DEVNULL,
                                      stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.child.stdout.readline()
        if not line:
            raise RuntimeError(f"`{' '.join(self.command)}` ended with {self.child.wait()}")
        self.start = json.loads(line)
        return self

    def __exit__(self, *_):
        self.child.terminate()
        try:
            self.child.wait(PATIENCE_SECONDS)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
        self.child.stdout.close()

    def port(self, cloud):
        return urllib.parse.urlsplit(self.start[cloud]).port

    @property
    def bearer(self):
        return f"Authorization: Bearer {self.start['access_token']}\r\n"

    @property
    def memory_mb(self):
        """What the process holds now; Linux tells it below /proc."""
        with open(f"/proc/{self.child.pid}/status", encoding="ascii") as status:
            line = next(line for line in status if line.startswith("VmRSS:"))
        return int(line.split()[1]) / 1024

    def answers(self, path):
        """Writes an answers file for these clouds."""
        values = {
            "path": "blueprint", "particle.access_token": self.start["access_token"],
            "particle.device_id": self.start["device_id"], "blynk.server": self.start["blynk"],
            "blynk.auth_token": self.start["auth_token"],
            "blynk.template_id": self.start["template_id"],
            "blynk.template_name": "Particle Device", "practice.admin": self.start["admin"],
        }
        with open(path, "w", encoding="utf-8") as file:
            file.writelines(f'{name}: "{value}"\n' for name, value in values.items())
            file.write("confirm: true\ndo: true\n")
        return path
