"""The open profile: the vectors of its specification, its refusals, its sketch, and the text."""

import re
import shutil
import struct
import subprocess
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from sensors.devices import open_imu, text_imu
from sensors.devices.codec import Identity, Pause, Read, Samples, Subscribe, Unsubscribe, Write
from sensors.devices.open_imu import DATA, INFO, OPEN_IMU, OpenImuDecoder
from sensors.devices.text_imu import TRANSMIT, TextImuDecoder
from sensors.errors import PacketError
from tests.radio.encoders import open_imu_info

_DOCS = Path(__file__).parents[3] / "docs" / "open-imu"
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def _vectors() -> list[list[tuple[str, str]]]:
    """The fenced vectors of the specification: key and value of each line."""
    text = (_DOCS / "specification.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```vector\n(.*?)```", text, re.DOTALL)
    return [
        [(key, value) for key, _, value in (line.partition(" ") for line in block.splitlines())]
        for block in blocks
    ]


def _rows(vector: list[tuple[str, str]], name: str) -> np.ndarray:
    return np.array([[float(v) for v in value.split()] for key, value in vector if key == name])


_INFO_VECTOR, _DATA_VECTOR, _TEXT_VECTOR = _vectors()


def _decoder_with_info(info: bytes) -> OpenImuDecoder:
    decoder = OpenImuDecoder()
    decoder.push(INFO, info)
    return decoder


def test_the_specifications_info_decodes_to_what_it_says() -> None:
    told = dict(_INFO_VECTOR)
    assert OpenImuDecoder().push(INFO, bytes.fromhex(told["info"])) == (
        Identity(told["serial"], told["firmware"], float(told["rate_hz"])),
    )


def test_the_specifications_data_decode_to_what_it_says() -> None:
    told = dict(_DATA_VECTOR)
    decoder = _decoder_with_info(bytes.fromhex(dict(_INFO_VECTOR)["info"]))
    (item,) = decoder.push(DATA, bytes.fromhex(told["data"]))
    assert isinstance(item, Samples)
    assert (item.counter, item.tick) == (int(told["sequence"]), int(told["tick_us"]))
    assert item.acc_mps2 == pytest.approx(_rows(_DATA_VECTOR, "acc_mps2"), abs=1e-6)
    assert item.gyr_radps == pytest.approx(_rows(_DATA_VECTOR, "gyr_radps"), abs=1e-6)
    assert item.is_clipped.tolist() == [flag == "1" for flag in told["is_clipped"].split()]


def test_the_specifications_text_decodes_to_what_it_says() -> None:
    told = dict(_TEXT_VECTOR)
    (item,) = TextImuDecoder().push(TRANSMIT, told["text"].encode() + b"\n")
    assert isinstance(item, Samples)
    assert item.tick == int(told["tick_us"])
    assert item.acc_mps2 == pytest.approx(_rows(_TEXT_VECTOR, "acc_mps2"))
    assert item.gyr_radps == pytest.approx(_rows(_TEXT_VECTOR, "gyr_radps"))


def test_specification_sketch_and_codec_name_the_same_characteristics() -> None:
    own = {open_imu.SERVICE, open_imu.DATA, open_imu.CONTROL, open_imu.INFO}
    sketch = (_DOCS / "open_imu.ino").read_text(encoding="utf-8")
    specification = (_DOCS / "specification.md").read_text(encoding="utf-8")
    assert set(_UUID.findall(sketch)) == own
    assert own | {text_imu.SERVICE, text_imu.TRANSMIT} <= set(_UUID.findall(specification))


@pytest.mark.parametrize(
    "info",
    [
        open_imu_info(100)[:35],
        b"\x02" + open_imu_info(100)[1:],
        open_imu_info(0),
        open_imu_info(100, (1, 1, 3)),
        open_imu_info(100, (2, 1, 3)),
        open_imu_info(100)[:4] + struct.pack("<f", float("nan")) + open_imu_info(100)[8:],
        open_imu_info(100)[:8] + struct.pack("<f", 1e9) + open_imu_info(100)[12:],
    ],
    ids=["short", "version 2", "0 Hz", "axis twice", "mirrored", "nan scale", "absurd scale"],
)
def test_an_info_that_cannot_be_is_refused(info: bytes) -> None:
    with pytest.raises(PacketError):
        OpenImuDecoder().push(INFO, info)


def test_a_longer_info_of_a_later_firmware_is_read() -> None:
    (item,) = OpenImuDecoder().push(INFO, open_imu_info(100) + b"more")
    assert item == Identity("A1B2C3", "1.0.0", 100.0)


def _data(n_said: int, n_bytes: int) -> bytes:
    return struct.pack("<BBIB", 1, 0, 0, n_said) + bytes(n_bytes)


@pytest.mark.parametrize(
    "payload",
    [b"", _data(0, 0), _data(2, 12), _data(1, 24), _data(1, 13), b"\x02" + _data(1, 12)[1:]],
    ids=["empty", "no sample", "too short", "too long", "a byte more", "version 2"],
)
def test_data_whose_length_contradicts_its_count_are_refused(payload: bytes) -> None:
    with pytest.raises(PacketError):
        _decoder_with_info(open_imu_info(100)).push(DATA, payload)


def test_data_before_the_scales_are_refused() -> None:
    with pytest.raises(PacketError, match="scales"):
        OpenImuDecoder().push(DATA, _data(1, 12))


def test_start_sets_the_rate_reads_what_it_became_and_starts() -> None:
    assert OPEN_IMU.start[100.0] == (
        Write(open_imu.CONTROL, b"\x00"),
        Write(open_imu.CONTROL, b"\x02\xe8\x03"),
        Pause(0.1),
        Read(open_imu.INFO),
        Subscribe(open_imu.DATA),
        Write(open_imu.CONTROL, b"\x01"),
    )
    assert OPEN_IMU.stop == (Write(open_imu.CONTROL, b"\x00"), Unsubscribe(open_imu.DATA))


