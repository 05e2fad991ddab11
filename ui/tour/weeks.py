"""Fills a library with weeks of somebody who never was: the same weeks for the same call.

The person lives by the program's own plan: each day is planned, taken up and mostly done, so that
what stands in the library fits together as it does after real weeks.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import msgspec

from coach.care.exercises import Library as Exercises
from coach.care.exercises import load_library
from coach.care.limits import Grade, Limit, LimitSource
from coach.care.pain_record import Activity, MorningAnswer, PainRecord, Trigger
from coach.care.plan import Permissions
from coach.care.symptoms import Feeling, OwnSymptoms, Region, Symptom
from coach.care.usual import Usual
from coach.care.warning_signs import Check
from coach.care_words import reason_sentence
from coach.records import roles
from coach.records.entries import (
    AboutPerson,
    Consent,
    ExerciseEntry,
    LegProfile,
    LimitEntry,
    PainEntry,
    Person,
    WalkNote,
)
from coach.records.folders import walks_folder
from coach.records.journal import PATIENT, PROGRAM
from coach.records.library import Library
from coach.records.places import make_folder
from coach.today import PAIN_NOW, Today, limit_in_force, take_up, today
from sensors.samples import Placement, Side
from sensors.simulation.person import Person as Body
from ui.tour.kept_walks import Course, KeptWalk, keep_walk

PHYSIO = "Tiina Ranta"
"""Who visits halfway, as every name here invented."""
PHYSIO_PIN = "482915"
"""What opens the physio's area in a library with these weeks."""

_SIDE = Side.RIGHT
_BODY = Body()
_VISIT_BEFORE_END = timedelta(days=12)
_RED_BEFORE_END = timedelta(days=8)
_FILES_DAYS = timedelta(days=10)
_LIMIT_DEG, _LIMIT_M = 18.5, 1.5


@dataclass(slots=True)
class _Weeks:
    """The weeks while they are being filled."""

    library: Library
    person: Person
    until: datetime
    first: date
    folder: Path
    exercises: Exercises
    chance: Random
    n_files: int = 0
    done: list[date] = field(default_factory=list)

    def at(self, day: date, hour: int, minute: int = 0) -> datetime:
        """A moment of a day where the person lives."""
        return datetime.combine(day, time(hour, minute), tzinfo=self.until.tzinfo)

    def keep(self, entry: object, at: datetime, *, is_of_leg: bool = True, by: str = "") -> None:
        """Add to the journal."""
        side = _SIDE if is_of_leg else None
        self.library.keep(self.person, entry, side=side, by=by or PATIENT, at=at)

    @property
    def visit(self) -> date:
        """The day with the physiotherapist."""
        return (self.until - _VISIT_BEFORE_END).date()

    @property
    def red(self) -> date:
        """The day that was too much."""
        return (self.until - _RED_BEFORE_END).date()

    def share(self, day: date) -> float:
        """How much of the weeks is over, 0 to 1."""
        return (day - self.first).days / max((self.until.date() - self.first).days, 1)


def fill_weeks(
    library: Library,
    person: Person,
    until: datetime,
    n_weeks: int = 4,
    *,
    folder: Path | None = None,
    seed: int = 3,
) -> tuple[Path, ...]:
    """Add the weeks before the day of `until` to a library; return the walk files that were made.

    The day of `until` itself is left empty, for the person to begin it. With three weeks or more
    there is a visit to a physiotherapist, who sets a limit twelve days before the end, and a walk
    that was too much four days later. Walks of the last ten days have short simulated files.

    Parameters
    ----------
    until : datetime
        Now, with its time zone.
    folder : path
        Where the walk files go; the person's own walks folder if None.

    Raises
    ------
    ValueError
        If `until` has no zone, or there is no week.
    """
    if until.tzinfo is None:
        raise ValueError("the end of the weeks needs its time zone")
    if n_weeks < 1:
        raise ValueError(f"{n_weeks} weeks")
    folder = folder or walks_folder()
    make_folder(folder)
    first = until.date() - timedelta(weeks=n_weeks)
    weeks = _Weeks(library, person, until, first, folder, load_library(), Random(seed))
    _begin(weeks)
    for n in range(7 * n_weeks):
        _live(weeks, first + timedelta(days=n))
    paths = tuple(sorted(folder.glob("*.hipwalk")))
    for path in paths:
        library.index_walk(path, person)
    return paths


