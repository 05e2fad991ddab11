"""A folder of recorded walks, each with a reference beside it, tried one after the other."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from coach.gait.pipeline import GaitSettings
from coach.lab.comparison import Comparison
from coach.lab.reference import BadReferenceError, read_reference, walks_with_reference
from coach.lab.trial import ContradictionError, Trial, tried
from coach.words import error_line
from sensors.errors import SensorError
from sensors.recording import Recording

_BLOCK_SAMPLES = 2000
_UNNAMED = "walks"
_LONGEST_GROUP = 40
_SLIPS = (ArithmeticError, LookupError, TypeError, ValueError)


class Broken(NamedTuple):
    """A walk that gave no figures, and why, in sentences."""

    name: str
    why: str


class _Sidecar(msgspec.Struct):
    variant: str | None = None


def n_walks_in(folder: Path) -> int:
    """How many walks of a folder have a reference.

    Raises
    ------
    OSError
        The folder cannot be read.
    """
    return len(walks_with_reference(folder))


def tried_folder(folder: Path) -> Iterator[Comparison | Broken]:
    """Every walk with a reference, compared or not; one that fails never stops the rest.

    Raises
    ------
    OSError
        The folder cannot be read.
    """
    for walk, reference in walks_with_reference(folder):
        name = walk.name.removesuffix(".gz").removesuffix(".csv")
        try:
            yield tried(_trial(name, walk, reference))
        except SensorError as error:
            yield Broken(name, error_line(error, about=walk.name))
        except (BadReferenceError, ContradictionError) as error:
            yield Broken(name, f"{error}.")
        except _SLIPS as error:  # a slip of the program in one walk is a finding of its own
            yield Broken(name, f"The program failed here ({type(error).__name__}: {error}).")


def _trial(name: str, walk: Path, reference: Path) -> Trial:
    recording = Recording(walk, _BLOCK_SAMPLES)
    blocks = tuple(recording.blocks())
    return Trial(
        name=name,
        group=_group(walk.with_name(f"{name}.json")),
        settings=GaitSettings.of(recording.info),
        blocks=lambda: blocks,
        reference=read_reference(reference),
    )


def _group(sidecar: Path) -> str:
    """What the sidecar says the walk is a variant of; figures are shown for each."""
    try:
        told = msgspec.json.decode(sidecar.read_bytes(), type=_Sidecar).variant
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return _UNNAMED
    return (told or _UNNAMED)[:_LONGEST_GROUP]
