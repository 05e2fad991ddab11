"""MbientLab MetaMotion R, RL and S: packed accelerations and angular rates in separate packets.

Layouts from the vendor's SDK and its unit tests. The streams carry neither time nor number.
"""

from typing import NamedTuple

import numpy as np

from sensors.devices.codec import (
    FIRMWARE_REVISION,
    RADPS_PER_DPS,
    SERIAL_NUMBER,
    STANDARD_GRAVITY_MPS2,
    Ask,
    Driver,
    Identity,
    Item,
    Read,
    Samples,
    Steps,
    Subscribe,
    Unsubscribe,
    Write,
    battery_level,
    int16_triples,
    samples,
    text,
)
from sensors.errors import PacketError
from sensors.samples import FloatArray

SERVICE = "326a9000-85cb-9195-d9dd-464cfbbae75a"
COMMAND = "326a9001-85cb-9195-d9dd-464cfbbae75a"
NOTIFY = "326a9006-85cb-9195-d9dd-464cfbbae75a"

_LED, _ACC, _SETTINGS, _GYR, _DEBUG = 0x02, 0x03, 0x11, 0x13, 0xFE
_DATA_REGISTERS = {_ACC: (0x04, 0x05, 0x1C), _GYR: (0x04, 0x05, 0x07)}
_DATA_BYTES = (8, 20)  # one sample, or three packed; which of the two a register means depends
_BATTERY_REPLY = bytes((_SETTINGS, 0x8C))

# 16 g and 2000 dps on either chip: the same bits mean the same.
_ACC_MPS2_PER_LSB = STANDARD_GRAVITY_MPS2 / 2048
_GYR_RADPS_PER_LSB = RADPS_PER_DPS / 16.4
_N_CLEAN_PAIRS = 3


class _Waiting(NamedTuple):
    module: int
    counts: FloatArray


