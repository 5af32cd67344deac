"""The table of a run, and its place in the history."""
import datetime
import os
import platform
import subprocess
import sys
from dataclasses import dataclass


# Where a table stands in a Markdown file.
BEGIN, END = "<!-- bench -->\n", "\n<!-- /bench -->"


@dataclass
class Row:
    """One measure. Without a target it is only told; a target is an upper limit unless `least`."""
    name: str
    value: float
    unit: str
    target: float | None = None
    beside: str = ""
    least: bool = False

    @property
    def ratio(self):
        """The value as a part of its target; above 1 it misses."""
        if not self.target:
            return None
        return self.target / self.value if self.least else self.value / self.target

    @property
    def verdict(self):
        if self.ratio is None:
            return "–"
        return "holds" if self.ratio <= 1 else "misses"

    @property
    def limit(self):
        if self.target is None:
            return "–"
        return f"{'≥' if self.least else '≤'} {shown(self.target)} {self.unit}".strip()


def shown(number):
    """Three digits that count."""
    if number >= 1000:
        return f"{number:,.0f}"
    return f"{number:.0f}" if number >= 100 else f"{number:.3g}"


class Table:
    def __init__(self, root):
        self.root = root
        self.started = datetime.datetime.now(datetime.timezone.utc)
        self.load = os.getloadavg()[0]
        self.rows = []
        self.exit_code = 0
        self.line("measure", "here", "target", "of target", "", "beside")

    def line(self, name, value, target, ratio, verdict, beside):
        print(f"{name:<44}{value:>14}  {target:>14}  {ratio:>9}  {verdict:<7} {beside}".rstrip(),
              flush=True)

    def add(self, row):
        self.rows.append(row)
        ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
        value = f"{shown(row.value)} {row.unit}".strip()
        self.line(row.name, value, row.limit, ratio, row.verdict, row.beside)

    def failed(self, name, error):
        self.exit_code = 1
        print(f"{name:<44}not measured: {type(error).__name__}: {error}", flush=True)

    def keep(self):
        folder = os.path.join(self.root, ".build-bench")
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "history.tsv")
        is_new = not os.path.exists(path)
        moment = self.started.strftime("%Y-%m-%dT%H:%M:%SZ")
        with open(path, "a", encoding="utf-8") as history:
            if is_new:
                history.write("when\tcommit\tmeasure\tvalue\tunit\ttarget\tof_target\tverdict\n")
            for row in self.rows:
                ratio = "" if row.ratio is None else f"{row.ratio:.3f}"
                target = "" if row.target is None else f"{row.target:.6g}"
                fields = [moment, self.commit, row.name, f"{row.value:.6g}", row.unit, target,
                          ratio, row.verdict]
                history.write("\t".join(fields) + "\n")
        missed = sum(row.verdict == "misses" for row in self.rows)
        print(f"\n{len(self.rows)} rows kept in {os.path.relpath(path, self.root)}; "
              f"{missed} of them miss their target.", file=sys.stdout)

    def write_into(self, path):
        """Takes the place of the table between two comments of a Markdown file."""
        with open(path, encoding="utf-8") as file:
            text = file.read()
        before, rest = text.split(BEGIN, 1)
        _, after = rest.split(END, 1)
        rows = ["| what | here | target | of target | | beside it, in the same run |",
                "| --- | --- | --- | --- | --- | --- |"]
        for row in self.rows:
            ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
            verdict = "**misses**" if row.verdict == "misses" else row.verdict
            rows.append(f"| {row.name} | {shown(row.value)} {row.unit} | {row.limit} | {ratio} "
                        f"| {verdict} | {row.beside} |")
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join([before + BEGIN, self.machine, "", *rows, END]) + after)

    @property
    def machine(self):
        """When and where, and how busy it was there."""
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next((line.split(":", 1)[1].strip() for line in file
                          if line.startswith("model name")), "unknown")
        gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
        return (f"{self.started:%Y-%m-%d}, commit {self.commit}: {os.cpu_count()} cores ({model}), "
                f"{gigabytes:.0f} GB, {platform.system()} {platform.release().split('-')[0]}; load "
                f"average {self.load:.1f} before and {os.getloadavg()[0]:.1f} after.")

    @property
    def commit(self):
        asked = subprocess.run(["git", "-C", self.root, "rev-parse", "--short", "HEAD"],
                               capture_output=True, text=True)
        return asked.stdout.strip() or "-"
