"""HTML pages that need nothing beside them: one style, tables, plots."""

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape
from typing import NamedTuple

_STYLE = """
:root { color-scheme: light }
body { font: 16px/1.5 system-ui, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 72rem; margin: 0 auto; padding: 1rem }
h1, h2 { line-height: 1.2 } h2 { margin-top: 2.5rem }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums }
caption { text-align: left; font-weight: 600; padding: .3rem 0 }
th, td { padding: .25rem .7rem; border-bottom: 1px solid #ccc; text-align: right }
th[scope=row], td.words, thead th:first-child { text-align: left; font-weight: normal }
thead th { font-weight: 600; vertical-align: bottom; border-bottom: 2px solid #555 }
.missed { font-weight: 700; color: #a11 } .wide { overflow-x: auto }
figure { margin: 1.5rem 0 } figure img { max-width: 100%; height: auto }
figcaption { max-width: 46rem } summary { cursor: pointer; padding: .3rem 0 }
"""


class Plot(NamedTuple):
    """A plot, its heading, and the same in words for whoever cannot see it."""

    heading: str
    words: str
    svg: str


def document(title: str, body: Iterable[str], language: str = "en") -> str:
    """The whole page; `title` is its heading too, `language` that of its words."""
    return (
        f'<!doctype html>\n<html lang="{escape(language)}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n<main>\n<h1>{escape(title)}</h1>\n{chr(10).join(body)}\n</main>\n</body>\n"
        "</html>\n"
    )


def plots_section(plots: Sequence[Plot], without_plots: str | None) -> Iterable[str]:
    """Plots under a heading; `without_plots` says why there are none."""
    if plots or without_plots:
        yield "<h2>Plots</h2>"
    if without_plots:
        yield f"<p>{escape(without_plots)}</p>"
    for plot in plots:
        yield figure(plot)


def figure(plot: Plot) -> str:
    """A plot with its heading and its words."""
    data = b64encode(plot.svg.encode()).decode()
    return (
        f'<figure><figcaption><strong>{escape(plot.heading)}.</strong> {escape(plot.words)}'
        f'</figcaption><img src="data:image/svg+xml;base64,{data}" '
        f'alt="{escape(plot.heading)}. {escape(plot.words)}"></figure>'
    )  # fmt: skip


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of plain cells; the first of a row is its heading."""
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    lines = [
        f'<tr><th scope="row">{escape(first)}</th>'
        + "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        + "</tr>"
        for first, *rest in rows
    ]
    return framed(caption, head, lines)


def framed(caption: str, head: str, lines: Sequence[str]) -> str:
    """A table of rows and header cells that are HTML already."""
    columns = f"<thead><tr>{head}</tr></thead>" if head else ""
    return (
        f'<div class="wide"><table><caption>{escape(caption)}</caption>'
        f"{columns}<tbody>\n{chr(10).join(lines)}\n</tbody></table></div>"
    )
