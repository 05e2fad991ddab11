#!/usr/bin/env python3
"""Draws the exercise pictures: ``draw_exercises.py [FOLDER]``, into assets/exercises/pictures.

Poses stand in ``exercise_poses.toml`` beside this script. Directions are degrees, 0 to the right
and 90 up; positions are pixels of a 360 x 240 picture, y down. Every picture has its own card, so
that it reads on light and dark windows alike. The worked leg differs by colour, outline and dashes.
"""

import sys
import tomllib
from math import atan2, cos, degrees, hypot, radians, sin
from pathlib import Path
from typing import Any

WIDTH, HEIGHT = 360, 240
FLOOR_Y = 216.0

_CARD, _CARD_EDGE, _GROUND = "#EEF2F5", "#8593A0", "#8593A0"
_BODY, _FAR, _EDGE = "#4A5B6C", "#93A3B1", "#EEF2F5"
_WORKED, _WORKED_EDGE, _WORKED_DASH = "#E06A00", "#14181C", "#FFFFFF"
_ARROW, _SOFT, _PROP, _PROP_EDGE = "#00598F", "#C9DCEB", "#D5CDBF", "#7A6F5D"
_BAND, _BALL, _WATER = "#1E7B4F", "#7A3E9D", "#2E86C1"

_LENGTH = {"trunk": 60.0, "neck": 26.0, "thigh": 49.0, "shin": 47.0, "foot": 17.0}
_ARM = (33.0, 32.0)
_THICK = {"trunk": 27.0, "thigh": 19.0, "shin": 15.0, "foot": 11.0, "arm": 10.0}
_HEAD_R = 15.0
_HIP_HALF, _WAIST_HALF, _SHOULDER_HALF = 12.0, 9.0, 15.0

Point = tuple[float, float]
Spec = dict[str, Any]


def moved(start: Point, direction_deg: float, length: float) -> Point:
    """The point so far from a start in a direction."""
    angle = radians(direction_deg)
    return start[0] + length * cos(angle), start[1] - length * sin(angle)


class Picture:
    """Collects the elements of one picture and writes them as SVG Tiny, as Qt draws it."""

    def __init__(self, zoom: float = 1.0) -> None:
        self._parts: list[str] = []
        self._zoom = zoom

    def svg(self) -> str:
        """The picture as text."""
        head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">\n'
        card = (
            f'<rect x="1" y="1" width="{WIDTH - 2}" height="{HEIGHT - 2}" rx="14" '
            f'fill="{_CARD}" stroke="{_CARD_EDGE}" stroke-width="2"/>\n'
        )
        zoomed = f'<g transform="translate({WIDTH / 2} {FLOOR_Y}) scale({self._zoom:g}) '
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
        edge = _WORKED_EDGE if style == "worked" else _EDGE
        colour = {"near": _BODY, "far": _FAR, "worked": _WORKED}[style]
        for start, end, width in pieces:
            self.line([start, end], edge, width + 4)
        for start, end, width in pieces:
            self.line([start, end], colour, width)
        if style == "worked":
            self.line(points[:3], _WORKED_DASH, 2.5, "1 8")

    def arrow(self, spec: Spec) -> None:
        """An arrow from one point to another, bent to the left of its way by `bend`."""
        start, end, bend = tuple(spec["from"]), tuple(spec["to"]), spec.get("bend", 0.0)
        way = (end[0] - start[0], end[1] - start[1])
        length = hypot(*way) or 1.0
        control = (
            (start[0] + end[0]) / 2 + bend * way[1] / length,
            (start[1] + end[1]) / 2 - bend * way[0] / length,
        )
        for colour, width, grown in ((_CARD, 9.0, 3.0), (_ARROW, 4.5, 0.0)):
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


def draw_figure(picture: Picture, spec: Spec) -> None:
    """A person, from the side (near and far limbs) or from the front (left and right limbs)."""
    if spec.get("view") == "front":
        _draw_front(picture, spec)
    else:
        _draw_side(picture, spec)


def _leg(hip: Point, directions: list[float], scale: float) -> list[Point]:
    seen = directions[3] if len(directions) > 3 else 1.0
    knee = moved(hip, directions[0], _LENGTH["thigh"] * scale * seen)
    ankle = moved(knee, directions[1], _LENGTH["shin"] * scale)
    return [hip, knee, ankle, moved(ankle, directions[2], _LENGTH["foot"])]


