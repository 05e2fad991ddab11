"""How repetitions go, as far as one thigh sensor can tell: tempo, lift, level, swing behind.

The law is care.md, "Exercises: corrections to the library": extension is judged upright only; lying
on back or side it is the lift against the own start; on hands and knees the horizontal.
"""

from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from coach.care.exercises import Sensing
from coach.gait.repetitions import Repetition

TOO_FAR_BEHIND_DEG = 8.0
"""A swing beyond the stand: three times the SD of a standing line, 2 degrees, and the skin."""
ABOVE_LEVEL_DEG = 10.0
"""How sure one sensor is of the horizontal on hands and knees."""
_LEVEL_DEG = 90.0
_OWN_START_OF = 3
_SMALLER_SHARE = 0.7
_QUICKER_SHARE = 0.6
_SAY_EVERY = 3
_SEEN_OF_TEMPO = 0.7
"""A repetition is seen from 0.4 of its way out to 0.4 of its way back: 0.7 of its time."""


class Form(StrEnum):
    """What may be said of a repetition."""

    BEHIND = "behind"
    """The leg swung behind the stand."""
    ABOVE_LEVEL = "above_level"
    QUICK = "quick"
    SMALLER = "smaller"
    """Smaller than at the start: tired."""


@dataclass(frozen=True, slots=True)
class FormSummary:
    """How a set or an exercise went.

    `lift_share` is the lift of the last three against the first three; None before six.
    """

    n_repetitions: int
    tempo_s: float | None
    lift_share: float | None


class FormWatch:
    """Looks at repetition after repetition of one exercise; says one thing at most every third.

    Parameters
    ----------
    tempo_s : float
        How long a repetition should take, holds included.
    starts_standing : bool
        Whether the start pose is a stand, so that going behind it is extension.
    """

    def __init__(self, sensing: Sensing, tempo_s: float, *, starts_standing: bool) -> None:
        self._sensing, self._tempo_s = sensing, tempo_s
        self._starts_standing = starts_standing
        self._seen: list[Repetition] = []
        self._said_at = -_SAY_EVERY

    def see(self, repetition: Repetition) -> Form | None:
        """What to say of this one; mostly nothing."""
        self._seen.append(repetition)
        form = self._form(repetition)
        if form is None or len(self._seen) - self._said_at < _SAY_EVERY:
            return None
        self._said_at = len(self._seen)
        return form

    def summary(self) -> FormSummary:
        """How it went so far."""
        seen, n = self._seen, _OWN_START_OF
        share = None
        if len(seen) >= 2 * n:
            first, last = (median(r.lift_deg for r in part) for part in (seen[:n], seen[-n:]))
            share = last / first
        tempo_s = median(r.duration_s for r in seen) if seen else None
        return FormSummary(len(seen), tempo_s, share)

    def _form(self, repetition: Repetition) -> Form | None:
        is_extension = self._sensing is Sensing.EXTENSION and self._starts_standing
        if is_extension and repetition.behind_deg > TOO_FAR_BEHIND_DEG:
            return Form.BEHIND
        is_level = self._sensing is Sensing.LEVEL
        if is_level and repetition.lift_deg > _LEVEL_DEG + ABOVE_LEVEL_DEG:
            return Form.ABOVE_LEVEL
        if repetition.duration_s < _QUICKER_SHARE * self._tempo_s * _SEEN_OF_TEMPO:
            return Form.QUICK
        if self._sensing is not Sensing.REPETITIONS or len(self._seen) <= _OWN_START_OF:
            return None
        own_deg = median(each.lift_deg for each in self._seen[:_OWN_START_OF])
        return Form.SMALLER if repetition.lift_deg < _SMALLER_SHARE * own_deg else None
