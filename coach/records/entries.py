"""What the library holds: people, their legs, limits, walks, pain and exercises."""

from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.care.limits import Limit
from coach.gait.alignment import WornProfile
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
    placement_photo : str or None
        Name of a picture in the photos folder.
    worn : WornProfile or None
        The stored calibration.
    usual_symptoms : tuple of str
        The person's own usual symptoms, as codes of the body picture.
    """

    leg_length_m: float | None = None
    height_m: float | None = None
    sensor_name: str | None = None
    sensor_address: str | None = None
    placement: Placement | None = None
    height_above_kneecap_cm: float | None = None
    placement_photo: str | None = None
    worn: WornProfile | None = None
    usual_symptoms: tuple[str, ...] = ()


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
    note: str = ""


class IndexedWalk(NamedTuple):
    """A walk of the list: where its file is, whose it is, and what is known of it."""

    path: Path
    person_id: int | None
    entry: WalkEntry
