"""What the library holds: people, their legs, limits, walks, pain and exercises."""

from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.care.exercise_choice import ExerciseDone, Way
from coach.care.exercise_session import SkipWhy
from coach.care.exercises import Stage
from coach.care.feedback_state import Surface
from coach.care.limits import Limit
from coach.care.reasons import Reason
from coach.care.self_care import Help
from coach.care.symptoms import OwnSymptoms
from coach.care.walking_dose import WalkDose
from coach.care.warning_signs import Condition, Event, HipHistory
from coach.gait.alignment import WornProfile
from coach.gait.stride_length import PersonalLength
from sensors.samples import Placement, Side


class Person(NamedTuple):
    """Somebody who walks with this computer; `pseudonym` stands for the name in shared files."""

    id: int
    name: str
    pseudonym: str


class LegProfile(msgspec.Struct, frozen=True, kw_only=True):
    """One leg of a person: what is measured there, and how it usually feels.

    Attributes
    ----------
    sensor_name, sensor_address : str or None
        The sensor it wears.
    placement : Placement or None
        How the sensor sits.
    height_above_kneecap_cm : float or None
        The one site on the thigh.
    worn : WornProfile or None
        The stored calibration.
    usual_symptoms : tuple of str
        The person's own usual symptoms, as codes of the body picture.
    lengths : dict of Surface to PersonalLength
        What measured distances taught of the stride's length on each surface.
    """

    leg_length_m: float | None = None
    height_m: float | None = None
    sensor_name: str | None = None
    sensor_address: str | None = None
    placement: Placement | None = None
    height_above_kneecap_cm: float | None = None
    worn: WornProfile | None = None
    usual_symptoms: tuple[str, ...] = ()
    lengths: dict[Surface, PersonalLength] = {}


class Photo(NamedTuple):
    """A picture of where the sensor sits on a leg, as JPEG."""

    taken_in_at: datetime
    jpeg: bytes


class LimitEntry(NamedTuple):
    """A limit of one leg, from when on, set by whom and why; None is "no limit from here on"."""

    set_at: datetime
    set_by: str
    reason: str
    limit: Limit | None


class WalkEntry(msgspec.Struct, frozen=True, kw_only=True):
    """What the list of walks says of one, without opening its file."""

    started_at: str
    duration_s: float
    kind: str
    state: str
    side: Side | None = None
    n_strides: int = 0
    n_scored: int = 0
    n_over: int = 0
    n_pain_marks: int = 0


class PainEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An entry of the pain diary: 0-10 at a moment, which leg, where, in the person's words."""

    at: datetime
    level: int
    moment: str
    side: Side | None = None
    site: str | None = None
    triggers: tuple[str, ...] = ()
    reliefs: tuple[str, ...] = ()
    note: str = ""
    walk: str | None = None


class ExerciseEntry(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise that was done, on which leg, how much of it, and the pain with it."""

    at: datetime
    exercise: str
    side: Side | None = None
    n_sets: int | None = None
    n_repetitions: int | None = None
    held_s: float | None = None
    pain_level: int | None = None
    """Pain after it, 0-10."""
    pain_before: int | None = None
    way: Way = Way.AS_IT_STANDS
    is_ticked_painful: bool = False
    note: str = ""
    tempo_s: float | None = None
    """Of a repetition, where a sensor counted."""
    lift_share: float | None = None
    """Lift of the last repetitions against the first, where a sensor counted."""

    @property
    def done(self) -> ExerciseDone:
        """The same as the plan looks at it."""
        after = self.pain_level or 0
        return ExerciseDone(
            self.exercise,
            self.at.date(),
            self.way,
            after if self.pain_before is None else self.pain_before,
            after,
            self.is_ticked_painful,
        )


class ExerciseSkipped(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise of the day that was left out, and why."""

    at: datetime
    exercise: str
    why: SkipWhy


class SelfCareEntry(msgspec.Struct, frozen=True, kw_only=True):
    """Ball, cold, heat, rest, water, or a treatment by others, as the person told it.

    Attributes
    ----------
    at : datetime
        When it ended, or when it was.
    soreness_before, soreness_after : int or None
        0-10, of the pressing with the ball, of the place with anything else.
    n_spots : int or None
        Spots pressed with the ball.
    has_slept_well : bool or None
        Of a night.
    """

    at: datetime
    help: Help
    side: Side | None = None
    minutes: float | None = None
    soreness_before: int | None = None
    soreness_after: int | None = None
    n_spots: int | None = None
    has_slept_well: bool | None = None
    note: str = ""


class AboutPerson(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody told of themselves; the newest counts.

    Attributes
    ----------
    sore_sides : tuple of Side
        The worse leg first.
    conditions : frozenset of Condition
        What closes some things or asks for care.
    hips : dict of Side to tuple of HipHistory
        Operations and fractures of each hip.
    country : str
        Two letters, for the numbers of help; empty where nobody told.
    """

    sore_sides: tuple[Side, ...] = ()
    conditions: frozenset[Condition] = frozenset()
    hips: dict[Side, tuple[HipHistory, ...]] = {}
    own_symptoms: OwnSymptoms = OwnSymptoms()
    is_daily_life_limited: bool = False
    goal: str = ""
    country: str = ""

    @property
    def histories(self) -> tuple[HipHistory, ...]:
        """Operations and fractures of both hips."""
        return tuple(history for side in Side for history in self.hips.get(side, ()))

    @property
    def every_condition(self) -> frozenset[Condition]:
        """The conditions, with what the histories of the hips say."""
        if any(history.event is Event.REPLACEMENT for history in self.histories):
            return self.conditions | {Condition.HIP_REPLACEMENT}
        return self.conditions


class Consent(msgspec.Struct, frozen=True):
    """That somebody read what the program is, is not, and keeps, and agreed."""

    version: int
    language: str


class WalkNote(msgspec.Struct, frozen=True, kw_only=True):
    """A walk that was walked: how long, by which dose, and what it came to.

    Attributes
    ----------
    ended_at : datetime
        As in the `PainRecord` of the same walk.
    walk : str
        Name of its file; empty where it was not kept.
    dose : WalkDose or None
        What was planned; None for a tolerance walk.
    comfortable_share : float or None
        Scored strides within the limit, 0 to 1; None without a limit.
    n_cues : int
        Tones and sentences heard.
    feedback_share : float
        Which share of the cues was to be heard (the fading of feedback).
    """

    ended_at: datetime
    side: Side
    minutes: float
    walk: str = ""
    dose: WalkDose | None = None
    is_limping: bool | None = None
    is_hollow: bool = False
    n_scored: int = 0
    comfortable_share: float | None = None
    n_cues: int = 0
    feedback_share: float = 1.0
    silent_check_share: float | None = None
    """Scored strides within the limit while no feedback was given, at the end of the walk."""


class PlanTaken(msgspec.Struct, frozen=True, kw_only=True):
    """A plan that somebody took up: every choice with its rule, inputs and sentence."""

    day: date
    walk: Reason
    stage: Reason
    stage_now: Stage
    dose: WalkDose | None = None
    exercises: tuple[tuple[str, Reason], ...] = ()
    sentences: tuple[str, ...] = ()


class IndexedWalk(NamedTuple):
    """A walk of the list: where its file is, whose it is, and what is known of it."""

    path: Path
    person_id: int | None
    entry: WalkEntry
