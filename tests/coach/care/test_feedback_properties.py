"""Rules of delivery that hold for any walk: bounds on sound, the floor, and one answer only."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.delivery import Delivery, Tone, Words
from coach.care.feedback import Feedback, FeedbackSettings
from coach.care.limits import CueKind, Decision, Limit
from coach.care.usual import Usual
from coach.gait.events import ExtensionPeak, GaitEvent, Posture, PostureChange, Stride, WhyNot
from tests.coach.care.walks import peak, sounds

Step = tuple[GaitEvent | Decision, ...]

_USUAL = Usual(10.0, 6.0, 1.1, 1.3, 0.1)
_LIMITS = st.one_of(
    st.builds(Limit, extension_deg=st.floats(13.0, 17.0)),  # above a third of the usual strides
    st.builds(Limit, stride_length_m=st.floats(1.35, 1.5)),
    st.builds(
        Limit,
        extension_deg=st.none() | st.floats(0.0, 20.0),
        stride_length_m=st.none() | st.floats(0.8, 1.6),
    ),
)


def _walked(
    limit: Limit, n_strides: int, base_deg: float, base_m: float, seed: int
) -> tuple[Limit, list[Step]]:
    """A limit and a walk of strides, postures and decisions as they become known."""
    random = Random(seed)
    items: list[GaitEvent | Decision] = [PostureChange(0.0, 0.5, Posture.WALKING)]
    t_s = 1.0
    walks_again_s: float | None = None
    for _ in range(n_strides):
        if walks_again_s is not None and t_s >= walks_again_s:
            items.append(PostureChange(t_s, t_s + 0.06, Posture.WALKING))
            walks_again_s = None
        elif walks_again_s is None and random.random() < 0.03:
            items.append(PostureChange(t_s, t_s + 0.06, random.choice(list(Posture))))
            walks_again_s = t_s + random.uniform(1.0, 6.0)
        stride = _stride(
            t_s,
            duration_s=random.choice([0.7, 1.0, 1.1, 1.2, 1.6]),
            extension_deg=base_deg + random.gauss(0.0, 2.5),
            length_m=base_m + random.gauss(0.0, 0.08),
            why_not=random.choice(list(WhyNot)) if random.random() < 0.05 else None,
        )
        assert stride.end_s is not None
        is_predicted = random.random() < 0.5
        items += [_decision(stride, limit, is_predicted), stride]
        if is_predicted:
            items.append(peak(stride))
        t_s = stride.end_s
    return limit, [(item,) for item in sorted(items, key=_known_s)]


_WALKS = st.builds(
    _walked,
    limit=_LIMITS,
    n_strides=st.integers(1, 200),
    base_deg=st.floats(0.0, 22.0),
    base_m=st.floats(0.8, 1.7),
    seed=st.integers(0, 2**32 - 1),
)


def _known_s(item: GaitEvent | Decision) -> float:
    match item:
        case Stride() | PostureChange():
            return item.known_s
        case ExtensionPeak():
            return item.reported_s
        case _:
            return item.t_s


def _stride(
    start_s: float, duration_s: float, extension_deg: float, length_m: float, why_not: WhyNot | None
) -> Stride:
    end_s, peak_s = start_s + duration_s, start_s + 0.66 * duration_s
    return Stride(
        start_s=start_s,
        end_s=end_s,
        known_s=end_s + 0.05,
        peak_thigh_extension_s=peak_s,
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=0.5,
        peak_thigh_flexion_deg=25.0,
        reported_s=peak_s + 0.04,
        stride_length_m=length_m,
        stride_length_sd_m=0.05,
        cadence_spm=120 / duration_s,
        walking_speed_mps=length_m / duration_s,
        is_scored=why_not is None,
        why_not=why_not,
    )


def _decision(stride: Stride, limit: Limit, is_predicted: bool) -> Decision:
    excess_deg = excess_m = None
    if limit.extension_deg is not None:
        excess_deg = stride.peak_thigh_extension_deg - limit.extension_deg
    if limit.stride_length_m is not None and stride.stride_length_m is not None:
        excess_m = stride.stride_length_m - limit.stride_length_m
    is_over = (excess_deg or 0.0) > 0 or (excess_m or 0.0) > 0
    early_s = 0.15 if is_predicted else 0.0
    kind = CueKind.PREDICTED if is_predicted else CueKind.MEASURED
    t_s = stride.reported_s - early_s
    return Decision(t_s, stride.start_s, kind, is_over, float(is_over), excess_deg, excess_m, limit)


def _deliveries(limit: Limit, steps: list[Step], usual: Usual | None = _USUAL) -> list[Delivery]:
    feedback = Feedback(FeedbackSettings(has_reward_tone=True), limit, usual)
    out: list[Delivery] = []
    for step in steps:
        out += _push(feedback, step)
    return out


def _push(feedback: Feedback, step: Step) -> tuple[Delivery, ...]:
    events = tuple(item for item in step if not isinstance(item, Decision))
    return feedback.push(events, tuple(item for item in step if isinstance(item, Decision)))


@pytest.mark.parametrize("seed", range(5))
def test_walks_are_loud_enough_to_come_up_against_the_bounds(seed: int) -> None:
    heard = sounds(_deliveries(*_walked(Limit(extension_deg=14.0), 150, 17.0, 1.3, seed)))
    assert sum(isinstance(d.code, Tone) for d in heard) > 6
    assert sum(isinstance(d.code, Words) for d in heard) > 1


@given(_WALKS)
@settings(max_examples=100, deadline=None, derandomize=True)
def test_sound_keeps_its_bounds(case: tuple[Limit, list[Step]]) -> None:
    limit, steps = case
    heard = _deliveries(limit, steps)
    tones_s = [d.t_s for d in heard if isinstance(d.code, Tone)]
    assert all(then - first > 60 for first, then in zip(tones_s, tones_s[6:], strict=False))
    words_s = [d.t_s for d in heard if isinstance(d.code, Words)]
    assert all(then - first >= 8 for first, then in pairwise(words_s))
    for first, then in pairwise(sounds(heard)):
        if isinstance(first.code, Words) or isinstance(then.code, Words):
            assert then.t_s - first.t_s >= (3.0 if isinstance(first.code, Words) else 1.0)


@given(_WALKS)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_two_strides_in_a_row_are_never_toned(case: tuple[Limit, list[Step]]) -> None:
    limit, steps = case
    starts_s = [item.start_s for step in steps for item in step if isinstance(item, Stride)]
    toned = [
        starts_s.index(d.decision.stride_start_s)
        for d in _deliveries(limit, steps)
        if isinstance(d.code, Tone) and d.decision is not None
    ]
    assert all(then - first >= 2 for first, then in pairwise(toned))


@given(_WALKS)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_nobody_is_coached_at_or_below_the_floor(case: tuple[Limit, list[Step]]) -> None:
    limit, steps = case
    for cue in sounds(_deliveries(limit, steps)):
        if cue.code is Tone.GOOD:
            continue
        assert cue.trend_deg is not None
        assert cue.trend_deg > _USUAL.floor_deg
        if cue.code is Tone.SHORTER and cue.decision is not None:
            assert _is_above_floor(cue.decision)


def _is_above_floor(decision: Decision) -> bool:
    limit = decision.limit
    is_long = False
    if limit.extension_deg is not None and decision.excess_deg is not None:
        is_long = limit.extension_deg + decision.excess_deg > _USUAL.floor_deg
    if limit.stride_length_m is not None and decision.excess_m is not None:
        assert _USUAL.floor_m is not None
        is_long = is_long or limit.stride_length_m + decision.excess_m > _USUAL.floor_m
    return is_long


@given(_WALKS)
@settings(max_examples=40, deadline=None, derandomize=True)
def test_nothing_is_heard_while_the_posture_is_not_walking(case: tuple[Limit, list[Step]]) -> None:
    limit, steps = case
    changes = [item for step in steps for item in step if isinstance(item, PostureChange)]
    for cue in sounds(_deliveries(limit, steps)):
        last = [change for change in changes if change.known_s <= cue.t_s][-1]
        assert last.posture is Posture.WALKING


@given(_WALKS, st.integers(1, 7))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_any_partition_gives_the_same_deliveries(
    case: tuple[Limit, list[Step]], n_at_once: int
) -> None:
    limit, steps = case
    feedback = Feedback(FeedbackSettings(has_reward_tone=True), limit)
    out: list[Delivery] = []
    for first in range(0, len(steps), n_at_once):
        merged = tuple(item for step in steps[first : first + n_at_once] for item in step)
        out += _push(feedback, merged)
    assert out == _deliveries(limit, steps, usual=None)


@given(_WALKS)
@settings(max_examples=20, deadline=None, derandomize=True)
def test_every_delivery_of_a_cue_names_the_decision_behind_it(
    case: tuple[Limit, list[Step]],
) -> None:
    limit, steps = case
    assert all(cue.decision is not None for cue in sounds(_deliveries(limit, steps)))
