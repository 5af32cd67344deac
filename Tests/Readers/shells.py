"""Presses Tab in a real shell at a pseudo-terminal, for each value that is fixed."""
import os
import pty
import select
import subprocess
import sys
import time

shell, program, work = sys.argv[1:]
folder = f"{work}/{shell}"
os.makedirs(f"{folder}/test", exist_ok=True)
script = subprocess.run([program, "--generate-completion-script", shell], check=True,
                        capture_output=True, text=True).stdout
os.makedirs(f"{folder}/functions", exist_ok=True)
with open(f"{folder}/functions/_footbridge", "w", encoding="utf-8") as file:
    file.write(script)
start = {
    "bash": (["bash", "--norc", "--noprofile", "-i"],
             "bind 'set show-all-if-ambiguous on'; bind 'set completion-query-items 0'; "
             "bind 'set page-completions off'; shopt -s extglob; . functions/_footbridge"),
    "zsh": (["zsh", "-f", "-i"],
            "fpath=($PWD/functions $fpath); autoload -Uz compinit; compinit -u -D; "
            "LISTMAX=9999; unsetopt LIST_AMBIGUOUS"),
    "fish": (["fish", "--no-config", "-i"], "source functions/_footbridge"),
}[shell]


def typed(keys):
    """What the shell shows when these are typed, escape codes and all."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm", PS1="$ ", PATH=os.path.dirname(program) + ":" + os.environ["PATH"],
                          COLUMNS="200", LINES="200", HOME=folder)
        os.execvp(start[0][0], start[0])
    seen = b""

    def hear(quiet, limit=20.0):
        nonlocal seen
        end = time.monotonic() + limit
        while time.monotonic() < end and select.select([terminal], [], [], quiet)[0]:
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                return
            if b"\x1b[c" in piece or b"\x1b[0c" in piece:
                os.write(terminal, b"\x1b[?1;2c")
            if not piece:
                return
            seen += piece

    hear(1.5)
    os.write(terminal, start[1].encode() + b"\r")
    hear(1.5)
    seen = b""
    os.write(terminal, keys.encode())
    hear(1.5)
    os.write(terminal, b"\x03")
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return seen.decode(errors="replace")


expected = {
    "footbridge te\t": ["footbridge test"],
    "footbridge test --legs d\t": ["--legs down"],
    "footbridge test --legs u\t": ["--legs up"],
    "footbridge setup --path b\t": ["--path blueprint"],
    "footbridge setup --path m\t": ["--path manual"],
    "footbridge practice serve --fault loop\t": ["--fault loop-v16"],
    "footbridge explain webhook-wrong-b\t": ["explain webhook-wrong-body"],
    "footbridge explain blynk-data\t\t": ["tastream-missing", "tastream-type"],
    "footbridge help ca\t": ["help causes"],
    "footbridge help exit\t": ["help exit-codes"],
}
failed = []
for keys, words in expected.items():
    shown = typed(keys)
    plain = shown.replace("\r", "").replace("\n", "")
    holds = all(word in plain for word in words)
    if keys.endswith("te\t") and "test/" in plain:
        holds = False
    if not holds:
        failed.append(f"{keys!r}: {shown[-200:]!r}")
print(f"{shell}: {len(expected) - len(failed)} of {len(expected)} completed")
sys.exit("\n".join(failed) if failed else 0)
