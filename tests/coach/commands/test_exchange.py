"""`hipcoach import` and `hipcoach export`, as they are typed."""

import csv
import json
from dataclasses import replace
from math import degrees
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner, Result

from coach.commands.exchange import export
from coach.commands.imports import import_walks
from coach.gait.pipeline import GaitSettings
from coach.records.folders import walks_folder
from coach.records.keys import new_vault, sidecar_of
from coach.records.places import keep_vault
from coach.records.walk_file import WalkFile
from sensors.recording import Recording, write_walk_csv
from tests.coach.walks import walked
from tests.sensors.imports import files

_WORN = ("--placement", "+x,+y", "--side", "right")


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture(scope="session")
def dot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five seconds of standing and fifteen of walking, as a Movella DOT's app exports them."""
    path = tmp_path_factory.mktemp("dot") / "thigh.csv"
    rows: list[list[object]] = []
    for block in walked(15.0).blocks():
        for t_s, acc, gyr in zip(block.t_s, block.acc_mps2, block.gyr_radps, strict=True):
            numbers = [*acc, *(degrees(rate) for rate in gyr)]
            rows.append([len(rows), round(t_s * 1e6), *(f"{number:.8f}" for number in numbers)])
    text = "\n".join(",".join(map(str, row)) for row in rows)
    path.write_text("\n".join([*files.DOT_HEAD, text, ""]))
    return path


@pytest.fixture(scope="session")
def walk_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    source = walked(15.0)
    path = tmp_path_factory.mktemp("walks") / "walk.csv.gz"
    write_walk_csv(path, source.info, source.blocks())
    return path


def _import(*arguments: str | Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        import_walks, [str(argument) for argument in arguments]
    )


def _export(*arguments: str | Path) -> Result:
    return CliRunner(catch_exceptions=False).invoke(
        export, [str(argument) for argument in arguments]
    )


def test_an_import_is_a_kept_walk_with_strides(dot: Path) -> None:
    result = _import(dot, *_WORN, "--leg-length", "0.9")
    assert (result.exit_code, result.stderr) == (0, "")
    kept = walks_folder() / "thigh.hipwalk"
    assert result.stdout == f"Kept in {kept}\n"
    with WalkFile.open(kept) as walk:
        assert (walk.info.side, walk.info.placement) == ("right", ("+x", "+y"))
        assert walk.gait.leg_length_m == 0.9
        assert len(walk.strides()) > 8


def test_an_import_keeps_the_samples_of_the_export(dot: Path, tmp_path: Path) -> None:
    out = tmp_path / "walk.csv.gz"
    assert _import(dot, *_WORN, "--out", out).exit_code == 0
    again = np.concatenate([block.gyr_radps for block in Recording(out).blocks()])
    true = np.concatenate([block.gyr_radps for block in walked(15.0).blocks()])
    np.testing.assert_allclose(again, true, atol=1e-6)


def test_an_import_tells_programs_what_it_took(dot: Path, tmp_path: Path) -> None:
    line = json.loads(_import(dot, *_WORN, "--json", "--out", tmp_path / "w.hipwalk").stdout)
    assert (line["format"], line["rate_hz"]) == ("Movella DOT", 100.0)
    assert line["n_strides"] > 8


def test_what_must_be_told_is_asked_for_with_its_option(dot: Path) -> None:
    result = _import(dot)
    assert result.exit_code == 1
    assert "--placement" in result.stderr
    assert not walks_folder().exists()


