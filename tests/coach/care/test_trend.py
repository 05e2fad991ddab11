"""The run of the last strides: what moves smoothly, and when it is slower, uneven or hollow."""

import pytest

from coach.care.trend import Trend
from tests.coach.care.walks import USUAL, stride

USUAL_S = USUAL.stride_time_s


def _trend(
    times_s: list[float], extension_deg: float = 10.0, length_m: float | None = 1.3
) -> Trend:
    trend = Trend()
    for time_s in times_s:
        trend.add(stride(0, extension_deg, length_m, time_s=time_s))
    return trend


def test_the_first_stride_is_taken_as_it_is() -> None:
    trend = _trend([1.2], 12.0, 1.4)
    assert (trend.extension_deg, trend.stride_length_m) == (12.0, 1.4)
    assert trend.stride_time_s == pytest.approx(1.2)


def test_a_stride_moves_the_trend_by_a_third_of_its_distance() -> None:
    trend = _trend([1.2], 12.0, 1.4)
    trend.add(stride(1, 15.0, 1.1, time_s=0.9))
    assert trend.extension_deg == pytest.approx(13.0)
    assert trend.stride_length_m == pytest.approx(1.3)
    assert trend.stride_time_s == pytest.approx(1.1)


def test_a_stride_without_a_length_leaves_the_length_as_it_was() -> None:
    trend = _trend([1.1], length_m=1.4)
    trend.add(stride(1, length_m=None))
    assert trend.stride_length_m == 1.4


def test_five_strides_make_a_trend() -> None:
    assert [_trend([1.1] * n).is_settled for n in (4, 5)] == [False, True]


@pytest.mark.parametrize(("share", "is_slower"), [(1.09, False), (1.11, True)])
def test_a_tenth_longer_a_stride_is_slower(share: float, is_slower: bool) -> None:
    assert _trend([share * USUAL_S]).is_slower(USUAL) is is_slower


def test_before_the_first_stride_nothing_is_said() -> None:
    trend = Trend()
    assert not trend.is_slower(USUAL)
    assert not trend.is_uneven()
    assert not trend.is_hollow(USUAL)


@pytest.mark.parametrize(
    ("apart_s", "is_uneven"),
    [(0.05, False), (0.07, True)],
    ids=["5 % SD of the stride time", "7 %"],
)
def test_strides_that_vary_by_more_than_six_per_cent_are_uneven(
    apart_s: float, is_uneven: bool
) -> None:
    apart_s *= 0.95  # the sample SD of ten values at +-d is 1.054 d
    assert _trend([1 + apart_s, 1 - apart_s] * 5).is_uneven() is is_uneven


def test_seven_strides_are_too_few_to_call_them_uneven() -> None:
    times_s = [0.8, 1.2, 0.8, 1.2, 0.8, 1.2, 0.8, 1.2]
    assert [_trend(times_s[:n]).is_uneven() for n in (7, 8)] == [False, True]


def test_what_was_uneven_ten_strides_ago_is_forgotten() -> None:
    assert not _trend([0.8, 1.2, 0.8, 1.2] + [1.0] * 10).is_uneven()


def test_less_extension_with_slower_strides_is_hollow() -> None:
    assert _trend([1.2 * USUAL_S], 8.0).is_hollow(USUAL)


def test_less_extension_with_uneven_strides_is_hollow() -> None:
    assert _trend([0.8, 1.2] * 5, 8.0).is_hollow(USUAL)


def test_less_extension_at_the_usual_pace_is_a_success() -> None:
    assert not _trend([USUAL_S] * 10, 8.0).is_hollow(USUAL)


def test_the_usual_extension_in_slower_strides_is_not_hollow() -> None:
    assert not _trend([1.2 * USUAL_S], 9.0).is_hollow(USUAL)
