"""A loss among packets without time or number, told from bursts, stalls and a wrong clock."""

import numpy as np
import pytest

from sensors.late_run import FoundLoss, LateRun

PERIOD_S = 0.01


def found(
    arrivals_s: list[float], lost: dict[int, int] | None = None
) -> list[tuple[int, FoundLoss]]:
    """What is found, with the packet that showed it; `lost` before a packet, so many."""
    run, device_s, finds = LateRun(), 0.0, []
    lost = lost or {}
    for i, arrival_s in enumerate(arrivals_s):
        loss = run.push(arrival_s, device_s, PERIOD_S, 1, 1)
        if loss is not None:
            finds.append((i, loss))
            device_s += loss.n_samples * PERIOD_S
        device_s += PERIOD_S
    return finds


def at_once(n: int, jitter_s: float = 0.0003, skew: float = 0.0) -> list[float]:
    draw = np.random.default_rng(1)
    times: list[float] = (
        np.arange(n) * PERIOD_S * (1 + skew) + draw.exponential(jitter_s, n)
    ).tolist()
    return times


def in_bursts(n: int, interval_s: float) -> list[float]:
    arrivals_s, event_s = [], 0.0
    draw = np.random.default_rng(2)
    for i in range(n):
        if i * PERIOD_S >= event_s:
            event_s = interval_s * np.floor(i * PERIOD_S / interval_s + 1)
            at_s = event_s + abs(draw.normal(0, 0.001))
        arrivals_s.append(float(at_s))
        at_s += draw.uniform(0.001, 0.003)
    return arrivals_s


def test_nothing_is_found_where_nothing_is_lost() -> None:
    assert found(at_once(3000)) == []


@pytest.mark.parametrize("interval_s", [0.03, 0.045])
def test_bursts_are_no_loss(interval_s: float) -> None:
    assert len(found(in_bursts(6000, interval_s))) <= 1


@pytest.mark.parametrize("n_lost", [1, 2, 5])
def test_a_loss_among_packets_that_come_at_once_is_found_by_the_second_after_it(
    n_lost: int,
) -> None:
    arrivals_s = at_once(1000)
    del arrivals_s[600 : 600 + n_lost]
    assert found(arrivals_s) == [(601, FoundLoss(n_lost, 1, is_exact=True))]


def test_a_loss_in_a_burst_is_found_within_a_quarter_of_a_second() -> None:
    arrivals_s = in_bursts(1500, 0.03)
    lost_s = arrivals_s.pop(1000)
    ((i, loss),) = [each for each in found(arrivals_s) if each[0] > 900]
    assert arrivals_s[i] - lost_s < 0.25
    assert loss.n_samples == 1
    assert i - loss.n_since - 3 <= 1000 <= i


def test_a_host_that_was_held_up_has_lost_nothing() -> None:
    arrivals_s = [max(each, 4.2) if 4 < each < 4.2 else each for each in at_once(1000)]
    assert found(arrivals_s) == []


def test_one_late_packet_is_no_loss() -> None:
    arrivals_s = at_once(1000)
    arrivals_s[600] += 0.0095
    assert found(arrivals_s) == []


@pytest.mark.parametrize("skew", [-0.004, 0.004])
def test_a_clock_that_is_a_little_off_has_lost_nothing(skew: float) -> None:
    assert found(at_once(3000, skew=skew)) == []


def test_bursts_that_drift_against_the_samples_are_no_loss() -> None:
    n = np.arange(1000)
    assert found((0.03 * np.ceil(n / 98.8 / 0.03 + 0.1) - n * (1 / 98.8 - PERIOD_S)).tolist()) == []


def test_packets_that_surely_follow_each_other_are_late_for_another_reason() -> None:
    arrivals_s = at_once(1000)
    held_up_s = [each + 0.01 * (i >= 600) for i, each in enumerate(arrivals_s)]
    run = LateRun()
    finds = [
        run.push(arrival_s, i * PERIOD_S, PERIOD_S, 1, 1, is_loss_sure=i >= 500)
        for i, arrival_s in enumerate(held_up_s)
    ]
    assert not any(finds)
    assert run.in_time_s() == pytest.approx(0.01, abs=0.002)


@pytest.mark.parametrize("is_loss_sure", [True, False])
def test_a_program_that_was_stopped_for_long_has_lost_nothing_and_goes_on_at_its_pace(
    is_loss_sure: bool,
) -> None:
    arrivals_s = at_once(4000)
    for i, each in enumerate(arrivals_s):
        if 10 < each < 30:  # stopped; what waited comes in two batches
            arrivals_s[i] = 30 + 0.0001 * i if each < 25 else 30.4 + 0.0001 * i
    run = LateRun()
    finds = [
        run.push(arrival_s, i * PERIOD_S, PERIOD_S, 1, 1, is_loss_sure=is_loss_sure)
        for i, arrival_s in enumerate(arrivals_s)
    ]
    assert not any(finds)
    assert run.pace == pytest.approx(1, abs=0.002)


def test_a_host_that_stumbles_all_the_time_changes_no_pace() -> None:
    draw = np.random.default_rng(4)
    held_s = np.where(draw.random(4000) < 0.02, draw.uniform(0.05, 0.4, 4000), 0.0)
    arrivals_s = np.maximum.accumulate(np.array(at_once(4000)) + held_s).tolist()
    run = LateRun()
    for i, arrival_s in enumerate(arrivals_s):
        run.push(arrival_s + 1e-5 * i, i * PERIOD_S, PERIOD_S, 1, 1, is_loss_sure=True)
    assert run.pace == pytest.approx(1.001, abs=0.004)