def test_units_that_no_header_tells_are_asked_for_with_their_option(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    path.write_text(files.movesense_csv())
    assert "--units" in _import(path, *_WORN).stderr
    out = tmp_path / "out.csv"
    assert _import(path, *_WORN, "--units", "m/s2,deg/s,ms", "--out", out).exit_code == 0


@pytest.mark.parametrize("order", [1, -1], ids=["as found", "the other way"])
def test_two_halves_are_one_walk(tmp_path: Path, order: int) -> None:
    paths = files.written(tmp_path, files.metabase())[::order]
    folder = tmp_path / "out"
    folder.mkdir()
    result = _import(*paths, "--placement", "+x,+y", "--out", folder)
    assert (result.exit_code, len(list(folder.iterdir()))) == (0, 1)


def test_two_halves_of_any_name_are_one_walk(tmp_path: Path) -> None:
    acc, gyr = files.metabase().values()
    paths = files.written(tmp_path, {"a.csv": acc, "b.csv": gyr})
    result = _import(*paths, "--placement", "+x,+y", "--out", tmp_path / "w.csv.gz")
    assert (result.exit_code, result.stdout.count("Kept")) == (0, 1)


def test_a_bad_file_is_told_and_the_others_are_kept(dot: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("nothing\n")
    result = _import(bad, dot, *_WORN)
    assert (result.exit_code, result.stdout.count("Kept")) == (1, 1)
    assert result.stderr.startswith(f"{bad}: ")


def test_an_import_never_writes_over_a_walk(dot: Path, tmp_path: Path) -> None:
    out = tmp_path / "walk.hipwalk"
    out.write_bytes(b"mine")
    assert _import(dot, *_WORN, "--out", out).exit_code == 1
    assert out.read_bytes() == b"mine"


def test_a_key_without_its_walk_is_left_alone(dot: Path, tmp_path: Path) -> None:
    key = tmp_path / "walk.key"
    key.write_bytes(b"of another file")
    assert _import(dot, *_WORN, "--out", tmp_path / "walk.hipwalk").exit_code == 1
    assert key.read_bytes() == b"of another file"


def test_an_import_is_protected_where_walks_are(dot: Path, tmp_path: Path) -> None:
    vault = new_vault("seven green sensors on a walk")
    assert vault is not None
    keep_vault(vault)
    protected, plain = tmp_path / "protected.hipwalk", tmp_path / "plain.hipwalk"
    assert _import(dot, *_WORN, "--out", protected).exit_code == 0
    assert _import(dot, *_WORN, "--out", plain, "--plain").exit_code == 0
    begins = [path.read_bytes()[:6] == b"SQLite" for path in (protected, plain)]
    assert begins == [False, True]
    assert sidecar_of(protected).exists()


def test_a_walk_that_breaks_off_leaves_no_half_import(
    dot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("coach.live.Coach.push", broken)
    folder = tmp_path / "out"
    folder.mkdir()
    assert _import(dot, *_WORN, "--out", folder / "walk.hipwalk").exit_code != 0
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize(
    "options",
    [
        ("--units", "g"),
        ("--placement", "up"),
        ("--placement", "x,-x"),
        ("--rate", "nan"),
        ("--rate", "5"),
        ("--side", "both"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_is_refused_before_any_work(dot: Path, options: tuple[str, str]) -> None:
    result = _import(dot, *options)
    assert result.exit_code == 2
    assert options[1] in result.stderr


@pytest.mark.parametrize("form", ["strides-csv", "walk-csv", "motion-bids", "sto", "mot"])
def test_every_format_says_what_it_wrote(walk_csv: Path, tmp_path: Path, form: str) -> None:
    result = _export(walk_csv, "--format", form, "--json")
    assert (result.exit_code, result.stderr) == (0, "")
    written = json.loads(result.stdout)["written"]
    assert written
    assert all((tmp_path / name).exists() for name in written)


def test_what_was_written_is_named(walk_csv: Path, tmp_path: Path) -> None:
    result = _export(walk_csv, "--format", "strides-csv", "--out", tmp_path / "s.csv")
    assert f"Written: {tmp_path / 's.csv'}" in result.stdout.splitlines()


def test_a_kept_walk_leaves_with_the_strides_it_was_kept_with(dot: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.hipwalk"
    _import(dot, *_WORN, "--out", kept)
    assert _export(kept, "--format", "strides-csv", "--out", tmp_path / "s.csv").exit_code == 0
    with (tmp_path / "s.csv").open(newline="") as file, WalkFile.open(kept) as walk:
        peaks_deg = [float(row["peak_thigh_extension_deg"]) for row in csv.DictReader(file)]
        assert peaks_deg == pytest.approx(
            [stride.peak_thigh_extension_deg for stride in walk.strides()], rel=1e-5
        )


def test_a_kept_walk_leaves_with_the_samples_it_was_kept_with(dot: Path, tmp_path: Path) -> None:
    kept = tmp_path / "kept.hipwalk"
    _import(dot, *_WORN, "--out", kept)
    _export(kept, "--format", "walk-csv", "--out", tmp_path / "w.csv")
    with WalkFile.open(kept) as walk:
        old = np.concatenate([block.acc_mps2 for block in walk.blocks()])
    new = np.concatenate([block.acc_mps2 for block in Recording(tmp_path / "w.csv").blocks()])
    np.testing.assert_allclose(new, old, atol=5e-7)


def test_a_limit_may_be_given_to_a_recording(walk_csv: Path, tmp_path: Path) -> None:
    _export(walk_csv, "--format", "strides-csv", "--limit-deg", "16", "--out", tmp_path / "s.csv")
    with (tmp_path / "s.csv").open(newline="") as file:
        over = [row["decision_is_over"] for row in csv.DictReader(file)]
    assert {"true", "false"} <= set(over)


def test_a_walk_without_angles_is_told(tmp_path: Path) -> None:
    source = walked(6.0)
    blocks = [source.blocks()[0]]
    write_walk_csv(tmp_path / "w.csv", replace(source.info, placement=None), blocks)
    assert GaitSettings.of(Recording(tmp_path / "w.csv").info).placement is None
    result = _export(tmp_path / "w.csv", "--format", "mot")
    assert result.exit_code == 1
    assert "no thigh angles" in result.stderr


@pytest.mark.parametrize(
    "options",
    [("--subject", "Matti M"), ("--session", "../x"), ("--format", "xlsx")],
    ids=" ".join,
)
def test_labels_that_cannot_be_are_refused(walk_csv: Path, options: tuple[str, str]) -> None:
    result = _export(walk_csv, "--format", "motion-bids", *options)
    assert result.exit_code == 2


def test_a_missing_file_is_told_in_one_line(tmp_path: Path) -> None:
    result = _export(tmp_path / "no.csv", "--format", "mot")
    assert result.exit_code == 1
    assert len(result.stderr.splitlines()) == 1
