"""What really happened in a walk, by a reference system: the only reader of ``.truth.json``."""

from itertools import pairwise
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

_MAX_BYTES = 2**26
_ENDING = ".truth.json"
_WALK_ENDINGS = (".csv.gz", ".csv")

Seconds = Annotated[float, Meta(ge=-1e9, le=1e9)]
Degrees = Annotated[float, Meta(ge=-180, le=180)]
Metres = Annotated[float, Meta(ge=0, le=10)]


class ReferenceStride(msgspec.Struct, frozen=True):
    """One stride of the worn leg.

    Attributes
    ----------
    peak_thigh_extension_deg
        Extension positive, against standing neutral; None where the reference did not see it.
    is_turn
        Must not be scored: a turn, or anything else that is not straight walking.
    block
        Name of the measured gait cycle where the walk repeats a few of them; None if each is its
        own.
    """

    peak_thigh_extension_s: Seconds | None = None
    peak_thigh_extension_deg: Degrees | None = None
    initial_contact_s: Seconds | None = None
    next_initial_contact_s: Seconds | None = None
    stride_length_m: Metres | None = None
    is_turn: bool = False
    block: str | int | None = None


class Reference(msgspec.Struct, frozen=True):
    """Strides in order of time, and from when to when the person walked (empty: throughout)."""

    strides: tuple[ReferenceStride, ...]
    walking_s: tuple[tuple[Seconds, Seconds], ...] = ()


class BadReferenceError(Exception):
    """A reference cannot be read; `args` say which file and why, in a sentence."""


def walks_with_reference(folder: Path) -> list[tuple[Path, Path]]:
    """Walks of a folder and the reference beside each, in order of name.

    Raises
    ------
    OSError
        The folder cannot be read.
    """
    references = [path for path in sorted(folder.iterdir()) if path.name.endswith(_ENDING)]
    return [(_walk_beside(reference), reference) for reference in references]


def _walk_beside(reference: Path) -> Path:
    """The walk that a reference is of; the likeliest name where there is none."""
    name = reference.name.removesuffix(_ENDING)
    walks = [reference.with_name(name + ending) for ending in _WALK_ENDINGS]
    return next((walk for walk in walks if walk.exists()), walks[0])


def read_reference(path: Path) -> Reference:
    """The reference of a walk; strides without a peak are left out.

    Raises
    ------
    BadReferenceError
        The file is missing, too large, not as docs/evaluation.md says, or not in order of time.
    """
    try:
        with path.open("rb") as file:
            text = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise BadReferenceError(f"{path.name} cannot be read: {error.strerror}") from error
    if len(text) > _MAX_BYTES:
        raise BadReferenceError(f"{path.name} is larger than {_MAX_BYTES >> 20} MB")
    try:
        return usable(msgspec.json.decode(text, type=Reference))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise BadReferenceError(f"{path.name} is not a reference: {error}") from error


def usable(reference: Reference) -> Reference:
    """The same reference with only those strides whose peak is known.

    Raises
    ------
    ValueError
        Peaks are not in order of time.
    """
    strides = tuple(
        stride
        for stride in reference.strides
        if stride.peak_thigh_extension_s is not None and stride.peak_thigh_extension_deg is not None
    )
    peaks_s = [stride.peak_thigh_extension_s or 0.0 for stride in strides]
    if any(later <= earlier for earlier, later in pairwise(peaks_s)):
        raise ValueError("its strides are not in order of time")
    return Reference(strides, reference.walking_s)
