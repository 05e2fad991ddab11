"""Columns of samples in few bytes, to the bit and back; pure.

A sensor's numbers are counts times a step, or single-precision floats in another unit, or decimals
of a text. A column that is exactly one of these, bit for bit, is stored as its whole numbers; any
other as its doubles. Stored are the differences from one row to the next, zigzag, and of these all
lowest bytes first, then all second lowest and so on: what hardly changes compresses to nothing.
"""

import struct
from collections.abc import Iterator
from enum import IntEnum

import numpy as np
from numpy.typing import NDArray

from sensors.devices.codec import RADPS_PER_DPS
from sensors.samples import FloatArray

_HEAD = struct.Struct("<Bd")
_ROW_BYTES = 8
BYTES_PER_COLUMN = _HEAD.size
"""What a column takes besides its rows."""

_MOST_COUNTS = 2.0**31
_LEAST = 1e-30
_FRACTIONS = (1, 2, 3)  # of the smallest difference seen, to find a step that none of them is
_DECIMALS = (1e3, 1e4, 1e5, 1e6)
_SINGLE_STEPS = (1.0, RADPS_PER_DPS)


_Whole = NDArray[np.int64]


class _Kind(IntEnum):
    """What the whole numbers of a column are."""

    DOUBLES = 0
    """The bits of doubles."""
    COUNTS = 1
    """To be multiplied by a step."""
    DECIMALS = 2
    """To be divided by a power of ten."""
    SINGLES = 3
    """The bits of single-precision floats, to be multiplied by a step."""


def packed(column: FloatArray) -> bytes:
    """The column (n,) as stored: its kind, its step, eight bytes a row."""
    values = np.ascontiguousarray(column, "<f8")
    for kind, step, whole in _forms(values):
        if np.array_equal(_values(kind, step, whole).view("<i8"), values.view("<i8")):
            return _HEAD.pack(kind, step) + _planes(whole)
    return _HEAD.pack(_Kind.DOUBLES, 1.0) + _planes(values.view("<i8"))


def unpacked(stored: bytes, at: int, n: int) -> FloatArray:
    """The column (n,) that stands there.

    Raises
    ------
    ValueError
        When there are not so many bytes, or of no kind.
    """
    end = at + BYTES_PER_COLUMN + n * _ROW_BYTES
    if end > len(stored):
        raise ValueError("column cut short")
    kind, step = _HEAD.unpack_from(stored, at)
    rows = np.frombuffer(stored, np.uint8, n * _ROW_BYTES, at + BYTES_PER_COLUMN)
    zigzag = np.ascontiguousarray(rows.reshape(_ROW_BYTES, n).T).view("<u8")[:, 0]
    differences = (zigzag >> np.uint64(1)) ^ (np.uint64(0) - (zigzag & np.uint64(1)))
    whole = np.cumsum(differences, dtype=np.uint64).view("<i8")
    with np.errstate(all="ignore"):  # what was never packed gives what is not finite
        return _values(_Kind(kind), step, whole)


def column_bytes(n: int) -> int:
    """How many bytes a column of n rows takes."""
    return BYTES_PER_COLUMN + n * _ROW_BYTES


def _planes(whole: _Whole) -> bytes:
    differences = np.diff(whole.view("<u8"), prepend=np.uint64(0)).view("<i8")
    zigzag = np.ascontiguousarray((differences << 1) ^ (differences >> 63))
    return zigzag.view(np.uint8).reshape(len(whole), _ROW_BYTES).T.tobytes()


def _values(kind: _Kind, step: float, whole: _Whole) -> FloatArray:
    match kind:
        case _Kind.COUNTS:
            return np.asarray(whole * np.float64(step))
        case _Kind.DECIMALS:
            return np.asarray(whole / np.float64(step))
        case _Kind.SINGLES:
            singles = whole.astype("<u4").view("<f4")
            return np.asarray(singles.astype(np.float64) * step)
    return whole.view("<f8")


def _forms(values: FloatArray) -> Iterator[tuple[_Kind, float, _Whole]]:
    """What the column may be, each to be tried to the bit."""
    largest = float(np.abs(values).max(initial=0.0))
    if not _LEAST <= largest < _MOST_COUNTS:  # nor what is not finite
        return
    for step in _steps(values, largest):
        yield _Kind.COUNTS, step, np.rint(values / step).astype("<i8")
    for step in _DECIMALS:
        yield _Kind.DECIMALS, step, np.rint(values * step).astype("<i8")
    for step in _SINGLE_STEPS:
        yield _Kind.SINGLES, step, (values / step).astype("<f4").view("<u4").astype("<i8")


def _steps(values: FloatArray, largest: float) -> Iterator[float]:
    """Steps the values may be multiples of, from the smallest difference between any two."""
    sizes = np.unique(np.abs(values))
    differences = np.diff(sizes, prepend=0.0)
    differences = differences[differences > largest / _MOST_COUNTS]
    for fraction in _FRACTIONS:
        n_largest = np.rint(largest / (differences.min() / fraction))
        step = largest / n_largest
        below, above = np.nextafter(step, 0.0), np.nextafter(step, np.inf)
        yield from (float(step), float(below), float(above))
