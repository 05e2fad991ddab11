"""Every format gives the same motion, in SI, from the first sample on."""

import gzip
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import numpy as np
import pytest

from sensors.errors import RecordingError, SensorFault
from sensors.imports.recognise import read_export
from sensors.imports.told import NOTHING, Told, units_from
from tests.sensors.imports import files
from tests.sensors.imports.files import values, written, zipped

_TOLERANCE = 1e-6  # of m/s^2, rad/s, s: the decimals written


def assert_reads_alike(path: Path, maker: str, told: Told = NOTHING) -> None:
    export = read_export(path, told)
    assert export is not None
    assert export.maker == maker
    np.testing.assert_allclose(export.values, files.expected(), atol=_TOLERANCE)


def fault(path: Path, told: Told = NOTHING) -> SensorFault:
    with pytest.raises(RecordingError) as caught:
        read_export(path, told)
    return caught.value.fault


_SINGLE: dict[str, tuple[Callable[[], str], str]] = {
    "dot.csv": (files.dot, "Movella DOT"),
    "dot_wrap.csv": (lambda: files.dot(2**32 - 1_000_000), "Movella DOT"),
    "mt.txt": (files.mt, "Xsens MT"),
    "mt_wrap.txt": (lambda: files.mt(65_400), "Xsens MT"),
    "movesense.json": (files.movesense_json, "Movesense"),
    "movesense_samples.json": (lambda: files.movesense_json("samples"), "Movesense"),
    "movesense_wrap.json": (lambda: files.movesense_json("meas", 2**32 - 1000), "Movesense"),
    "wit.txt": (files.witmotion_new, "WitMotion"),
    "wit.csv": (lambda: files.witmotion_new(delimiter=","), "WitMotion"),
    "wit_old.txt": (files.witmotion_old, "WitMotion"),
}


@pytest.mark.parametrize("name", _SINGLE)
def test_one_file_is_recognised_and_read(tmp_path: Path, name: str) -> None:
    text, maker = _SINGLE[name]
    path = tmp_path / name
    path.write_text(text(), encoding="utf-8")
    assert_reads_alike(path, maker)


@pytest.mark.parametrize("text", [files.dot(), files.mt()], ids=["dot", "mt"])
def test_a_compressed_text_reads_alike(tmp_path: Path, text: str) -> None:
    path = tmp_path / "walk.csv.gz"
    path.write_bytes(gzip.compress(text.encode()))
    np.testing.assert_allclose(values(path), files.expected(), atol=_TOLERANCE)


@pytest.mark.parametrize("which", [0, 1], ids=["accelerometer named", "gyroscope named"])
@pytest.mark.parametrize(
    ("pair", "maker"),
    [
        (files.metabase(), "MetaBase"),
        (files.movesense_pair(), "Movesense"),
        (files.phyphox(), "phyphox"),
        (files.phyphox(";", ","), "phyphox"),
        (files.phyphox("\t"), "phyphox"),
    ],
    ids=["metabase", "movesense", "phyphox", "phyphox in Finnish", "phyphox tabs"],
)
def test_the_other_half_is_found_beside(
    tmp_path: Path, pair: dict[str, str], maker: str, which: int
) -> None:
    assert_reads_alike(written(tmp_path, pair)[which], maker)


def test_units_that_are_told_go_before_those_of_the_format(tmp_path: Path) -> None:
    path = tmp_path / "mt.txt"
    path.write_text(files.mt(), encoding="utf-8")
    plain, told = (read_export(path, each) for each in (NOTHING, Told(units=units_from("g,deg/s"))))
    assert plain is not None
    assert told is not None
    np.testing.assert_allclose(told.values[:, 1:4], 9.80665 * plain.values[:, 1:4])
    np.testing.assert_allclose(told.values[:, 4:7], np.deg2rad(plain.values[:, 4:7]))


def test_the_other_half_may_be_told(tmp_path: Path) -> None:
    acc, gyr = files.metabase().values()
    paths = written(tmp_path, {"a.csv": acc, "b.csv": gyr})
    assert_reads_alike(paths[0], "MetaBase", Told(other_half=paths[1]))


@pytest.mark.parametrize("make", [files.metabase, files.phyphox, files.sensor_logger])
def test_a_zip_is_read_without_unpacking(
    tmp_path: Path, make: Callable[[], Mapping[str, str]]
) -> None:
    path = zipped(tmp_path / "walk.zip", make())
    np.testing.assert_allclose(values(path), files.expected(), atol=_TOLERANCE)
    assert [each.name for each in tmp_path.iterdir()] == ["walk.zip"]


