"""Why this cue: the samples, the prediction or peak, the limit and the rule behind a decision."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import islice, takewhile
from operator import attrgetter

from coach.care.delivery import Delivery, DeliveryKind
from coach.care.limits import P_MEASURED, P_PREDICTED, CueKind, Decision
from coach.gait.events import ExtensionPeak, Prediction, Stride
from coach.replay.passing import known_s
from coach.replay.what_if import SAME_STRIDE_S, Outcome

_HEARD_WITHIN_S = 3.5
"""A decision brings its tone at the measured peak, and its sentence at the end of the stride."""


@dataclass(frozen=True, slots=True)
class Why:
    """All that one decision stands on.

    Attributes
    ----------
    look : Prediction, ExtensionPeak or None
        What was expected or measured; its samples are those from `Decision.stride_start_s` to
        `Decision.t_s`. None where only the decision was kept.
    needed : float
        The chance a cue of this kind needs.
    stride : Stride or None
        What the stride came to; None where it never ended.
    heard : tuple of Delivery
        Tones and sentences that it brought.
    """

    decision: Decision
    look: Prediction | ExtensionPeak | None
    needed: float
    stride: Stride | None
    heard: tuple[Delivery, ...]


def why(decision: Decision, outcome: Outcome) -> Why:
    """What a decision of an outcome stands on."""
    wanted = Prediction if decision.kind is CueKind.PREDICTED else ExtensionPeak
    first = bisect_left(outcome.looks, decision.t_s, key=known_s)
    looks = (
        look
        for look in takewhile(
            lambda look: known_s(look) == decision.t_s, islice(outcome.looks, first, None)
        )
        if isinstance(look, wanted) and _is_same(look.stride_start_s, decision.stride_start_s)
    )
    made = outcome.deliveries
    first = bisect_left(made, decision.t_s, key=attrgetter("t_s"))
    last = bisect_right(made, decision.t_s + _HEARD_WITHIN_S, key=attrgetter("t_s"))
    heard = tuple(
        each
        for each in made[first:last]
        if each.kind in {DeliveryKind.TONE, DeliveryKind.WORDS}
        and each.decision is not None
        and each.decision.t_s == decision.t_s
    )
    return Why(
        decision=decision,
        look=next(looks, None),
        needed=P_PREDICTED if decision.kind is CueKind.PREDICTED else P_MEASURED,
        stride=stride_of(decision, outcome.strides),
        heard=heard,
    )


def stride_of(decision: Decision, strides: tuple[Stride, ...]) -> Stride | None:
    """The stride a decision is about; None where it never ended."""
    i = bisect_left(
        strides, decision.stride_start_s - SAME_STRIDE_S, key=lambda stride: stride.start_s
    )
    if i < len(strides) and _is_same(strides[i].start_s, decision.stride_start_s):
        return strides[i]
    return None


def _is_same(start_s: float, other_s: float) -> bool:
    return abs(start_s - other_s) < SAME_STRIDE_S
