"""What a sensor packs, its decoder unpacks: within the last bit, in order, with its times."""

import numpy as np
import pytest

from sensors.devices.codec import Driver, Samples
from sensors.devices.registry import DRIVERS
from tests.radio.encoders import ENCODERS, READ_VALUES, Notification

_BY_MODEL = {driver.model: driver for driver in DRIVERS}
_CASES = pytest.mark.parametrize(
    ("model", "rate_hz"), ENCODERS, ids=[f"{model} {rate:.0f} Hz" for model, rate in ENCODERS]
)

# Half a bit of each format, plus rounding of the test itself; text has four decimals.
_ACC_ERROR_MPS2 = {"default": 0.5 * 16 * 9.80665 / 32768, "float": 1e-5}
_GYR_ERROR_RADPS = {"default": 0.5 * np.radians(1 / 16.4), "float": 1e-5}


def _walk(n: int, rate_hz: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    t_s = 4294.9 + np.arange(n) / rate_hz  # microseconds wrap at 4294.967 s
    phase = 2 * np.pi * 0.9 * t_s
    acc = np.stack((3 * np.sin(phase), 9.81 + 2 * np.cos(phase), np.sin(3 * phase)), axis=1)
    gyr = np.stack((0.3 * np.sin(phase), 0.2 * np.cos(phase), 3 * np.cos(phase)), axis=1)
    return t_s, acc, gyr


def _decoded(driver: Driver, sent: list[Notification]) -> list[Samples]:
    decoder = driver.decoder()
    for char in driver.chars:
        if char in READ_VALUES:
            decoder.push(char, READ_VALUES[char])
    items = [item for each in sent for item in decoder.push(each.char, each.payload)]
    return [item for item in items if isinstance(item, Samples)]


@_CASES
def test_samples_come_back_within_half_a_bit(model: str, rate_hz: float) -> None:
    t_s, acc, gyr = _walk(240, rate_hz)
    packets = _decoded(_BY_MODEL[model], ENCODERS[model, rate_hz](t_s, acc, gyr))
    is_float = model in ("Movella DOT", "Movesense")
    kind = "float" if is_float else "default"
    back_acc = np.vstack([packet.acc_mps2 for packet in packets])
    back_gyr = np.vstack([packet.gyr_radps for packet in packets])
    assert back_acc.shape == acc.shape
    assert np.abs(back_acc - acc).max() <= _ACC_ERROR_MPS2[kind] * 1.001
    assert np.abs(back_gyr - gyr).max() <= _GYR_ERROR_RADPS[kind] * 1.001


@_CASES
def test_each_packet_tells_the_time_of_its_first_sample(model: str, rate_hz: float) -> None:
    driver = _BY_MODEL[model]
    t_s, acc, gyr = _walk(240, rate_hz)
    packets = _decoded(driver, ENCODERS[model, rate_hz](t_s, acc, gyr))
    if driver.tick is None:
        assert all(packet.tick is None for packet in packets)
        return
    first_idx = np.cumsum([0] + [len(packet.acc_mps2) for packet in packets[:-1]])
    wrap_s = 2**driver.tick.n_bits * driver.tick.unit_s
    told_s = np.array([packet.tick for packet in packets], float) * driver.tick.unit_s
    error_s = (told_s - t_s[first_idx] + wrap_s / 2) % wrap_s - wrap_s / 2
    assert np.abs(error_s).max() <= driver.tick.unit_s * 0.51


@_CASES
def test_nothing_is_called_lost_or_clipped_when_all_arrives(model: str, rate_hz: float) -> None:
    packets = _decoded(_BY_MODEL[model], ENCODERS[model, rate_hz](*_walk(240, rate_hz)))
    assert sum(packet.n_lost_before for packet in packets) == 0
    assert not any(packet.is_clipped.any() for packet in packets)


@_CASES
def test_a_value_beyond_the_range_is_marked_clipped(model: str, rate_hz: float) -> None:
    t_s, acc, gyr = _walk(24, rate_hz)
    gyr[12, 2] = np.radians(2000)
    packets = _decoded(_BY_MODEL[model], ENCODERS[model, rate_hz](t_s, acc, gyr))
    is_clipped = np.concatenate([packet.is_clipped for packet in packets])
    assert np.flatnonzero(is_clipped).tolist() == [12]


@_CASES
def test_reset_forgets_what_was_unfinished(model: str, rate_hz: float) -> None:
    driver = _BY_MODEL[model]
    sent = ENCODERS[model, rate_hz](*_walk(48, rate_hz))
    decoder = driver.decoder()
    ready = [char for char in driver.chars if char in READ_VALUES]
    for char in ready:
        decoder.push(char, READ_VALUES[char])
    decoder.push(sent[0].char, sent[0].payload[:19] if model[:3] == "Wit" else sent[0].payload)
    decoder.reset()
    for char in ready:
        decoder.push(char, READ_VALUES[char])
    after = [
        item
        for each in sent
        for item in decoder.push(each.char, each.payload)
        if isinstance(item, Samples)
    ]
    fresh = _decoded(driver, sent)
    assert all(
        np.array_equal(a.acc_mps2, b.acc_mps2) and a.tick == b.tick
        for a, b in zip(after, fresh, strict=True)
    )
