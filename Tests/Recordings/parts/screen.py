"""A terminal as far as the program uses one: text, colours, and a cursor that stays on its line."""
import re
from dataclasses import dataclass, field

PIECES = re.compile(r"\x1b\[([?0-9;]*)([A-Za-z])|\x1b[()][A-Z0-9]|([\r\n\x08\x07])|([^\x1b\r\n\x08\x07])")


@dataclass(frozen=True)
class Cell:
    letter: str = " "
    # Of bold, dim, underlined and the colours' names.
    look: frozenset = field(default_factory=frozenset)


LOOKS = {1: "bold", 2: "dim", 4: "underlined", 31: "red", 32: "green", 33: "yellow", 36: "cyan"}


class Screen:
    """Grows downwards without end."""

    def __init__(self, columns):
        self.columns = columns
        self.rows, self.row, self.column = [[]], 0, 0
        self.look = frozenset()

    def lines(self):
        return self.rows

    def write(self, text):
        for number, letter, control, sign in PIECES.findall(text):
            if letter:
                self.obey(number, letter)
            elif control:
                self.move(control)
            elif sign:
                self.put(sign)

    def obey(self, number, letter):
        first = int(number.lstrip("?").split(";")[0] or 0) if not number.startswith("?") else 0
        if letter == "m":
            self.colour(number)
        elif letter == "K":
            del self.rows[self.row][self.column:]
        elif letter == "C":
            self.column += max(first, 1)
        elif letter == "D":
            self.column = max(self.column - max(first, 1), 0)
        elif letter == "A":
            self.row = max(self.row - max(first, 1), 0)
        elif letter == "J":
            del self.rows[self.row][self.column:]
            del self.rows[self.row + 1:]
        elif letter == "G":
            self.column = max(first, 1) - 1

    def colour(self, numbers):
        for number in (int(part or 0) for part in numbers.split(";")):
            self.look = frozenset() if number == 0 else self.look | {LOOKS.get(number, "bold")}

    def move(self, control):
        if control == "\r":
            self.column = 0
        elif control == "\n":
            self.down()
        elif control == "\b":
            self.column = max(self.column - 1, 0)

    def down(self):
        self.row += 1
        if self.row == len(self.rows):
            self.rows.append([])

    def put(self, sign):
        if self.column == self.columns:
            self.column = 0
            self.down()
        row = self.rows[self.row]
        row += [Cell()] * (self.column + 1 - len(row))
        row[self.column] = Cell(sign, self.look)
        self.column += 1
