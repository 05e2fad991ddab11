"""The sliding window: addressed by running index, never growing."""

import pickle

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.gait.history import History
from sensors.samples import SampleFlag

N_KEPT = 40


def append(history: History, n: int) -> None:
    """Samples in which every column says its index."""
    idx = np.arange(history.n_seen, history.n_seen + n, dtype=np.float64)
    three = np.column_stack([idx, idx + 0.1, idx + 0.2])
    history.append(
        idx / 100,
        np.column_stack([three, idx + 0.3]),
        three,
        -three,
        (idx / 1000).tolist(),
        (idx % 8).astype(np.uint8),
    )


def test_a_sample_is_found_by_its_index() -> None:
    history = History(N_KEPT)
    append(history, 30)
    assert history.t_s(12) == 0.12
    assert history.flexion_rad(12, 14) == pytest.approx([0.012, 0.013])
    assert history.q(12, 13)[0] == pytest.approx([12.0, 12.1, 12.2, 12.3])
    assert history.acc_mps2(12, 13)[0] == pytest.approx([12.0, 12.1, 12.2])
    assert history.gyr_radps(12, 13)[0] == pytest.approx([-12.0, -12.1, -12.2])
    assert history.flags(13, 14)[0] == SampleFlag.INTERPOLATED | SampleFlag.AFTER_GAP


def test_nothing_seen_nothing_kept() -> None:
    history = History(N_KEPT)
    assert (history.first_idx, history.n_seen) == (0, 0)
    assert len(history.flexion_rad(0, 0)) == 0


def test_what_was_forgotten_is_left_out_of_a_range() -> None:
    history = History(N_KEPT)
    for _ in range(50):
        append(history, 9)
    first = history.first_idx
    assert first > 0
    assert len(history.acc_mps2(0, first + 3)) == 3
    assert history.t_s(first) == pytest.approx(first / 100)


@settings(max_examples=60)
@given(st.lists(st.integers(0, N_KEPT), max_size=60))
def test_the_newest_samples_are_always_there(sizes: list[int]) -> None:
    history = History(N_KEPT)
    for n in sizes:
        append(history, n)
        seen = history.n_seen
        first = max(0, seen - N_KEPT)
        assert history.first_idx <= first
        expected = np.arange(first, seen)
        assert history.flexion_rad(first, seen) == pytest.approx(expected / 1000)
        np.testing.assert_array_equal(history.acc_mps2(first, seen)[:, 0], expected)
    assert history.n_seen == sum(sizes)


def test_memory_does_not_grow() -> None:
    def buffers(history: History) -> list[int]:
        columns = (history.flexion_rad(0, 1), history.q(0, 1), history.acc_mps2(0, 1))
        return [len(column.base) for column in columns if column.base is not None]

    history = History(N_KEPT)
    append(history, 1)
    before = buffers(history)
    for _ in range(1000):
        append(history, 25)
    assert len(before) == 3
    assert buffers(history) == before


def test_room_made_in_time_forgets_the_same_whatever_the_blocks() -> None:
    one, other = History(N_KEPT), History(N_KEPT)
    for _ in range(60):
        for n in (1, 9, 2):
            append(one, n)
            one.flags(one.n_seen - 1, one.n_seen)
        append(other, 12)
        for history in (one, other):
            history.make_room(12)
        assert one.first_idx == other.first_idx
    assert one.first_idx > 0


def test_room_that_is_there_forgets_nothing() -> None:
    history = History(N_KEPT)
    append(history, 3 * N_KEPT)
    history.make_room(N_KEPT)
    assert history.first_idx == 0


def test_rows_that_are_no_single_piece_of_memory_are_kept_all_the_same() -> None:
    rows = np.arange(40, dtype=np.float64).reshape(4, 10)
    history = History(N_KEPT)
    history.append(
        rows[:, 0], rows[:, 1:5], rows[:, 5:8], rows[::-1, 7:], [1, 2, 3, 4], np.zeros(4, np.uint8)
    )
    np.testing.assert_array_equal(history.acc_mps2(0, 4), rows[:, 5:8])
    np.testing.assert_array_equal(history.gyr_radps(0, 4), rows[::-1, 7:])
    assert history.t_s(3) == 30.0


def test_saved_it_keeps_what_was_not_asked_for_yet() -> None:
    history = History(N_KEPT)
    append(history, 5)
    restored: History = pickle.loads(pickle.dumps(history))
    append(restored, 1)
    assert restored.t_s(4) == 0.04
    assert restored.t_s(5) == 0.05


def test_flags_are_counted() -> None:
    history = History(N_KEPT)
    append(history, 16)
    assert history.n_flagged(0, 16, SampleFlag.CLIPPED) == 8
    assert history.n_flagged(8, 9, SampleFlag.CLIPPED) == 0
