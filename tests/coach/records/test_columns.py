"""A sensor's numbers take few bytes, and every bit of any number comes back."""

import zlib
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.records.columns import column_bytes, packed, unpacked
from sensors.devices.codec import RADPS_PER_DPS
from sensors.samples import FloatArray

_ANY = st.floats(allow_nan=True, allow_infinity=True)
_COUNTS = st.integers(-32768, 32767)
_STEPS = st.floats(1e-6, 1e3)


def _comes_back(column: FloatArray) -> bool:
    return unpacked(packed(column), 0, len(column)).tobytes() == column.tobytes()


def _bytes_a_row(column: "np.ndarray[Any, Any]") -> float:
    return len(zlib.compress(packed(column), 6)) / len(column)


@given(st.lists(_ANY, min_size=1, max_size=50))
def test_every_bit_of_any_numbers_comes_back(values: list[float]) -> None:
    assert _comes_back(np.array(values))


@given(st.lists(_COUNTS, min_size=1, max_size=50), _STEPS)
def test_every_bit_of_counts_comes_back(counts: list[int], step: float) -> None:
    assert _comes_back(np.array(counts) * step)
    assert _comes_back(np.array(counts) / step)


@given(st.lists(st.floats(width=32, allow_nan=True), min_size=1, max_size=50))
def test_every_bit_of_single_precision_comes_back(values: list[float]) -> None:
    assert _comes_back(np.array(values) * RADPS_PER_DPS)


@pytest.mark.parametrize("values", [[0.0], [-0.0, 0.0], [5e-324], [1.7e308], [1e-300, 1.0]])
def test_numbers_at_the_edge_come_back(values: list[float]) -> None:
    assert _comes_back(np.array(values))


def test_columns_stand_one_after_the_other() -> None:
    first, second = np.array([1.0, 2.5]), np.array([-3.0, np.pi])
    stored = packed(first) + packed(second)
    assert unpacked(stored, column_bytes(2), 2).tolist() == second.tolist()


@pytest.mark.parametrize(
    ("step", "divisor", "most_bytes"),
    [(9.80665 / 2048, 1.0, 2.6), (1.0, 1000.0, 2.6)],
    ids=["counts", "decimals"],
)
def test_what_a_sensor_counts_takes_little_more_than_its_counts(
    step: float, divisor: float, most_bytes: float
) -> None:
    counts = np.random.default_rng(1).integers(-3000, 3000, 1000)
    assert _bytes_a_row(counts * step / divisor) < most_bytes


def test_single_precision_takes_half_of_double() -> None:
    singles = np.random.default_rng(1).normal(0.0, 5.0, 1000).astype(np.float32)
    assert _bytes_a_row(singles.astype(np.float64) * RADPS_PER_DPS) < 4.5


def test_a_column_cut_short_is_refused() -> None:
    with pytest.raises(ValueError, match="cut short"):
        unpacked(packed(np.array([1.0, 2.0]))[:-1], 0, 2)
