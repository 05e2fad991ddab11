#!/usr/bin/env python3
"""Draws the exercise pictures: ``draw_exercises.py [FOLDER]``, into assets/exercises/pictures.

Poses stand in ``exercise_poses.toml`` beside this script. Every picture has its own card, so that
it reads on light and dark windows alike. The worked leg differs by colour, outline and dashes.
"""

import sys
import tomllib
from pathlib import Path

from exercise_props import draw_prop
from svg_picture import (
    ARROW,
    BAND,
    BODY,
    EDGE,
    FAR,
    FLOOR_Y,
    GROUND,
    WIDTH,
    WORKED,
    WORKED_DASH,
    WORKED_EDGE,
    Picture,
    Point,
    Spec,
    moved,
)

_LENGTH = {"trunk": 60.0, "neck": 26.0, "thigh": 49.0, "shin": 47.0, "foot": 17.0}
_ARM = (33.0, 32.0)
_THICK = {"trunk": 27.0, "thigh": 19.0, "shin": 15.0, "foot": 11.0, "arm": 10.0}
_HEAD_R = 15.0
_HIP_HALF, _WAIST_HALF, _SHOULDER_HALF = 12.0, 9.0, 15.0


def draw_figure(picture: Picture, spec: Spec) -> None:
    """A person, from the side (near and far limbs) or from the front (left and right limbs)."""
    if spec.get("view") == "front":
        _draw_front(picture, spec)
    else:
        _draw_side(picture, spec)


def _leg(hip: Point, directions: list[float], scale: float) -> list[Point]:
    """Thigh, shin, foot; then how much is seen of thigh and shin that point at the viewer."""
    thigh_seen, shin_seen = [*directions[3:], 1.0, 1.0][:2]
    knee = moved(hip, directions[0], _LENGTH["thigh"] * scale * thigh_seen)
    ankle = moved(knee, directions[1], _LENGTH["shin"] * scale * shin_seen)
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
    picture.line(at["trunk"], EDGE, _THICK["trunk"] + 4)
    picture.line([at["trunk"][1], at["head"][0]], BODY, 10)
    picture.line(at["trunk"], BODY, _THICK["trunk"])
    nose = moved(at["head"][0], spec.get("face", spec.get("head", trunk) - 90), _HEAD_R)
    picture.circle(nose, 4, BODY)
    picture.circle(at["head"][0], _HEAD_R, BODY, EDGE)
    picture.circle(nose, 3.5, BODY)
    picture.limb(at["near_leg"], _LEG_WIDTHS, "worked" if "near" in worked else "near")
    if "buttock" in worked:
        _spot(picture, moved(at["trunk"][0], spec.get("buttock", 200), 7))
    picture.limb(at["near_arm"], _ARM_WIDTHS, "near")


def _spot(picture: Picture, at: Point) -> None:
    """The buttock that works or is treated."""
    picture.circle(at, 14, WORKED, WORKED_EDGE, 2)
    picture.circle(at, 8, "none", WORKED_DASH, 2)


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
    picture.shape(outline, EDGE, EDGE, 18)
    picture.shape(outline, BODY, BODY, 14)
    picture.line([at["trunk"][1], at["head"][0]], BODY, 10)
    picture.circle(at["head"][0], _HEAD_R, BODY, EDGE)
    for side in ("left", "right"):
        picture.limb(at[f"{side}_arm"], _ARM_WIDTHS, "near")
    if spec.get("shows_pelvis"):
        picture.line(at["hips"], WORKED_DASH, 4)
    if "buttock" in worked:
        _spot(picture, moved(at["trunk"][0], 90, 9))


def draw_frame(frame: Spec) -> str:
    """One picture: floor, what stands behind, people, what lies before them, arrows."""
    zoom = frame.get("zoom", 1.0)
    picture = Picture(zoom)
    half = (WIDTH / 2 - 16) / zoom
    floor = [(WIDTH / 2 - half, FLOOR_Y + 1), (WIDTH / 2 + half, FLOOR_Y + 1)]
    if not frame.get("is_from_above"):
        picture.line(floor, GROUND, 3 / zoom)
    for prop in frame.get("behind", []):
        draw_prop(picture, prop)
    for figure in frame["figures"]:
        draw_figure(picture, figure)
    for prop in frame.get("before", []):
        draw_prop(picture, prop)
    for arrow in frame.get("arrows", []):
        picture.arrow(arrow)
    return picture.svg()


def draw_placement(*, is_left: bool) -> str:
    """Where the sensor sits: front-outer thigh, middle third, arrow up; a person from the front."""
    picture = Picture(is_mirrored=is_left)
    for points, colour in (
        ([(120, 8), (240, 8), (250, 62), (110, 62)], FAR),
        ([(184, 62), (250, 62), (238, 168), (194, 168)], FAR),
        ([(195, 172), (237, 172), (230, 232), (202, 232)], FAR),
        ([(110, 62), (176, 62), (166, 168), (122, 168)], BODY),
        ([(123, 172), (165, 172), (158, 232), (130, 232)], BODY),
    ):
        picture.shape([(float(x), float(y)) for x, y in points], colour, EDGE, 3)
    for y in (62, 97, 133, 168):
        picture.line([(60, y), (176, y)], ARROW, 2, "2 6")
    picture.line([(72, 97), (72, 133)], ARROW, 6)
    for x in (144, 216):
        picture.circle((x, 172), 15, BODY if x < 180 else FAR, EDGE, 3)
    picture.shape([(114, 108), (172, 108), (170, 121), (116, 121)], BAND)
    sensor = {"at": [118, 96], "size": [28, 36], "turn": 0}
    picture.box(sensor, "#FFFFFF", WORKED_EDGE, 6)
    picture.shape([(132, 100), (141, 112), (123, 112)], WORKED, WORKED_EDGE, 1.5)
    picture.line([(132, 114), (132, 126)], WORKED_EDGE, 7)
    picture.line([(132, 114), (132, 126)], WORKED, 4)
    picture.arrow({"from": (40, 166), "to": (40, 70)})
    return picture.svg()


def write(folder: Path) -> None:
    """Write every picture into a folder."""
    poses = tomllib.loads((Path(__file__).parent / "exercise_poses.toml").read_text("utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    for name, pose in poses.items():
        for number, frame in enumerate(pose["frame"], start=1):
            (folder / f"{name}_{number}.svg").write_text(draw_frame(frame), "utf-8", newline="\n")
    for name, is_left in (("placement_right", False), ("placement_left", True)):
        text = draw_placement(is_left=is_left)
        (folder / f"{name}.svg").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    here = Path(__file__).resolve().parents[1]
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else here / "assets" / "exercises" / "pictures")