@pytest.mark.parametrize(
    ("platform", "standardisation"),
    [("android", "false"), ("ios", "true"), ("ios", "false")],
)
def test_sensor_logger_signs_follow_the_phone(
    tmp_path: Path, platform: str, standardisation: str
) -> None:
    written(tmp_path, files.sensor_logger(platform, standardisation))
    assert_reads_alike(tmp_path, "Sensor Logger")


def test_any_file_of_a_sensor_logger_recording_names_it(tmp_path: Path) -> None:
    written(tmp_path, files.sensor_logger())
    assert_reads_alike(tmp_path / "Gyroscope.csv", "Sensor Logger")


def test_sensor_logger_without_metadata_asks_for_the_signs(tmp_path: Path) -> None:
    recording = files.sensor_logger("ios")
    del recording["Metadata.csv"]
    written(tmp_path, recording)
    assert fault(tmp_path) is SensorFault.UNITS_UNTOLD
    assert_reads_alike(tmp_path, "Sensor Logger", Told(units=units_from("-m/s2,rad/s")))


def test_sensor_logger_without_gravity_is_refused(tmp_path: Path) -> None:
    recording = files.sensor_logger("ios")
    del recording["Gravity.csv"]
    written(tmp_path, recording)
    assert fault(tmp_path) is SensorFault.GRAVITY_REMOVED


def test_streams_that_begin_apart_are_brought_together(tmp_path: Path) -> None:
    path, _ = written(tmp_path, files.metabase(shift_ms=4))
    found = values(path)
    assert len(found) == files.N - 1  # the last turn rate came after the last acceleration
    assert found[0, 6] == pytest.approx(0.004, abs=1e-6)
    assert found[0, 2] == pytest.approx(0.004, abs=1e-6)  # on the line between 0.00 and 0.01


def test_a_hole_in_the_accelerations_leaves_no_samples(tmp_path: Path) -> None:
    acc, gyr = files.metabase()
    texts = files.metabase()
    lines = texts[acc].splitlines(keepends=True)
    path, _ = written(tmp_path, {acc: "".join(lines[:101] + lines[151:]), gyr: texts[gyr]})
    t_s = values(path)[:, 0]
    assert np.diff(t_s).max() == pytest.approx(0.51)


def test_movesense_columns_without_units_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(files.movesense_csv())
    assert fault(path) is SensorFault.UNITS_UNTOLD
    assert_reads_alike(path, "Movesense", Told(units=units_from("m/s2,deg/s,ms")))


def test_xsens_columns_alone_do_not_tell_the_units(tmp_path: Path) -> None:
    path = tmp_path / "cut.csv"
    path.write_text("\n".join(files.dot().splitlines()[7:]) + "\n")
    assert fault(path) is SensorFault.UNITS_UNTOLD
    assert_reads_alike(path, "Xsens", Told(units=units_from("m/s2,deg/s,us")))


def test_mt_without_rate_or_clock_asks_for_the_rate(tmp_path: Path) -> None:
    path = tmp_path / "mt.txt"
    path.write_text(files.mt().replace("// Update Rate: 100.0Hz\n", ""))
    assert fault(path) is SensorFault.RATE_UNTOLD
    assert_reads_alike(path, "Xsens MT", Told(rate_hz=100.0))


def test_dot_without_gravity_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot().replace("Acc_", "FreeAcc_"))
    assert fault(path) is SensorFault.GRAVITY_REMOVED


def test_dot_without_turn_rates_names_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "dot.csv"
    path.write_text(files.dot().replace("Gyr_", "Mag_"))
    assert fault(path) is SensorFault.COLUMNS_MISSING


def test_a_first_dot_row_of_zeros_is_left_out(tmp_path: Path) -> None:
    lines = files.dot().splitlines()
    tick = 2_974_023_062 - 10_000
    lines.insert(8, f"0,{tick},0.0,0.0,0.0,0.0,0.0,0.0")
    path = tmp_path / "dot.csv"
    path.write_text("\n".join([*lines, ""]))
    assert_reads_alike(path, "Movella DOT")


def test_lost_dot_samples_leave_a_gap_in_time(tmp_path: Path) -> None:
    lines = files.dot().splitlines(keepends=True)
    del lines[100:120]
    path = tmp_path / "dot.csv"
    path.write_text("".join(lines))
    assert np.diff(values(path)[:, 0]).max() == pytest.approx(0.21)


