"""OpenSim tables, read by a strict reader of the format and by OpenSim itself where it is."""

from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from coach.gait.pipeline import GaitSettings
from coach.records.exchange.opensim import write_mot, write_sto
from coach.records.exchange.outgoing import OutgoingWalk, recorded_walk, thigh_angles
from sensors.samples import FloatArray
from tests.coach.records.exchange.walks import full
from tests.coach.walks import walked


class Storage(NamedTuple):
    header: dict[str, str]
    columns: list[str]
    values: FloatArray


def read(path: Path) -> Storage:
    """Read a storage file; every rule of the format that is broken fails."""
    text = path.read_bytes().decode("ascii")
    assert "\r" not in text
    head, found, body = text.partition("endheader\n")
    assert found
    _, *lines = head.splitlines()
    header = dict(line.split("=", 1) for line in lines)
    names, *rows = body.splitlines()
    columns = names.split("\t")
    values = np.array([[float(field) for field in row.split("\t")] for row in rows])
    assert columns[0] == "time"
    assert (
        values.shape
        == (int(header["nRows"]), int(header["nColumns"]))
        == (
            len(rows),
            len(columns),
        )
    )
    assert (np.diff(values[:, 0]) > 0).all()
    return Storage(header, columns, values)


@pytest.fixture(scope="module")
def walk() -> OutgoingWalk:
    source = walked(6.0)
    return recorded_walk(source.info, GaitSettings.of(source.info), source.blocks)


def test_the_angle_is_the_coordinate_of_the_worn_side(tmp_path: Path, walk: OutgoingWalk) -> None:
    write_mot(tmp_path / "w.mot", walk)
    storage = read(tmp_path / "w.mot")
    assert storage.columns == ["time", "hip_flexion_r"]
    assert (storage.header["version"], storage.header["inDegrees"]) == ("1", "yes")
    t_s, flexion_deg = thigh_angles(walk)
    np.testing.assert_allclose(storage.values[:, 0], t_s, atol=5e-6)
    np.testing.assert_allclose(storage.values[:, 1], flexion_deg, atol=5e-7)


def test_a_side_nobody_told_is_no_models_coordinate(tmp_path: Path, walk: OutgoingWalk) -> None:
    write_mot(tmp_path / "w.mot", replace(walk, info=replace(walk.info, side=None)))
    assert read(tmp_path / "w.mot").columns == ["time", "thigh_flexion"]


def test_samples_leave_in_the_sensors_frame(tmp_path: Path) -> None:
    write_sto(tmp_path / "w.sto", full())
    storage = read(tmp_path / "w.sto")
    assert storage.columns[1:3] == ["femur_l_imu_acc_x", "femur_l_imu_acc_y"]
    assert storage.values.shape == (300, 7)
    np.testing.assert_allclose(storage.values[0], [0, 9.81, 0, 0, 0, 0, 0])
    assert "up +x, anterior -z" in storage.header["description"]


@pytest.mark.long
@pytest.mark.parametrize("kind", ["mot", "sto"])
def test_opensim_reads_it_back(tmp_path: Path, walk: OutgoingWalk, kind: str) -> None:
    opensim = pytest.importorskip("opensim")
    path = tmp_path / f"w.{kind}"
    (write_mot if kind == "mot" else write_sto)(path, walk)
    table, storage = opensim.TimeSeriesTable(str(path)), read(path)
    assert list(table.getColumnLabels()) == storage.columns[1:]
    assert table.getTableMetaDataString("inDegrees") == storage.header["inDegrees"]
    np.testing.assert_array_equal(table.getIndependentColumn(), storage.values[:, 0])
    np.testing.assert_array_equal(table.getMatrix().to_numpy(), storage.values[:, 1:])
