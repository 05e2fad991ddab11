"""Who may change a limit how: the patient may only lower it."""

from dataclasses import replace
from math import inf, isfinite

from coach.care.limits import Limit, LimitSource


def by_hand(old: Limit, extension_deg: float | None, stride_length_m: float | None) -> Limit | None:
    """`old` with the given numbers, which nobody measured; None where only lower ones are open.

    A limit that somebody set, by a test or from walks, is only lowered by the patient.
    """
    new = replace(old, source=LimitSource.SET_BY_HAND, grade=None)
    if extension_deg is not None:
        new = replace(new, extension_deg=extension_deg, extension_interval_deg=None)
    if stride_length_m is not None:
        new = replace(new, stride_length_m=stride_length_m, stride_length_interval_m=None)
    return new if not old.set_by or patient_may_set(old, new) else None


def patient_may_set(old: Limit | None, new: Limit | None) -> bool:
    """Whether the patient may put `new` in the place of `old`.

    1. No limit is the highest of all: setting one is allowed, taking one away is not.
    2. In degrees and in metres the new one is nowhere higher, its dead band nowhere wider, and it
       does not last longer before the retest.
    3. Something is lower, or all stays as it is; a number that is none is refused.
    """
    if new is None:
        return old is None
    if not all(map(isfinite, _numbers(new))) or not _has_any(new):
        return False
    if old is None:
        return True
    is_nowhere_higher = (
        _or_inf(new.extension_deg) <= _or_inf(old.extension_deg)
        and _or_inf(new.stride_length_m) <= _or_inf(old.stride_length_m)
        and new.dead_band_deg <= old.dead_band_deg
        and new.dead_band_m <= old.dead_band_m
    )
    if old.expires_on is None:
        return is_nowhere_higher
    return is_nowhere_higher and new.expires_on is not None and new.expires_on <= old.expires_on


def _or_inf(value: float | None) -> float:
    return inf if value is None else value


def _has_any(limit: Limit) -> bool:
    return limit.extension_deg is not None or limit.stride_length_m is not None


def _numbers(limit: Limit) -> tuple[float, ...]:
    told = (limit.extension_deg, limit.stride_length_m, limit.dead_band_deg, limit.dead_band_m)
    return tuple(value for value in told if value is not None)
