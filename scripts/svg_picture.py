# ruff: noqa: INP001
"""Strokes, shapes, limbs and arrows of a picture, written as SVG Tiny, which Qt draws.

Positions are pixels of a 360 x 240 picture, y down; directions are degrees, 0 right and 90 up.
"""

from math import atan2, cos, degrees, hypot, radians, sin
from typing import Any

WIDTH, HEIGHT = 360, 240
FLOOR_Y = 216.0

CARD, CARD_EDGE, GROUND = "#EEF2F5", "#8593A0", "#8593A0"
BODY, FAR, EDGE = "#4A5B6C", "#93A3B1", "#EEF2F5"
WORKED, WORKED_EDGE, WORKED_DASH = "#E06A00", "#14181C", "#FFFFFF"
ARROW, SOFT, PROP, PROP_EDGE = "#00598F", "#C9DCEB", "#D5CDBF", "#7A6F5D"
BAND, BALL, WATER = "#1E7B4F", "#7A3E9D", "#2E86C1"


Point = tuple[float, float]
Spec = dict[str, Any]


def moved(start: Point, direction_deg: float, length: float) -> Point:
    """The point so far from a start in a direction."""
    angle = radians(direction_deg)
    return start[0] + length * cos(angle), start[1] - length * sin(angle)


class Picture:
    """Collects the elements of one picture and writes them as SVG Tiny, as Qt draws it."""

    def __init__(self, zoom: float = 1.0, *, is_mirrored: bool = False) -> None:
        self._parts: list[str] = []
        self._scale = f"{-zoom if is_mirrored else zoom:g} {zoom:g}"

    def svg(self) -> str:
        """The picture as text."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        card = (
            f'<rect x="1" y="1" width="{WIDTH - 2}" height="{HEIGHT - 2}" rx="14" '
            f'fill="{CARD}" stroke="{CARD_EDGE}" stroke-width="2"/>\n'
        )
        zoomed = f'<g transform="translate({WIDTH / 2} {FLOOR_Y}) scale({self._scale}) '
        zoomed += f'translate({-WIDTH / 2} {-FLOOR_Y})">\n'
        return head + card + zoomed + "\n".join(self._parts) + "\n</g>\n</svg>\n"

    def line(self, points: list[Point], colour: str, width: float, dash: str = "") -> None:
        """Rounded strokes through the points."""
        path = "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        self.path(path, colour, width, dash)

    def path(self, path: str, colour: str, width: float, dash: str = "") -> None:
        """A rounded stroke along a path."""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        self._parts.append(
            f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{width:g}" '
            f'stroke-linecap="round" stroke-linejoin="round"{dashes}/>'
        )

    def shape(self, points: list[Point], fill: str, edge: str = "none", width: float = 2) -> None:
        """A filled polygon."""
        text = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._parts.append(
            f'<polygon points="{text}" fill="{fill}" stroke="{edge}" stroke-width="{width:g}" '
            'stroke-linejoin="round"/>'
        )

    def circle(
        self, at: Point, radius: float, fill: str, edge: str = "none", width: float = 2
    ) -> None:
        """A filled circle."""
        self._parts.append(
            f'<circle cx="{at[0]:.1f}" cy="{at[1]:.1f}" r="{radius:g}" fill="{fill}" '
            f'stroke="{edge}" stroke-width="{width:g}"/>'
        )

    def box(self, spec: Spec, fill: str, edge: str, rx: float = 4) -> None:
        """A rectangle of `at` (its upper left corner) and `size`, turned about its middle."""
        (x, y), (width, height) = spec["at"], spec["size"]
        turn = f' transform="rotate({-spec["turn"]} {x + width / 2} {y + height / 2})"'
        self._parts.append(
            f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{spec.get("rx", rx)}" '
            f'fill="{fill}" stroke="{edge}" stroke-width="2"{turn if spec["turn"] else ""}/>'
        )

    def limb(self, points: list[Point], widths: list[float], style: str) -> None:
        """A limb of several segments: near, far or worked."""
        pieces = list(zip(points, points[1:], widths, strict=False))
        edge = WORKED_EDGE if style == "worked" else EDGE
        colour = {"near": BODY, "far": FAR, "worked": WORKED}[style]
        for start, end, width in pieces:
            self.line([start, end], edge, width + 4)
        for start, end, width in pieces:
            self.line([start, end], colour, width)
        if style == "worked":
            self.line(points[:3], WORKED_DASH, 2.5, "1 8")

    def arrow(self, spec: Spec) -> None:
        """An arrow from one point to another, bent to the left of its way by `bend`."""
        start, end, bend = tuple(spec["from"]), tuple(spec["to"]), spec.get("bend", 0.0)
        way = (end[0] - start[0], end[1] - start[1])
        length = hypot(*way) or 1.0
        control = (
            (start[0] + end[0]) / 2 + bend * way[1] / length,
            (start[1] + end[1]) / 2 - bend * way[0] / length,
        )
        for colour, width, grown in ((CARD, 9.0, 3.0), (ARROW, 4.5, 0.0)):
            self.path(
                f"M{start[0]:.1f} {start[1]:.1f} Q{control[0]:.1f} {control[1]:.1f} "
                f"{end[0]:.1f} {end[1]:.1f}",
                colour,
                width,
            )
            self._tip(control, end, colour, grown)
            if spec.get("is_double"):
                self._tip(control, start, colour, grown)

    def _tip(self, source: Point, at: Point, colour: str, grown: float) -> None:
        direction = degrees(atan2(source[1] - at[1], at[0] - source[0]))
        point = moved(at, direction, 7 + grown)
        wings = [moved(at, direction + side * 115, 9 + grown) for side in (1, -1)]
        self.shape([point, *wings], colour, colour)