def _arm(shoulder: Point, directions: list[float]) -> list[Point]:
    elbow = moved(shoulder, directions[0], _ARM[0])
    return [shoulder, elbow, moved(elbow, directions[1], _ARM[1])]


def _shifted(joints: dict[str, list[Point]], spec: Spec) -> dict[str, list[Point]]:
    """All joints moved so that one stands where it is asked, or the lowest on the floor."""
    if "anchor" in spec:
        limb, number, x, y = spec["anchor"]
        dx, dy = x - joints[limb][number][0], y - joints[limb][number][1]
    else:
        lowest = max(
            point[1] + _reach(limb, number)
            for limb, points in joints.items()
            for number, point in enumerate(points)
        )
        dx, dy = 0.0, FLOOR_Y - spec.get("lift", 0.0) - lowest
    return {limb: [(x + dx, y + dy) for x, y in points] for limb, points in joints.items()}


def _reach(limb: str, number: int) -> float:
    """How far skin lies below a joint."""
    if "leg" in limb:
        return (_THICK["thigh"] / 2, _THICK["shin"] / 2, _THICK["foot"] / 2, 5.5)[number]
    if "arm" in limb:
        return _THICK["arm"] / 2
    return _HEAD_R if limb == "head" else _THICK["trunk"] / 2


_LEG_WIDTHS = [_THICK["thigh"], _THICK["shin"], _THICK["foot"]]
_ARM_WIDTHS = [_THICK["arm"], _THICK["arm"] - 1]


def _draw_side(picture: Picture, spec: Spec) -> None:
    hip: Point = (spec.get("x", 180.0), 120.0)
    trunk = spec.get("trunk", 90)
    shoulder = moved(hip, trunk, _LENGTH["trunk"])
    scale = spec.get("scale", 1.0)
    joints = {
        "trunk": [hip, shoulder],
        "head": [moved(shoulder, spec.get("head", trunk), _LENGTH["neck"])],
        "near_leg": _leg(hip, spec["near_leg"], scale),
        "far_leg": _leg(hip, spec["far_leg"], scale),
        "near_arm": _arm(shoulder, spec.get("near_arm", [trunk + 178, trunk + 188])),
        "far_arm": _arm(shoulder, spec.get("far_arm", [trunk + 184, trunk + 194])),
    }
    at = _shifted(joints, spec)
    worked = spec.get("worked", [])
    picture.limb(at["far_arm"], _ARM_WIDTHS, "far")
    picture.limb(at["far_leg"], _LEG_WIDTHS, "worked" if "far" in worked else "far")
    picture.line(at["trunk"], _EDGE, _THICK["trunk"] + 4)
    picture.line([at["trunk"][1], at["head"][0]], _BODY, 10)
    picture.line(at["trunk"], _BODY, _THICK["trunk"])
    nose = moved(at["head"][0], spec.get("face", spec.get("head", trunk) - 90), _HEAD_R)
    picture.circle(nose, 4, _BODY)
    picture.circle(at["head"][0], _HEAD_R, _BODY, _EDGE)
    picture.circle(nose, 3.5, _BODY)
    picture.limb(at["near_leg"], _LEG_WIDTHS, "worked" if "near" in worked else "near")
    if "buttock" in worked:
        _spot(picture, moved(at["trunk"][0], spec.get("buttock", 200), 7))
    picture.limb(at["near_arm"], _ARM_WIDTHS, "near")


def _spot(picture: Picture, at: Point) -> None:
    """The buttock that works or is treated."""
    picture.circle(at, 14, _WORKED, _WORKED_EDGE, 2)
    picture.circle(at, 8, "none", _WORKED_DASH, 2)


