"""The trace draws the same at every zoom: no peak is lost, no gap is filled."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.gait.events import Trace
from coach.replay.trace_store import TraceStore
from sensors.samples import SampleFlag


def _trace(n: int, start_s: float = 0.0, rate_hz: float = 100.0) -> Trace:
    t_s = start_s + np.arange(n) / rate_hz
    return Trace(t_s, -20 * np.sin(t_s), np.zeros(n, np.uint8))


def _store(n: int) -> TraceStore:
    store = TraceStore()
    store.add(_trace(n))
    return store


def test_extension_is_behind_and_positive() -> None:
    store = _store(400)
    assert store.at(1.57) == pytest.approx(20.0, abs=0.01)


def test_nothing_is_known_beyond_the_trace() -> None:
    assert _store(100).at(5.0) is None
    assert TraceStore().at(0.0) is None


def test_an_unknown_angle_is_none() -> None:
    store = TraceStore()
    store.add(Trace(np.array([0.0, 0.01]), np.array([np.nan, np.nan]), np.zeros(2, np.uint8)))
    assert store.at(0.0) is None
    assert store.mean_deg(0.0, 1.0) is None


def test_a_stretch_has_one_sample_more_on_either_side() -> None:
    line = _store(1000).between(2.0, 3.0)
    assert (line.t_s[0], line.t_s[-1]) == pytest.approx((1.99, 3.0))


def test_pieces_are_put_together() -> None:
    store = TraceStore()
    for i in range(50):
        store.add(_trace(200, 2.0 * i))
    assert len(store) == 10_000
    assert store.until_s == pytest.approx(99.99)


@given(st.integers(1, 30_000), st.integers(1, 900))
def test_the_envelope_holds_the_largest_and_smallest(n: int, n_columns: int) -> None:
    store = _store(n)
    last_s = (n - 1) / 100
    envelope = store.envelope(0.0, last_s + 1e-6, n_columns)
    line = store.between(0.0, last_s)
    assert np.nanmax(envelope.high_deg) == line.extension_deg.max()
    assert np.nanmin(envelope.low_deg) == line.extension_deg.min()


def test_the_envelope_leaves_a_gap_empty() -> None:
    store = TraceStore()
    store.add(_trace(1000))
    store.add(_trace(1000, 30.0))
    envelope = store.envelope(0.0, 40.0, 40)
    assert np.isnan(envelope.high_deg[12:29]).all()
    assert np.isfinite(envelope.high_deg[:10]).all()


def test_gaps_are_where_samples_say_so() -> None:
    store = TraceStore()
    store.add(_trace(100))
    later = _trace(100, 3.0)
    later.flags[0] = int(SampleFlag.AFTER_GAP)
    store.add(later)
    ((from_s, to_s),) = store.gaps()
    assert (from_s, to_s) == pytest.approx((0.99, 3.0))