class MetaMotionDecoder:
    """Brings the two streams to one timeline; keeps at most three packets.

    Both run on one chip and one clock, so their packets alternate, and which comes first stays
    as it was in the first pairs. Twice the same: the one between was lost. The wrong one first:
    either the two came swapped or the first was lost; the next packet tells.
    """

    def __init__(self) -> None:
        self.reset()

    def reset(self) -> None:
        """Forget the packets that wait for their partner, and which stream is first."""
        self._waiting: list[_Waiting] = []
        self._first_module: int | None = None
        self._last_first_module: int | None = None
        self._last_acc: FloatArray | None = None
        self._alone: _Waiting | None = None
        self._begin_clean()

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return the samples that are complete now, or what else was said; see `Decoder.push`."""
        if char == SERIAL_NUMBER:
            return (Identity(serial=text(payload)),)
        if char == FIRMWARE_REVISION:
            return (Identity(firmware=text(payload)),)
        if char != NOTIFY:
            raise PacketError("not a characteristic of this sensor", char=char)
        if len(payload) < 2:
            raise PacketError(f"notification of {len(payload)} bytes")
        if payload[:2] == _BATTERY_REPLY:
            return (battery_level(payload[2:]),)
        module, register = payload[0], payload[1]
        if register not in _DATA_REGISTERS.get(module, ()):
            return ()
        if len(payload) not in _DATA_BYTES:
            raise PacketError(f"data packet of {len(payload)} bytes")
        return self._join(_Waiting(module, int16_triples(payload[2:])))

    def _join(self, new: _Waiting) -> tuple[Item, ...]:
        waiting = self._waiting
        if len(waiting) == 2:  # follower, then leader: swapped, or the leader before was lost
            follower, leader = waiting
            if new.module == leader.module:
                self._waiting = [new]
                return (self._pair(leader, follower),)
            self._keep_or_drop(follower)
            self._waiting = []
            return (self._pair(leader, new),)
        if not waiting:
            self._waiting = [new]
            return ()
        if waiting[0].module == new.module:
            self._keep_or_drop(waiting[0])
            self._waiting = [new]
            return ()
        if self._first_module is None:
            self._learn_order(waiting[0].module)
        elif waiting[0].module != self._first_module:
            self._waiting = [waiting[0], new]
            return ()
        self._waiting = []
        return (self._pair(waiting[0], new),)

    def _learn_order(self, module: int) -> None:
        """Take the order of two pairs in a row for the usual one."""
        if self._last_first_module is None:
            self._begin_clean()  # what came before the first pair is not missed
        elif self._last_first_module == module:
            self._first_module = module
        self._last_first_module = module

    def _begin_clean(self) -> None:
        self._n_dropped = {_ACC: 0, _GYR: 0}
        self._n_told = self._n_clean_pairs = 0

    def _keep_or_drop(self, packet: _Waiting) -> None:
        """A packet whose partner was lost."""
        if packet.module == _GYR and self._last_acc is not None and self._alone is None:
            self._alone = packet
        else:
            self._drop(packet)

    def _drop(self, packet: _Waiting) -> None:
        self._n_dropped[packet.module] += len(packet.counts)
        self._n_clean_pairs = 0

    def _pair(self, one: _Waiting, other: _Waiting) -> Samples:
        """Pair two packets; what one disturbance dropped of both streams is lost time once."""
        n_lost = max(self._n_dropped.values()) - self._n_told
        self._n_told += n_lost
        self._n_clean_pairs += 1
        if self._n_clean_pairs == _N_CLEAN_PAIRS:
            self._begin_clean()
        acc, gyr = (one, other) if one.module == _ACC else (other, one)
        n = min(len(acc.counts), len(gyr.counts))
        rows = np.hstack([acc.counts[:n], gyr.counts[:n]])
        alone, self._alone = self._alone, None
        before, self._last_acc = self._last_acc, acc.counts[-1]
        if alone is not None and before is not None:
            share = np.arange(1, len(alone.counts) + 1)[:, None] / (len(alone.counts) + 1)
            line = before + (acc.counts[0] - before) * share
            rows = np.vstack([np.hstack([line, alone.counts]), rows])
        return samples(
            rows[:, :3] * _ACC_MPS2_PER_LSB,
            rows[:, 3:] * _GYR_RADPS_PER_LSB,
            acc_range_mps2=32767 * _ACC_MPS2_PER_LSB,
            gyr_range_radps=32767 * _GYR_RADPS_PER_LSB,
        )._replace(n_lost_before=n_lost)


class _Chip(NamedTuple):
    """What differs between the two motion chips: answers to discovery, bits and registers."""

    acc_answer: bytes
    gyr_answer: bytes
    acc_odr_bits: int
    acc_16g: int
    acc_packed: int
    gyr_packed: int
    gyr_plain: int


_BMI160 = _Chip(b"\x03\x80\x01", b"\x13\x80\x00", 0x20, 0x0C, 0x1C, 0x07, 0x05)
_BMI270 = _Chip(b"\x03\x80\x04", b"\x13\x80\x01", 0xA0, 0x03, 0x05, 0x05, 0x04)
_ODR = {50: 0x07, 100: 0x08, 200: 0x09}


def _write(*data: int) -> Write:
    return Write(COMMAND, bytes(data))


def _stream(chip: _Chip, rate_hz: int) -> Steps:
    odr = _ODR[rate_hz]
    return (
        _write(_ACC, 0x03, chip.acc_odr_bits | odr, chip.acc_16g),
        _write(_GYR, 0x03, 0x20 | odr, 0x00),
        _write(_ACC, chip.acc_packed, 0x01),
        _write(_GYR, chip.gyr_packed, 0x01),
        _write(_ACC, 0x02, 0x01, 0x00),
        _write(_GYR, 0x02, 0x01, 0x00),
        _write(_ACC, 0x01, 0x01),
        _write(_GYR, 0x01, 0x01),
    )


def _halt(chip: _Chip) -> Steps:
    """Undo a stream, ours or what another program left: the board keeps it across connections."""
    return (
        _write(_ACC, 0x01, 0x00),
        _write(_GYR, 0x01, 0x00),
        _write(_ACC, 0x02, 0x00, 0x01),
        _write(_GYR, 0x02, 0x00, 0x01),
        _write(_ACC, chip.acc_packed, 0x00),
        _write(_GYR, chip.gyr_packed, 0x00),
        _write(_ACC, 0x04, 0x00),
        _write(_GYR, chip.gyr_plain, 0x00),
    )


def _by_chip(bmi160: Steps, bmi270: Steps) -> Ask:
    """Ask both modules which chip they are, and go on as it needs."""

    def ask_gyr(chip: _Chip, then: Steps) -> Steps:
        return (Ask(COMMAND, b"\x13\x80", NOTIFY, ((chip.gyr_answer, then),)),)

    answers = (
        (_BMI160.acc_answer, ask_gyr(_BMI160, bmi160)),
        (_BMI270.acc_answer, ask_gyr(_BMI270, bmi270)),
    )
    return Ask(COMMAND, b"\x03\x80", NOTIFY, answers)


def _start(rate_hz: int) -> Steps:
    bmi160, bmi270 = ((*_halt(chip), *_stream(chip, rate_hz)) for chip in (_BMI160, _BMI270))
    return Subscribe(NOTIFY), _by_chip(bmi160, bmi270)


# Green, 31 of 31 bright for 50 ms of every 500 ms, ten times.
_BLINK = bytes.fromhex("02 03 00 02 1f 00 0000 3200 0000 f401 0000 0a")

METAMOTION = Driver(
    model="MetaMotion",
    service=SERVICE,
    chars=(COMMAND, NOTIFY),
    names=("MetaWear",),
    start={float(rate_hz): _start(rate_hz) for rate_hz in (100, 50, 200)},
    stop=(_by_chip(_halt(_BMI160), _halt(_BMI270)), Unsubscribe(NOTIFY)),
    decoder=MetaMotionDecoder,
    tells_losses=True,
    identity=(Read(SERIAL_NUMBER), Read(FIRMWARE_REVISION)),
    battery=(_write(_SETTINGS, 0xCC),),
    identify=(_write(_LED, 0x02, 0x01), Write(COMMAND, _BLINK), _write(_LED, 0x01, 0x01)),
    power_off=(_write(_DEBUG, 0x07), _write(_DEBUG, 0x01)),  # save power after a reset; reset
    n_samples_per_packet=3,
)
