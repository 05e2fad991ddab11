"""What a simulated person does, one activity after the other."""

from dataclasses import dataclass
from typing import Literal

Terrain = Literal["level", "stairs_up", "stairs_down"]
Lying = Literal["supine", "prone", "side"]


@dataclass(frozen=True, slots=True)
class Walk:
    """Walking; gait activities that follow each other are one unbroken bout.

    Two of speed, cadence and stride length give the third; what is missing is the person's usual.

    Attributes
    ----------
    extension_deg
        Commanded mean peak extension; None leaves it to the stride's range.
    length_factor
        Stretches stride and speed at the same cadence: 1.3 is a long stride.
    limp
        0 to 1 spares the worn leg (short stance, little extension); negative spares the other.
    slope
        Rise over run, positive uphill.
    is_treadmill
        The belt carries the way: the hip keeps its place.
    label
        Name of the activity in the truth.
    """

    duration_s: float
    speed_mps: float | None = None
    cadence_spm: float | None = None
    stride_length_m: float | None = None
    extension_deg: float | None = None
    length_factor: float = 1.0
    limp: float = 0.0
    slope: float = 0.0
    is_treadmill: bool = False
    is_backward: bool = False
    terrain: Terrain = "level"
    label: str = "walk"


@dataclass(frozen=True, slots=True)
class Run:
    """Running, with a flight phase in every step."""

    duration_s: float
    speed_mps: float = 2.5
    cadence_spm: float = 165.0
    label: str = "run"


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of heading while walking, or with small steps on the spot; left is positive."""

    degrees: float = 180.0
    duration_s: float = 2.4
    is_on_the_spot: bool = False
    label: str = "turn"


@dataclass(frozen=True, slots=True)
class Stand:
    """Standing; `restlessness` 0 is quiet, 1 shifts weight and turns about as people do.

    `flexed_deg` bends the thigh forward: a bad stand to take a neutral from.
    """

    duration_s: float
    restlessness: float = 0.0
    flexed_deg: float = 0.0
    label: str = "stand"


@dataclass(frozen=True, slots=True)
class KneeLifts:
    """Standing and lifting a knee some times: the worn one, or by mistake the other."""

    n_lifts: int = 3
    is_worn_leg: bool = True
    lift_deg: float = 60.0
    period_s: float = 2.0
    label: str = "knee_lifts"

    @property
    def duration_s(self) -> float:
        """Time that the lifts take, with a moment before and after."""
        return self.n_lifts * self.period_s + 1.0


Pose = tuple[float, float, float]
"""Of the worn thigh against standing, degrees: flexion, abduction, outward turn."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """The worn thigh going from one pose to another and back some times, as in an exercise.

    Standing is (0, 0, 0); knees bent on the back about (140, 0, 0), on the side (25, 85, 0), on
    hands and knees (0, 0, 0) again. `hold_s` is part of the period. The person is still in the
    first pose for `still_s` before and after.
    """

    n_times: int = 8
    start_deg: Pose = (0.0, 0.0, 0.0)
    top_deg: Pose = (40.0, 0.0, 0.0)
    period_s: float = 4.0
    hold_s: float = 0.0
    still_s: float = 3.0
    label: str = "repeat"

    @property
    def duration_s(self) -> float:
        """Time that all of it takes."""
        return self.n_times * self.period_s + 2 * self.still_s


@dataclass(frozen=True, slots=True)
class Sit:
    """Sitting down and sitting; a high stool leaves the thigh 30 to 45 degrees from vertical."""

    duration_s: float
    thigh_deg: float = 85.0
    restlessness: float = 0.3
    label: str = "sit"


@dataclass(frozen=True, slots=True)
class Lie:
    """Lying down and lying."""

    duration_s: float
    on: Lying = "supine"
    label: str = "lie"


@dataclass(frozen=True, slots=True)
class Ride:
    """Sitting in a car that speeds up, brakes, turns and shakes."""

    duration_s: float
    roughness: float = 1.0
    label: str = "ride"


@dataclass(frozen=True, slots=True)
class StrapOn:
    """Sensor turned about in the hands, laid on the thigh, and then still on a standing person."""

    duration_s: float = 12.0
    label: str = "strap_on"


GaitActivity = Walk | Run | Turn
StillActivity = Stand | KneeLifts | Repeat | Sit | Lie | Ride | StrapOn
Activity = GaitActivity | StillActivity


def walk_with_cane(duration_s: float, speed_mps: float = 0.40) -> Walk:
    """Slow, careful walking that spares the worn leg: a thigh range of 12 to 20 degrees."""
    return Walk(
        duration_s, speed_mps=speed_mps, stride_length_m=0.58, limp=0.4, label="walk_with_cane"
    )


def shuffle(duration_s: float) -> Walk:
    """Feet hardly leaving the ground: a thigh range of some 8 degrees."""
    return Walk(duration_s, cadence_spm=95.0, stride_length_m=0.25, label="shuffle")


def march(duration_s: float) -> Turn:
    """Small steps on the spot."""
    return Turn(0.0, duration_s, is_on_the_spot=True, label="march")


def stairs(duration_s: float, *, is_up: bool) -> Walk:
    """Stairs, foot over foot."""
    terrain: Terrain = "stairs_up" if is_up else "stairs_down"
    return Walk(duration_s, cadence_spm=90.0, stride_length_m=0.58, terrain=terrain, label=terrain)
