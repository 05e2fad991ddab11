"""What a walk begins with, looked up in the library."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from coach.care.exercises import load_library
from coach.care.fading import FadingWhy
from coach.care.feedback_mode import FeedbackMode
from coach.care.feedback_state import Surface
from coach.care.limits import Limit
from coach.care.pain_record import PainRecord, Relief
from coach.care.permissions import Permissions
from coach.care.reasons import Rule, because
from coach.care.usual import Usual
from coach.care.walking_dose import WalkChoice, WalkDose
from coach.care.warning_signs import Check, Condition, Event, HipHistory
from coach.gait.alignment import WornProfile
from coach.gait.stride_length import PersonalLength
from coach.records.entries import (
    AboutPerson,
    LegProfile,
    LimitEntry,
    PainEntry,
    Person,
    WalkNote,
)
from coach.records.library import Library
from coach.today import PAIN_NOW, PAIN_WHY, today
from coach.walking.walk_start import Ground, WalkStart, Wish, walk_start
from sensors.samples import Placement, Side, StreamInfo, StreamKind

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 10, tzinfo=HERE)
RIGHT = Side.RIGHT
LIMIT = Limit(extension_deg=14.0)
INFO = StreamInfo("DOT", StreamKind.RADIO, 60.0)
LENGTH = PersonalLength((1.0, 1.0), (1.0, 1.0), (0.1, 0.0, 0.1))


@pytest.fixture
def person(library: Library) -> Person:
    person = library.add_person("Maija")
    pain = PainEntry(at=NOW, level=2, moment=PAIN_NOW, side=RIGHT)
    for entry in (AboutPerson(sore_sides=(RIGHT,)), Check(NOW), pain):
        library.keep(person, entry, at=NOW)
    library.set_limit(person, RIGHT, LimitEntry(NOW, "Tiina", "test", LIMIT))
    return person


def _start(library: Library, person: Person) -> WalkStart:
    return walk_start(library, person, today(library, person, load_library(), NOW))


def _walk(library: Library, person: Person, days_ago: int, share: float, *, worst: int = 1) -> None:
    at = NOW - timedelta(days=days_ago)
    note = WalkNote(
        ended_at=at, side=RIGHT, minutes=20, comfortable_share=0.95, feedback_share=share
    )
    for entry in (note, PainRecord(at, RIGHT, 0, worst)):
        library.keep(person, entry, side=RIGHT, at=at)


def test_limit_usual_and_pain_are_those_of_the_leg(library: Library, person: Person) -> None:
    usual = Usual(10.0, 1.5, 1.1)
    library.keep(person, usual, side=RIGHT, at=NOW)
    library.keep(person, Usual(20.0, 1.5, 1.1), side=RIGHT.other, at=NOW)
    start = _start(library, person)
    assert (start.limit, start.usual, start.pain_before) == (LIMIT, usual, 2)


def test_locked_cues_leave_no_limit(library: Library, person: Person) -> None:
    hips: dict[Side, tuple[HipHistory, ...]] = {RIGHT: (HipHistory(Event.FRACTURE),)}
    library.keep(person, AboutPerson(sore_sides=(RIGHT,), hips=hips), at=NOW)
    start = _start(library, person)
    assert (start.is_cue_locked, start.limit) == (True, None)


def test_no_treadmill_with_dizziness(library: Library, person: Person) -> None:
    about = AboutPerson(sore_sides=(RIGHT,), conditions=frozenset({Condition.DIZZINESS}))
    library.keep(person, about, at=NOW)
    assert not _start(library, person).may_use_treadmill


def test_three_kept_walks_and_two_weeks_fade_the_feedback(library: Library, person: Person) -> None:
    for days_ago in (15, 8, 3):
        _walk(library, person, days_ago, 1.0)
    start = _start(library, person)
    assert (start.share, start.why_share) == (0.5, FadingWhy.LESS)


def test_two_reds_bring_the_feedback_back(library: Library, person: Person) -> None:
    for days_ago in (6, 4):
        _walk(library, person, days_ago, 0.5, worst=6)
    assert _start(library, person).share == 1.0


def test_the_first_two_weeks_have_a_reward(library: Library, person: Person) -> None:
    first = _start(library, person).has_reward
    _walk(library, person, 14, 1.0)
    assert (first, _start(library, person).has_reward) == (True, False)


def test_what_was_taken_in_the_last_hours_is_known(library: Library, person: Person) -> None:
    for hours, relief in ((2, "painkiller"), (9, "cold"), (1, "nothing known")):
        at = NOW - timedelta(hours=hours)
        entry = PainEntry(at=at, level=4, moment=PAIN_WHY, side=RIGHT, reliefs=(relief,))
        library.keep(person, entry, side=RIGHT, at=at)
    assert _start(library, person).taken_before == {Relief.PAINKILLER}


def test_the_stored_calibration_is_used(library: Library, person: Person) -> None:
    worn = WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 12.0)
    placement = Placement("+x", "+z")
    profile = LegProfile(worn=worn, placement=placement, leg_length_m=0.9, height_m=1.7)
    library.save_profile(person, RIGHT, profile)
    start = _start(library, person)
    gait = start.settings(Wish(), INFO).gait
    assert start.guidance(Wish()).is_worn_before
    assert (gait.worn, gait.placement, gait.side) == (worn, placement, RIGHT)
    assert (gait.leg_length_m, gait.height_m, gait.rate_hz) == (0.9, 1.7, 60.0)


@pytest.mark.parametrize(
    ("limit", "is_tolerance", "has_silent_check"),
    [(LIMIT, False, True), (None, False, False), (LIMIT, True, False)],
    ids=["a limit to keep to", "no limit", "a walk to find the range"],
)
def test_the_end_goes_silent_only_where_there_is_something_to_keep_to(
    library: Library,
    person: Person,
    limit: Limit | None,
    is_tolerance: bool,
    has_silent_check: bool,
) -> None:
    choice = WalkChoice(because(Rule.REPEAT), WalkDose(20.0), is_tolerance=is_tolerance)
    start = replace(_start(library, person), choice=choice, limit=limit)
    assert start.guidance(Wish()).has_silent_check is has_silent_check


def test_what_a_distance_taught_counts_on_its_surface_only(
    library: Library, person: Person
) -> None:
    profile = LegProfile(lengths={Surface.TREADMILL: LENGTH})
    library.save_profile(person, RIGHT, profile)
    start = _start(library, person)
    belt, ground = Wish(Ground.TREADMILL), Wish()
    assert start.settings(belt, INFO).gait.personal_length == LENGTH
    assert start.settings(ground, INFO).gait.personal_length is None


@pytest.mark.parametrize(
    ("wish", "surface", "is_lap_mode", "share"),
    [
        (Wish(), Surface.OVERGROUND, False, 1.0),
        (Wish(Ground.CORRIDOR), Surface.OVERGROUND, True, 1.0),
        (Wish(Ground.TREADMILL, share=0.25), Surface.TREADMILL, False, 0.25),
    ],
    ids=["ground", "corridor", "treadmill"],
)
def test_the_wish_sets_the_feedback(
    library: Library, person: Person, wish: Wish, surface: Surface, is_lap_mode: bool, share: float
) -> None:
    feedback = _start(library, person).settings(wish, INFO).feedback
    assert (feedback.surface, feedback.is_lap_mode, feedback.share) == (surface, is_lap_mode, share)


def test_no_more_is_heard_than_the_physio_lets(library: Library, person: Person) -> None:
    library.keep(person, Permissions(feedback=FeedbackMode.WORDS), by="Tiina", at=NOW)
    feedback = _start(library, person).settings(Wish(), INFO).feedback
    assert (feedback.has_tones, feedback.has_words) == (False, True)


def test_the_metronome_knows_the_belt(library: Library, person: Person) -> None:
    wish = Wish(Ground.TREADMILL, belt_mps=1.1, has_metronome=True)
    metronome = _start(library, person).guidance(wish).metronome
    assert (metronome.is_wanted, metronome.belt_speed_mps) == (True, 1.1)


def test_the_plan_s_time_ends_the_walk(library: Library, person: Person) -> None:
    assert _start(library, person).guidance(Wish()).planned_s == 1800.0
