"""Whatever stands in a file, it is read or refused with a code, in no time and little memory."""

import gzip
import io
import struct
import sys
import time
import tracemalloc
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sensors.errors import RecordingError, SensorFault
from sensors.imports.recognise import read_export
from sensors.imports.told import Told, units_from
from sensors.recording import Recording
from sensors.samples import FloatArray
from tests.coach.walks import walked, write_csv
from tests.sensors.imports import files
from tests.sensors.imports.files import zipped

_TOLD = Told(units=units_from("m/s2,deg/s,ms"), rate_hz=100.0)


def _zip_bytes(texts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in texts.items():
            archive.writestr(name, text)
    return target.getvalue()


_GOOD = {
    "dot.csv": files.dot().encode(),
    "mt.txt": files.mt().encode(),
    "meta.zip": _zip_bytes(dict(files.metabase())),
    "wit.txt": files.witmotion_new().encode(),
    "wit_old.txt": files.witmotion_old().encode(),
    "move.json": files.movesense_json().encode(),
    "move.csv": files.movesense_csv().encode(),
    "phy.zip": _zip_bytes(dict(files.phyphox(";", ","))),
    "logger.zip": _zip_bytes(dict(files.sensor_logger("ios"))),
}


def _assert_sound(path: Path, data: bytes) -> FloatArray | None:
    """What is read of it is what everyone else relies on; None where it is refused."""
    path.write_bytes(data)
    try:
        export = read_export(path, _TOLD)
    except RecordingError:
        return None
    if export is None:
        return None
    assert np.isfinite(export.values).all()
    assert (np.diff(export.values[:, 0]) > 0).all()
    return export.values


@pytest.mark.parametrize("name", _GOOD)
@settings(
    max_examples=25, deadline=2000, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_mutated_export_is_read_or_refused(
    tmp_path: Path, name: str, data: st.DataObject
) -> None:
    text = bytearray(_GOOD[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text) - 1))
        piece = data.draw(
            st.sampled_from([b"", b"\0", b"nan", b"-", b"1e999", b",", b"\t", b"\n", b'"', b"\xff",
                             b"9" * 30, b"inf", b"{", b"[", b"PK\x05\x06"])
            | st.binary(max_size=6)
        )  # fmt: skip
        text[at : at + data.draw(st.integers(0, 40))] = piece
        text = text or bytearray(b"\n")
    _assert_sound(tmp_path / name, bytes(text))


@pytest.mark.parametrize("share", [0.1, 0.35, 0.77, 0.999])
@pytest.mark.parametrize("name", _GOOD)
def test_a_cut_export_is_refused_or_read_as_far_as_it_goes(
    tmp_path: Path, name: str, share: float
) -> None:
    whole = _assert_sound(tmp_path / name, _GOOD[name])
    assert whole is not None
    cut = _assert_sound(tmp_path / name, _GOOD[name][: int(share * len(_GOOD[name]))])
    if cut is not None:  # its last number may have lost digits
        np.testing.assert_array_equal(cut[:-1], whole[: len(cut) - 1])


def _mutated(whole: bytes, n: int) -> Iterator[bytes]:
    random = np.random.default_rng(5)
    for _ in range(n):
        text = bytearray(whole)
        for _ in range(int(random.integers(1, 6))):
            at = int(random.integers(len(text)))
            text[at : at + int(random.integers(0, 9))] = random.bytes(int(random.integers(0, 9)))
        yield bytes(text)


def _assert_own_sound(path: Path, data: bytes) -> bool:
    """What is read of one of our own is finite; whether it is read."""
    path.write_bytes(data)
    try:
        blocks = list(Recording(path).blocks())
    except RecordingError:
        return False
    assert all(np.isfinite(block.acc_mps2).all() for block in blocks)
    return True


def _peak_bytes() -> int:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else 1024 * peak


@pytest.fixture
def own_csv(tmp_path: Path) -> Path:
    """Two seconds of walk CSV, with its description beside it."""
    path = tmp_path / "walk.csv"
    whole = gzip.decompress(write_csv(tmp_path / "w.csv.gz", walked(4.0)).read_bytes())
    path.write_bytes(b"".join(whole.splitlines(keepends=True)[:200]))
    (tmp_path / "w.csv.gz").unlink()
    return path


def test_a_hundred_mutated_walks_of_our_own_are_read_or_refused(own_csv: Path) -> None:
    n_read = sum(_assert_own_sound(own_csv, data) for data in _mutated(own_csv.read_bytes(), 100))
    assert 0 < n_read < 100, "neither all are to be refused nor all to be taken"


def _seconds(what: Callable[[Path, bytes], object], path: Path, data: bytes) -> float:
    """Time of the processor: others use it too."""
    started_s = time.process_time()
    what(path, data)
    return time.process_time() - started_s


_N_EACH = 10_000
"""With nine exports of other apps and the walk CSV a hundred thousand, in one process."""


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the peak of memory")
@pytest.mark.parametrize("name", _GOOD)
def test_ten_thousand_mutations_crash_hang_and_fill_nothing(tmp_path: Path, name: str) -> None:
    path, mutated = tmp_path / name, _mutated(_GOOD[name], _N_EACH)
    assert max(_seconds(_assert_sound, path, data) for data in mutated) < 2.0
    assert [each.name for each in tmp_path.iterdir()] == [name]
    assert _peak_bytes() < 500_000_000


@pytest.mark.long
@pytest.mark.skipif(sys.platform == "win32", reason="Windows does not tell the peak of memory")
def test_ten_thousand_mutated_walks_crash_hang_and_fill_nothing(own_csv: Path) -> None:
    mutated = _mutated(own_csv.read_bytes(), _N_EACH)
    assert max(_seconds(_assert_own_sound, own_csv, data) for data in mutated) < 2.0
    assert {each.name for each in own_csv.parent.iterdir()} == {"walk.csv", "walk.json"}
    assert _peak_bytes() < 500_000_000


def _fault(path: Path, told: Told = _TOLD) -> SensorFault:
    with pytest.raises(RecordingError) as caught:
        read_export(path, told)
    return caught.value.fault


@pytest.mark.parametrize("bad", ["nan", "inf", "1e300", "", "zero"], ids=lambda bad: bad or "empty")
def test_a_value_that_is_no_number_is_refused_with_its_line(tmp_path: Path, bad: str) -> None:
    lines = files.dot().splitlines()
    lines[50] = f"{lines[50].split(',')[0]},{lines[50].split(',')[1]},{bad},0,0,0,0,0"
    path = tmp_path / "dot.csv"
    path.write_text("\n".join([*lines, ""]))
    with pytest.raises(RecordingError) as caught:
        read_export(path)
    assert caught.value.fault is SensorFault.NOT_A_NUMBER
    assert caught.value.details["line"] == 51


def test_a_line_cut_off_at_the_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot()[:-40])
    assert _fault(path) is SensorFault.TRUNCATED


