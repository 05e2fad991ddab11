"""A walk with a sensor: a rate known late, what the radio says, taps and buttons that mark pain."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from coach.records.walk_file import WalkFile
from sensors.samples import StreamKind
from sensors.source import LinkChange, LinkState, RawNotification, SourceItem, WearerMark
from tests.coach.walks import INFO, Items, still

_RADIO = replace(INFO, kind=StreamKind.RADIO)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "walk.hipwalk"


def _live(source: Items, out: Path | None = None) -> LiveWalk:
    return LiveWalk(source, CoachSettings(GaitSettings.of(source.info)), speed=None, out=out)


class LateRate:
    """A radio that knows its rate, 101.5 Hz, only with its first block."""

    def __init__(self) -> None:
        self.info = _RADIO

    async def __aiter__(self) -> AsyncIterator[SourceItem]:
        yield LinkChange(LinkState.CONNECTED, None)
        yield RawNotification(1.0, "char", b"early")
        self.info = replace(self.info, rate_hz=101.5)
        yield still(0.0, 200)

    async def aclose(self) -> None:
        pass


async def test_a_rate_known_with_the_first_samples_is_the_rate_of_the_walk(out: Path) -> None:
    walk = LiveWalk(LateRate(), CoachSettings(GaitSettings(100.0)), out=out)
    await walk.run(lambda _: None)
    with WalkFile.open(out) as kept:
        assert kept.gait is not None
        assert (kept.gait.rate_hz, kept.info.rate_hz) == (101.5, 101.5)


async def test_what_a_radio_says_before_its_first_sample_is_kept(out: Path) -> None:
    await LiveWalk(LateRate(), CoachSettings(GaitSettings(100.0)), out=out).run(lambda _: None)
    with WalkFile.open(out) as kept:
        assert list(kept.heard()) == [RawNotification(1.0, "char", b"early")]


async def test_what_a_radio_says_is_kept_even_if_there_is_never_a_sample(out: Path) -> None:
    said = RawNotification(1.0, "char", b"nobody understands")
    source = Items(_RADIO, [said])
    await LiveWalk(source, CoachSettings(GaitSettings(100.0)), out=out).run(lambda _: None)
    with WalkFile.open(out) as kept:
        assert list(kept.heard()) == [said]


def tapped(rate_hz: float) -> Items:
    """Two taps a quarter of a second apart, on a thigh that stands."""
    block = still(0.0, 300)
    acc = block.acc_mps2.copy()
    acc[[100, 125], 1] += 30.0
    t_s = np.arange(300) / rate_hz
    info = replace(_RADIO, rate_hz=rate_hz)
    return Items(info, [block._replace(acc_mps2=acc, t_s=t_s)])


async def test_a_double_tap_on_the_sensor_marks_pain(out: Path) -> None:
    updates: list[WalkUpdate] = []
    await _live(tapped(100.0), out).run(updates.append)
    with WalkFile.open(out) as kept:
        (mark,) = kept.pain_marks()
    assert mark.t_s == pytest.approx(1.0, abs=0.02)
    assert [m for update in updates for m in update.worn_marks_s] == [mark.t_s]


async def test_a_recording_taps_nothing() -> None:
    source = tapped(100.0)
    source.info = replace(source.info, kind=StreamKind.RECORDING)
    assert (await _live(source).run(lambda _: None)).n_pain_marks == 0


async def test_a_sensor_too_slow_for_taps_marks_nothing_by_them() -> None:
    walk = LiveWalk(tapped(60.0), CoachSettings(GaitSettings(60.0)))
    assert (await walk.run(lambda _: None)).n_pain_marks == 0


async def test_the_button_of_a_sensor_is_told_as_its_mark() -> None:
    updates: list[WalkUpdate] = []
    await _live(Items(_RADIO, [still(0.0, 100), WearerMark(0.5)])).run(updates.append)
    assert [m for update in updates for m in update.worn_marks_s] == [0.5]
