"""Strides and samples as text: what every program reads, and what a round trip keeps."""

import csv
import json
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.records.errors import KeepingError, RecordFault, WalkFileError
from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.stride_columns import STRIDE_COLUMNS
from coach.records.exchange.strides_csv import write_strides_csv
from coach.records.exchange.walk_csv import write_walk
from sensors.recording import Recording
from sensors.samples import ImuBlock
from tests.coach.records.exchange.walks import INFO_WORN, STRIDES, full
from tests.coach.walks import still, walked


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_a_stride_is_a_row_with_times_from_the_first_sample(tmp_path: Path) -> None:
    write_strides_csv(tmp_path / "s.csv", full(), "01")
    first, second = _rows(tmp_path / "s.csv")
    assert (first["walk"], first["side"]) == ("01", "left")
    assert (float(first["start_s"]), float(first["peak_thigh_extension_s"])) == (1.0, 1.5)
    assert float(first["peak_thigh_extension_deg"]) == 14.25
    assert (first["decision_is_over"], first["limit_extension_deg"]) == ("true", "12")
    assert (second["end_s"], second["stride_length_m"], second["why_not"]) == ("", "", "stop")


def test_every_field_of_a_stride_has_a_column() -> None:
    names = {column.name for column in STRIDE_COLUMNS}
    assert set(STRIDES[0].__dataclass_fields__) <= names


def test_a_column_with_a_unit_ends_in_it_and_is_explained(tmp_path: Path) -> None:
    _, columns = write_strides_csv(tmp_path / "s.csv", full(), "01")
    told = json.loads(columns.read_text(encoding="utf-8"))
    endings = {"s": "_s", "deg": "_deg", "m": "_m", "m/s": "_mps", "1/min": "_spm"}
    assert all(
        name.endswith(endings[column["Units"]])
        for name, column in told.items()
        if "Units" in column
    )
    assert set(told) == {column.name for column in STRIDE_COLUMNS}


def test_no_cell_of_a_table_is_a_formula(tmp_path: Path) -> None:
    write_strides_csv(tmp_path / "s.csv", full(), "=cmd|' /C calc'!A0")
    assert _rows(tmp_path / "s.csv")[0]["walk"].startswith("'=")


def test_negative_numbers_stay_numbers(tmp_path: Path) -> None:
    write_strides_csv(tmp_path / "s.csv", full(), "01")
    assert float(_rows(tmp_path / "s.csv")[0]["thigh_adduction_deg"]) == -1.5


def test_who_set_a_limit_does_not_leave(tmp_path: Path) -> None:
    table, columns = write_strides_csv(tmp_path / "s.csv", full(), "01")
    assert "Tiina" not in table.read_text() + columns.read_text()


def test_what_is_not_finite_is_empty(tmp_path: Path) -> None:
    walk = full()
    odd = replace(walk.strides[0].stride, cadence_spm=float("nan"))
    walk = replace(walk, strides=(walk.strides[0]._replace(stride=odd),))
    write_strides_csv(tmp_path / "s.csv", walk, "01")
    assert _rows(tmp_path / "s.csv")[0]["cadence_spm"] == ""


def test_pandas_reads_numbers_and_truths(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    write_strides_csv(tmp_path / "s.csv", full(), "01")
    table = pandas.read_csv(tmp_path / "s.csv")
    assert table["is_scored"].tolist() == [True, False]
    assert table["peak_thigh_extension_deg"].tolist() == [14.25, 9.0]
    assert np.isnan(table["stride_length_m"][1])


@pytest.mark.parametrize("name", ["walk.csv", "walk.csv.gz"])
def test_a_walk_comes_back_from_its_text(tmp_path: Path, name: str) -> None:
    source = walked(6.0)
    path, _ = write_walk(tmp_path / name, source.info, source.blocks())
    again = Recording(path)
    assert (again.info.side, again.info.placement) == (source.info.side, source.info.placement)
    for attribute, tolerance in (("t_s", 5e-6), ("acc_mps2", 5e-7), ("gyr_radps", 5e-7)):
        old = np.concatenate([getattr(block, attribute) for block in source.blocks()])
        new = np.concatenate([getattr(block, attribute) for block in again.blocks()])
        np.testing.assert_allclose(new, old, atol=tolerance, rtol=0)


def test_a_text_that_came_back_is_written_the_same_again(tmp_path: Path) -> None:
    source = walked(6.0)
    first, _ = write_walk(tmp_path / "a.csv", source.info, source.blocks())
    again = Recording(first)
    second, _ = write_walk(tmp_path / "b.csv", again.info, again.blocks())
    assert second.read_bytes() == first.read_bytes()


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sizes=st.lists(st.integers(1, 150), min_size=1, max_size=6))
def test_blocks_of_any_size_give_the_same_text(tmp_path: Path, sizes: list[int]) -> None:
    whole = full().blocks()
    joined = [np.concatenate(columns) for columns in zip(*whole, strict=True)]
    cuts = np.cumsum(sizes)
    parts = zip(*(np.split(column, cuts) for column in joined), strict=True)
    block = type(next(iter(whole)))
    for path in tmp_path.iterdir():
        path.unlink()
    one, _ = write_walk(tmp_path / "one.csv", INFO_WORN, whole)
    two, _ = write_walk(tmp_path / "two.csv", INFO_WORN, [block(*part) for part in parts])
    assert two.read_bytes() == one.read_bytes()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    path = tmp_path / "s.csv"
    path.write_text("mine")
    with pytest.raises(KeepingError) as caught:
        write_strides_csv(path, full(), "01")
    assert caught.value.fault is RecordFault.EXISTS
    assert path.read_text() == "mine"


def test_an_export_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    def broken() -> Iterator[ImuBlock]:
        yield still(0.0, 100)
        raise WalkFileError(RecordFault.DAMAGED)

    with pytest.raises(WalkFileError):
        write_walk(tmp_path / "walk.csv", INFO_WORN, broken())
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeepingError) as caught, new_outputs(tmp_path / "x"):
        raise OSError(28, "No space left on device")
    assert caught.value.fault is RecordFault.DISK_FULL


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(KeepingError) as caught:
        write_strides_csv(tmp_path / "no" / "s.csv", full(), "01")
    assert caught.value.fault is RecordFault.FOLDER_NOT_WRITABLE


def test_only_the_owner_may_read(tmp_path: Path) -> None:
    path, _ = write_strides_csv(tmp_path / "s.csv", full(), "01")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
