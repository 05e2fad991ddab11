"""Recorded walks: what is read, what is refused and why, and how much memory it takes."""

import gzip
import json
import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from sensors.errors import RecordingError, SensorFault
from sensors.recording import Recording, write_walk_csv
from sensors.samples import FloatArray, ImuBlock, Placement, Side, StreamInfo, StreamKind
from tests.sensors.imports.files import dot

WALKS = Path(__file__).parents[3] / "shared" / "walks"
HEADER = "t_s,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z"


def rows(n: int = 300, rate_hz: float = 100, acc: float = 9.81, gyr: float = 0.1) -> list[str]:
    return [f"{i / rate_hz:.5f},{acc},0.0,0.0,{gyr},0.0,0.0" for i in range(n)]


@pytest.fixture
def walk(tmp_path: Path) -> Callable[..., Path]:
    """Write lines (and a sidecar) as a walk; return its path."""

    def write(lines: list[str], sidecar: object = None, name: str = "walk.csv") -> Path:
        path = tmp_path / name
        text = ("\n".join(lines) + "\n").encode()
        path.write_bytes(gzip.compress(text) if name.endswith(".gz") else text)
        if sidecar is not None:
            text = sidecar if isinstance(sidecar, bytes) else json.dumps(sidecar).encode()
            (tmp_path / "walk.json").write_bytes(text)
        return path

    return write


def read(path: Path, block_samples: int | None = None) -> ImuBlock:
    blocks = list(Recording(path, block_samples).blocks())
    return ImuBlock(*(np.concatenate(values) for values in zip(*blocks, strict=True)))


def refusal(path: Path) -> RecordingError:
    with pytest.raises(RecordingError) as caught:
        read(path)
    return caught.value


def test_row_becomes_sample(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, "0.0,9.8,1,2,3,4,5", "0.01,9.8,1,2,3,4,5"])
    block = read(path)
    assert block.t_s.tolist() == [0, 0.01]
    assert block.acc_mps2[1].tolist() == [9.8, 1, 2]
    assert block.gyr_radps[1].tolist() == [3, 4, 5]
    assert block.flags.tolist() == [0, 0]


def test_columns_stand_in_any_order_among_others(walk: Callable[..., Path]) -> None:
    path = walk(
        ["note,gyr_x,gyr_y,gyr_z,acc_x,acc_y,acc_z,t_s", "a,3,4,5,9.8,1,2,0", "b,3,4,5,9.8,1,2,.01"]
    )
    assert read(path).acc_mps2.tolist() == [[9.8, 1, 2]] * 2


@pytest.mark.parametrize("name", ["walk.csv", "walk.csv.gz"])
def test_plain_and_gzip_read_alike(walk: Callable[..., Path], name: str) -> None:
    assert len(read(walk([HEADER, *rows()], name=name)).t_s) == 300


def test_windows_line_ends_byte_order_mark_and_blank_lines(walk: Callable[..., Path]) -> None:
    path = walk([])
    text = "\r\n".join([HEADER, *rows(), "", "", ""])
    path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(read(path).t_s) == 300


def test_missing_newline_at_the_end(walk: Callable[..., Path]) -> None:
    path = walk([])
    path.write_text("\n".join([HEADER, *rows()]))
    assert len(read(path).t_s) == 300


def test_long_file_is_read_across_its_pieces(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows(9000)])
    np.testing.assert_array_equal(read(path).t_s, np.round(np.arange(9000) / 100, 5))


@pytest.mark.parametrize("block_samples", [1, 7, 100])
def test_blocks_hold_at_most_so_many_samples(walk: Callable[..., Path], block_samples: int) -> None:
    recording = Recording(walk([HEADER, *rows()]), block_samples)
    sizes = [len(block.t_s) for block in recording.blocks()]
    assert (max(sizes), sum(sizes)) == (block_samples, 300)


def test_default_block_is_one_second(walk: Callable[..., Path]) -> None:
    first = next(Recording(walk([HEADER, *rows()])).blocks())
    assert len(first.t_s) == 100


async def test_async_iteration_gives_the_same_and_may_be_repeated(
    walk: Callable[..., Path],
) -> None:
    recording = Recording(walk([HEADER, *rows()]))
    first = [block async for block in recording]
    again = [block async for block in recording]
    assert [len(block.t_s) for block in first] == [len(block.t_s) for block in again] == [100] * 3


async def test_closed_recording_ends_its_iteration(walk: Callable[..., Path]) -> None:
    recording = Recording(walk([HEADER, *rows()]))
    n = 0
    async for _ in recording:
        n += 1
        await recording.aclose()
    assert n == 1


