"""Motion-BIDS: what the specification asks for, and the validator of the field."""

import csv
import json
import os
import shutil
import subprocess
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import numpy as np
import pytest

from coach.gait.alignment import placement_axes
from coach.records.exchange.motion_bids import BidsNames, spatial_axes, write_motion_bids
from sensors.samples import Placement
from tests.coach.records.exchange.walks import full

_NAMES = BidsNames("k7q2", "01")
_STEM = "sub-k7q2_ses-01_task-walk"


@pytest.fixture(scope="module")
def dataset(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bids") / "walk"
    write_motion_bids(folder, full(), _NAMES)
    return folder


def _motion(dataset: Path) -> Path:
    return dataset / "sub-k7q2" / "ses-01" / "motion"


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def test_files_are_where_bids_wants_them(dataset: Path) -> None:
    found = {str(path.relative_to(dataset)) for path in dataset.rglob("*") if path.is_file()}
    motion = f"sub-k7q2/ses-01/motion/{_STEM}"
    assert found == {
        "README",
        "dataset_description.json",
        "participants.tsv",
        "participants.json",
        f"{motion}_events.tsv",
        f"{motion}_events.json",
        *(
            f"{motion}_tracksys-imu_{suffix}"
            for suffix in ("motion.tsv", "motion.json", "channels.tsv", "channels.json")
        ),
    }


def test_a_channel_describes_each_column_of_the_samples(dataset: Path) -> None:
    stem = _motion(dataset) / f"{_STEM}_tracksys-imu"
    channels = _table(stem.with_name(f"{stem.name}_channels.tsv"))
    samples = np.loadtxt(stem.with_name(f"{stem.name}_motion.tsv"))
    assert samples.shape == (300, len(channels))
    assert [channel["type"] for channel in channels] == 3 * ["ACCEL"] + 3 * ["GYRO"] + ["LATENCY"]
    assert list(channels[0])[:5] == ["name", "component", "type", "tracked_point", "units"]
    np.testing.assert_allclose(samples[0], [9.81, 0, 0, 0, 0, 0, 0])
    np.testing.assert_allclose(samples[:, 6], np.arange(300) / 100)


def test_counts_of_channels_agree(dataset: Path) -> None:
    stem = _motion(dataset) / f"{_STEM}_tracksys-imu"
    told = json.loads(stem.with_name(f"{stem.name}_motion.json").read_text())
    assert told["MotionChannelCount"] == 7
    assert told["ACCELChannelCount"] + told["GYROChannelCount"] + told["LATENCYChannelCount"] == 7
    assert (told["SamplingFrequency"], told["RecordingDuration"]) == (100.0, 2.99)
    assert told["SamplingFrequencyEffective"] == pytest.approx(100.0)


def test_events_stand_in_order_of_time_each_with_what_it_is(dataset: Path) -> None:
    events = _table(_motion(dataset) / f"{_STEM}_events.tsv")
    assert [(event["onset"], event["trial_type"]) for event in events] == [
        ("1.00000", "stride"),
        ("1.25000", "pain"),
        ("1.75000", "gap_link"),
        ("2.00000", "stride"),
        ("2.25000", "pain"),
        ("2.90000", "gap_pause"),
    ]
    assert [event["pain_level"] for event in events if event["trial_type"] == "pain"] == [
        "4",
        "n/a",
    ]
    assert events[0]["peak_thigh_extension_deg"] == "14.25000"
    assert {event["duration"] for event in events} == {"1.00000", "0.00000", "0.25000", "n/a"}


def test_every_column_of_the_events_is_described(dataset: Path) -> None:
    events = _motion(dataset) / f"{_STEM}_events.tsv"
    described = json.loads(events.with_suffix(".json").read_text())
    assert set(_table(events)[0]) == set(described)


def test_names_and_remarks_stay_at_home(dataset: Path) -> None:
    texts = "".join(path.read_text() for path in dataset.rglob("*") if path.is_file())
    assert not [word for word in ("Tiina", "Matti", "HYPERLINK", "2026") if word in texts]


def test_remarks_that_are_let_out_are_harmless(tmp_path: Path) -> None:
    write_motion_bids(tmp_path / "d", full(), replace(_NAMES, with_notes=True))
    events = _table(_motion(tmp_path / "d") / f"{_STEM}_events.tsv")
    notes = [event["note"] for event in events if event["trial_type"] == "note"]
    assert notes == ["wet floor", '\'=HYPERLINK("http://x") Matti']


@pytest.mark.parametrize("label", ["Matti M", "a_b", "../x", ""])
def test_labels_that_break_a_file_name_are_refused(label: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        BidsNames(label)


@pytest.mark.parametrize(
    ("up", "anterior", "axes"),
    [("+x", "+y", "SAL"), ("+y", "+x", "ASR"), ("+y", "-z", "RSP"), ("-z", "+y", "LAI")],
)
def test_spatial_axes_of_a_placement(up: str, anterior: str, axes: str) -> None:
    assert spatial_axes(Placement(up, anterior)) == axes


def test_spatial_axes_agree_with_the_alignment_for_every_placement() -> None:
    for a, b in permutations("xyz", 2):
        for signs in ("++", "+-", "-+", "--"):
            placement = Placement(signs[0] + a, signs[1] + b)
            up, right = placement_axes(placement)[0], placement_axes(placement)[1]
            anterior = np.cross(up, right)
            body = {"S": up, "I": -up, "R": right, "L": -right, "A": anterior, "P": -anterior}
            found = np.array([body[letter] for letter in spatial_axes(placement)])
            assert found.diagonal().tolist() == [1, 1, 1]


def _validator() -> list[str] | None:
    """The npm package's command: named by the environment, installed, or fetched by npx."""
    named = os.environ.get("BIDS_VALIDATOR") or shutil.which("bids-validator")
    if named:
        return [named]
    npx = shutil.which("npx")
    return [npx, "--yes", "bids-validator@1.15.0"] if npx else None


@pytest.mark.long
@pytest.mark.parametrize("session", [None, "01"])
def test_the_bids_validator_finds_no_error(tmp_path: Path, session: str | None) -> None:
    command = _validator()
    if command is None:
        pytest.skip("node with npx is not here")
    folder = tmp_path / "walk"
    write_motion_bids(folder, full(), BidsNames("k7q2", session, with_notes=True))
    run = subprocess.run(
        [*command, "--json", str(folder)], capture_output=True, text=True, check=False, timeout=300
    )
    if not run.stdout.lstrip().startswith("{"):
        pytest.skip(f"bids-validator did not start: {run.stderr[-300:]}")
    found = json.loads(run.stdout)
    assert found["issues"]["errors"] == []
    assert found["summary"]["tasks"] == ["walk"]
