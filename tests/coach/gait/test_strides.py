"""Turning points of angles drawn by hand."""

from math import degrees, inf, nan, radians

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.strides import Turn, TurningPoint, TurningPoints, TurningSettings

SETTINGS = TurningSettings(
    extension_rad=radians(0.5),
    flexion_rad=radians(3.0),
    min_range_rad=radians(10.0),
    crossings_rad=(radians(0.0), radians(-5.0), radians(-10.0)),
)


def through(*corners_deg: float, step_deg: float = 1.0) -> list[float]:
    """A line from corner to corner, a degree a sample, in radians; corners are samples."""
    angles = [corners_deg[0]]
    for corner in corners_deg[1:]:
        n = round(abs(corner - angles[-1]) / step_deg)
        angles += np.linspace(angles[-1], corner, n + 1)[1:].tolist()
    return [radians(angle) for angle in angles]


def turns(angles_rad: list[float], *kinds: Turn) -> list[TurningPoint]:
    points = TurningPoints(SETTINGS)
    points.restart(0, angles_rad[0] if angles_rad else 0.0)
    found = points.push(0, angles_rad)
    return [point for point in found if not kinds or point.kind in kinds]


def extensions_deg(angles_rad: list[float]) -> list[int]:
    return [round(degrees(p.flexion_rad)) for p in turns(angles_rad, Turn.PEAK_EXTENSION)]


def flexions_deg(angles_rad: list[float]) -> list[int]:
    return [round(degrees(p.flexion_rad)) for p in turns(angles_rad, Turn.PEAK_FLEXION)]


def test_both_peaks_of_a_swing_are_found() -> None:
    angles = through(0, 30, -15, 30, -15, 30)
    assert extensions_deg(angles) == [-15, -15]
    assert flexions_deg(angles) == [30, 30]


def test_a_peak_is_told_where_it_was_and_when_it_was_known() -> None:
    (peak,) = turns(through(0, 30, -15, 0), Turn.PEAK_EXTENSION)
    assert peak.idx == 30 + 45
    assert peak.known_idx == peak.idx + 1  # a degree back is more than half a degree


def test_peak_flexion_is_known_three_degrees_later() -> None:
    (peak,) = turns(through(0, 30, 20), Turn.PEAK_FLEXION)
    assert peak.idx == 30
    assert peak.known_idx in {33, 34}


def test_angles_passed_on_the_way_are_told_in_order() -> None:
    passed = turns(through(0, 30, -7, 30), Turn.EXTENDING_PAST)
    assert [point.level for point in passed] == [0, 1]
    assert all(point.idx == point.known_idx for point in passed)
    assert [degrees(point.flexion_rad) for point in passed] == pytest.approx([-1.0, -6.0])


def test_a_fast_thigh_passes_two_angles_in_one_sample() -> None:
    passed = turns(np.radians([0, 30, 20, -12, 10, 30]).tolist(), Turn.EXTENDING_PAST)
    assert [(point.level, point.idx) for point in passed] == [(0, 3), (1, 3), (2, 3)]


def test_every_stride_passes_the_angles_anew() -> None:
    passed = turns(through(0, 30, -7, 30, -7, 30), Turn.EXTENDING_PAST)
    assert [point.level for point in passed] == [0, 1, 0, 1]


def test_a_tremble_is_no_stride() -> None:
    assert extensions_deg(through(0, 4, -2, 4, -2, 4, -2)) == []


def test_a_wobble_on_the_way_is_no_peak() -> None:
    angles = through(0, 30, 10, 10.4, -15, 0, step_deg=0.2)
    assert extensions_deg(angles) == [-15]


def test_a_deeper_extension_of_the_same_stride_is_told_too() -> None:
    assert extensions_deg(through(0, 30, -10, -8, -15, 30)) == [-10, -15]


def test_a_second_extension_less_deep_is_not_told() -> None:
    assert extensions_deg(through(0, 30, -15, -13, -14, 30)) == [-15]


def test_what_begins_at_rest_begins_a_stride() -> None:
    points = TurningPoints(SETTINGS)
    points.restart(100, radians(2.0))
    found = points.push(101, through(2, -15, 20, -15))
    assert [p.kind for p in found if p.kind is not Turn.EXTENDING_PAST][-1] is Turn.PEAK_FLEXION
    assert found[-1].idx > 100


def test_restart_forgets_the_swing() -> None:
    points = TurningPoints(SETTINGS)
    points.push(0, through(0, 30, -15))
    points.restart(200, 0.0)
    assert points.push(200, through(0, 1, 0)) == []


def test_begun_in_mid_swing_no_peak_is_made_up() -> None:
    points = TurningPoints(SETTINGS)
    points.restart(100)
    found = points.push(100, through(-12, -15, 30, -15, 0))
    peaks = [p for p in found if p.kind is not Turn.EXTENDING_PAST]
    assert [p.kind for p in peaks] == [Turn.PEAK_FLEXION, Turn.PEAK_EXTENSION]
    assert degrees(peaks[0].flexion_rad) == pytest.approx(30.0)


def test_angles_that_are_not_known_are_no_peaks() -> None:
    angles = through(0, 30, -15, 30)
    angles[40:45] = [nan] * 5
    assert extensions_deg(angles) == [-15]
    assert turns([nan] * 50) == []


ANGLES = st.lists(st.floats(-40, 80), max_size=120).map(lambda a: np.radians(a).tolist())


@settings(max_examples=80)
@given(ANGLES, st.lists(st.integers(0, 40), min_size=1, max_size=4).filter(any))
def test_any_partition_gives_the_same_points(angles: list[float], sizes: list[int]) -> None:
    points, start, i = TurningPoints(SETTINGS), 0, 0
    points.restart(0, angles[0] if angles else 0.0)
    found: list[TurningPoint] = []
    while start < len(angles):
        stop = start + sizes[i % len(sizes)]
        found += points.push(start, angles[start:stop])
        start, i = stop, i + 1
    assert found == turns(angles)


@settings(max_examples=80)
@given(ANGLES)
def test_points_are_known_in_order_and_never_before_they_happen(angles: list[float]) -> None:
    found = turns(angles)
    assert all(point.idx <= point.known_idx for point in found)
    known = [point.known_idx for point in found]
    assert known == sorted(known)
    assert all(point.flexion_rad == angles[point.idx] for point in found)


@settings(max_examples=80)
@given(ANGLES)
def test_every_extension_is_a_step_below_the_peak_flexion_before(angles: list[float]) -> None:
    began_at = inf
    for point in turns(angles, Turn.PEAK_FLEXION, Turn.PEAK_EXTENSION):
        if point.kind is Turn.PEAK_EXTENSION:
            assert point.flexion_rad < began_at - SETTINGS.min_range_rad
        else:
            began_at = point.flexion_rad
