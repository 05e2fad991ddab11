"""The patient may only lower a limit, whatever they try, in one step or in many."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.care.limit_change import patient_may_set
from coach.care.limits import Limit

_OLD = Limit(extension_deg=12.0, stride_length_m=1.2, expires_on=date(2026, 4, 1))

_deg = st.none() | st.floats(-20, 40, allow_nan=False)
_metres = st.none() | st.floats(0.3, 2.5, allow_nan=False)
_days = st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31))
_limits = st.builds(
    Limit,
    extension_deg=_deg,
    stride_length_m=_metres,
    expires_on=_days,
    dead_band_deg=st.floats(0, 5),
    dead_band_m=st.floats(0, 0.2),
)
_maybe = st.none() | _limits


@pytest.mark.parametrize(
    ("new", "may"),
    [
        (replace(_OLD, extension_deg=11.9), True),
        (replace(_OLD, stride_length_m=1.1), True),
        (_OLD, True),
        (replace(_OLD, expires_on=date(2026, 3, 1)), True),
        (replace(_OLD, extension_deg=12.1), False),
        (replace(_OLD, extension_deg=8.0, stride_length_m=1.21), False),
        (replace(_OLD, extension_deg=8.0, stride_length_m=None), False),
        (replace(_OLD, extension_deg=8.0, dead_band_deg=5.0), False),
        (replace(_OLD, stride_length_m=1.0, dead_band_m=0.5), False),
        (replace(_OLD, extension_deg=8.0, expires_on=date(2026, 5, 1)), False),
        (replace(_OLD, extension_deg=8.0, expires_on=None), False),
        (replace(_OLD, extension_deg=float("nan")), False),
        (replace(_OLD, extension_deg=float("-inf")), False),
        (Limit(), False),
        (None, False),
    ],
)
def test_lower_is_allowed_and_higher_is_not(new: Limit | None, may: bool) -> None:
    assert patient_may_set(_OLD, new) is may


def test_a_first_limit_is_lower_than_none() -> None:
    assert patient_may_set(None, Limit(extension_deg=15.0))


def test_a_limit_in_metres_beside_one_in_degrees_is_one_more() -> None:
    assert patient_may_set(Limit(extension_deg=12.0), Limit(12.0, stride_length_m=1.2))


@given(old=_maybe, new=_limits)
def test_what_is_allowed_is_never_more(old: Limit | None, new: Limit) -> None:
    if not patient_may_set(old, new) or old is None:
        return
    for told, was in (
        (new.extension_deg, old.extension_deg),
        (new.stride_length_m, old.stride_length_m),
    ):
        assert was is None or (told is not None and told <= was)


@given(a=_maybe, b=_maybe, c=_maybe)
def test_many_steps_lead_no_further_than_one(
    a: Limit | None, b: Limit | None, c: Limit | None
) -> None:
    if patient_may_set(a, b) and patient_may_set(b, c):
        assert patient_may_set(a, c)


@given(limit=_limits, by_deg=st.floats(0.1, 10), days=st.integers(0, 30))
def test_a_lowered_limit_cannot_be_put_back(limit: Limit, by_deg: float, days: int) -> None:
    if limit.extension_deg is None or limit.expires_on is None:
        return
    lower = replace(
        limit,
        extension_deg=limit.extension_deg - by_deg,
        expires_on=limit.expires_on - timedelta(days=days),
    )
    assert patient_may_set(limit, lower)
    assert not patient_may_set(lower, limit)