def _begin(weeks: _Weeks) -> None:
    at = weeks.at(weeks.first, 8, 30)
    symptoms = frozenset(
        {
            Symptom(Region.DEEP_BUTTOCK, Feeling.PAIN, _SIDE),
            Symptom(Region.UPPER_HAMSTRING, Feeling.PAIN, _SIDE),
        }
    )
    about = AboutPerson(
        sore_sides=(_SIDE,),
        own_symptoms=OwnSymptoms(symptoms, morning_stiffness_min=10),
        goal="Walk the dog for half an hour again",
        country="FI",
    )
    weeks.keep(Consent(1, "en"), at, is_of_leg=False)
    weeks.keep(about, at, is_of_leg=False)
    usual = Usual(_BODY.usual_extension_deg, _BODY.extension_sd_deg, 1.08, 1.35, 0.05)
    weeks.keep(usual, at, by=PROGRAM)
    profile = LegProfile(
        leg_length_m=_BODY.leg_length_m,
        height_m=_BODY.height_m,
        sensor_name="thigh sensor",
        placement=Placement("+x", "+y"),
        height_above_kneecap_cm=20.0,
    )
    weeks.library.save_profile(weeks.person, _SIDE, profile)


def _live(weeks: _Weeks, day: date) -> None:
    """One day: the morning, what is planned, the walk, the exercises."""
    if weeks.first + timedelta(days=21) <= weeks.until.date() and day == weeks.visit:
        _visit(weeks, day)
    _answer_morning(weeks, day)
    level = _pain_before(weeks, day)
    now = weeks.at(day, 9)
    weeks.keep(PainEntry(at=now, level=level, moment=PAIN_NOW, side=_SIDE), now)
    planned = _planned(weeks, now)
    if planned.plan.walk.dose is not None and (day == weeks.red or weeks.chance.random() < 0.85):
        _walk(weeks, day, planned, level)
    if planned.plan.exercises and weeks.chance.random() < 0.75:
        _exercise(weeks, day, planned, level)


def _planned(weeks: _Weeks, now: datetime) -> Today:
    planned = today(weeks.library, weeks.person, weeks.exercises, now)
    if planned.ask_signs is not None:
        weeks.keep(Check(now), now, is_of_leg=False)
        planned = today(weeks.library, weeks.person, weeks.exercises, now)
    sentences = tuple(
        reason_sentence(reason) for reason in (planned.plan.walk.reason, planned.plan.stage.reason)
    )
    take_up(weeks.library, weeks.person, planned, sentences)
    return planned


def _visit(weeks: _Weeks, day: date) -> None:
    at = weeks.at(day, 8)
    limit = Limit(
        extension_deg=_LIMIT_DEG,
        extension_interval_deg=(17.2, 24.9),
        stride_length_m=_LIMIT_M,
        stride_length_interval_m=(1.44, 1.66),
        source=LimitSource.LONG_STRIDE_TEST,
        grade=Grade.B,
        expires_on=day + timedelta(days=28),
        set_by=PHYSIO,
    )
    entry = LimitEntry(at, PHYSIO, "long-stride test, 12 bouts, 3 painful", limit)
    signer = _physio(weeks.library, at).signer
    weeks.library.set_limit(weeks.person, _SIDE, entry, signer=signer)
    permissions = Permissions(unlocked=frozenset({"A4"}))
    weeks.library.keep(weeks.person, permissions, by=PHYSIO, at=at, signer=signer)


def _physio(library: Library, at: datetime) -> roles.Session:
    """The physiotherapist, in their own area, so that what they set is signed."""
    if any(each.name == PHYSIO for each in roles.physios(library)):
        return roles.enter(library, PHYSIO, PHYSIO_PIN, at)
    return roles.add_physio(library, PHYSIO, PHYSIO_PIN, at)


def _answer_morning(weeks: _Weeks, day: date) -> None:
    yesterday = day - timedelta(days=1)
    if yesterday not in weeks.done or weeks.chance.random() < 0.12:
        return
    was_too_much = yesterday == weeks.red
    level = _pain_before(weeks, yesterday) + (2 if was_too_much else 0)
    at = weeks.at(day, 8, 15)
    weeks.keep(MorningAnswer(yesterday, _SIDE, level, at, has_slept_worse=was_too_much), at)


