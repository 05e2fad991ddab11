# ruff: noqa: INP001
"""The things around the person in an exercise picture: mat, step, wall, ball, band, chair."""

from collections.abc import Callable

from svg_picture import (
    ARROW,
    BALL,
    BAND,
    CARD,
    EDGE,
    FLOOR_Y,
    PROP,
    PROP_EDGE,
    SOFT,
    WATER,
    WIDTH,
    WORKED_EDGE,
    Picture,
    Spec,
    moved,
)


def draw_prop(picture: Picture, spec: Spec) -> None:
    """A thing beside the person.

    Raises
    ------
    KeyError
        For a prop that nobody can draw.
    """
    _PROPS[spec["prop"]](picture, {"turn": 0, **spec})


def _mat(picture: Picture, spec: Spec) -> None:
    width, deep = spec.get("width", 236), spec.get("deep", 0)
    at, size = [(WIDTH - width) / 2, FLOOR_Y - deep], [width, 8 + deep]
    picture.box({**spec, "at": at, "size": size}, SOFT, ARROW)


def _sheet(picture: Picture, spec: Spec) -> None:
    """A mat seen from above, with a pillow."""
    picture.box({**spec, "at": [96, 6], "size": [150, 214]}, SOFT, ARROW, 10)
    picture.box({**spec, "at": [138, 12], "size": [64, 34]}, "#FFFFFF", PROP_EDGE, 10)


def _step(picture: Picture, spec: Spec) -> None:
    picture.box(spec, PROP, PROP_EDGE, 2)


def _pillow(picture: Picture, spec: Spec) -> None:
    picture.box(spec, "#FFFFFF", PROP_EDGE, 10)


def _pack(picture: Picture, spec: Spec) -> None:
    picture.box(spec, "#8CC8F0" if spec.get("is_cold") else "#F5A08C", WORKED_EDGE, 5)


def _wall(picture: Picture, spec: Spec) -> None:
    picture.box({**spec, "size": [14, 190], "at": [spec["x"], 26]}, PROP, PROP_EDGE, 1)


def _rail(picture: Picture, spec: Spec) -> None:
    x, y = spec["x"], spec["y"]
    picture.line([(x, FLOOR_Y), (x, y)], PROP_EDGE, 6)
    picture.line([(x - 14, y), (x + 14, y)], PROP_EDGE, 7)


def _bar(picture: Picture, spec: Spec) -> None:
    """A handrail that runs along beside the person, behind them in the picture."""
    (left, right), y = spec["span"], spec["y"]
    for x in (left + 12, right - 12):
        picture.line([(x, FLOOR_Y), (x, y)], PROP, 5)
    picture.line([(left, y), (right, y)], PROP_EDGE, 7)


def _cord(picture: Picture, spec: Spec) -> None:
    """The safety cord of a treadmill, from the clothes to the console."""
    start, end = (tuple(point) for point in spec["points"])
    picture.path(
        f"M{start[0]} {start[1]} Q{(start[0] + end[0]) / 2} {start[1] + 34} {end[0]} {end[1]}",
        "#B0402A",
        2.5,
    )
    picture.circle(start, 3.5, "#B0402A")


def _ball(picture: Picture, spec: Spec) -> None:
    picture.circle(tuple(spec["at"]), spec["r"], BALL, WORKED_EDGE)


def _band(picture: Picture, spec: Spec) -> None:
    picture.line([tuple(point) for point in spec["points"]], BAND, 6)


def _chair(picture: Picture, spec: Spec) -> None:
    x, seat_y = spec["x"], spec.get("y", 178)
    for leg_x in (x, x + 46):
        picture.line([(leg_x, FLOOR_Y - 2), (leg_x, seat_y)], PROP_EDGE, 5)
    picture.line([(x, seat_y), (x, seat_y - 62)], PROP_EDGE, 5)
    picture.line([(x - 1, seat_y), (x + 48, seat_y)], PROP, 9)
    picture.line([(x - 1, seat_y), (x + 48, seat_y)], PROP_EDGE, 3)


def _treadmill(picture: Picture, spec: Spec) -> None:
    picture.box({**spec, "at": [66, FLOOR_Y - 12], "size": [220, 14]}, PROP, PROP_EDGE)
    picture.line([(262, FLOOR_Y - 12), (272, 108), (226, 106)], PROP_EDGE, 6)
    picture.box({"turn": 12, "at": [268, 74], "size": [12, 34]}, ARROW, WORKED_EDGE)


def _water(picture: Picture, spec: Spec) -> None:
    for row, y in enumerate(spec["rows"]):
        waves = "".join(f" q9 {8 if number % 2 else -8} 18 0" for number in range(18))
        picture.path(f"M18 {y}{waves}", WATER, 4 if row == 0 else 2)


def _clock(picture: Picture, spec: Spec) -> None:
    """A clock whose filled part is twenty minutes."""
    x, y = spec["at"]
    picture.circle((x, y), 26, "#FFFFFF", WORKED_EDGE, 3)
    slice_edge = [moved((x, y), 90 - step * 6, 23) for step in range(21)]
    picture.shape([(x, y), *slice_edge], ARROW)
    picture.line([(x, y), (x, y - 20)], WORKED_EDGE, 3)
    picture.line([(x, y), moved((x, y), -30, 20)], WORKED_EDGE, 3)


def _warm_waves(picture: Picture, spec: Spec) -> None:
    x, y = spec["at"]
    for dx in (0, 13, 26):
        picture.path(f"M{x + dx} {y} q-7 -7 0 -14 q7 -7 0 -14", "#B0402A", 3)


def _snow(picture: Picture, spec: Spec) -> None:
    for turn in (0, 60, 120):
        ends = [moved(tuple(spec["at"]), turn + half, 13) for half in (0, 180)]
        picture.line(ends, ARROW, 3)


def _line(picture: Picture, spec: Spec) -> None:
    """A dotted line to go by; white on the body."""
    colour = EDGE if spec.get("is_white") else ARROW
    picture.line([tuple(point) for point in spec["points"]], colour, 3, "2 7")


def _notes(picture: Picture, spec: Spec) -> None:
    for x in spec["xs"]:
        picture.circle((x, 44), 6, ARROW)
        picture.line([(x + 5, 43), (x + 5, 22)], ARROW, 3)


def _moon(picture: Picture, spec: Spec) -> None:
    x, y = spec["at"]
    picture.circle((x, y), 16, "#C79A00")
    picture.circle((x + 8, y - 5), 14, CARD)


_PROPS: dict[str, Callable[[Picture, Spec], None]] = {
    "mat": _mat,
    "sheet": _sheet,
    "step": _step,
    "pillow": _pillow,
    "pack": _pack,
    "wall": _wall,
    "rail": _rail,
    "bar": _bar,
    "cord": _cord,
    "ball": _ball,
    "band": _band,
    "chair": _chair,
    "treadmill": _treadmill,
    "water": _water,
    "clock": _clock,
    "waves": _warm_waves,
    "snow": _snow,
    "line": _line,
    "notes": _notes,
    "moon": _moon,
}