def _draw_front(picture: Picture, spec: Spec) -> None:
    pelvis: Point = (spec.get("x", 180.0), 120.0)
    trunk = spec.get("trunk", 90)
    tilt = trunk - 90 + spec.get("pelvis_tilt", 0)
    half = spec.get("hips", _HIP_HALF)
    neck = moved(pelvis, trunk, _LENGTH["trunk"])
    joints = {
        "trunk": [pelvis, neck],
        "head": [moved(neck, spec.get("head", trunk), _LENGTH["neck"])],
        "hips": [moved(pelvis, tilt + 180, half), moved(pelvis, tilt, half)],
        "shoulders": [
            moved(neck, trunk + 90, _SHOULDER_HALF),
            moved(neck, trunk - 90, _SHOULDER_HALF),
        ],
    }
    scale = spec.get("scale", 1.0)
    for number, side in enumerate(("left", "right")):
        joints[f"{side}_leg"] = _leg(joints["hips"][number], spec[f"{side}_leg"], scale)
        joints[f"{side}_arm"] = _arm(joints["shoulders"][number], spec[f"{side}_arm"])
    at = _shifted(joints, spec)
    worked = spec.get("worked", [])
    for side in spec.get("order", ["left", "right"]):
        style = "worked" if side in worked else ("far" if side in spec.get("far", []) else "near")
        picture.limb(at[f"{side}_leg"], _LEG_WIDTHS, style)
    for prop in spec.get("between", []):
        draw_prop(picture, prop)
    waist = [moved(at["trunk"][0], tilt, side * _WAIST_HALF) for side in (1, -1)]
    outline = [*at["shoulders"], *waist]
    picture.shape(outline, _EDGE, _EDGE, 18)
    picture.shape(outline, _BODY, _BODY, 14)
    picture.line([at["trunk"][1], at["head"][0]], _BODY, 10)
    picture.circle(at["head"][0], _HEAD_R, _BODY, _EDGE)
    for side in ("left", "right"):
        picture.limb(at[f"{side}_arm"], _ARM_WIDTHS, "near")
    if spec.get("shows_pelvis"):
        picture.line(at["hips"], _WORKED_DASH, 4)
    if "buttock" in worked:
        _spot(picture, moved(at["trunk"][0], 90, 9))


def draw_prop(picture: Picture, spec: Spec) -> None:
    """A thing beside the person; unknown ones are refused.

    Raises
    ------
    ValueError
        For a prop that nobody can draw.
    """
    spec = {"turn": 0, **spec}
    match spec["prop"]:
        case "mat":
            width, deep = spec.get("width", 236), spec.get("deep", 0)
            spec |= {"size": [width, 8 + deep], "at": [(WIDTH - width) / 2, FLOOR_Y - deep]}
            picture.box(spec, _SOFT, _ARROW)
        case "step":
            picture.box(spec, _PROP, _PROP_EDGE, 2)
        case "pillow":
            picture.box(spec, "#FFFFFF", _PROP_EDGE, 10)
        case "pack":
            picture.box(spec, "#8CC8F0" if spec.get("is_cold") else "#F5A08C", _WORKED_EDGE, 5)
        case "wall":
            picture.box({**spec, "size": [14, 190], "at": [spec["x"], 26]}, _PROP, _PROP_EDGE, 1)
        case "rail":
            x, y = spec["x"], spec.get("y", 116)
            picture.line([(x, FLOOR_Y), (x, y)], _PROP_EDGE, 6)
            picture.line([(x - 14, y), (x + 14, y)], _PROP_EDGE, 7)
        case "ball":
            picture.circle(tuple(spec["at"]), spec.get("r", 9), _BALL, _WORKED_EDGE)
        case "band":
            picture.line([tuple(p) for p in spec["points"]], _BAND, 6)
        case "chair":
            x, seat_y = spec["x"], spec.get("y", 166)
            for leg_x in (x, x + 46):
                picture.line([(leg_x, FLOOR_Y - 2), (leg_x, seat_y)], _PROP_EDGE, 5)
            picture.line([(x, seat_y), (x, seat_y - 62)], _PROP_EDGE, 5)
            picture.line([(x - 1, seat_y), (x + 48, seat_y)], _PROP, 9)
            picture.line([(x - 1, seat_y), (x + 48, seat_y)], _PROP_EDGE, 3)
        case "treadmill":
            picture.box({"turn": 0, "at": [66, FLOOR_Y - 12], "size": [220, 14]}, _PROP, _PROP_EDGE)
            picture.line([(270, FLOOR_Y - 12), (290, 112), (262, 108)], _PROP_EDGE, 6)
            picture.box({"turn": 12, "at": [284, 84], "size": [12, 30]}, _ARROW, _WORKED_EDGE)
        case "water":
            for row, y in enumerate(spec["rows"]):
                waves = "".join(f" q9 {8 if n % 2 else -8} 18 0" for n in range(18))
                picture.path(f"M18 {y}{waves}", _WATER, 4 if row == 0 else 2)
        case "clock":
            _draw_clock(picture, spec)
        case "waves":
            x, y = spec["at"]
            for dx in (0, 13, 26):
                picture.path(f"M{x + dx} {y} q-7 -7 0 -14 q7 -7 0 -14", "#B0402A", 3)
        case "line":
            colour = _EDGE if spec.get("is_white") else _ARROW
            picture.line([tuple(p) for p in spec["points"]], colour, 3, "2 7")
        case "notes":
            for x in spec["xs"]:
                picture.circle((x, 44), 6, _ARROW)
                picture.line([(x + 5, 43), (x + 5, 22)], _ARROW, 3)
        case "moon":
            picture.circle((276, 92), 16, "#C79A00")
            picture.circle((284, 87), 14, _CARD)
        case "snow":
            for turn in (0, 60, 120):
                ends = [moved(tuple(spec["at"]), turn + half, 13) for half in (0, 180)]
                picture.line(ends, _ARROW, 3)
        case "sheet":
            picture.box({"turn": 0, "at": [96, 12], "size": [150, 200]}, _SOFT, _ARROW, 10)
        case unknown:
            raise ValueError(f"no prop is called {unknown}")


