"""Sample times from ticks, counters and arrivals, against the simulated truth."""

import copy
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.packet_time import ArrivalClock, CounterClock, PacketClock, TickClock, packet_clock
from sensors.samples import FloatArray

US, MS = 1e-6, 1e-3
CLOCKS: dict[str, Callable[[], PacketClock]] = {
    "tick": lambda: TickClock(100, MS, 32),
    "counter": lambda: CounterClock(100, 8),
    "arrival": lambda: ArrivalClock(100),
}


class Packet(NamedTuple):
    arrival_s: float
    n_samples: int
    tick: int
    counter: int
    true_s: FloatArray


def radio(
    *,
    rate_hz: float = 100.0,
    n_samples: int = 1,
    minutes: float = 5,
    rate_error: float = 0.0,
    tick_s: float = US,
    lost: float = 0.02,
    doubled: float = 0.0,
    interval_s: float = 0.045,
    stalls: tuple[tuple[float, float], ...] = (),
    seed: int = 1,
) -> list[Packet]:
    """Packets as a radio brings them.

    Packets wait for the next connection event, come out of it one after another in 1 to 3 ms
    each, after at least 1 ms; one event in fifty fails. The device clock is 200 ppm slow against
    the host's; its tick wraps ten seconds in. `stalls` are times (from, to) without an event.
    """
    rng = np.random.default_rng(seed)
    n_packets = int(minutes * 60 * rate_hz / n_samples)
    device_s = np.arange(n_packets * n_samples) / (rate_hz * (1 + rate_error))
    true_s = (1000 + device_s * (1 + 200e-6)).reshape(n_packets, n_samples)
    first_tick = 2**32 - round(10 / tick_s)
    packets: list[Packet] = []
    event_s, i = 1000.0, 0
    while i < n_packets:
        event_s += interval_s
        stalled = any(a <= event_s - 1000 < b for a, b in stalls)
        if stalled or rng.random() < 0.02:
            continue
        arrival_s = event_s + 0.001 + abs(rng.normal(0, 0.001))
        while i < n_packets and true_s[i, -1] < event_s:
            tick = (first_tick + round(float(device_s[i * n_samples]) / tick_s)) % 2**32
            if rng.random() >= lost:
                packet = Packet(arrival_s, n_samples, tick, i % 256, true_s[i])
                packets += [packet] * (1 + (rng.random() < doubled))
            arrival_s += rng.uniform(0.001, 0.003)
            i += 1
    return packets


def pushed(clock: PacketClock, packet: Packet) -> FloatArray:
    return clock.push(packet.arrival_s, packet.n_samples, tick=packet.tick, counter=packet.counter)


def errors_ms(clock: PacketClock, packets: list[Packet]) -> FloatArray:
    """Reconstructed less true time, less the shortest transport, which no receiver can see."""
    errors = [
        times - packet.true_s for packet in packets if len(times := pushed(clock, packet)) > 0
    ]
    shortest_s = min(packet.arrival_s - packet.true_s[-1] for packet in packets)
    result: FloatArray = 1000 * (np.concatenate(errors) - shortest_s)
    return result


def p95(errors: FloatArray) -> float:
    return float(np.percentile(np.abs(errors), 95))


def test_first_packet_ends_at_its_arrival() -> None:
    times = TickClock(100, US, 32).push(50.0, 3, tick=7)
    np.testing.assert_allclose(times, [49.98, 49.99, 50.0], atol=1e-9)


def test_ticks_space_the_samples_whatever_the_arrivals() -> None:
    clock = TickClock(100, US, 32)
    arrivals_s = [50.0, 50.043, 50.0431, 50.0432, 50.0433]
    times = [clock.push(a, 1, tick=10_000 * i)[0] for i, a in enumerate(arrivals_s)]
    np.testing.assert_allclose(np.diff(times), 0.01, atol=1e-9)


@pytest.mark.parametrize(("n_bits", "last"), [(32, 2**32 - 5000), (16, 2**16 - 5000)])
def test_tick_that_wraps_goes_on(n_bits: int, last: int) -> None:
    clock = TickClock(100, US, n_bits)
    first = clock.push(50.0, 1, tick=last)
    second = clock.push(50.01, 1, tick=5000)
    np.testing.assert_allclose(second - first, 0.01, atol=1e-9)


