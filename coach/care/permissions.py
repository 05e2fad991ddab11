"""What only the physio opens, closes and sets; the plan honours all of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from types import MappingProxyType

from coach.care.exercises import OWN_LETTER, Exercise, Library
from coach.care.feedback_mode import FeedbackMode
from coach.care.own_limit import ReturnLadder
from coach.care.walking_dose import AIM_MINUTES, SHORTEST_MINUTES, PrescribedDose

LONGEST_MINUTES = 60.0
OWN_IDS = tuple(f"{OWN_LETTER}{number}" for number in range(1, 10))
"""Ids of a physio's own exercises."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What a physio opened, closed and set; without one, what the program allows by itself.

    Attributes
    ----------
    is_return_open, is_brisk_open : bool
        Full strides and a brisk pace.
    is_rise_open : bool
        Whether time, pace, stride and stage may rise by the rules, or wait for the physio.
    ladder : ReturnLadder or None
        The way back to full strides.
    unlocked, closed : frozenset of str
        Exercises opened and closed by hand.
    held, favoured : frozenset of str
        Exercises that findings close, and bring forward.
    own : tuple of Exercise
        Exercises of the physio's own.
    most_minutes : float
        The longest walk.
    prescribed : PrescribedDose or None
        The next walk.
    feedback : FeedbackMode
        The most that is heard of the cue; the person may have less.

    Raises
    ------
    ValueError
        If the longest walk is not 3 to 60 minutes, the prescribed one longer than that or shorter,
        or an own exercise bears the id of another.
    """

    is_return_open: bool = False
    is_brisk_open: bool = False
    ladder: ReturnLadder | None = None
    unlocked: frozenset[str] = frozenset()
    is_rise_open: bool = True
    closed: frozenset[str] = frozenset()
    held: frozenset[str] = frozenset()
    favoured: frozenset[str] = frozenset()
    own: tuple[Exercise, ...] = ()
    most_minutes: float = AIM_MINUTES
    prescribed: PrescribedDose | None = None
    feedback: FeedbackMode = FeedbackMode.TONES_AND_WORDS

    def __post_init__(self) -> None:
        if not SHORTEST_MINUTES <= self.most_minutes <= LONGEST_MINUTES:
            raise ValueError(f"a longest walk of {self.most_minutes} minutes; 3 to 60 are allowed")
        if self.prescribed is not None:
            minutes = self.prescribed.dose.minutes
            if not (isfinite(minutes) and SHORTEST_MINUTES <= minutes <= self.most_minutes):
                raise ValueError(f"a walk of {minutes} minutes is outside the bounds")
        ids = [exercise.id for exercise in self.own]
        if len(set(ids)) != len(ids) or not set(ids) <= set(OWN_IDS):
            raise ValueError("an own exercise has an id of its own")

    @property
    def shut(self) -> frozenset[str]:
        """Exercises that are closed by hand or by findings, and not unlocked since."""
        return self.closed | (self.held - self.unlocked)


def with_own(library: Library, own: tuple[Exercise, ...]) -> Library:
    """The library with a physio's own exercises."""
    if not own:
        return library
    every: Mapping[str, Exercise] = {**library, **{exercise.id: exercise for exercise in own}}
    return MappingProxyType(dict(every))