def test_progress_reaches_the_end(walk: Callable[..., Path]) -> None:
    recording = Recording(walk([HEADER, *rows(9000)]))
    seen = [recording.progress for _ in recording.blocks()]
    assert 0 < seen[0] < 0.5
    assert seen[-1] == 1


def test_sidecar_is_read_and_unknown_keys_passed_over(walk: Callable[..., Path]) -> None:
    told = {
        "format": "hipcoach-walk/1",
        "rate_hz": 100.0,
        "side": "left",
        "leg_length_m": 0.9,
        "height_m": 1.7,
        "mounting": {"up": "+x", "anterior": "-y", "note": "so"},
        "subject": "S",
    }
    assert Recording(walk([HEADER, *rows()], told)).info == StreamInfo(
        "walk",
        StreamKind.RECORDING,
        100.0,
        Side.LEFT,
        Placement("+x", "-y"),
        0.9,
        1.7,
    )


def test_null_in_a_sidecar_is_not_known(walk: Callable[..., Path]) -> None:
    info = Recording(walk([HEADER, *rows()], {"mounting": None, "height_m": None})).info
    assert (info.placement, info.height_m) == (None, None)


@pytest.mark.parametrize(
    ("true_hz", "told_hz", "taken_hz"),
    [(100, 100, 100), (120, None, 120), (99.5, 100, 99.5), (100.02, 100, 100)],
    ids=["agrees", "not told", "half a percent off", "as exact as the times"],
)
def test_rate_is_the_told_one_where_the_times_agree_else_the_measured(
    walk: Callable[..., Path], true_hz: float, told_hz: float | None, taken_hz: float
) -> None:
    path = walk([HEADER, *rows(1000, true_hz)], {"rate_hz": told_hz})
    assert Recording(path).info.rate_hz == pytest.approx(taken_hz, rel=1e-5)


def test_lost_rows_do_not_change_the_measured_rate(walk: Callable[..., Path]) -> None:
    lines = rows(1000)
    del lines[100:150], lines[500:505]
    assert Recording(walk([HEADER, *lines])).info.rate_hz == 100