def _pain_before(weeks: _Weeks, day: date) -> int:
    """Pain at rest: from three to one over the weeks, one day a little more than the other."""
    wave = (day.toordinal() * 7 % 5) / 5
    return max(0, round(3.0 - 2.3 * weeks.share(day) + 0.6 * (wave - 0.4)))


def _walk(weeks: _Weeks, day: date, planned: Today, before: int) -> None:
    dose = planned.plan.walk.dose
    if dose is None:
        return
    is_red = day == weeks.red
    started_at = weeks.at(day, 10, 5)
    is_tolerance = planned.plan.walk.is_tolerance
    worst = before + (1 if is_tolerance else _rise(weeks, day))
    whole = weeks.chance.uniform(0.92, 1.02)
    share = weeks.chance.uniform(0.42, 0.5) if is_tolerance else 0.6 if is_red else whole
    minutes = round(dose.minutes * share, 1)
    ended_at = started_at + timedelta(minutes=minutes)
    note = WalkNote(
        ended_at=ended_at,
        side=_SIDE,
        minutes=minutes,
        dose=None if is_tolerance else dose,
        is_limping=False,
    )
    limit = limit_in_force(weeks.library, weeks.person, _SIDE)
    if weeks.until - started_at < _FILES_DAYS:
        note = _with_file(weeks, note, started_at, limit, worst)
    elif limit is not None:
        share = round(0.84 + 0.1 * weeks.share(day) + weeks.chance.uniform(-0.03, 0.03), 3)
        n_scored = round(minutes * 48)
        note = msgspec.structs.replace(note, n_scored=n_scored, comfortable_share=share)
    weeks.keep(note, ended_at)
    triggers = frozenset({Trigger.LONG_STRIDE}) if is_red else frozenset()
    weeks.keep(PainRecord(ended_at, _SIDE, before, worst, triggers=triggers), ended_at)
    weeks.done.append(day)


def _rise(weeks: _Weeks, day: date) -> int:
    """How much it hurt more while walking: less and less often two, and three once."""
    if day == weeks.red:
        return 4
    chance = weeks.chance.random() + 0.5 * weeks.share(day)
    return 2 if chance < 0.12 else 1 if chance < 0.6 else 0


def _with_file(
    weeks: _Weeks, note: WalkNote, started_at: datetime, limit: Limit | None, worst: int
) -> WalkNote:
    """The note with a simulated walk behind it."""
    weeks.n_files += 1
    is_red = started_at.date() == weeks.red
    course = Course(
        seconds=110.0,
        long_seconds=12.0 if is_red else 4.0 if weeks.n_files % 3 == 1 else 0.0,
        usual_extension_deg=_BODY.usual_extension_deg - 0.3 * (weeks.n_files % 4),
        lost_s=40.0 if weeks.n_files % 4 == 3 else None,
        pain=(44.0, worst) if is_red else None,
    )
    path = weeks.folder / f"{started_at:%Y-%m-%d_%H-%M-%S}.hipwalk"
    kept: KeptWalk = keep_walk(path, course, _BODY, limit, started_at, seed=weeks.n_files)
    return msgspec.structs.replace(
        note,
        walk=path.name,
        n_scored=kept.n_scored,
        comfortable_share=kept.comfortable_share,
        n_cues=2 if course.long_seconds else 0,
    )


def _exercise(weeks: _Weeks, day: date, planned: Today, before: int) -> None:
    at = weeks.at(day, 17)
    chosen = planned.plan.exercises
    for n, choice in enumerate(chosen):
        entry = ExerciseEntry(
            at=at + timedelta(minutes=4 * n),
            exercise=choice.exercise_id,
            side=_SIDE,
            n_sets=2,
            pain_level=before,
            pain_before=before,
        )
        weeks.keep(entry, entry.at)
    ended_at = at + timedelta(minutes=4 * len(chosen))
    record = PainRecord(ended_at, _SIDE, before, before, activity=Activity.EXERCISES)
    weeks.keep(record, ended_at)
    if day not in weeks.done:
        weeks.done.append(day)