def test_counter_that_wraps_goes_on() -> None:
    clock = CounterClock(100, 8)
    first = clock.push(50.0, 1, counter=255)
    second = clock.push(50.01, 1, counter=0)
    np.testing.assert_allclose(second - first, 0.01, atol=1e-9)


@pytest.mark.parametrize("name", ["tick", "counter"])
def test_lost_packets_leave_their_time_open_and_are_counted(name: str) -> None:
    clock = CLOCKS[name]()
    first = clock.push(50.0, 2, tick=0, counter=0)
    second = clock.push(50.08, 2, tick=80, counter=4)
    assert second[0] - first[-1] == pytest.approx(0.07, abs=1e-9)
    assert clock.n_lost == 6


def test_losses_known_from_elsewhere_leave_their_time_open() -> None:
    clock = ArrivalClock(100)
    first = clock.push(50.0, 1)
    second = clock.push(50.03, 1, n_lost_before=2)
    assert second[0] - first[0] == pytest.approx(0.03, abs=1e-9)
    assert clock.n_lost == 2


@pytest.mark.parametrize("name", ["tick", "counter"])
def test_doubled_packet_brings_no_samples(name: str) -> None:
    clock = CLOCKS[name]()
    clock.push(50.0, 2, tick=40, counter=4)
    assert clock.push(50.001, 2, tick=40, counter=4).shape == (0,)


@pytest.mark.parametrize("name", ["tick", "counter"])
def test_packet_out_of_turn_brings_no_samples(name: str) -> None:
    clock = CLOCKS[name]()
    clock.push(50.0, 2, tick=40, counter=4)
    assert clock.push(50.001, 2, tick=20, counter=3).shape == (0,)


@pytest.mark.parametrize("start", [0, 10**9], ids=["back", "forward"])
def test_device_clock_set_anew_goes_on_at_the_arrivals(start: int) -> None:
    clock = TickClock(100, US, 32)
    for i in range(100):
        clock.push(50 + 0.01 * i, 1, tick=5_000_000 + 10_000 * i)
    times = [clock.push(51 + 0.01 * i, 1, tick=start + 10_000 * i) for i in range(50)]
    assert times[-1][0] == pytest.approx(51.49, abs=0.001)


@pytest.mark.parametrize("make", CLOCKS.values(), ids=CLOCKS.keys())
def test_after_a_broken_link_times_go_on_at_the_arrivals(
    make: Callable[[], PacketClock],
) -> None:
    clock = make()
    for i in range(100):
        clock.push(50 + 0.01 * i, 1, tick=10 * i, counter=i)
    clock.reset()
    assert clock.push(54.0, 1, tick=0, counter=0)[0] == pytest.approx(54.0, abs=1e-9)
    assert clock.n_lost == 0


@pytest.mark.parametrize("make", CLOCKS.values(), ids=CLOCKS.keys())
def test_reset_at_once_does_not_turn_time_back(make: Callable[[], PacketClock]) -> None:
    clock = make()
    last_s = clock.push(50.0, 1, tick=0, counter=0)[0]
    clock.reset()
    assert clock.push(50.001, 4, tick=0, counter=0)[0] > last_s


@pytest.mark.parametrize(
    ("clock", "kind"),
    [
        (packet_clock(100, (US, 32), 8), TickClock),
        (packet_clock(100, None, 8), CounterClock),
        (packet_clock(100), ArrivalClock),
    ],
    ids=["tick", "counter", "arrival"],
)
def test_best_clock_is_taken(clock: PacketClock, kind: type) -> None:
    assert isinstance(clock, kind)


@pytest.mark.parametrize("clock", [TickClock(100, US, 32), CounterClock(100, 8)])
def test_missing_tick_or_counter_is_the_callers_mistake(clock: PacketClock) -> None:
    with pytest.raises(ValueError, match="needs"):
        clock.push(0.0, 1)


