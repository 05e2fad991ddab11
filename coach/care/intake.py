"""What a physio found at the first visit, per leg, and the goals in the person's own words.

The law is care.md, "Intake (physio)". What was not asked or examined is None or absent, never "no".
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

NARROW_ISCHIOFEMORAL_MM = 15.0
NARROW_QUADRATUS_MM = 10.0
"""Spaces on MRI at or below these speak for the diagnosis.

References
----------
A. D. Singer, T. K. Subhawong, J. Jose, J. Tresley, P. D. Clifford: Ischiofemoral impingement
syndrome: a meta-analysis, Skeletal Radiology 44 (2015).
"""


class Onset(StrEnum):
    """How it began."""

    SLOWLY = "slowly"
    OVERLOAD = "overload"
    INJURY = "injury"
    AFTER_OPERATION = "after_operation"


class Hamstring(StrEnum):
    """The hamstring and its origin at the sit bone."""

    WELL = "well"
    SORE = "sore"
    ORIGIN_INJURY = "origin_injury"


class BackPelvis(StrEnum):
    """Findings of back and pelvis."""

    BACK_PAIN = "back_pain"
    STIFF_BACK = "stiff_back"
    TIPS_FORWARD = "tips_forward"
    DROPS = "drops"
    """The pelvis drops on the other side while standing on this leg."""
    SACROILIAC_PAIN = "sacroiliac_pain"
    LEGS_DIFFER = "legs_differ"


class Foot(StrEnum):
    """Findings of the foot."""

    TOES_OUT = "toes_out"
    FLAT = "flat"
    STIFF_ANKLE = "stiff_ankle"


class Training(StrEnum):
    """What the hip does in a week."""

    LONG_SITTING = "long_sitting"
    LONG_STANDING = "long_standing"
    RUNNING = "running"
    DANCE = "dance"
    """Dance, splits or other wide positions."""
    SUDDEN_RISE = "sudden_rise"


class ClinicalTest(StrEnum):
    """Tests by hand."""

    LONG_STRIDE = "long_stride"
    IFI = "ifi"
    SLUMP = "slump"
    STRAIGHT_LEG_RAISE = "straight_leg_raise"
    ABDUCTION_STRENGTH = "abduction_strength"
    EXTENSION_STRENGTH = "extension_strength"
    OUTWARD_TURN_STRENGTH = "outward_turn_strength"
    SENSATION = "sensation"


class Outcome(StrEnum):
    """What a test showed."""

    CLEAR = "clear"
    """Negative, full strength, normal feeling."""
    FOUND = "found"
    """Own familiar pain, weakness, less feeling."""
    UNSURE = "unsure"


class LookAlike(StrEnum):
    """What feels alike."""

    PIRIFORMIS = "piriformis"
    RADICULOPATHY = "radiculopathy"
    HAMSTRING_TENDON = "hamstring_tendon"
    HIP_JOINT = "hip_joint"
    SACROILIAC = "sacroiliac"
    TROCHANTER = "trochanter"
    STRESS_FRACTURE = "stress_fracture"


class Considered(StrEnum):
    """What became of a look-alike that was considered."""

    UNLIKELY = "unlikely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True)
class LegIntake:
    """What was found of one leg; operations and fractures stand with the person's own account.

    Raises
    ------
    ValueError
        If a space is not a length.
    """

    onset: Onset | None = None
    injured_on: date | None = None
    hamstring: Hamstring | None = None
    has_coxa_valga: bool | None = None
    back_pelvis: frozenset[BackPelvis] = frozenset()
    foot: frozenset[Foot] = frozenset()
    training: frozenset[Training] = frozenset()
    ischiofemoral_space_mm: float | None = None
    quadratus_space_mm: float | None = None
    has_quadratus_oedema: bool | None = None
    imaged_on: date | None = None
    tests: dict[ClinicalTest, Outcome] = field(default_factory=dict)
    look_alikes: dict[LookAlike, Considered] = field(default_factory=dict)
    confirmed_by: str = ""
    confirmed_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        for space_mm in (self.ischiofemoral_space_mm, self.quadratus_space_mm):
            if space_mm is not None and not 0 <= space_mm <= 100:
                raise ValueError(f"a space of {space_mm} mm")

    @property
    def has_narrow_space(self) -> bool:
        """Whether a space was measured that speaks for the diagnosis."""
        spaces = (
            (self.ischiofemoral_space_mm, NARROW_ISCHIOFEMORAL_MM),
            (self.quadratus_space_mm, NARROW_QUADRATUS_MM),
        )
        return any(space_mm is not None and space_mm <= most for space_mm, most in spaces)


LEAST_ABLE, MOST_ABLE = 0, 10
"""Unable to do it, and as well as before."""


@dataclass(frozen=True, slots=True)
class Goal:
    """One activity that matters to the person, and how well it goes, 0 to 10 or not asked.

    Raises
    ------
    ValueError
        If there are no words, or the score is not 0 to 10.

    References
    ----------
    P. Stratford, C. Gill, M. Westaway, J. Binkley: Assessing disability and change on individual
    patients: a report of a patient specific measure, Physiotherapy Canada 47 (1995).
    """

    activity: str
    score: int | None = None

    def __post_init__(self) -> None:
        if not self.activity.strip():
            raise ValueError("a goal is in the person's words")
        if self.score is not None and not LEAST_ABLE <= self.score <= MOST_ABLE:
            raise ValueError(f"a score of {self.score}; 0 to 10 are allowed")


@dataclass(frozen=True, slots=True)
class Goals:
    """The goals of a person as they were scored on one day."""

    goals: tuple[Goal, ...] = ()
