"""What a walk of a person begins with: limit, usual stride, stored calibration, feedback, length.

Everything is looked up once, before the walk; during it nothing of the library is touched.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from coach.care.fading import FadedWalk, FadingWhy, feedback_share
from coach.care.feedback_mode import FeedbackMode, within
from coach.care.feedback_state import FeedbackSettings, Surface
from coach.care.limits import Limit
from coach.care.metronome import RAISES, MetronomeSettings
from coach.care.pain import Colour, Judged
from coach.care.pain_record import Activity, Relief
from coach.care.usual import Usual
from coach.care.walking_dose import WalkChoice, may_have_limped
from coach.care.warning_signs import Lock, may_use_treadmill
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.records.entries import LegProfile, PainEntry, Person, WalkNote
from coach.records.library import Library
from coach.today import Today, limit_in_force
from coach.walking.guided import Guidance
from sensors.samples import Side, StreamInfo

if TYPE_CHECKING:
    from sensors.ble import BleSource
    from sensors.ble_scan import FoundSensor
    from sensors.ble_settings import RememberedSensor

_LAST_HOURS = timedelta(hours=6)
_REWARD_FOR = timedelta(days=14)
"""A good stride is rewarded with a tone in the first two weeks."""


class Ground(StrEnum):
    """Where the walk goes."""

    OVERGROUND = "overground"
    CORRIDOR = "corridor"
    """Back and forth: sentences come at the turns."""
    TREADMILL = "treadmill"


@dataclass(frozen=True, slots=True)
class Wish:
    """What the person chose for this walk.

    Attributes
    ----------
    belt_mps : float or None
        Speed of the belt, where it is known.
    has_metronome : bool
        Above the own cadence on a belt of known speed, at the own cadence elsewhere.
    share : float or None
        Of strides with feedback; None leaves it to the weeks.
    """

    ground: Ground = Ground.OVERGROUND
    belt_mps: float | None = None
    has_metronome: bool = False
    raised: float = RAISES[1]
    share: float | None = None

    @property
    def surface(self) -> Surface:
        """What one walks on."""
        is_belt = self.ground is Ground.TREADMILL
        return Surface.TREADMILL if is_belt else Surface.OVERGROUND


@dataclass(frozen=True, slots=True)
class WalkStart:
    """A walk before it begins.

    Attributes
    ----------
    limit : Limit or None
        What strides are judged by; None without one, or where cues are locked.
    is_cue_locked : bool
        Cues wait for a physiotherapist, after an operation or fracture.
    share, why_share
        Of strides with feedback by the weeks, and why.
    has_reward : bool
        The first two weeks.
    taken_before : frozenset of Relief
        What was taken in the last hours and may hide pain.
    feedback_mode : FeedbackMode
        The most that a physio lets be heard.
    photo : bytes or None
        Where the sensor sits, as JPEG.
    """

    side: Side
    choice: WalkChoice
    pain_before: int
    profile: LegProfile
    limit: Limit | None
    is_cue_locked: bool
    may_use_treadmill: bool
    usual: Usual | None
    share: float
    why_share: FadingWhy
    has_reward: bool
    taken_before: frozenset[Relief] = frozenset()
    feedback_mode: FeedbackMode = FeedbackMode.TONES_AND_WORDS
    photo: bytes | None = None

    @property
    def is_worn_before(self) -> bool:
        """Whether there is a stored calibration."""
        return self.profile.worn is not None

    @property
    def planned_s(self) -> float | None:
        """How long the walk is to be."""
        return None if self.choice.dose is None else 60 * self.choice.dose.minutes

    def guidance(self, wish: Wish) -> Guidance:
        """How it is guided."""
        metronome = MetronomeSettings(
            is_wanted=wish.has_metronome,
            surface=wish.surface,
            belt_speed_mps=wish.belt_mps,
            raised=wish.raised,
        )
        has_silent_check = self.limit is not None and not self.choice.is_tolerance
        return Guidance(self.is_worn_before, self.planned_s, has_silent_check, metronome)

    def anew(self) -> "WalkStart":
        """The same, with the sensor made ready from the start."""
        profile = msgspec.structs.replace(self.profile, worn=None)
        return replace(self, profile=profile)

    def settings(self, wish: Wish, info: StreamInfo) -> CoachSettings:
        """What it is judged by, and how much of that is told."""
        gait = replace(
            GaitSettings.of(info),
            side=info.side or self.side,
            placement=info.placement or self.profile.placement,
            leg_length_m=info.leg_length_m or self.profile.leg_length_m,
            height_m=info.height_m or self.profile.height_m,
            worn=self.profile.worn,
            personal_length=self.profile.lengths.get(wish.surface),
        )
        feedback = FeedbackSettings(
            surface=wish.surface,
            has_reward_tone=self.has_reward,
            share=self.share if wish.share is None else wish.share,
            is_lap_mode=wish.ground is Ground.CORRIDOR,
        )
        return CoachSettings(gait, self.limit, within(feedback, self.feedback_mode), self.usual)


def walk_start(library: Library, person: Person, day: Today) -> WalkStart:
    """Look up all that today's walk begins with.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    side, now = day.side, day.inputs.now
    is_locked = not day.inputs.person.locks.is_open(Lock.CUES)
    walks = faded_walks(library, person, side, day.inputs.judged)
    share, why = feedback_share(walks, now.date())
    usual, photo = library.newest(person, Usual, side), library.photo(person, side)
    return WalkStart(
        side=side,
        choice=day.plan.walk,
        pain_before=day.inputs.pain_now or 0,
        profile=library.profile(person, side) or LegProfile(),
        limit=None if is_locked else limit_in_force(library, person, side),
        is_cue_locked=is_locked,
        may_use_treadmill=may_use_treadmill(day.about.conditions),
        usual=usual.entry if usual else None,
        share=share,
        why_share=why,
        has_reward=_is_within_first_weeks(walks, now.date()),
        taken_before=taken_before(library, person, now),
        feedback_mode=day.inputs.permissions.feedback,
        photo=photo.jpeg if photo else None,
    )


