"""The person's usual stride: robust, with a floor, and held against a limit."""

import pytest

from coach.care.limits import Limit
from coach.care.usual import Usual, share_cued, usual_of
from tests.coach.care.walks import STRIDE_S, USUAL, stride


def test_usual_is_the_median_stride() -> None:
    usual = usual_of([stride(n, extension, 1.2) for n, extension in enumerate((8.0, 10.0, 30.0))])
    assert usual.extension_deg == 10.0
    assert usual.stride_time_s == pytest.approx(STRIDE_S)
    assert usual.stride_length_m == 1.2


def test_spread_is_that_of_the_median_deviation() -> None:
    # deviations from 10: 2, 0, 20; their median 2 stands for an SD of 2.97
    usual = usual_of([stride(n, extension) for n, extension in enumerate((8.0, 10.0, 30.0))])
    assert usual.extension_sd_deg == pytest.approx(2.97, abs=0.01)


def test_strides_all_alike_keep_a_smallest_spread() -> None:
    assert usual_of([stride(n) for n in range(20)]).extension_sd_deg == 0.5


def test_lengths_are_unknown_when_no_stride_has_one() -> None:
    usual = usual_of([stride(n, length_m=None) for n in range(5)])
    assert usual.stride_length_m is None
    assert usual.floor_m is None


def test_floor_is_five_degrees_and_four_fifths() -> None:
    assert USUAL.floor_deg == 5.0
    assert USUAL.floor_m == pytest.approx(1.04)


def test_one_stride_is_not_a_habit() -> None:
    with pytest.raises(ValueError, match="1 strides"):
        usual_of([stride(0)])


@pytest.mark.parametrize(
    ("limit_deg", "share"),
    [(9.0, 0.5), (10.7, 0.159), (30.0, 0.0)],
    ids=["at usual with dead band", "one SD above", "far above"],
)
def test_share_of_usual_strides_beyond_limit_and_dead_band(limit_deg: float, share: float) -> None:
    limit = Limit(extension_deg=limit_deg, dead_band_deg=1.0)
    assert share_cued(USUAL, limit) == pytest.approx(share, abs=0.001)


def test_share_looks_at_metres_too() -> None:
    limit = Limit(stride_length_m=1.27, dead_band_m=0.03)
    assert share_cued(USUAL, limit) == pytest.approx(0.5)


def test_share_without_a_usual_length_is_none_of_the_strides() -> None:
    assert share_cued(Usual(10.0, 1.7, 1.1), Limit(stride_length_m=0.5)) == 0.0