@settings(max_examples=60, deadline=None)
@given(
    name=st.sampled_from(sorted(CLOCKS)),
    packets=st.lists(
        st.tuples(
            st.floats(0, 3), st.integers(1, 30), st.integers(0, 2**32 - 1), st.integers(0, 255)
        ),
        max_size=60,
    ),
)
def test_times_increase_whatever_the_sensor_says(
    name: str, packets: list[tuple[float, int, int, int]]
) -> None:
    clock, arrival_s, last_s = CLOCKS[name](), 0.0, -np.inf
    for wait_s, n, tick, counter in packets:
        arrival_s += wait_s
        times = clock.push(arrival_s, n, tick=tick, counter=counter)
        assert len(times) in {0, n}
        steps = np.diff(times, prepend=last_s)
        assert (steps > 0).all()
        last_s = times[-1] if len(times) else last_s


@pytest.mark.parametrize("make", CLOCKS.values(), ids=CLOCKS.keys())
def test_copied_state_goes_on_alike(make: Callable[[], PacketClock]) -> None:
    packets = radio(minutes=0.5)
    clock = make()
    for packet in packets[:1500]:
        pushed(clock, packet)
    other = copy.deepcopy(clock)
    for packet in packets[1500:]:
        assert np.array_equal(pushed(clock, packet), pushed(other, packet))


# Ceilings: what was measured with some room; issue: 2 ms with ticks, 10 ms without.
@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize(
    ("rate_hz", "n_samples", "tick_s", "rate_error"),
    [(60, 1, US, 0), (104, 8, MS, 0), (104, 8, MS, 0.03), (104, 8, MS, -0.03)],
    ids=["us ticks", "ms ticks", "3 % fast", "3 % slow"],
)
def test_ticks_give_times_within_2_ms(
    rate_hz: float, n_samples: int, tick_s: float, rate_error: float, seed: int
) -> None:
    packets = radio(
        rate_hz=rate_hz,
        n_samples=n_samples,
        tick_s=tick_s,
        rate_error=rate_error,
        doubled=0.01,
        seed=seed,
    )
    assert p95(errors_ms(TickClock(rate_hz, tick_s, 32), packets)) <= 2.0


@pytest.mark.parametrize("n_samples", [1, 4])
@pytest.mark.parametrize("rate_error", [0, 0.02, -0.02], ids=["exact", "fast", "slow"])
def test_counters_give_times_within_4_ms(n_samples: int, rate_error: float) -> None:
    packets = radio(n_samples=n_samples, rate_error=rate_error, doubled=0.01)
    assert p95(errors_ms(CounterClock(100, 8), packets)) <= 4.0


@pytest.mark.parametrize(
    ("lost", "ceiling_ms"),
    [(0, 7), (0.01, 9), (0.02, 10)],
    ids=["complete", "1 % lost", "2 % lost"],
)
def test_arrivals_alone_give_times_within_a_sample(lost: float, ceiling_ms: float) -> None:
    packets = radio(lost=lost)
    assert p95(errors_ms(ArrivalClock(100), packets)) <= ceiling_ms


@pytest.mark.parametrize("rate_error", [0.02, -0.02], ids=["fast", "slow"])
def test_arrivals_alone_show_the_true_rate(rate_error: float) -> None:
    packets = radio(lost=0, rate_error=rate_error)
    assert p95(errors_ms(ArrivalClock(100), packets)) <= 6.0


def test_stall_of_the_radio_is_no_loss() -> None:
    packets = radio(lost=0, minutes=1, stalls=((20.0, 21.0), (40.0, 40.4)))
    clock = ArrivalClock(100)
    assert p95(errors_ms(clock, packets)) <= 7.0
    assert clock.n_lost <= 5  # of 140 held up


def test_lost_packets_are_counted_by_ticks() -> None:
    packets = radio(minutes=2)
    clock = TickClock(100, US, 32)
    errors_ms(clock, packets)
    n_sent = round((packets[-1].true_s[0] - packets[0].true_s[0]) * 100 / (1 + 200e-6)) + 1
    assert clock.n_lost == n_sent - len(packets)