def taken_before(library: Library, person: Person, now: datetime) -> frozenset[Relief]:
    """What the diary of the last hours says was taken or done against pain."""
    known = {relief.value for relief in Relief}
    return frozenset(
        Relief(code)
        for noted in library.entries(person, PainEntry)
        if timedelta(0) <= now - noted.entry.at <= _LAST_HOURS
        for code in noted.entry.reliefs
        if code in known
    )


def faded_walks(
    library: Library, person: Person, side: Side, judged: tuple[Judged, ...]
) -> list[FadedWalk]:
    """The walks of a leg that had a limit, as fading looks at them, oldest first."""
    reds = {
        item.record.ended_at
        for item in judged
        if item.record.activity is Activity.WALK and item.colour is Colour.RED
    }
    notes = [noted.entry for noted in library.entries(person, WalkNote)]
    of_leg = sorted((n for n in notes if n.side is side), key=_ended_at)
    return [
        FadedWalk(
            note.ended_at.date(),
            note.feedback_share,
            note.comfortable_share,
            note.silent_check_share,
            note.ended_at in reds,
            may_have_limped(note.is_limping, is_hollow=note.is_hollow),
        )
        for note in of_leg
        if note.comfortable_share is not None
    ]


def sensor_source(
    found: "FoundSensor", remembered: "RememberedSensor | None", side: Side, profile: LegProfile
) -> "BleSource":
    """Source of a sensor that was heard on another event loop; call it on the walk's thread."""
    from sensors.ble import BleSource
    from sensors.ble_scan import Radio

    return BleSource(
        Radio(),
        found,
        side=side,
        placement=profile.placement,
        leg_length_m=profile.leg_length_m,
        height_m=profile.height_m,
        remembered=remembered,
        is_heard_elsewhere=True,
    )


def _ended_at(note: WalkNote) -> datetime:
    return note.ended_at


def _is_within_first_weeks(walks: list[FadedWalk], today: date) -> bool:
    return not walks or today - walks[0].day < _REWARD_FOR
