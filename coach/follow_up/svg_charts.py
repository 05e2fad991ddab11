"""Small charts as SVG text, made by hand: for paper and HTML alike, without any library."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

WIDTH, HEIGHT = 460, 210
_LEFT, _RIGHT, _TOP, _BOTTOM = 52, 12, 14, 40
_FAINT, _LINE = "#46525d", "#c4ccd4"
COLOURS = ("#00598f", "#7a5200", "#7a0a3c", "#3f7a3f", "#5b3f8f", "#14181c")
"""Series colours; each comes with a dash pattern of its own."""
DASHES = ("", "7 4", "2 3", "10 3 2 3", "4 2", "1 4")


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: its ends, its labelled places, and its name."""

    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]
    name: str = ""


@dataclass(slots=True)
class Chart:
    """A chart that is drawn part by part; `svg()` is its text."""

    x: Axis
    y: Axis
    title: str
    _parts: list[str] = field(default_factory=list)
    _names: list[tuple[int, str]] = field(default_factory=list)

    def bars(self, values: Iterable[tuple[float, float]], *, width: float = 0.7) -> None:
        """Bars from the floor, at places of the x axis; zero shows as a thin line."""
        for at, value in values:
            left, right = self._x(at - width / 2), self._x(at + width / 2)
            top = min(self._y(value), self._y(self.y.low) - 1.5)
            self._parts.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
                f'height="{self._y(self.y.low) - top:.1f}" fill="{COLOURS[0]}"/>'
            )

    def line(self, points: Sequence[tuple[float, float]], series: int = 0) -> None:
        """A line through points."""
        if not points:
            return
        path = " ".join(f"{self._x(x):.1f},{self._y(y):.1f}" for x, y in points)
        dash = f' stroke-dasharray="{DASHES[series]}"' if DASHES[series] else ""
        self._parts.append(
            f'<polyline points="{path}" fill="none" stroke="{COLOURS[series]}" '
            f'stroke-width="2"{dash}/>'
        )

    def band(self, points: Sequence[tuple[float, float, float]], series: int = 0) -> None:
        """The area between two heights."""
        upper = [f"{self._x(x):.1f},{self._y(high):.1f}" for x, _, high in points]
        lower = [f"{self._x(x):.1f},{self._y(low):.1f}" for x, low, _ in reversed(points)]
        self._parts.append(
            f'<polygon points="{" ".join(upper + lower)}" fill="{COLOURS[series]}" '
            'fill-opacity="0.18" stroke="none"/>'
        )

    def dots(self, points: Iterable[tuple[float, float]], series: int = 0) -> None:
        """A dot at each point."""
        self._parts += [
            f'<circle cx="{self._x(x):.1f}" cy="{self._y(y):.1f}" r="3" '
            f'fill="{COLOURS[series]}" fill-opacity="0.7"/>'
            for x, y in points
        ]

    def whiskers(self, points: Iterable[tuple[float, float, float]]) -> None:
        """A vertical line between two heights at each place."""
        self._parts += [
            f'<line x1="{self._x(x):.1f}" y1="{self._y(low):.1f}" x2="{self._x(x):.1f}" '
            f'y2="{self._y(high):.1f}" stroke="{COLOURS[0]}" stroke-width="1.5"/>'
            for x, low, high in points
        ]

    def level(self, value: float, words: str, series: int = 1) -> None:
        """A labelled dashed line across, at a height."""
        y = self._y(value)
        self._parts.append(
            f'<line x1="{_LEFT}" y1="{y:.1f}" x2="{WIDTH - _RIGHT}" y2="{y:.1f}" '
            f'stroke="{COLOURS[series]}" stroke-width="1.5" stroke-dasharray="7 4"/>'
            + _label(WIDTH - _RIGHT, y - 4, words, "end", COLOURS[series])
        )

    def name(self, series: int, words: str) -> None:
        """Name a series in the key at the top left."""
        self._names.append((series, words))

    def svg(self) -> str:
        """The whole picture; the same parts give the same text."""
        bottom = HEIGHT - _BOTTOM
        grid = [
            f'<line x1="{_LEFT}" y1="{self._y(at):.1f}" x2="{WIDTH - _RIGHT}" '
            f'y2="{self._y(at):.1f}" stroke="{_LINE}" stroke-width="1"/>'
            + _label(_LEFT - 6, self._y(at) + 4, words, "end")
            for at, words in self.y.ticks
        ]
        ticks = [_label(self._x(at), bottom + 16, words, "middle") for at, words in self.x.ticks]
        names = [_label((WIDTH + _LEFT) / 2, HEIGHT - 6, self.x.name, "middle")]
        middle = (_TOP + bottom) / 2
        names.append(
            f'<g transform="translate(13 {middle:.1f}) rotate(-90)">'
            f"{_label(0, 0, self.y.name, 'middle')}</g>"
        )
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            f'width="{WIDTH}" height="{HEIGHT}" font-family="sans-serif" font-size="12">'
            f"<title>{escape(self.title)}</title>"
            f"{''.join((*grid, *self._parts, *self._key(), *ticks, *names))}</svg>"
        )

    def _key(self) -> list[str]:
        lines = []
        for n, (series, words) in enumerate(self._names):
            x, y = _LEFT + 8, _TOP + 10 + 15 * n
            dash = f' stroke-dasharray="{DASHES[series]}"' if DASHES[series] else ""
            lines.append(
                f'<line x1="{x}" y1="{y}" x2="{x + 26}" y2="{y}" stroke="{COLOURS[series]}" '
                f'stroke-width="2"{dash}/>' + _label(x + 32, y + 4, words, "start")
            )
        return lines

    def _x(self, value: float) -> float:
        share = (value - self.x.low) / (self.x.high - self.x.low)
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def _y(self, value: float) -> float:
        share = (value - self.y.low) / (self.y.high - self.y.low)
        return HEIGHT - _BOTTOM - share * (HEIGHT - _TOP - _BOTTOM)


def _label(x: float, y: float, words: str, anchor: str, colour: str = _FAINT) -> str:
    if not words:
        return ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">'
        f"{escape(words)}</text>"
    )
