"""`hipcoach walk --person`: the profile of the leg, the limit in force, and whose walk it is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from coach.care.limits import Limit
from coach.care.warning_signs import Event, HipHistory
from coach.cli import commands
from coach.coach import CoachSettings
from coach.gait.alignment import WornProfile
from coach.records.entries import AboutPerson, LegProfile, LimitEntry
from coach.records.library import Library
from coach.records.places import Place
from coach.records.walk_file import WalkFile
from sensors.samples import Placement, Side
from sensors.source import Source
from tests.coach.walks import Items, walked, write_csv

NAME = "Maija Meikäläinen"
NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
WORN = WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 14.5)
PROFILE = LegProfile(leg_length_m=0.87, height_m=1.7, sensor_name="DOT 3", worn=WORN)
LIMIT = Limit(extension_deg=11.0)
Prepare = Callable[..., tuple[Source, CoachSettings, Place | None]]


@pytest.fixture(scope="session")
def walk_csv(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_csv(tmp_path_factory.mktemp("walks") / "walk.csv.gz", walked(10.0))


@pytest.fixture
def known(data: Path) -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_profile(person, Side.RIGHT, PROFILE)
        library.set_limit(person, Side.RIGHT, LimitEntry(NOON, "me", "tried", LIMIT))


class _Window:
    """Remembers how the walk was made ready, and that something was asked for."""

    def __call__(self, prepare: Prepare, **options: Any) -> int:
        self.options = options
        if not options.get("finds_sensor"):
            _, self.settings, place = prepare()
            assert place is not None
            place.path.touch()
        return 0

    def home(self) -> int:
        return 0

    def ask_to_read(self, path: Path) -> None:
        self.asked_for = path.name


def _walk(*arguments: object, obj: object = None) -> Result:
    given = [str(argument) for argument in arguments]
    return CliRunner(catch_exceptions=False).invoke(
        commands, ["walk", "--person", NAME, *given], obj=obj
    )


def _kept(walk_csv: Path, out: Path, *arguments: object) -> WalkFile:
    result = _walk("--source", walk_csv, "--speed", "0", "--out", out, *arguments)
    assert result.exit_code == 0, result.output
    return WalkFile.open(out)


def test_what_is_known_of_the_leg_is_used(known: None, walk_csv: Path, tmp_path: Path) -> None:
    with _kept(walk_csv, tmp_path / "a.hipwalk") as walk:
        gait, changes = walk.gait, walk.limit_changes()
    assert (gait.leg_length_m, gait.height_m, gait.worn) == (0.87, 1.7, WORN)
    assert gait.side is Side.RIGHT
    assert [change.limit for change in changes] == [LIMIT]


@pytest.fixture
def locked(known: None) -> None:
    with Library.open() as library:
        (person,) = library.people()
        limit = replace(LIMIT, set_by="a physio", expires_on=date(2099, 1, 2))
        library.set_limit(person, Side.RIGHT, LimitEntry(NOON, "a physio", "test", limit))


def test_a_limit_that_was_set_is_not_raised_from_here(
    locked: None, walk_csv: Path, tmp_path: Path
) -> None:
    out = tmp_path / "a.hipwalk"
    result = _walk("--source", walk_csv, "--speed", "0", "--out", out, "--limit-deg", "15")
    assert result.exit_code == 2
    assert "can only be lowered here" in result.stderr
    assert not out.exists()


def test_a_limit_that_was_set_is_lowered_from_here(
    locked: None, walk_csv: Path, tmp_path: Path
) -> None:
    with _kept(walk_csv, tmp_path / "a.hipwalk", "--limit-deg", "9") as walk:
        (change,) = walk.limit_changes()
    assert change.limit is not None
    assert change.limit.extension_deg == 9.0
    assert change.limit.set_by == "a physio"


def test_what_is_told_wins(known: None, walk_csv: Path, tmp_path: Path) -> None:
    options = ("--leg-length", "0.9", "--limit-deg", "15")
    with _kept(walk_csv, tmp_path / "a.hipwalk", *options) as walk:
        gait, (change,) = walk.gait, walk.limit_changes()
    assert gait.leg_length_m == 0.9
    assert change.limit == replace(LIMIT, extension_deg=15.0)


def test_the_walk_is_listed_as_the_person_s(known: None, walk_csv: Path, tmp_path: Path) -> None:
    _kept(walk_csv, tmp_path / "a.hipwalk").close()
    with Library.open() as library:
        (person,) = library.people()
        assert [(walk.path, walk.person_id) for walk in library.walks()] == [
            (tmp_path / "a.hipwalk", person.id)
        ]


def test_a_simulated_walk_is_nobody_s(known: None, tmp_path: Path) -> None:
    out = tmp_path / "a.hipwalk"
    result = _walk("--source", "simulation", "--speed", "0", "--out", out)
    assert result.exit_code == 0, result.output
    with Library.open() as library:
        assert library.walks() == ()


def test_somebody_unknown_is_told(known: None) -> None:
    result = CliRunner(catch_exceptions=False).invoke(commands, ["walk", "--person", "Nobody"])
    assert result.exit_code == 1
    assert "Nobody here is called 'Nobody'" in result.stderr


def test_with_two_legs_the_leg_is_to_be_told(known: None, walk_csv: Path) -> None:
    with Library.open() as library:
        library.save_profile(library.add_person(NAME), Side.LEFT, LegProfile())
    result = _walk("--source", walk_csv)
    assert result.exit_code == 2
    assert "--side left or right" in result.stderr


def test_of_two_legs_the_sore_one_wears_it(known: None, walk_csv: Path, tmp_path: Path) -> None:
    with Library.open() as library:
        person = library.add_person(NAME)
        library.save_profile(person, Side.LEFT, LegProfile())
        library.keep(person, AboutPerson(sore_sides=(Side.RIGHT,)))
    with _kept(walk_csv, tmp_path / "a.hipwalk") as walk:
        assert walk.gait.side is Side.RIGHT


def test_after_an_operation_cues_wait_for_the_physio(
    known: None, walk_csv: Path, tmp_path: Path
) -> None:
    history = HipHistory(Event.FRACTURE, date(2026, 1, 1))
    with Library.open() as library:
        about = AboutPerson(sore_sides=(Side.RIGHT,), hips={Side.RIGHT: (history,)})
        library.keep(library.add_person(NAME), about)
    with _kept(walk_csv, tmp_path / "a.hipwalk") as walk:
        assert [change.limit for change in walk.limit_changes()] in ([], [None])


def test_a_recording_of_the_other_leg_is_refused(known: None, tmp_path: Path) -> None:
    right = walked(10.0)
    left = Items(replace(right.info, side=Side.LEFT), list(right.blocks()))
    path = write_csv(tmp_path / "walk.csv.gz", left)
    result = _walk("--source", path)
    assert result.exit_code == 2
    assert "recorded on the left leg" in result.stderr


def test_in_a_window_the_library_s_passphrase_is_asked_for_first(
    known: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISPLAY", ":1")
    with Library.open() as library:
        profile = LegProfile(placement=Placement("+x", "+z"))
        library.save_profile(library.add_person(NAME), Side.RIGHT, profile)
    window = _Window()
    result = _walk("--plain", obj=window)
    assert result.exit_code == 0, result.output
    assert window.asked_for == "library.db"
    assert window.options["finds_sensor"]
    assert window.options["limit"] == LIMIT
