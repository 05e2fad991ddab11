"""The sign tables of docs/conventions.md, against vectors and against the code."""

import re
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from coach.gait.alignment import alignment_from, placement_axes
from sensors.samples import Placement

Vector = NDArray[np.int64]

_PAGE = (Path(__file__).parents[1] / "docs" / "conventions.md").read_text(encoding="utf-8")
_AXES = {"x": np.array([1, 0, 0]), "y": np.array([0, 1, 0]), "z": np.array([0, 0, 1])}
_ANTERIOR, _UP, _RIGHT = _AXES.values()
_SIDES = {"right": _RIGHT, "left": -_RIGHT}

_NAMES = (
    "flexion",
    "extension",
    "abduction",
    "adduction",
    "external rotation",
    "internal rotation",
)


def _turn(movement: str, outward: Vector) -> tuple[Vector, Vector]:
    """What of the thigh goes where; `outward` is the leg's own side."""
    return {
        "flexion": (-_UP, _ANTERIOR),
        "extension": (-_UP, -_ANTERIOR),
        "abduction": (-_UP, outward),
        "adduction": (-_UP, -outward),
        "external rotation": (_ANTERIOR, outward),
        "internal rotation": (_ANTERIOR, -outward),
    }[movement]


def _told(movement: str) -> dict[str, str]:
    """The table's row: sign and axis for each leg."""
    row = re.search(rf"^\| {movement}:.*\| (.)(.) \| (.)(.) \|$", _PAGE, re.MULTILINE)
    assert row is not None
    signs = [sign.replace("−", "-") + axis for sign, axis in (row.groups()[:2], row.groups()[2:])]
    return dict(zip(("right", "left"), signs, strict=True))


def _vector(signed_axis: str) -> Vector:
    return (1 if signed_axis[0] == "+" else -1) * _AXES[signed_axis[1]]


@pytest.mark.parametrize("side", list(_SIDES))
@pytest.mark.parametrize("movement", _NAMES)
def test_movement_turns_about_the_axis_the_page_says(movement: str, side: str) -> None:
    start, end = _turn(movement, _SIDES[side])
    assert np.array_equal(np.cross(start, end), _vector(_told(movement)[side]))


def test_right_is_anterior_across_up() -> None:
    up, right = placement_axes(Placement(up="+y", anterior="-z"))
    assert np.array_equal(right, np.cross([0, 0, -1], [0, 1, 0]))
    assert np.array_equal(up, [0, 1, 0])


def test_thigh_turned_by_the_flexion_axis_flexes() -> None:
    # 0.1 rad of rotation about +z: the vertical, seen from the thigh, turns the other way
    alignment = alignment_from(_UP.astype(float), _RIGHT.astype(float))
    up_sensor = (float(np.sin(0.1)), float(np.cos(0.1)), 0.0)
    assert _told("flexion")["right"] == "+z"
    assert alignment.flexion_rad(up_sensor) == pytest.approx(0.1)
