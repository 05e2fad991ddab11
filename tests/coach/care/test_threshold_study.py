"""The simulation study in small, with tolerances for few runs; in full under `-m long`."""

import pytest

from tests.coach.care.patients import KINDS
from tests.coach.care.threshold_study import free_run, rows, run, unsafe_share, unsafe_share_of_all

_SMALL = 12


def test_twelve_free_bouts_find_a_steep_threshold() -> None:
    """0.75 deg in the full study; six runs give that to about 0.2."""
    _, after_12, _ = rows("steep", [free_run("steep", seed) for seed in range(6)])
    assert after_12.rmse_deg < 1.6
    assert after_12.median_width_deg < 8.0


@pytest.mark.parametrize("kind", ["steep", "carry-over"])
def test_the_protocol_is_safe_and_its_interval_holds(kind: str) -> None:
    """12 runs: 95 % means 9 to 12; 3 unsafe ones would be odd at 5 %."""
    runs = [run(kind, seed) for seed in range(_SMALL)]
    _, after_12, _ = rows(kind, runs)
    assert after_12.coverage >= 9 / 12
    assert unsafe_share(runs) <= 2 / 12
    assert all(one.n_painful <= 3 and one.n_long_strides <= 80 for one in runs)


@pytest.mark.long
@pytest.mark.parametrize("kind", list(KINDS))
def test_no_kind_is_led_into_severe_pain(kind: str) -> None:
    """Every bout is counted, also the first ones; at most 3.5 % in the full study."""
    assert unsafe_share_of_all([run(kind, seed) for seed in range(400)]) <= 0.05


@pytest.mark.long
@pytest.mark.parametrize("kind", list(KINDS))
def test_the_interval_after_twelve_bouts_holds_the_truth(kind: str) -> None:
    """Floors, as measured: docs/pain-threshold.md."""
    _, after_12, _ = rows(kind, [run(kind, seed) for seed in range(400)])
    assert after_12.coverage >= 0.92


@pytest.mark.long
def test_twelve_free_bouts_find_a_steep_threshold_in_full() -> None:
    _, after_12, _ = rows("steep", [free_run("steep", seed) for seed in range(200)])
    assert after_12.rmse_deg <= 1.6


@pytest.mark.long
def test_the_protocol_finds_a_steep_threshold() -> None:
    """The median is what is told: 1.56 deg in the full study, of the tests with two ends."""
    _, after_12, _ = rows("steep", [run("steep", seed) for seed in range(400)])
    assert after_12.median_rmse_deg <= 1.7
