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
    "fish": (["fish", "--no-config", "-i"],
             "function fish_prompt; printf '$ '; end; source functions/_footbridge"),
}[shell]


def typed(keys, words):
    """What the shell shows when these are typed, escape codes and all, at the latest with the words."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(TERM="xterm", PS1="$ ", PATH=os.path.dirname(program) + ":" + os.environ["PATH"],
                          COLUMNS="200", LINES="200", HOME=folder)
        os.execvp(start[0][0], start[0])
    seen = b""

    def hear(*words, limit=20.0):
        nonlocal seen
        end = time.monotonic() + limit
        while not all(word in plain(seen) for word in words) and time.monotonic() < end:
            if not select.select([terminal], [], [], 0.5)[0]:
                continue
            try:
                piece = os.read(terminal, 65536)
            except OSError:
                return
            if b"\x1b[c" in piece or b"\x1b[0c" in piece:
                os.write(terminal, b"\x1b[?1;2c")
            if not piece:
                return
            seen += piece

    hear("$ ", limit=5)
    os.write(terminal, start[1].encode() + b"; printf '%s%s ' rea dy\r")
    hear("ready ")
    hear("the prompt after it", limit=1)
    seen = b""
    os.write(terminal, keys.encode())
    hear(*words)
    hear("what comes after them", limit=0.5)
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)
    return plain(seen)


def plain(seen):
    return seen.decode(errors="replace").replace("\r", "").replace("\n", "")


expected = {
    "footbridge te\t": ["footbridge test"],
    "footbridge test --legs d\t": ["--legs down"],
    "footbridge test --legs u\t": ["--legs up"],
    "footbridge setup --path b\t": ["--path blueprint"],
    "footbridge setup --path m\t": ["--path manual"],
    "footbridge test --max-leg for\t": ["--max-leg forward="],
    "footbridge setup --set blynk.ser\t": ["--set blynk.server="],
    "footbridge guide part\t": ["guide particle-integration"],
    "footbridge practice serve --fault loop\t": ["--fault loop-v16"],
    "footbridge practice serve --setting blynk.webh\t\t": ["blynk.webhook"],
    "footbridge explain webhook-wrong-b\t": ["explain webhook-wrong-body"],
    "footbridge explain blynk-data\t\t": ["tastream-missing", "tastream-type"],
    "footbridge explain FOOTBRIDGE_G\t": ["explain FOOTBRIDGE_GUIDES"],
    "footbridge practice s\t": ["practice serve"],
    "footbridge help ca\t": ["help causes"],
    "footbridge help exit\t": ["help exit-codes"],
}
failed = []
for keys, words in expected.items():
    shown = typed(keys, words)
    holds = all(word in shown for word in words)
    if keys.endswith("te\t") and "test/" in shown:
        holds = False
    if not holds:
        failed.append(f"{keys!r}: {shown[-200:]!r}")
print(f"{shell}: {len(expected) - len(failed)} of {len(expected)} completed")
sys.exit("\n".join(failed) if failed else 0)