def _refused_files() -> dict[str, tuple[list[str], object, SensorFault]]:
    good = [HEADER, *rows()]
    return {
        "empty": ([], None, SensorFault.NOT_A_WALK),
        "header only": ([HEADER], None, SensorFault.EMPTY),
        "another table": (["a,b,c", "1,2,3"], None, SensorFault.NOT_A_WALK),
        "one column short": ([HEADER[:-6], "0,1,2,3,4,5"], None, SensorFault.COLUMNS_MISSING),
        "word": ([*good, "3.0,9.8,0,zero,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "nan": ([*good, "3.0,9.8,0,nan,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "underscore": ([*good, "3.0,9_8,0,0,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "odd space": ([*good, "\xa0"], None, SensorFault.NOT_A_NUMBER),
        "infinite": ([*good, "3.0,inf,0,0,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "absurd": ([*good, "3.0,1e300,0,0,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "empty field": ([*good, "3.0,9.8,,0,0,0,0"], None, SensorFault.NOT_A_NUMBER),
        "row short": ([*good, "3.0,9.8,0", "3.01,9.8,0"], None, SensorFault.NOT_A_NUMBER),
        "time goes back": ([*good, "2.5,9.8,0,0,0,0,0"], None, SensorFault.TIME_GOES_BACK),
        "time stands": ([*good, good[-1]], None, SensorFault.TIME_GOES_BACK),
        "g": ([HEADER, *rows(acc=1.0)], None, SensorFault.ACC_UNITS),
        "mg": ([HEADER, *rows(acc=1000)], None, SensorFault.ACC_UNITS),
        "no gravity": ([HEADER, *rows(acc=0.2)], None, SensorFault.ACC_UNITS),
        "deg/s": ([HEADER, *rows(gyr=60)], None, SensorFault.GYR_UNITS),
        "ms": ([HEADER, *rows(rate_hz=0.1)], None, SensorFault.RATE_IMPLAUSIBLE),
        "other rate": (good, {"rate_hz": 50}, SensorFault.RATE_IMPLAUSIBLE),
        "one row": ([HEADER, rows()[0]], None, SensorFault.SIDECAR_MISSING),
        "no JSON": (good, b"{", SensorFault.SIDECAR_BAD),
        "not an object": (good, [1], SensorFault.SIDECAR_BAD),
        "deep": (good, b"[" * 60_000, SensorFault.SIDECAR_BAD),
        "large sidecar": (good, b" " * 100_000, SensorFault.SIDECAR_BAD),
        "no text": (good, b'{"format": "\xff"}', SensorFault.SIDECAR_BAD),
        "later format": (good, {"format": "hipcoach-walk/2"}, SensorFault.SIDECAR_BAD),
        "both legs": (good, {"side": "both"}, SensorFault.SIDECAR_BAD),
        "leg in cm": (good, {"leg_length_m": 90}, SensorFault.SIDECAR_BAD),
        "one axis twice": (
            good,
            {"mounting": {"up": "+x", "anterior": "-x"}},
            SensorFault.SIDECAR_BAD,
        ),
    }


@pytest.mark.parametrize(
    ("lines", "sidecar", "fault"), _refused_files().values(), ids=_refused_files().keys()
)
def test_what_cannot_be_a_walk_is_refused(
    walk: Callable[..., Path], lines: list[str], sidecar: object, fault: SensorFault
) -> None:
    assert refusal(walk(lines, sidecar)).fault is fault


@pytest.mark.parametrize(
    ("acc", "looks_like"), [(1.0, "g"), (1000.0, "mg"), (0.2, "without gravity"), (50.0, None)]
)
def test_refusal_says_what_the_units_look_like(
    walk: Callable[..., Path], acc: float, looks_like: str | None
) -> None:
    assert refusal(walk([HEADER, *rows(acc=acc)])).details["looks_like"] == looks_like


def test_refusal_names_the_line(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows(9000), "", "90.0,9.8,0,zero,0,0,0", "90.01,9.8,0,0,0,0,0"])
    assert refusal(path).details["line"] == 9003


def test_refusal_names_the_missing_columns(walk: Callable[..., Path]) -> None:
    assert refusal(walk(["t_s,acc_x,acc_y,acc_z"])).details["missing"] == "gyr_x, gyr_y, gyr_z"


def test_time_that_goes_back_between_two_pieces_is_refused(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows(9000), *rows(9000)])
    assert refusal(path).fault is SensorFault.TIME_GOES_BACK


def test_bang_while_the_strap_is_put_on_is_not_a_wrong_unit(walk: Callable[..., Path]) -> None:
    lines = rows(1000)
    lines[200:230] = [line.replace(",0.1,", ",30.0,") for line in lines[200:230]]
    assert len(read(walk([HEADER, *lines])).t_s) == 1000


def test_missing_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "no.csv").fault is SensorFault.FILE_MISSING


def test_file_of_no_bytes_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "walk.csv"
    path.touch()
    assert refusal(path).fault is SensorFault.EMPTY


def test_directory_is_not_a_walk(tmp_path: Path) -> None:
    assert refusal(tmp_path).fault is SensorFault.NOT_A_WALK


def test_truncated_gzip(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows(3000)], name="walk.csv.gz")
    path.write_bytes(path.read_bytes()[:-200])
    assert refusal(path).fault is SensorFault.TRUNCATED


def test_plain_file_cut_within_a_line(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows()])
    path.write_bytes(path.read_bytes()[:-12])
    assert refusal(path).fault is SensorFault.TRUNCATED


def test_file_of_ten_gigabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "walk.csv"
    with path.open("wb") as file:
        file.write((HEADER + "\n").encode())
        file.truncate(10 * 2**30)
    assert refusal(path).fault is SensorFault.TOO_LARGE


def test_bomb_is_refused_before_memory_grows(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows()], name="walk.csv.gz")
    path.write_bytes(path.read_bytes() + gzip.compress(bytes(2**26)))
    tracemalloc.start()
    try:
        fault = refusal(path).fault
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert fault is SensorFault.NOT_A_WALK
    assert peak < 8 * 2**20  # of 64 MiB


def test_longer_walk_takes_no_more_memory(walk: Callable[..., Path]) -> None:
    def peak_bytes(n: int) -> int:
        path = walk([HEADER, *rows(n)])
        tracemalloc.start()
        try:
            for _ in Recording(path).blocks():
                pass
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak_bytes(10_000)  # what imports leave behind
    assert peak_bytes(80_000) < 1.1 * peak_bytes(10_000)


def test_block_size_below_one_is_the_callers_mistake(walk: Callable[..., Path]) -> None:
    with pytest.raises(ValueError, match="block_samples"):
        Recording(walk([HEADER, *rows()]), 0)


