"""An app's export through the same door as a walk file, with what the person tells of it."""

import json
from pathlib import Path

import numpy as np
import pytest

from sensors.errors import RecordingError, SensorFault
from sensors.imports.told import Told, placement_from, units_from
from sensors.recording import Recording
from sensors.samples import Placement, Side, StreamKind
from tests.sensors.imports import files

_WORN = Told(placement=Placement("+x", "+y"))


@pytest.fixture
def dot(tmp_path: Path) -> Path:
    path = tmp_path / "thigh.csv"
    path.write_text(files.dot())
    return path


def test_an_export_is_a_source_like_any_recording(dot: Path) -> None:
    recording = Recording(dot, told=_WORN)
    assert recording.maker == "Movella DOT"
    assert recording.info.kind is StreamKind.RECORDING
    assert (recording.info.name, recording.info.rate_hz) == ("thigh", 100.0)
    blocks = list(recording.blocks())
    assert [len(block.t_s) for block in blocks] == [100] * 3
    np.testing.assert_allclose(blocks[-1].gyr_radps[-1], [0, 0, 2.99], atol=1e-6)
    assert recording.progress == 1.0


async def test_an_export_may_be_iterated_again(dot: Path) -> None:
    recording = Recording(dot, told=_WORN)
    first = [block.t_s[0] async for block in recording]
    assert [block.t_s[0] async for block in recording] == first


def test_placement_nobody_told_is_asked_for(dot: Path) -> None:
    with pytest.raises(RecordingError) as caught:
        Recording(dot)
    assert caught.value.fault is SensorFault.PLACEMENT_UNTOLD


def test_placement_may_stand_beside_the_export(dot: Path) -> None:
    told = {"mounting": {"up": "+x", "anterior": "-z"}, "side": "left", "leg_length_m": 0.9}
    dot.with_suffix(".json").write_text(json.dumps(told))
    info = Recording(dot).info
    assert (info.placement, info.side, info.leg_length_m) == (Placement("+x", "-z"), "left", 0.9)


def test_what_the_person_says_wins(dot: Path) -> None:
    dot.with_suffix(".json").write_text('{"mounting": {"up": "+z", "anterior": "+y"}}')
    info = Recording(dot, told=Told(placement=Placement("+x", "+y"), side=Side.RIGHT)).info
    assert (info.placement, info.side) == (Placement("+x", "+y"), Side.RIGHT)


def test_a_sensor_upside_down_is_refused(dot: Path) -> None:
    with pytest.raises(RecordingError) as caught:
        Recording(dot, told=Told(placement=Placement("-x", "+y")))
    assert caught.value.fault is SensorFault.UPSIDE_DOWN


def test_signs_the_other_way_can_be_told(dot: Path) -> None:
    told = Told(placement=Placement("-x", "-y"), units=units_from("-m/s2,deg/s,us"))
    first = next(Recording(dot, told=told).blocks())
    assert first.acc_mps2[0, 0] == pytest.approx(-9.80665)


def test_units_told_wrongly_are_refused(dot: Path) -> None:
    told = Told(placement=Placement("+x", "+y"), units=units_from("g,deg/s,us"))
    with pytest.raises(RecordingError) as caught:
        Recording(dot, told=told)
    assert caught.value.fault is SensorFault.ACC_UNITS


def test_a_json_export_is_not_its_own_sidecar(tmp_path: Path) -> None:
    path = tmp_path / "walk.json"
    path.write_text(files.movesense_json())
    assert Recording(path, told=_WORN).info.rate_hz == pytest.approx(100.0)


def test_a_walk_file_takes_what_is_told_too(tmp_path: Path) -> None:
    path = tmp_path / "walk.csv"
    rows = [f"{i / 100},9.81,0,0,0,0,0" for i in range(200)]
    path.write_text("\n".join(["t_s,acc_x,acc_y,acc_z,gyr_x,gyr_y,gyr_z", *rows, ""]))
    recording = Recording(path, told=Told(placement=Placement("+x", "+y"), rate_hz=100.0))
    assert (recording.maker, recording.info.placement) == (None, Placement("+x", "+y"))


@pytest.mark.parametrize(
    ("text", "placement"),
    [("+x,-z", ("+x", "-z")), ("x,z", ("+x", "+z")), (" -Y , X ", ("-y", "+x"))],
)
def test_placement_is_read_from_two_axes(text: str, placement: tuple[str, str]) -> None:
    assert placement_from(text) == placement


@pytest.mark.parametrize("text", ["", "x", "x,-x", "x,y,z", "up,front"])
def test_placement_that_is_none_is_a_callers_mistake(text: str) -> None:
    with pytest.raises(ValueError, match="axes"):
        placement_from(text)
