"""A guided walk: it begins by getting ready, rests with the person, and ends in silence."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coach.care.calibration import Step
from coach.care.delivery import Tone, Words
from coach.care.feedback_state import FeedbackSettings, Surface
from coach.care.limits import Limit
from coach.care.metronome import MetronomeSettings
from coach.care.usual import Usual
from coach.coach import CoachSettings
from coach.gait.pipeline import GaitSettings
from coach.live import LiveWalk, WalkUpdate
from coach.records.store import GapReason
from coach.records.walk_file import WalkFile
from coach.summary import WalkSummary
from coach.walking.guided import Guidance
from sensors.samples import StreamKind
from sensors.simulation import scenario
from sensors.simulation.person import Person
from sensors.simulation.sensor import good_sensor
from sensors.simulation.source import SimulatedWalk
from sensors.source import WearerMark
from tests.coach.walks import INFO, Items, still

Walk, Stand, Sit = scenario.Walk, scenario.Stand, scenario.Sit
LIMIT = Limit(extension_deg=20.0)
USUAL = Usual(16.0, 1.5, 1.1, 1.3, 0.04)
LONG = replace(Walk(10.0), extension_deg=25.0, length_factor=1.3)
FIRST_TIME = (Stand(2.0), scenario.KneeLifts(3), Stand(6.5), Walk(25.0), Stand(4.0))


class _Guided:
    """A walk that is guided, with all it said."""

    def __init__(
        self,
        *activities: scenario.Activity,
        guidance: Guidance,
        out: Path | None = None,
        kind: StreamKind = StreamKind.SIMULATION,
        feedback: FeedbackSettings | None = None,
    ) -> None:
        walk = SimulatedWalk(Person(), activities, good_sensor())
        source = Items(replace(walk.info, kind=kind), list(walk.blocks()))
        settings = CoachSettings(
            GaitSettings.of(source.info), LIMIT, feedback or FeedbackSettings(), USUAL
        )
        self.live = LiveWalk(source, settings, speed=None, out=out, guidance=guidance)
        self.updates: list[WalkUpdate] = []
        self.on_update: Callable[[WalkUpdate], object] = lambda _: None

    async def walked(self) -> WalkSummary:
        def take(update: WalkUpdate) -> None:
            self.updates.append(update)
            self.on_update(update)

        return await self.live.run(take)

    def said(self, *codes: object) -> list[float]:
        """When one of these was delivered."""
        return [d.t_s for u in self.updates for d in u.deliveries if d.code in codes]


WORN = Guidance(is_worn_before=True)
CUES = (Tone.SHORTER, Words.SMALLER_STEPS_SAME_PACE, Words.A_LITTLE_SLOWER)


async def test_worn_before_the_walk_begins_after_five_seconds_of_standing() -> None:
    guided = _Guided(Stand(6.0), Walk(20.0), guidance=WORN)
    summary = await guided.walked()
    assert summary.duration_s == pytest.approx(21.0, abs=0.5)


async def test_from_strap_to_first_cue_within_a_minute() -> None:
    guided = _Guided(scenario.StrapOn(20.0), Stand(5.5), LONG, Walk(5.0), guidance=WORN)
    await guided.walked()
    assert guided.said(*CUES)[0] < 60.0


async def test_the_first_time_everything_waits_for_the_start() -> None:
    guided = _Guided(*FIRST_TIME, LONG, guidance=Guidance())
    seen: list[Step] = []

    def begin_when_ready(update: WalkUpdate) -> None:
        assert update.guide is not None
        seen.append(update.guide.readiness.step)
        if update.guide.readiness.is_done and update.guide.is_preparing:
            guided.live.begin()

    guided.on_update = begin_when_ready
    summary = await guided.walked()
    assert list(dict.fromkeys(seen)) == [Step.KNEE_LIFTS, Step.STAND, Step.STEPS, Step.DONE]
    assert 20.0 < summary.duration_s < 32.0


async def test_getting_ready_is_not_judged() -> None:
    guided = _Guided(Stand(2.0), scenario.KneeLifts(3), Stand(6.5), LONG, guidance=Guidance())
    summary = await guided.walked()
    assert (guided.said(*CUES), summary.n_scored, summary.duration_s) == ([], 0, 0.0)


async def test_getting_ready_is_kept_as_a_pause(tmp_path: Path) -> None:
    out = tmp_path / "walk.hipwalk"
    await _Guided(Stand(6.0), Walk(15.0), guidance=WORN, out=out).walked()
    with WalkFile.open(out) as kept:
        (gap,) = kept.gaps()
        assert kept.kept_until_s > 20.0
    assert gap.reason is GapReason.PAUSE
    assert gap.end_s == pytest.approx(5.0, abs=0.3)


async def test_resting_stops_the_time_and_walking_goes_on(tmp_path: Path) -> None:
    out = tmp_path / "walk.hipwalk"
    guided = _Guided(Stand(6.0), Walk(15.0), Sit(30.0), Walk(15.0), guidance=WORN, out=out)
    summary = await guided.walked()
    with WalkFile.open(out) as kept:
        pauses = [gap for gap in kept.gaps() if gap.reason is GapReason.PAUSE]
    assert 26.0 < summary.duration_s < 36.0
    assert len(pauses) == 2


async def test_the_last_two_minutes_are_silent_and_the_end_is_said() -> None:
    planned = Guidance(is_worn_before=True, planned_s=360.0)
    long = replace(LONG, duration_s=380.0)
    guided = _Guided(Stand(6.0), long, guidance=planned)
    await guided.walked()
    (silent_s,) = guided.said(Words.SILENT_MINUTES)
    (end_s,) = guided.said(Words.TIME_IS_UP)
    assert end_s - silent_s == pytest.approx(120.0, abs=0.5)
    assert max(guided.said(*CUES)) < silent_s
    assert guided.updates[-1].guide is not None
    assert guided.updates[-1].guide.silent_share == pytest.approx(0.0, abs=0.1)


async def test_without_a_limit_to_keep_there_is_no_silent_check() -> None:
    planned = Guidance(is_worn_before=True, planned_s=361.0, has_silent_check=False)
    guided = _Guided(Stand(6.0), Walk(370.0), guidance=planned)
    await guided.walked()
    assert guided.said(Words.SILENT_MINUTES) == []
    assert len(guided.said(Words.TIME_IS_UP)) == 1


async def test_a_knock_while_strapping_on_is_no_pain_mark() -> None:
    guided = _Guided(Stand(2.0), guidance=WORN)
    source = Items(INFO, [still(0.0, 100), WearerMark(0.5), still(1.0, 100)])
    guided.live = LiveWalk(source, CoachSettings(GaitSettings.of(INFO)), speed=None, guidance=WORN)
    assert (await guided.walked()).n_pain_marks == 0


async def test_the_metronome_beats_on_a_belt_while_walking() -> None:
    wanted = MetronomeSettings(is_wanted=True, surface=Surface.TREADMILL, belt_speed_mps=1.2)
    guidance = Guidance(is_worn_before=True, metronome=wanted)
    guided = _Guided(Stand(6.0), Walk(30.0), Stand(6.0), guidance=guidance)
    await guided.walked()
    beats = [u.guide.beat_spm for u in guided.updates if u.guide]
    assert any(beat is not None and 100 < beat < 140 for beat in beats)
    assert beats[-1] is None


async def test_a_mark_is_rated_once_and_its_rating_stands(tmp_path: Path) -> None:
    out = tmp_path / "walk.hipwalk"
    guided = _Guided(Stand(6.0), Walk(15.0), guidance=WORN, out=out)

    def hurt_and_rate(update: WalkUpdate) -> None:
        if update.t_s == pytest.approx(12.0, abs=0.049) and not update.n_unrated and update.trace:
            guided.live.mark_pain()
        if update.t_s == pytest.approx(15.0, abs=0.049) and update.n_unrated:
            guided.live.rate_pain(4, "groin")

    guided.on_update = hurt_and_rate
    summary = await guided.walked()
    with WalkFile.open(out) as kept:
        (mark,) = kept.pain_marks()
    assert (mark.level, mark.site) == (4, "groin")
    assert (summary.n_pain_marks, guided.updates[-1].n_unrated) == (1, 0)


async def test_a_rating_without_a_mark_is_one(tmp_path: Path) -> None:
    out = tmp_path / "walk.hipwalk"
    guided = _Guided(Stand(6.0), guidance=WORN, out=out)
    guided.on_update = lambda u: guided.live.rate_pain(2) if u.t_s == 1.09 and u.trace else None
    assert (await guided.walked()).n_pain_marks == 1


async def test_a_step_can_be_repeated() -> None:
    guided = _Guided(*FIRST_TIME, Walk(20.0), guidance=Guidance())
    n_ready = 0

    def repeat_once(update: WalkUpdate) -> None:
        nonlocal n_ready
        if update.guide and update.guide.readiness.is_done and update.guide.is_preparing:
            n_ready += 1
            guided.live.begin() if n_ready == 2 else guided.live.repeat_step()

    guided.on_update = repeat_once
    await guided.walked()
    assert n_ready == 2


async def test_what_the_walk_taught_can_be_kept() -> None:
    guided = _Guided(Stand(6.0), Walk(30.0), guidance=WORN)
    await guided.walked()
    assert guided.live.learnt.worn is not None
    assert guided.live.learnt.usual == USUAL


async def test_a_guided_file_gives_the_same_strides_again(tmp_path: Path) -> None:
    from coach.analysis import analyze

    out = tmp_path / "walk.hipwalk"
    await _Guided(Stand(6.0), Walk(20.0), guidance=WORN, out=out).walked()
    with WalkFile.open(out) as kept:
        again = analyze(kept.blocks(), CoachSettings(kept.gait))
        assert [judged.stride for judged in again.strides] == list(kept.strides())
