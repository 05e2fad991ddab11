"""Walks at home after a test: which count, what they say, and that they only say it."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from coach.care.long_stride_result import result_of
from coach.care.pain_record import Activity, PainRecord, Relief
from coach.care.pain_threshold import RatedBout
from coach.follow_up.later_walks import Rated, as_bouts, kept_strides, rated_since, threshold_with
from coach.gait.events import Stride
from coach.records.entries import Person, WalkNote
from coach.records.library import Library
from sensors.samples import Side
from tests.coach.care.patients import KINDS, Walker, stride

TESTED_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
RECORD = PainRecord(TESTED_AT + timedelta(days=1), Side.RIGHT, before=1, worst=3)


def _strides(n: int, extension_deg: float = 12.0) -> tuple[Stride, ...]:
    return tuple(stride(1.1 * i, extension_deg + (-1) ** i) for i in range(n))


def _bouts(record: PainRecord, n: int = 40, extension_deg: float = 12.0) -> tuple[RatedBout, ...]:
    return as_bouts([Rated(record, Path("a.hipwalk"))], lambda _: _strides(n, extension_deg))


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Library, Person]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    library = Library.open(tmp_path / "library.db")
    return library, library.add_person("Maija")


def _keep(kept: tuple[Library, Person], record: PainRecord, walk: str = "a.hipwalk") -> None:
    library, person = kept
    note = WalkNote(ended_at=record.ended_at, side=record.side, minutes=10.0, walk=walk)
    for entry in (note, record):
        library.keep(person, entry, side=record.side, at=record.ended_at)


def test_a_walk_is_one_bout_with_its_mean_and_its_rise() -> None:
    (bout,) = _bouts(RECORD)
    assert bout.dose.extension_deg == pytest.approx(12.0)
    assert (bout.rise, bout.dose.pain_before) == (2, 1)


def test_pain_that_fell_is_no_rise() -> None:
    (bout,) = _bouts(replace(RECORD, before=2, worst=1))
    assert bout.rise == 0


def test_a_walk_of_few_strides_says_nothing() -> None:
    assert _bouts(RECORD, n=19) == ()


def test_a_walk_that_is_gone_says_nothing(tmp_path: Path) -> None:
    assert kept_strides(tmp_path / "gone.hipwalk") == ()


@pytest.mark.parametrize(
    ("record", "walk", "n"),
    [
        (RECORD, "a.hipwalk", 1),
        (RECORD, "", 0),
        (replace(RECORD, ended_at=TESTED_AT - timedelta(days=1)), "a.hipwalk", 0),
        (replace(RECORD, side=Side.LEFT), "a.hipwalk", 0),
        (replace(RECORD, activity=Activity.EXERCISES), "a.hipwalk", 0),
        (replace(RECORD, taken_before=frozenset({Relief.PAINKILLER})), "a.hipwalk", 0),
    ],
    ids=["counts", "not kept", "before the test", "other leg", "exercises", "pain relief"],
)
def test_which_walks_count(
    kept: tuple[Library, Person], record: PainRecord, walk: str, n: int
) -> None:
    _keep(kept, record, walk)
    library, person = kept
    with library:
        assert len(rated_since(library, person, Side.RIGHT, TESTED_AT)) == n


def test_walks_that_hurt_lower_the_level() -> None:
    rng = np.random.default_rng(4)
    walker = Walker(KINDS["steep"](rng), rng)
    walker.walk_to_end()
    result = result_of(walker.test.state)
    assert result.threshold is not None
    after = threshold_with(result, _bouts(RECORD) * 4)
    assert after is not None
    assert after.warning_deg is not None
    assert result.threshold.warning_deg is not None
    assert after.warning_deg < result.threshold.warning_deg


def test_no_walk_changes_nothing() -> None:
    rng = np.random.default_rng(4)
    walker = Walker(KINDS["steep"](rng), rng)
    walker.walk_to_end()
    assert threshold_with(result_of(walker.test.state), ()) is None
