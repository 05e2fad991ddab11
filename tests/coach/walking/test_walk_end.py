"""What is kept of a walk once the person has told how it was."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from coach.care.fading import FadingWhy
from coach.care.feedback_state import Surface
from coach.care.limits import Limit
from coach.care.pain import Colour
from coach.care.pain_record import PainRecord, Relief, Trigger
from coach.care.reasons import Rule, because
from coach.care.symptoms import Change, Feeling, OwnSymptoms, Region, Symptom
from coach.care.usual import Usual
from coach.care.walking_dose import WalkChoice, WalkDose
from coach.care.warning_signs import WarningSign
from coach.coach import CoachSettings
from coach.gait.alignment import WornProfile
from coach.gait.pipeline import GaitSettings, KnownDistance
from coach.live import LiveWalk
from coach.records.entries import LegProfile, PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.summary import WalkSummary
from coach.walking.guided import Guidance, Learnt
from coach.walking.walk_end import (
    AFTER_WALK,
    Answers,
    Felt,
    Walked,
    ended,
    entries_of,
    learn_from,
    signs_of,
    unrated_note,
)
from coach.walking.walk_start import WalkStart, Wish
from sensors.samples import Side
from sensors.simulation.person import Person as Body
from sensors.simulation.scenario import Stand, Walk
from sensors.simulation.source import SimulatedWalk

HERE = timezone(timedelta(hours=2))
NOW = datetime(2026, 3, 2, 10, tzinfo=HERE)
RIGHT = Side.RIGHT
DOSE = WalkDose(12.0)
USUAL = Usual(10.0, 1.5, 1.1, 1.3, 0.04)
WORN = WornProfile((1.0, 0.0, 0.0), (0.0, 0.0, 1.0), 12.0)
TINGLES = OwnSymptoms(frozenset({Symptom(Region.UPPER_HAMSTRING, Feeling.TINGLING, RIGHT)}))

START = WalkStart(
    side=RIGHT,
    choice=WalkChoice(because(Rule.REPEAT), DOSE),
    pain_before=1,
    profile=LegProfile(leg_length_m=0.88),
    limit=Limit(extension_deg=14.0),
    is_cue_locked=False,
    may_use_treadmill=True,
    usual=None,
    share=0.5,
    why_share=FadingWhy.STAYS,
    has_reward=False,
    taken_before=frozenset({Relief.COLD}),
)
SUMMARY = WalkSummary(630.0, 560, 500, {}, 25, 0.95, 7, 1, 0, None)
WALKED = Walked(START, Wish(), SUMMARY, Learnt(WORN, USUAL), silent_share=0.9)
TOLD = Answers(
    worst=3,
    after=2,
    site="groin",
    triggers=frozenset({Trigger.LONG_STRIDE}),
    reliefs=frozenset({Relief.POSITION}),
    is_limping=False,
)


@pytest.fixture
def person(library: Library) -> Person:
    return library.add_person("Maija")


def test_note_and_ratings_carry_the_same_time() -> None:
    note, record, diary, _ = entries_of(WALKED, TOLD, NOW)
    assert isinstance(note, WalkNote)
    assert isinstance(record, PainRecord)
    assert isinstance(diary, PainEntry)
    assert note.ended_at == record.ended_at == diary.at == NOW


def test_the_note_says_what_the_walk_came_to() -> None:
    note = entries_of(WALKED, TOLD, NOW)[0]
    assert note == WalkNote(
        ended_at=NOW,
        side=RIGHT,
        minutes=10.5,
        dose=DOSE,
        is_limping=False,
        n_scored=500,
        comfortable_share=0.95,
        n_cues=7,
        feedback_share=0.5,
        silent_check_share=0.9,
    )


def test_the_record_holds_the_pain_around_the_walk() -> None:
    record = entries_of(WALKED, TOLD, NOW)[1]
    assert isinstance(record, PainRecord)
    assert (record.before, record.worst) == (1, 3)
    assert record.taken_before == {Relief.COLD}
    assert record.triggers == {Trigger.LONG_STRIDE}


def test_pain_that_grew_after_the_walk_is_its_worst() -> None:
    record = entries_of(WALKED, replace(TOLD, after=6), NOW)[1]
    assert isinstance(record, PainRecord)
    assert record.worst == 6


def test_the_diary_holds_the_pain_right_after() -> None:
    diary = entries_of(WALKED, TOLD, NOW)[2]
    assert isinstance(diary, PainEntry)
    assert (diary.level, diary.moment, diary.site) == (2, AFTER_WALK, "groin")
    assert (diary.triggers, diary.reliefs) == (("long_stride",), ("position",))


def test_a_tolerance_walk_has_no_dose() -> None:
    start = replace(START, choice=replace(START.choice, is_tolerance=True))
    assert unrated_note(replace(WALKED, start=start), NOW).dose is None


def test_the_usual_stride_is_kept_the_first_time() -> None:
    assert entries_of(WALKED, TOLD, NOW)[-1] == USUAL


def test_coached_strides_do_not_change_what_is_usual() -> None:
    start = replace(START, usual=Usual(9.0, 1.0, 1.0))
    entries = entries_of(replace(WALKED, start=start), TOLD, NOW)
    assert not any(isinstance(entry, Usual) for entry in entries)


def test_strides_that_no_cue_changed_are_the_new_usual() -> None:
    start = replace(START, usual=Usual(9.0, 1.0, 1.0))
    walked = replace(WALKED, start=start, summary=replace(SUMMARY, n_cues=0))
    assert entries_of(walked, TOLD, NOW)[-1] == USUAL


def test_one_cue_is_enough_to_keep_the_usual_as_it_was() -> None:
    start = replace(START, usual=Usual(9.0, 1.0, 1.0))
    walked = replace(WALKED, start=start, summary=replace(SUMMARY, n_cues=1))
    assert not any(isinstance(entry, Usual) for entry in entries_of(walked, TOLD, NOW))


def test_chosen_feedback_is_what_is_noted() -> None:
    assert unrated_note(replace(WALKED, wish=Wish(share=0.25)), NOW).feedback_share == 0.25


def test_when_it_ended_stands_in_the_note() -> None:
    assert ended(entries_of(WALKED, TOLD, NOW)) == NOW
    with pytest.raises(ValueError, match="no walk"):
        ended(())


@pytest.mark.parametrize(
    ("told", "colour"),
    [
        (Answers(2, 1), Colour.GREEN),
        (Answers(3, 2), Colour.AMBER),
        (Answers(5, 2), Colour.RED),
        (Answers(1, 1, frozenset({WarningSign.NUMBNESS_OR_WEAKNESS})), Colour.RED),
    ],
    ids=["green", "amber", "red", "sign"],
)
def test_the_day_s_colour(told: Answers, colour: Colour) -> None:
    assert told.verdict(1).colour is colour


def test_a_short_look_is_no_walk() -> None:
    assert not replace(WALKED, summary=replace(SUMMARY, duration_s=12.0)).is_walk


@pytest.mark.parametrize(
    ("felt", "sign"),
    [
        (Felt(Feeling.NUMBNESS), WarningSign.NUMBNESS_OR_WEAKNESS),
        (Felt(Feeling.PAIN, Region.BELOW_KNEE), WarningSign.NEW_BELOW_KNEE),
        (
            Felt(Feeling.TINGLING, None, Change.STRONGER),
            WarningSign.TINGLING_NEW_STRONGER_OR_LASTING,
        ),
    ],
    ids=["numb", "below the knee", "more tingling"],
)
def test_what_is_not_one_s_own_is_a_sign(felt: Felt, sign: WarningSign) -> None:
    assert signs_of([felt], RIGHT, TINGLES) == {sign}


def test_pain_in_a_new_place_below_the_knee_is_a_sign() -> None:
    found = signs_of([], RIGHT, TINGLES, Region.BELOW_KNEE)
    assert found == {WarningSign.NEW_BELOW_KNEE}


def test_pain_in_the_buttock_is_none() -> None:
    assert signs_of([], RIGHT, OwnSymptoms(), Region.DEEP_BUTTOCK) == frozenset()


def test_one_s_own_tingling_is_none() -> None:
    assert signs_of([Felt(Feeling.TINGLING)], RIGHT, TINGLES) == frozenset()


def test_tingling_of_somebody_who_never_had_it_is_new() -> None:
    assert signs_of([Felt(Feeling.TINGLING)], RIGHT, OwnSymptoms())


def test_the_calibration_is_kept_for_the_next_walk(
    library: Library, person: Person, tmp_path: Path
) -> None:
    library.save_profile(person, RIGHT, LegProfile(leg_length_m=0.88))
    learn_from(library, person, WALKED, NOW, tmp_path)
    profile = library.profile(person, RIGHT)
    assert profile is not None
    assert (profile.worn, profile.leg_length_m) == (WORN, 0.88)


async def test_a_measured_distance_teaches_the_length_on_its_surface(
    library: Library, person: Person, tmp_path: Path
) -> None:
    walk = SimulatedWalk(Body(), (Stand(6.0), Walk(20.0), Stand(3.0), Walk(20.0)))
    out = tmp_path / "walk.hipwalk"
    settings = CoachSettings(GaitSettings.of(walk.info))
    live = LiveWalk(walk, settings, speed=None, out=out, guidance=Guidance(is_worn_before=True))
    summary = await live.run(lambda _: None)
    metres = sum(s.stride_length_m for s in walk.truth.strides if s.start_s < 27.0)
    distance = KnownDistance(6.0, 28.0, metres)
    learn_from(library, person, replace(WALKED, summary=summary, distance=distance), NOW, tmp_path)
    profile = library.profile(person, RIGHT)
    assert profile is not None
    assert set(profile.lengths) == {Surface.OVERGROUND}
    assert [entry.person_id for entry in library.walks()] == [person.id]


def test_a_walk_that_was_not_kept_teaches_all_the_same(
    library: Library, person: Person, tmp_path: Path
) -> None:
    gone = replace(SUMMARY, kept_in=tmp_path / "gone.hipwalk")
    learn_from(library, person, replace(WALKED, summary=gone), NOW, tmp_path)
    profile = library.profile(person, RIGHT)
    assert profile is not None
    assert profile.worn == WORN
