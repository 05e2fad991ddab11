from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.resting import (
    MOVED_ENOUGH_S,
    SNOOZE_S,
    STILL_BREAK_S,
    BreakCue,
    StillBreak,
)
from coach.gait.events import Posture

_SIT, _STAND, _WALK = Posture.RESTING, Posture.STANDING, Posture.WALKING


def _minutes(
    timer: StillBreak, *spells: tuple[Posture, float], start_s: float | None = None
) -> list[tuple[float, BreakCue]]:
    """Minutes and cues of spells of postures, asked every ten seconds."""
    now_s = start_s if start_s is not None else (timer.state.now_s or 0.0)
    cues = []
    for posture, minutes in spells:
        for _ in range(round(minutes * 6)):
            cue = timer.see(now_s, posture)
            if cue is not None:
                cues.append((now_s / 60, cue))
            now_s += 10
    return cues


@pytest.mark.parametrize(
    ("posture", "cue"),
    [
        (Posture.RESTING, BreakCue.AFTER_SITTING),
        (Posture.STANDING, BreakCue.AFTER_STANDING),
        (Posture.TRANSFER, BreakCue.EITHER),
        (Posture.UNKNOWN, BreakCue.EITHER),
    ],
)
def test_a_break_after_twenty_minutes_is_said_once(posture: Posture, cue: BreakCue) -> None:
    assert _minutes(StillBreak(), (posture, 60)) == [(20, cue)]


def test_sitting_and_standing_are_one_rest() -> None:
    assert _minutes(StillBreak(), (_SIT, 12), (_STAND, 12)) == [(20, BreakCue.AFTER_STANDING)]


@pytest.mark.parametrize("moving", [Posture.WALKING, Posture.RUNNING])
def test_a_minute_of_walking_starts_anew(moving: Posture) -> None:
    cues = _minutes(StillBreak(), (_SIT, 15), (moving, 1), (_SIT, 25))
    assert cues == [(36, BreakCue.AFTER_SITTING)]


def test_a_few_steps_do_not_end_a_rest_and_do_not_count_as_rest() -> None:
    cues = _minutes(StillBreak(), (_SIT, 15), (_WALK, 0.5), (_SIT, 10))
    assert cues == [(20.5, BreakCue.AFTER_SITTING)]


def test_standing_still_for_a_moment_does_not_undo_the_walk() -> None:
    cues = _minutes(StillBreak(), (_SIT, 15), (_WALK, 0.5), (_STAND, 0.17), (_WALK, 1), (_SIT, 10))
    assert cues == []


def test_who_walks_already_is_not_told_to() -> None:
    timer = StillBreak()
    assert _minutes(timer, (_SIT, 20)) == []
    assert timer.see(STILL_BREAK_S, _WALK) is None


def test_snooze_says_it_again_later() -> None:
    timer = StillBreak()
    assert len(_minutes(timer, (_SIT, 20.2))) == 1
    timer.snooze()
    ((minute, cue),) = _minutes(timer, (_SIT, 30), start_s=1220)
    assert minute == pytest.approx(20 + SNOOZE_S / 60, abs=0.34)  # asked every ten seconds
    assert cue is BreakCue.AFTER_SITTING


def test_driving_waits_for_the_next_stop() -> None:
    timer = StillBreak()
    timer.set_driving(is_driving=True)
    assert _minutes(timer, (_SIT, 25)) == [(20, BreakCue.AT_NEXT_STOP)]


def test_without_a_sensor_the_person_says_that_they_moved() -> None:
    timer = StillBreak()
    assert len(_minutes(timer, (Posture.UNKNOWN, 21))) == 1
    timer.has_moved()
    assert _minutes(timer, (Posture.UNKNOWN, 19), start_s=1260) == []


def test_a_sleeping_computer_has_seen_no_rest() -> None:
    timer = StillBreak()
    _minutes(timer, (_SIT, 15))
    assert timer.see(9 * 3600, _SIT) is None
    assert timer.state.still_s == 0


def test_time_that_goes_back_is_refused() -> None:
    timer = StillBreak()
    timer.see(10, _SIT)
    with pytest.raises(ValueError, match="went back"):
        timer.see(9, _SIT)


def test_what_is_remembered_can_be_carried_on() -> None:
    first = StillBreak()
    _minutes(first, (_SIT, 12))
    second = StillBreak(first.state)
    assert _minutes(second, (_SIT, 10), start_s=720) == [(20, BreakCue.AFTER_SITTING)]


def _still_by_hand(spells: Iterable[tuple[Posture, int]]) -> float:
    """Seconds of rest since the last net minute of walking, second by second."""
    still_s = moving_s = 0
    for posture, seconds in spells:
        for _ in range(seconds):
            if posture is _WALK:
                moving_s = min(moving_s + 1, int(MOVED_ENOUGH_S))
            else:
                still_s, moving_s = still_s + 1, max(moving_s - 1, 0)
            if posture is _WALK and moving_s == MOVED_ENOUGH_S:
                still_s = 0
    return still_s


_spells = st.lists(
    st.tuples(st.sampled_from([_SIT, _STAND, _WALK]), st.integers(1, 120)), max_size=12
)


@given(spells=_spells, step_s=st.sampled_from([1, 7, 30]))
@settings(max_examples=60, deadline=None)
def test_rest_is_counted_alike_however_often_it_is_asked(
    spells: list[tuple[Posture, int]], step_s: int
) -> None:
    timer = StillBreak()
    now_s = 0
    for posture, seconds in spells:
        for second in range(0, seconds, step_s):
            timer.see(now_s + second, posture)
        now_s += seconds
        timer.see(now_s, posture)
    assert timer.state.still_s == pytest.approx(_still_by_hand(spells), abs=1e-6)
