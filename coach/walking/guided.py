"""What goes with a guided walk: getting ready, resting, the metronome, the end of the time.

Everything here follows the samples; no clock is read.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from coach.care.auto_pause import AutoPause
from coach.care.calibration import Calibration, Readiness
from coach.care.fading import SilentCheck, silent_from_s
from coach.care.limits import Limit
from coach.care.metronome import Metronome, MetronomeSettings, Silence
from coach.care.usual import Usual
from coach.gait.alignment import WornProfile
from coach.gait.events import GaitEvent, Posture, Stride
from sensors.samples import ImuBlock


@dataclass(frozen=True, slots=True)
class Guidance:
    """How a walk is guided.

    Attributes
    ----------
    is_worn_before : bool
        There is a stored calibration: after five seconds of standing the walk begins by itself.
    planned_s : float or None
        How long it is to be; None has no end.
    has_silent_check : bool
        The last two minutes of the planned time go without feedback.
    """

    is_worn_before: bool = False
    planned_s: float | None = None
    has_silent_check: bool = True
    metronome: MetronomeSettings = field(default_factory=MetronomeSettings)


class GuideState(NamedTuple):
    """How a guided walk stands.

    Attributes
    ----------
    readiness : Readiness
        How far getting ready is, or was.
    is_preparing : bool
        The walk itself has not begun.
    is_resting : bool
        The time stands still because the person rests.
    is_silent, is_time_up : bool
        The silent check goes on; the planned time has been walked.
    silent_share : float or None
        Strides within the limit during the silent check, 0 to 1.
    beat_spm : float or None
        Beats a minute of the metronome; None while it is silent, for the reason in `silence`.
    """

    readiness: Readiness
    is_preparing: bool
    is_resting: bool
    is_silent: bool
    is_time_up: bool
    silent_share: float | None
    beat_spm: float | None
    silence: Silence | None


class Learnt(NamedTuple):
    """What a walk taught: how the sensor is worn, and the usual stride; None before it is known."""

    worn: WornProfile | None
    usual: Usual | None


class Guide:
    """Samples, events and the time walked in; how the walk stands out."""

    def __init__(self, guidance: Guidance) -> None:
        self._guidance = guidance
        self._calibration = Calibration(is_worn_before=guidance.is_worn_before)
        self._rest = AutoPause()
        self._check = SilentCheck()
        self._metronome = Metronome(guidance.metronome)
        self._posture = Posture.UNKNOWN
        planned_s = guidance.planned_s if guidance.has_silent_check else None
        self._silent_from_s = silent_from_s(planned_s)
        self._is_preparing = True
        self._is_silent = self._is_time_up = False

    @property
    def is_preparing(self) -> bool:
        """Whether the walk itself has not begun."""
        return self._is_preparing

    @property
    def is_resting(self) -> bool:
        """Whether the time stands still."""
        return not self._is_preparing and self._rest.is_paused

    @property
    def is_off(self) -> bool:
        """Whether time is not counted: the walk has not begun, or the person rests."""
        return self._is_preparing or self._rest.is_paused

    @property
    def is_ready(self) -> bool:
        """Whether the walk may begin."""
        return self._calibration.readiness.is_done

    @property
    def begins_itself(self) -> bool:
        """Whether it begins as soon as it may."""
        return self._guidance.is_worn_before

    @property
    def first_strides(self) -> tuple[Stride, ...]:
        """Scored strides of getting ready."""
        return self._calibration.strides

    @property
    def state(self) -> GuideState:
        """How it stands now."""
        is_walking = self._posture is Posture.WALKING and not self._is_preparing
        return GuideState(
            self._calibration.readiness,
            self._is_preparing,
            self.is_resting,
            self._is_silent,
            self._is_time_up,
            self._check.share,
            self._metronome.beat_spm if is_walking else None,
            self._metronome.silence,
        )

    def begin(self) -> None:
        """The walk begins."""
        self._is_preparing = False

    def repeat(self) -> None:
        """The step of getting ready begins anew."""
        self._calibration.repeat()

    def trust_steps(self) -> None:
        """The steps that looked as on the spot are how this person walks."""
        self._calibration.trust_steps()

    def push(
        self, block: ImuBlock, events: tuple[GaitEvent, ...], posture: Posture, limit: Limit | None
    ) -> None:
        """Take in samples and what they brought."""
        self._posture = posture
        self._rest.see(float(block.t_s[-1]), events)
        if self._is_preparing:
            self._calibration.push(block, events)
            return
        for event in events:
            if isinstance(event, Stride):
                self._metronome.add(event)
                if self._is_silent and not self._is_time_up:
                    self._check.add(event, limit)

    def is_silence_due(self, elapsed_s: float) -> bool:
        """Whether the silent check begins now; told once."""
        if self._silent_from_s is None or self._is_silent or elapsed_s < self._silent_from_s:
            return False
        self._is_silent = True
        return True

    def is_end_due(self, elapsed_s: float) -> bool:
        """Whether the planned time is up now; told once."""
        planned_s = self._guidance.planned_s
        if planned_s is None or self._is_time_up or elapsed_s < planned_s:
            return False
        self._is_time_up = True
        return True
