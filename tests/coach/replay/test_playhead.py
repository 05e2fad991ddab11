"""A playhead goes where it is told, passes everything once, and never starts over."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.replay.playhead import SPEEDS, Playhead, beside


def _playing(speed: float = 1.0) -> Playhead:
    playhead = Playhead(10.0, 70.0)
    playhead.speed, playhead.is_playing = speed, True
    return playhead


def test_it_begins_at_the_start_and_stands() -> None:
    playhead = Playhead(10.0, 70.0)
    assert playhead.t_s == 10.0
    assert playhead.advance(1.0) == ()


def test_it_plays_at_its_speed() -> None:
    playhead = _playing(8.0)
    assert playhead.advance(0.5) == ((10.0, 14.0),)
    assert playhead.t_s == 14.0


def test_it_stops_at_the_end() -> None:
    playhead = _playing(8.0)
    playhead.advance(100.0)
    assert (playhead.t_s, playhead.is_playing) == (70.0, False)


@pytest.mark.parametrize(("by_s", "expected_s"), [(5.0, 35.0), (-5.0, 25.0), (-99.0, 10.0)])
def test_jumps_stay_within_the_walk(by_s: float, expected_s: float) -> None:
    playhead = Playhead(10.0, 70.0)
    playhead.go_to(30.0)
    playhead.jump(by_s)
    assert playhead.t_s == expected_s


def test_going_somewhere_goes_on_playing_from_there() -> None:
    playhead = _playing()
    playhead.go_to(40.0)
    assert playhead.advance(1.0) == ((40.0, 41.0),)


def test_steps_go_from_stride_to_stride() -> None:
    playhead = Playhead(0.0, 10.0)
    playhead.set_strides([1.0, 2.5, 4.0])
    seen = []
    for n in (1, 1, 1, 1, -1, -1):
        playhead.step(n)
        seen.append(playhead.t_s)
    assert seen == [1.0, 2.5, 4.0, 4.0, 2.5, 1.0]


def test_a_loop_goes_round() -> None:
    playhead = _playing()
    playhead.loop = (20.0, 24.0)
    playhead.go_to(23.0)
    assert playhead.advance(2.0) == ((23.0, 24.0), (20.0, 21.0))


def test_a_loop_that_lies_behind_holds_nobody() -> None:
    playhead = _playing()
    playhead.loop = (20.0, 24.0)
    playhead.go_to(30.0)
    assert playhead.advance(2.0) == ((30.0, 32.0),)


def test_as_fast_as_possible_stops_at_every_stride() -> None:
    playhead = _playing(inf)
    playhead.set_strides([10.5, 11.4, 15.0])
    seen = []
    for _ in range(5):
        playhead.advance(0.016)
        seen.append(playhead.t_s)
    assert seen == pytest.approx([10.5, 11.4, 12.4, 13.4, 14.4])


def test_a_walk_that_grows_keeps_its_place() -> None:
    playhead = Playhead(0.0, 10.0)
    playhead.go_to(7.0)
    playhead.set_extent(0.0, 100.0)
    assert playhead.t_s == 7.0


def test_where_nothing_is_beside_it_stays() -> None:
    assert beside([], 3.0, 1) == beside([], 3.0, -1) == 3.0


@given(
    st.lists(st.floats(0.001, 0.5), min_size=1, max_size=60),
    st.sampled_from([speed for speed in SPEEDS if speed < inf]),
)
def test_what_is_passed_has_no_holes(frames_s: list[float], speed: float) -> None:
    playhead = Playhead(0.0, 1000.0)
    playhead.speed, playhead.is_playing = speed, True
    at_s = 0.0
    for frame_s in frames_s:
        for passed in playhead.advance(frame_s):
            assert passed.from_s == at_s
            at_s = passed.to_s
    assert at_s == playhead.t_s