def _draw_clock(picture: Picture, spec: Spec) -> None:
    """A clock whose filled part is twenty minutes."""
    x, y = spec["at"]
    picture.circle((x, y), 26, "#FFFFFF", _WORKED_EDGE, 3)
    slice_edge = [moved((x, y), 90 - step * 6, 23) for step in range(21)]
    picture.shape([(x, y), *slice_edge], _ARROW)
    picture.line([(x, y), (x, y - 20)], _WORKED_EDGE, 3)
    picture.line([(x, y), moved((x, y), -30, 20)], _WORKED_EDGE, 3)


def draw_frame(frame: Spec) -> str:
    """One picture: floor, what stands behind, people, what lies before them, arrows."""
    zoom = frame.get("zoom", 1.0)
    picture = Picture(zoom)
    half = (WIDTH / 2 - 16) / zoom
    floor = [(WIDTH / 2 - half, FLOOR_Y + 1), (WIDTH / 2 + half, FLOOR_Y + 1)]
    picture.line(floor, _GROUND, 3 / zoom)
    for prop in frame.get("behind", []):
        draw_prop(picture, prop)
    for figure in frame["figures"]:
        draw_figure(picture, figure)
    for prop in frame.get("before", []):
        draw_prop(picture, prop)
    for arrow in frame.get("arrows", []):
        picture.arrow(arrow)
    return picture.svg()


def draw_placement() -> str:
    """Where the sensor sits: front-outer thigh, middle third, arrow up; a person from the front."""
    picture = Picture()
    for points, colour in (
        ([(120, 8), (240, 8), (250, 62), (110, 62)], _FAR),
        ([(184, 62), (250, 62), (238, 168), (194, 168)], _FAR),
        ([(195, 172), (237, 172), (230, 232), (202, 232)], _FAR),
        ([(110, 62), (176, 62), (166, 168), (122, 168)], _BODY),
        ([(123, 172), (165, 172), (158, 232), (130, 232)], _BODY),
    ):
        picture.shape([(float(x), float(y)) for x, y in points], colour, _EDGE, 3)
    for y in (62, 97, 133, 168):
        picture.line([(60, y), (176, y)], _ARROW, 2, "2 6")
    picture.line([(72, 97), (72, 133)], _ARROW, 6)
    for x in (144, 216):
        picture.circle((x, 172), 15, _BODY if x < 180 else _FAR, _EDGE, 3)
    picture.shape([(114, 108), (172, 108), (170, 121), (116, 121)], _BAND)
    sensor = {"at": [117, 96], "size": [28, 36], "turn": 0}
    picture.box(sensor, "#FFFFFF", _WORKED_EDGE, 6)
    picture.shape([(131, 100), (140, 112), (122, 112)], _WORKED, _WORKED_EDGE, 1.5)
    picture.line([(131, 114), (131, 126)], _WORKED_EDGE, 7)
    picture.line([(131, 114), (131, 126)], _WORKED, 4)
    picture.arrow({"from": (40, 166), "to": (40, 70)})
    return picture.svg()


def write(folder: Path) -> None:
    """Write every picture into a folder."""
    poses = tomllib.loads((Path(__file__).parent / "exercise_poses.toml").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, pose in poses.items():
        for number, frame in enumerate(pose["frame"], start=1):
            (folder / f"{name}_{number}.svg").write_text(draw_frame(frame), "utf-8", newline="\n")
    (folder / "placement.svg").write_text(draw_placement(), "utf-8", newline="\n")


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1]
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "assets" / "exercises" / "pictures")