def test_a_json_cut_off_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "walk.json"
    path.write_text(files.movesense_json()[:-40])
    assert _fault(path) is SensorFault.TRUNCATED


def test_deep_json_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "walk.json"
    path.write_text('{"Meas":' + "[" * 100_000)
    assert _fault(path) in {SensorFault.NOT_A_WALK, SensorFault.TRUNCATED}


@pytest.mark.parametrize("value", ["NaN", "Infinity", "1e400", '"1"', "null"])
def test_json_values_that_are_no_numbers_are_refused(tmp_path: Path, value: str) -> None:
    path = tmp_path / "walk.json"
    path.write_text(files.movesense_json().replace('"y": 0.05', f'"y": {value}', 1))
    assert _fault(path) in {SensorFault.NOT_A_WALK, SensorFault.NOT_A_NUMBER}


@pytest.mark.parametrize("value", ["1e16", "-1e16"])
def test_json_values_that_no_sensor_sends_are_refused(tmp_path: Path, value: str) -> None:
    path = tmp_path / "walk.json"
    path.write_text(files.movesense_json().replace('"y": 0.05', f'"y": {value}', 1))
    assert _fault(path) is SensorFault.NOT_A_NUMBER


def test_a_time_that_is_none_is_refused_with_its_row(tmp_path: Path) -> None:
    lines = files.witmotion_old().splitlines()
    row = lines[20].split("\t")
    lines[20] = "\t".join(["noon", *row[1:]])
    path = tmp_path / "wit.txt"
    path.write_text("\n".join([*lines, ""]))
    with pytest.raises(RecordingError) as caught:
        read_export(path, _TOLD)
    assert caught.value.fault is SensorFault.NOT_A_NUMBER
    assert caught.value.details["row"] == 20  # below the heading


def test_time_that_goes_back_is_refused(tmp_path: Path) -> None:
    lines = files.mt().splitlines()
    lines[60], lines[61] = lines[61], lines[60]
    path = tmp_path / "mt.txt"
    path.write_text("\n".join([*lines, ""]))
    assert _fault(path) is SensorFault.TIME_GOES_BACK


def test_a_packed_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    texts = dict(files.phyphox())
    texts["Gyroscope.csv"] += "\n" * 100_000_000
    path = zipped(tmp_path / "bomb.zip", texts)
    tracemalloc.start()
    assert _fault(path) is SensorFault.TOO_LARGE
    peak_bytes = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak_bytes < 20_000_000


def test_a_zip_that_lies_about_its_size_is_not_read_beyond_it(tmp_path: Path) -> None:
    path = zipped(tmp_path / "lie.zip", dict(files.phyphox()))
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", 10)  # the uncompressed size of the last member
    path.write_bytes(data)
    assert _fault(path) is SensorFault.TRUNCATED


def test_a_zip_with_an_endless_list_of_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for i in range(20_000):
            archive.writestr(f"{i:05d}.csv", "")
    started_s = time.perf_counter()
    assert _fault(path) is SensorFault.TOO_LARGE
    assert time.perf_counter() - started_s < 0.5


def test_an_encrypted_zip_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "locked.zip", dict(files.phyphox()))
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = -1
        while (at := data.find(mark, at + 1)) >= 0:
            data[at + flags] |= 1
    path.write_bytes(data)
    assert _fault(path) is SensorFault.FILE_UNREADABLE


@pytest.mark.parametrize("names", [{}, {"a.csv": "1,2,3\n"}, {"a.png": "x"}])
def test_a_folder_or_zip_without_motion_is_refused(tmp_path: Path, names: dict[str, str]) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    files.written(folder, names)
    assert _fault(folder) is SensorFault.NOT_A_WALK
    assert _fault(zipped(tmp_path / "a.zip", {"x": "", **names})) is SensorFault.NOT_A_WALK


def test_names_inside_a_zip_lead_nowhere(tmp_path: Path) -> None:
    texts = {f"../../{name}": text for name, text in files.phyphox().items()}
    inner = tmp_path / "inner"
    inner.mkdir()
    assert read_export(zipped(inner / "walk.zip", texts)) is not None
    assert [each.name for each in tmp_path.iterdir()] == ["inner"]


def test_too_many_rows_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sensors.imports.text.MAX_ROWS", 100)
    path = tmp_path / "dot.csv"
    path.write_text(files.dot())
    assert _fault(path) is SensorFault.TOO_LARGE


def test_an_unknown_table_is_no_export(tmp_path: Path) -> None:
    path = tmp_path / "other.csv"
    path.write_text("a,b,c,d,e\n1,2,3,4,5\n")
    assert read_export(path) is None
