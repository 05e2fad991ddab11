"""When the metronome may beat: care.md, "The cue"."""

from dataclasses import replace

import pytest

from coach.care.feedback_state import Surface
from coach.care.metronome import Metronome, MetronomeSettings, Silence
from coach.gait.events import Stride, WhyNot
from tests.coach.care.walks import stride

BELT = MetronomeSettings(is_wanted=True, surface=Surface.TREADMILL, belt_speed_mps=1.0, raised=0.05)
GROUND = MetronomeSettings(is_wanted=True)


def _walked(settings: MetronomeSettings, strides: list[Stride]) -> Metronome:
    metronome = Metronome(settings)
    for one in strides:
        metronome.add(one)
    return metronome


def _strides(
    n: int, first: int = 0, extension_deg: float = 10.0, time_s: float = 1.0
) -> list[Stride]:
    return [stride(i, extension_deg, time_s=time_s) for i in range(first, first + n)]


def test_it_is_off_by_default() -> None:
    assert _walked(MetronomeSettings(), _strides(30)).silence is Silence.NOT_WANTED


def test_on_a_belt_of_unknown_speed_it_is_silent() -> None:
    settings = replace(BELT, belt_speed_mps=None)
    assert _walked(settings, _strides(30)).silence is Silence.NO_BELT_SPEED


def test_the_first_strides_tell_the_own_cadence() -> None:
    metronome = _walked(BELT, _strides(9))
    assert (metronome.beat_spm, metronome.silence) == (None, Silence.LEARNING)


def test_on_a_belt_it_beats_above_the_own_cadence() -> None:
    assert _walked(BELT, _strides(10)).beat_spm == pytest.approx(126.0)


def test_on_the_ground_it_beats_at_the_own_cadence() -> None:
    assert _walked(GROUND, _strides(10)).beat_spm == pytest.approx(120.0)


def test_it_stops_itself_when_strides_are_faster_and_no_shorter() -> None:
    metronome = _walked(GROUND, _strides(10) + _strides(10, 10, time_s=0.94))
    assert (metronome.beat_spm, metronome.silence) == (None, Silence.FASTER_NOT_SHORTER)


@pytest.mark.parametrize(
    ("n", "extension_deg", "time_s"),
    [(9, 10.0, 0.94), (10, 9.4, 0.94), (10, 10.0, 1.0)],
    ids=["before ten strides", "extension has fallen", "no faster"],
)
def test_it_goes_on_otherwise(n: int, extension_deg: float, time_s: float) -> None:
    strides = _strides(10) + _strides(n, 10, extension_deg, time_s)
    assert _walked(GROUND, strides).beat_spm is not None


def test_speed_counts_where_lengths_are_known() -> None:
    base = [replace(s, walking_speed_mps=1.2) for s in _strides(10)]
    faster = [replace(s, walking_speed_mps=1.3) for s in _strides(10, 10)]
    assert _walked(GROUND, base + faster).silence is Silence.FASTER_NOT_SHORTER


def test_a_belt_keeps_its_beat() -> None:
    strides = _strides(10) + _strides(20, 10, time_s=0.9)
    assert _walked(BELT, strides).beat_spm == pytest.approx(126.0)


def test_once_stopped_it_stays_silent() -> None:
    metronome = _walked(GROUND, _strides(10) + _strides(10, 10, time_s=0.94) + _strides(30, 20))
    assert metronome.silence is Silence.FASTER_NOT_SHORTER


def test_strides_that_are_not_scored_tell_nothing() -> None:
    turns = [stride(n, why_not=WhyNot.TURN) for n in range(20)]
    assert _walked(GROUND, turns).silence is Silence.LEARNING


@pytest.mark.parametrize(
    "bad", [{"raised": 0.2}, {"raised": -0.1}, {"belt_speed_mps": 0.0}, {"belt_speed_mps": 9.0}]
)
def test_nonsense_is_refused(bad: dict[str, float]) -> None:
    with pytest.raises(ValueError, match=r"beat|belt"):
        MetronomeSettings(is_wanted=True, surface=Surface.TREADMILL, **bad)
