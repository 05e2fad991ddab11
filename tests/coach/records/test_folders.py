from pathlib import Path

from coach.records.folders import unused


def test_a_name_that_nothing_has_is_taken_as_it_is(tmp_path: Path) -> None:
    assert unused(tmp_path / "walk 1.2", "_strides.csv") == tmp_path / "walk 1.2_strides.csv"


def test_a_name_that_is_taken_gets_a_number(tmp_path: Path) -> None:
    for name in ("walk.csv", "walk-2.csv"):
        (tmp_path / name).touch()
    assert unused(tmp_path / "walk", ".csv") == tmp_path / "walk-3.csv"
