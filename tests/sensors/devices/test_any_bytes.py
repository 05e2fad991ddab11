"""Whatever arrives: samples that are numbers, or `PacketError`; never another error, never growth.

The short run belongs to the check; a million packets for each codec with `pytest -m long`.
"""

import pickle
import random
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sensors.devices.codec import BATTERY_LEVEL, Decoder, Driver, Identity, Samples
from sensors.devices.registry import DRIVERS
from sensors.errors import PacketError
from sensors.source import Battery
from tests.radio.encoders import ENCODERS, READ_VALUES, Notification

_each_driver = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.model)
_MOST_BYTES_HELD = 2_000  # of a pickled decoder: a few packets, and never more


def _valid(driver: Driver) -> list[Notification]:
    """A good stream, with the reads that go before it."""
    t_s = np.arange(48) / driver.rate_hz
    acc = np.stack((np.sin(t_s), np.cos(t_s), 9.81 + t_s), axis=1)
    gyr = np.stack((np.cos(t_s), np.sin(3 * t_s), t_s), axis=1)
    reads = [
        Notification(0, char, READ_VALUES[char]) for char in driver.chars if char in READ_VALUES
    ]
    return reads + ENCODERS[driver.model, driver.rate_hz](t_s, acc, gyr)


def _push_and_check(decoder: Decoder, char: str, payload: bytes) -> int:
    """Push, hold the decoder to its promises, and return how many samples came."""
    try:
        items = decoder.push(char, payload)
    except PacketError:
        return 0
    n = 0
    for item in items:
        if isinstance(item, Samples):
            n += len(item.acc_mps2)
            assert item.acc_mps2.shape == item.gyr_radps.shape == (len(item.is_clipped), 3)
            assert len(item.is_clipped) >= 1
            assert np.isfinite(item.acc_mps2).all()
            assert np.isfinite(item.gyr_radps).all()
            assert item.n_lost_before >= 0
            assert item.tick is None or 0 <= item.tick < 2**32
        elif isinstance(item, Battery):
            assert 0 <= item.level <= 1
        elif isinstance(item, Identity):
            assert item.serial is None or item.serial.isprintable()
    return n


def _mutated(payload: bytes, chance: random.Random) -> bytes:
    """Return the payload with bits flipped, cut, doubled, or bytes put in; sometimes untouched."""
    damage = chance.randrange(6)
    if damage == 0:
        return chance.randbytes(chance.randrange(0, 256))
    if damage == 1:
        return payload[: chance.randrange(len(payload) + 1)]
    if damage == 2:
        return payload + chance.randbytes(chance.randrange(1, 40))
    if damage == 3:
        at = chance.randrange(len(payload) + 1)
        return payload[:at] + chance.randbytes(chance.randrange(1, 5)) + payload[at:]
    if damage == 4 and payload:
        changed = bytearray(payload)
        for _ in range(chance.randrange(1, 4)):
            changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    return payload


@_each_driver
@given(payloads=st.lists(st.binary(max_size=64), max_size=12), pick=st.integers(0, 5))
@settings(max_examples=60, deadline=None)
def test_arbitrary_bytes_bring_no_other_error(
    driver: Driver, payloads: list[bytes], pick: int
) -> None:
    decoder = driver.decoder()
    chars = [*driver.chars, BATTERY_LEVEL, "0000dead-0000-1000-8000-00805f9b34fb"]
    for each in _valid(driver)[:2]:
        _push_and_check(decoder, each.char, each.payload)
    for payload in payloads:
        _push_and_check(decoder, chars[pick % len(chars)], payload)
    assert len(pickle.dumps(decoder)) <= _MOST_BYTES_HELD


@_each_driver
@given(seed=st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_mutated_packets_bring_no_other_error(driver: Driver, seed: int) -> None:
    chance = random.Random(seed)
    decoder = driver.decoder()
    for each in _valid(driver):
        _push_and_check(decoder, each.char, _mutated(each.payload, chance))
    assert len(pickle.dumps(decoder)) <= _MOST_BYTES_HELD


@_each_driver
@given(seed=st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_after_garbage_a_good_stream_is_understood_again(driver: Driver, seed: int) -> None:
    chance = random.Random(seed)
    decoder = driver.decoder()
    valid = _valid(driver)
    for each in valid:
        _push_and_check(decoder, each.char, _mutated(each.payload, chance))
    n = sum(_push_and_check(decoder, each.char, each.payload) for each in valid * 3)
    assert n >= 3 * 48 - 24  # what garbage left unfinished may cost the first packets


@_each_driver
def test_silence_in_a_packet_is_no_sample(driver: Driver) -> None:
    for char in driver.chars:
        assert _push_and_check(driver.decoder(), char, b"") == 0


@pytest.mark.long
@_each_driver
def test_a_million_broken_packets(driver: Driver) -> None:
    resource = pytest.importorskip("resource", reason="peak memory is asked of POSIX")
    chance = random.Random(20_251_122)
    decoder = driver.decoder()
    valid = _valid(driver)
    before_kb, start_s = 0, time.perf_counter()
    n = n_packets = 0
    while n_packets < 1_000_000:
        if n_packets >= 100_000 and not before_kb:
            before_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for each in valid:
            n += _push_and_check(decoder, each.char, _mutated(each.payload, chance))
        n_packets += len(valid)
    grown_kb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before_kb
    print(f"{driver.model}: {n_packets} packets, {n} samples, {grown_kb} kB grown, ", end="")  # noqa: T201
    print(f"{(time.perf_counter() - start_s) / n_packets * 1e6:.1f} us each")  # noqa: T201
    assert grown_kb < 5_000
    assert len(pickle.dumps(decoder)) <= _MOST_BYTES_HELD
    assert n > 1_000
