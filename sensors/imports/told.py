"""What a person tells of an export that does not say it itself."""

import re
from dataclasses import dataclass
from math import radians
from pathlib import Path
from typing import NamedTuple

from sensors.samples import Placement, Side

G_MPS2 = 9.80665

_ACC_MPS2 = {
    "m/s^2": 1.0,
    "m/s2": 1.0,
    "m/s²": 1.0,
    "g": G_MPS2,
    "mg": G_MPS2 / 1000,
}
_GYR_RADPS = {
    "rad/s": 1.0,
    "deg/s": radians(1),
    "°/s": radians(1),
    "dps": radians(1),
    "degree per second": radians(1),
    "mdeg/s": radians(1) / 1000,
    "mdps": radians(1) / 1000,
}
_TIME_S = {"s": 1.0, "ms": 1e-3, "0.1ms": 1e-4, "us": 1e-6, "µs": 1e-6, "ns": 1e-9}
_AXES = tuple(sign + axis for axis in "xyz" for sign in "+-")


class Units(NamedTuple):
    """Factors that turn a file's numbers into SI.

    A negative `acc_mps2` means that the accelerations point down at rest. `time_s` is None where
    nobody told it.
    """

    acc_mps2: float
    gyr_radps: float
    time_s: float | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the person says of a file; None is "not said". It wins over what the file says.

    Attributes
    ----------
    device : str or None
        The sensor meant, where a file holds several: its name or a part of it.
    other_half : Path or None
        The file with the accelerations or turn rates that the named file lacks.
    """

    units: Units | None = None
    placement: Placement | None = None
    rate_hz: float | None = None
    side: Side | None = None
    device: str | None = None
    other_half: Path | None = None


NOTHING = Told()


def acc_unit_mps2(name: str) -> float | None:
    """Size of a named unit of acceleration; None for any other name."""
    return _ACC_MPS2.get(name.strip().lower())


def gyr_unit_radps(name: str) -> float | None:
    """Size of a named unit of angular rate; None for any other name."""
    return _GYR_RADPS.get(name.strip().lower())


def units_from(text: str) -> Units:
    """Units from ``ACC,GYR`` or ``ACC,GYR,TIME``, such as ``g,deg/s`` or ``-m/s2,rad/s,ms``.

    Raises
    ------
    ValueError
        For anything else, saying what there is.
    """
    names = [name.strip().lower() for name in text.split(",")]
    if len(names) not in {2, 3}:
        raise ValueError("two or three units, such as g,deg/s or m/s2,rad/s,ms")
    sign = -1.0 if names[0].startswith("-") else 1.0
    acc = _found(names[0].lstrip("+-"), _ACC_MPS2, "acceleration")
    gyr = _found(names[1], _GYR_RADPS, "turn rate")
    time = _found(names[2], _TIME_S, "time") if len(names) == 3 else None
    return Units(sign * acc, gyr, time)


def placement_from(text: str) -> Placement:
    """Placement from ``UP,ANTERIOR``, such as ``+x,-z``.

    Raises
    ------
    ValueError
        For anything else.
    """
    axes = [part.strip().lower() for part in text.split(",")]
    axes = [axis if re.match("[+-]", axis) else f"+{axis}" for axis in axes]
    if len(axes) != 2 or not set(axes) <= set(_AXES) or axes[0][1] == axes[1][1]:
        raise ValueError("two different axes, up and to the front, such as +x,-z")
    return Placement(*axes)


def _found(name: str, units: dict[str, float], kind: str) -> float:
    if name not in units:
        raise ValueError(f"{name!r} is no unit of {kind}: {', '.join(units)}")
    return units[name]