_SKETCH = _DOCS / "open_imu.ino"
_STAND_INS = Path(__file__).parent / "sketch"
_BOARDS = {
    "Nano Rev2": ((), 4.0, 119.0, "OpenIMU 5678", "56789ABCDEF0"),
    "Nano": (("-DOPEN_IMU_LSM9DS1",), 4.0, 119.0, "OpenIMU 5678", "56789ABCDEF0"),
    "ESP32": (("-DARDUINO_ARCH_ESP32",), 16.0, 100.0, "OpenIMU ACFB", "ACFBC8D108F0"),
}
"""Options of the compiler, range in g, the chip's true rate, and what the sensor calls itself."""


class Played(NamedTuple):
    """What the sketch said on one board, beside what its chip measured meanwhile."""

    name: str
    info: bytes
    packets: list[bytes]
    fed: np.ndarray
    packets_after: list[list[bytes]]


@pytest.fixture(scope="module", params=list(_BOARDS))
def board(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def played(board: str, tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The sketch, compiled against stand-ins of its libraries, and what it wrote."""
    if shutil.which("g++") is None:
        pytest.skip("no C++ compiler")
    program = tmp_path_factory.mktemp("sketch") / "play"
    options = ["-std=c++17", "-O1", "-w", *_BOARDS[board][0], f'-DSKETCH="{_SKETCH}"']
    command = ["g++", *options, "-I", str(_STAND_INS), str(_STAND_INS / "play.cpp")]
    subprocess.run([*command, "-o", str(program)], check=True)
    said = subprocess.run([program], capture_output=True, text=True, check=True).stdout
    before, first, *after = re.split(r"(?:start|stop)\n", said)
    lines = [line.split(" ", 1) for line in first.splitlines()]
    return Played(
        name=dict(line.split(" ", 1) for line in before.splitlines())["name"],
        info=bytes.fromhex(re.findall(f"{INFO} (.*)", before)[-1]),
        packets=[bytes.fromhex(rest) for key, rest in lines if key == DATA],
        fed=np.array([rest.split() for key, rest in lines if key == "fed"], dtype=float),
        packets_after=[
            [bytes.fromhex(hexed) for hexed in re.findall(f"{DATA} (.*)", part)] for part in after
        ],
    )


def _decoded(played: Played) -> list[Samples]:
    decoder = _decoder_with_info(played.info)
    items = [item for packet in played.packets for item in decoder.push(DATA, packet)]
    return [item for item in items if isinstance(item, Samples)]


def test_the_sketch_says_who_it_is_and_how_fast_it_truly_is(played: Played, board: str) -> None:
    _, _, rate_hz, name, serial = _BOARDS[board]
    (told,) = OpenImuDecoder().push(INFO, played.info)
    assert isinstance(told, Identity)
    assert (played.name, told.serial) == (name, serial)
    assert told.rate_hz == pytest.approx(rate_hz, rel=0.005)


def test_the_sketchs_packets_are_whole_and_in_order(played: Played) -> None:
    decoded = _decoded(played)
    assert [item.counter for item in decoded] == [n % 256 for n in range(300)]
    ticks = [item.tick for item in decoded if isinstance(item.tick, int)]
    assert len(ticks) == 300
    assert ticks == sorted(ticks)


def test_the_sketchs_samples_are_what_the_chip_measured(played: Played, board: str) -> None:
    range_g = _BOARDS[board][1]
    decoded = _decoded(played)
    acc_g = np.concatenate([item.acc_mps2 for item in decoded]) / 9.80665
    gyr_dps = np.degrees(np.concatenate([item.gyr_radps for item in decoded]))
    fed_g = np.clip(played.fed[:600, :3], -range_g, range_g * 32767 / 32768)
    fed_dps = np.clip(played.fed[:600, 3:], -2000, 2000 * 32767 / 32768)
    np.testing.assert_allclose(acc_g, fed_g, atol=0.51 * range_g / 32768)  # half a count
    np.testing.assert_allclose(gyr_dps, fed_dps, atol=0.51 * 2000 / 32768)


def test_the_sketch_marks_what_its_range_cuts_off(played: Played, board: str) -> None:
    is_beyond = (np.abs(played.fed[:600]) > (*3 * (_BOARDS[board][1],), *3 * (2000,))).any(axis=1)
    is_clipped = np.concatenate([item.is_clipped for item in _decoded(played)])
    assert is_clipped[is_beyond].all()
    assert is_clipped.sum() <= is_beyond.sum() + 6  # the last count counts as the end of the range


def test_the_sketch_is_silent_once_stopped_and_begins_anew_at_nought(played: Played) -> None:
    after_stop, after_start = played.packets_after
    assert after_stop == []
    assert [packet[1] for packet in after_start] == [0]


def test_lines_that_are_no_samples_are_passed_over() -> None:
    lines = b"> echo\r\n1,2,3\n5,0,0,9.8,0,0,nan\n5,0,0,9.8,0,0,0\r\n-5,0,0,9.8,0,0,0\n"
    items = TextImuDecoder().push(TRANSMIT, lines)
    assert [item.tick for item in items if isinstance(item, Samples)] == [5]


@pytest.mark.parametrize("payload", [b"hello\n" * 20, b"x" * 200], ids=["lines", "no line end"])
def test_text_that_is_not_samples_is_refused(payload: bytes) -> None:
    with pytest.raises(PacketError):
        TextImuDecoder().push(TRANSMIT, payload)
