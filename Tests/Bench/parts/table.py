"""The table of a run, and its place in the history."""
import datetime
import os
import subprocess
import sys
from dataclasses import dataclass


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
        moment = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
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

    @property
    def commit(self):
        asked = subprocess.run(["git", "-C", self.root, "rev-parse", "--short", "HEAD"],
                               capture_output=True, text=True)
        return asked.stdout.strip() or "-"
