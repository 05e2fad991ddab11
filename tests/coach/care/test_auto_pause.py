"""A walk pauses by itself when the person rests."""

from coach.care.auto_pause import STOOD_FOR_S, AutoPause
from coach.gait.events import Posture, PostureChange
from tests.coach.care.walks import stride


def _seen(*changes: tuple[float, Posture], now_s: float) -> bool:
    pause = AutoPause()
    for t_s, posture in changes:
        pause.see(t_s, (PostureChange(t_s, t_s, posture),))
    return pause.see(now_s)


def test_sitting_down_pauses_at_once() -> None:
    assert _seen((0.0, Posture.WALKING), (9.0, Posture.RESTING), now_s=9.0)


def test_a_short_stand_does_not_pause() -> None:
    assert not _seen((0.0, Posture.WALKING), (9.0, Posture.STANDING), now_s=9.0 + STOOD_FOR_S - 0.1)


def test_a_long_stand_pauses() -> None:
    assert _seen((0.0, Posture.WALKING), (9.0, Posture.STANDING), now_s=9.0 + STOOD_FOR_S)


def test_walking_goes_on() -> None:
    assert not _seen((0.0, Posture.RESTING), (9.0, Posture.WALKING), now_s=9.0)


def test_getting_up_alone_does_not_go_on() -> None:
    assert _seen((0.0, Posture.RESTING), (9.0, Posture.TRANSFER), now_s=10.0)


def test_strides_do_not_change_a_posture() -> None:
    pause = AutoPause()
    pause.see(9.0, (PostureChange(9.0, 9.0, Posture.RESTING), stride(0)))
    assert (pause.see(10.0), pause.since_s) == (True, 9.0)


def test_a_posture_told_again_began_when_it_was_first_told() -> None:
    pause = AutoPause()
    for t_s in (9.0, 12.0):
        pause.see(t_s, (PostureChange(t_s, t_s, Posture.STANDING),))
    assert pause.since_s == 9.0


def test_before_anything_is_known_it_does_not_pause() -> None:
    assert not AutoPause().see(60.0)
