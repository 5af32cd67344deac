"""Lines of a terminal as an SVG picture: no script, no font of its own, dark or light as the page."""
import itertools
from xml.sax.saxutils import escape

# In pixels.
WIDE, HIGH, EDGE, SIZE = 8.4, 19, 18, 14

STYLE = """
  .page { fill: #ffffff; stroke: #d0d7de; }
  text { fill: #24292f; font: 14px ui-monospace, SFMono-Regular, Menlo, Consolas,
    "DejaVu Sans Mono", monospace; white-space: pre; }
  .bold { font-weight: bold; } .dim { fill: #8c959f; } .underlined { text-decoration: underline; }
  .red { fill: #cf222e; } .green { fill: #1a7f37; } .yellow { fill: #9a6700; }
  .cyan { fill: #0550ae; }
  @media (prefers-color-scheme: dark) {
    .page { fill: #0d1117; stroke: #30363d; } text { fill: #e6edf3; } .dim { fill: #7d8590; }
    .red { fill: #ff7b72; } .green { fill: #3fb950; } .yellow { fill: #d29922; }
    .cyan { fill: #79c0ff; }
  }
"""


def picture(lines, columns, title):
    """None among the lines stands for some that are left out."""
    width = columns * WIDE + 2 * EDGE
    height = len(lines) * HIGH + 2 * EDGE
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
           f'width="{width:.0f}" height="{height:.0f}" role="img" aria-label="{escape(title)}">',
           f"<title>{escape(title)}</title>", f"<style>{STYLE}</style>",
           f'<rect class="page" x="0.5" y="0.5" width="{width - 1:.0f}" '
           f'height="{height - 1:.0f}" rx="8"/>']
    for number, line in enumerate(lines):
        foot = EDGE + number * HIGH + SIZE
        if line is None:
            out.append(run("⋮", EDGE, foot, {"dim"}))
            continue
        place = 0
        for look, cells in itertools.groupby(line, key=lambda cell: cell.look):
            text = "".join(cell.letter for cell in cells)
            if text.strip():
                out.append(run(text, EDGE + place * WIDE, foot, look))
            place += len(text)
    return "\n".join(out) + "\n</svg>\n"


def run(text, left, foot, look):
    """Its length is said, so that columns stand below each other in any font."""
    indent = len(text) - len(text.lstrip())
    text = text.strip()
    place = left + indent * WIDE
    kind = f' class="{" ".join(sorted(look))}"' if look else ""
    return (f'<text x="{place:.1f}" y="{foot}" textLength="{len(text) * WIDE:.1f}" '
            f'lengthAdjust="spacingAndGlyphs" xml:space="preserve"{kind}>{escape(text)}</text>')