@pytest.mark.parametrize("name", ["out.csv", "out.csv.gz"])
def test_written_walk_reads_the_same(tmp_path: Path, name: str) -> None:
    rng = np.random.default_rng(1)
    t_s = np.delete(np.arange(500) / 120, slice(100, 106)).round(5)
    acc: FloatArray = np.round(rng.normal(0, 1, (len(t_s), 3)) + np.array([9.81, 0, 0]), 6)
    gyr: FloatArray = np.round(rng.normal(0, 1, (len(t_s), 3)), 6)
    block = ImuBlock(t_s, acc, gyr, np.zeros(len(t_s), np.uint8))
    info = StreamInfo(
        "out", StreamKind.RECORDING, 120.0, Side.RIGHT, Placement("-z", "+x"), 0.85, 1.6
    )
    write_walk_csv(tmp_path / name, info, [block])
    assert Recording(tmp_path / name).info == info
    for written, back in zip(block, read(tmp_path / name), strict=True):
        np.testing.assert_array_equal(back, written)


def test_same_walk_is_written_to_the_same_bytes(tmp_path: Path) -> None:
    block = ImuBlock(np.array([0.0]), np.ones((1, 3)), np.ones((1, 3)), np.zeros(1, np.uint8))
    info = StreamInfo("a", StreamKind.SIMULATION, 100.0)
    for name in ("a.csv.gz", "b.csv.gz"):
        write_walk_csv(tmp_path / name, info, [block])
    assert (tmp_path / "a.csv.gz").read_bytes() == (tmp_path / "b.csv.gz").read_bytes()


@pytest.mark.parametrize("name", ["walk.csv", "walk.csv.gz"])
def test_flipped_bytes_end_in_a_walk_or_a_refusal(walk: Callable[..., Path], name: str) -> None:
    path = walk([HEADER, *rows(200)], {"rate_hz": 100, "side": "left"}, name)
    good = path.read_bytes()
    rng = np.random.default_rng(7)
    n_read = 0
    for _ in range(200):
        bad = bytearray(good)
        for _ in range(int(rng.integers(1, 4))):
            bad[rng.integers(len(bad))] = rng.integers(256)
        path.write_bytes(bad)
        try:
            block = read(path)
        except RecordingError:
            continue
        n_read += 1
        assert (np.diff(block.t_s) > 0).all()
        assert np.isfinite(block.acc_mps2).all()
        assert np.isfinite(block.gyr_radps).all()
    assert n_read < 200


def test_flipped_sidecar_bytes_end_in_a_walk_or_a_refusal(walk: Callable[..., Path]) -> None:
    good = json.dumps({"rate_hz": 100, "side": "left", "mounting": {"up": "+x", "anterior": "+y"}})
    rng = np.random.default_rng(8)
    n_refused = 0
    for _ in range(200):
        bad = bytearray(good.encode())
        bad[rng.integers(len(bad))] = rng.integers(256)
        try:
            Recording(walk([HEADER, *rows(150)], bytes(bad)))
        except RecordingError:
            n_refused += 1
    assert n_refused > 50


def test_every_recorded_walk_beside_the_project_is_read() -> None:
    paths = sorted(WALKS.glob("*.csv.gz"))
    if not paths:
        pytest.skip("the recorded walks are not beside the project")
    for path in paths:
        told = json.loads(path.with_name(path.name.replace(".csv.gz", ".json")).read_text())
        recording = Recording(path)
        assert recording.info.rate_hz == told["rate_hz"]
        assert recording.info.side == told["side"]
        n_lines = gzip.decompress(path.read_bytes()).count(b"\n")
        assert sum(len(block.t_s) for block in recording.blocks()) == n_lines - 1


@pytest.mark.skipif(sys.platform != "linux", reason="file names of other systems are always text")
def test_a_file_name_that_is_not_text_gives_a_name_that_is(walk: Callable[..., Path]) -> None:
    path = walk([HEADER, *rows()])
    other = path.with_name(os.fsdecode(b"latin\xe4.csv"))
    path.rename(other)
    assert Recording(other).info.name == "latin?"


@pytest.mark.parametrize("column", range(3))
def test_an_export_without_placement_tells_which_axis_is_likely_up(
    tmp_path: Path, column: int
) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(_turned(dot(), column))
    with pytest.raises(RecordingError) as caught:
        Recording(path)
    assert caught.value.fault is SensorFault.PLACEMENT_UNTOLD
    assert caught.value.details["likely_up"] == f"-{'xyz'[column]}"


def _turned(text: str, column: int) -> str:
    """The export of a sensor whose axis of this column points down, and no other up."""
    lines = text.splitlines()
    head = next(i for i, line in enumerate(lines) if "Acc_X" in line)
    first = lines[head].split(",").index("Acc_X")
    for i in range(head + 1, len(lines)):
        cells = lines[i].split(",")
        cells[first : first + 3] = ["-9.81" if each == column else "0.1" for each in range(3)]
        lines[i] = ",".join(cells)
    return "\n".join([*lines, ""])