def test_two_witmotion_sensors_in_one_file_are_asked_for(tmp_path: Path) -> None:
    first = files.witmotion_new("left(aa)").splitlines()
    second = files.witmotion_new("right(bb)").splitlines()[1:]
    rows = [row for both in zip(first[1:], second, strict=True) for row in both]
    path = tmp_path / "two.txt"
    path.write_text("\n".join([first[0], *rows, ""]), encoding="utf-8")
    assert fault(path) is SensorFault.DEVICE_UNTOLD
    assert_reads_alike(path, "WitMotion", Told(device="RIGHT"))


def test_witmotion_times_of_arrival_in_bursts_become_even(tmp_path: Path) -> None:
    """Without chip time: four rows at a time, 40 ms apart, the same stamp for the four."""
    lines = files.witmotion_new().splitlines()
    rows = [line.split("\t") for line in lines[1:]]
    for i, row in enumerate(rows):
        ms = 40 * (i // 4)
        row[0] = f"2025-10-9 8:18:{9 + ms // 1000}:{ms % 1000}"
        row[2] = "null"
    path = tmp_path / "burst.txt"
    path.write_text("\n".join([lines[0], *map("\t".join, rows), ""]), encoding="utf-8")
    steps_s = np.diff(values(path)[:, 0])
    assert steps_s[50:].min() > 0.009
    assert steps_s[50:].max() < 0.011


def test_decimals_that_would_turn_the_time_back_are_counted_as_milliseconds(
    tmp_path: Path,
) -> None:
    text = files.witmotion_new().replace(":9:0\t", ":9.0\t")
    text = "\n".join(
        line.replace(f":{9 + i // 100}:{10 * (i % 100)}\t", f":{9 + i // 100}.{10 * (i % 100)}\t")
        for i, line in enumerate(text.splitlines(), start=-1)
    )
    path = tmp_path / "points.txt"
    path.write_text(text + "\n", encoding="utf-8")
    assert_reads_alike(path, "WitMotion")


def test_a_lost_movesense_packet_leaves_a_hole(tmp_path: Path) -> None:
    download = json.loads(files.movesense_json())
    del download["Meas"]["IMU6"][30:32]
    path = tmp_path / "lost.json"
    path.write_text(json.dumps(download))
    t_s = values(path)[:, 0]
    assert len(t_s) == files.N - 8
    assert np.diff(t_s).max() == pytest.approx(0.09)


def test_phyphox_linear_acceleration_is_refused(tmp_path: Path) -> None:
    texts = files.phyphox()
    linear = texts["Accelerometer.csv"].replace("Acceleration", "Linear Acceleration")
    path = zipped(
        tmp_path / "walk.zip",
        {"Linear Accelerometer.csv": linear, "Gyroscope.csv": texts["Gyroscope.csv"]},
    )
    assert fault(path) is SensorFault.GRAVITY_REMOVED


def test_one_half_alone_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "only.csv"
    path.write_text(files.phyphox()["Accelerometer.csv"])
    assert fault(path) is SensorFault.OTHER_HALF_MISSING


def test_halves_of_two_walks_are_refused(tmp_path: Path) -> None:
    acc, _ = files.metabase().values()
    later = files.metabase(shift_ms=60_000)
    _, gyr = later.values()
    paths = written(tmp_path, {"a.csv": acc, "b.csv": gyr})
    assert fault(paths[0], Told(other_half=paths[1])) is SensorFault.OTHER_HALF_MISSING


def test_two_recordings_in_one_zip_are_asked_for(tmp_path: Path) -> None:
    texts = files.metabase()
    both = {**texts, **{f"second_{name}": text for name, text in texts.items()}}
    path = zipped(tmp_path / "walk.zip", both)
    assert fault(path) is SensorFault.DEVICE_UNTOLD
    np.testing.assert_allclose(
        values(path, Told(device="second_")), files.expected(), atol=_TOLERANCE
    )


def test_units_told_win_over_units_read(tmp_path: Path) -> None:
    path = written(tmp_path, files.phyphox())[0]
    assert values(path, Told(units=units_from("m/s2,deg/s")))[-1, 6] == pytest.approx(
        np.radians(2.99)
    )


@pytest.mark.parametrize("text", ["g", "g,g", "g,deg/s,h", "stone,deg/s", ""])
def test_units_that_are_none_are_a_callers_mistake(text: str) -> None:
    with pytest.raises(ValueError, match="unit"):
        units_from(text)
