from dataclasses import replace
from datetime import timedelta

import pytest

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.own_limit import OwnWalk, ReturnLadder, own_provisional_limit
from coach.care.pain import judge
from coach.care.pain_record import Relief
from coach.gait.events import Stride
from tests.coach.care.days import AMBER, GREEN, RED, UNKNOWN, judged, morning, on, rating


def _stride(
    extension_deg: float, length_m: float | None = None, *, is_scored: bool = True
) -> Stride:
    return Stride(
        start_s=0.0,
        end_s=1.1,
        known_s=1.2,
        peak_thigh_extension_s=0.8,
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=0.5,
        peak_thigh_flexion_deg=25.0,
        reported_s=0.9,
        stride_length_m=length_m,
        stride_length_sd_m=None if length_m is None else 0.05,
        cadence_spm=110.0,
        walking_speed_mps=None,
        is_scored=is_scored,
        why_not=None,
    )


def _own_walk(
    day: int, *degrees: float, colour: str = GREEN, length_m: float | None = None
) -> OwnWalk:
    return OwnWalk(judged(day, colour), tuple(_stride(deg, length_m) for deg in degrees))


_TENS = (9.0, 11.0) * 10
_THREE = [_own_walk(day, *_TENS) for day in (0, 2, 4)]
_SD = (60 / 59) ** 0.5  # of sixty values one above or below their mean


def test_the_limit_is_mean_and_two_sd_of_three_green_walks() -> None:
    limit = own_provisional_limit(_THREE, on(5))
    assert limit is not None
    assert limit.extension_deg == pytest.approx(10 + 2 * _SD, abs=1e-9)
    assert (limit.source, limit.grade) == (LimitSource.OWN_PROVISIONAL, Grade.N)
    assert limit.expires_on == on(5) + timedelta(days=28)
    assert limit.extension_interval_deg is None


@pytest.mark.parametrize("colour", [AMBER, RED, UNKNOWN])
def test_a_walk_not_green_by_morning_does_not_count(colour: str) -> None:
    assert own_provisional_limit([*_THREE[:2], _own_walk(4, *_TENS, colour=colour)], on(5)) is None


def test_two_walks_are_too_few() -> None:
    assert own_provisional_limit(_THREE[:2], on(5)) is None


def test_a_short_walk_does_not_count() -> None:
    assert own_provisional_limit([*_THREE[:2], _own_walk(4, *_TENS[:19])], on(5)) is None


def test_a_walk_under_painkillers_does_not_count() -> None:
    record = rating(4, taken=(Relief.PAINKILLER,))
    drugged = replace(_THREE[2], judged=judge(record, morning(4)))
    assert own_provisional_limit([*_THREE[:2], drugged], on(5)) is None


def test_strides_not_scored_do_not_count() -> None:
    wild = tuple(_stride(40.0, is_scored=False) for _ in range(30))
    walks = [replace(walk, strides=(*walk.strides, *wild)) for walk in _THREE]
    assert own_provisional_limit(walks, on(5)) == own_provisional_limit(_THREE, on(5))


def test_the_newest_three_count_in_any_order() -> None:
    older = _own_walk(-9, *(20.0, 22.0) * 10)
    assert own_provisional_limit([*_THREE, older], on(5)) == own_provisional_limit(_THREE, on(5))


def test_metres_come_along_when_every_stride_has_them() -> None:
    walks = [_own_walk(day, *_TENS, length_m=1.2) for day in (0, 2, 4)]
    limit = own_provisional_limit(walks, on(5))
    assert limit is not None
    assert limit.stride_length_m == pytest.approx(1.2, abs=1e-9)


def test_metres_stay_away_when_one_walk_has_none() -> None:
    walks = [*_THREE[:2], _own_walk(4, *_TENS, length_m=1.2)]
    limit = own_provisional_limit(walks, on(5))
    assert limit is not None
    assert limit.stride_length_m is None


_LADDER = ReturnLadder(step_deg=2, start_deg=10, top_deg=15, set_by="physio")


@pytest.mark.parametrize(
    ("limit_deg", "up_deg", "back_deg"),
    [(10, 2, 0), (12, 2, 2), (14, 1, 2), (15, None, 2), (11, 2, 1), (8, 2, 0), (16, None, 2)],
)
def test_ladder_steps(limit_deg: float, up_deg: float | None, back_deg: float) -> None:
    limit = Limit(extension_deg=limit_deg)
    assert (_LADDER.step_from(limit), _LADDER.step_back_from(limit)) == (up_deg, back_deg)


@pytest.mark.parametrize(
    ("limit_deg", "change_deg", "moved_deg"), [(12, 2, 14), (14, 2, 15), (11, -2, 10), (8, -2, 8)]
)
def test_a_limit_moves_within_the_ladder(
    limit_deg: float, change_deg: float, moved_deg: float
) -> None:
    limit = Limit(extension_deg=limit_deg, grade=Grade.B)
    moved = _LADDER.moved(limit, change_deg)
    assert (moved.extension_deg, moved.grade, moved.set_by) == (moved_deg, Grade.B, "physio")


def test_a_limit_in_metres_has_no_ladder() -> None:
    limit = Limit(stride_length_m=1.2)
    assert (_LADDER.step_from(limit), _LADDER.step_back_from(limit)) == (None, 0)
    with pytest.raises(ValueError, match="in degrees"):
        _LADDER.moved(limit, 1)


@pytest.mark.parametrize(
    ("step_deg", "top_deg", "set_by"),
    [(0.9, 15, "physio"), (2.1, 15, "physio"), (2, 10, "physio"), (2, 15, " ")],
)
def test_a_ladder_outside_the_rules_is_refused(
    step_deg: float, top_deg: float, set_by: str
) -> None:
    with pytest.raises(ValueError, match="ladder"):
        ReturnLadder(step_deg=step_deg, start_deg=10, top_deg=top_deg, set_by=set_by)
