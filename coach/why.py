"""Why this cue: the samples, the prediction or peak, the limit and the rule behind a decision."""

from bisect import bisect_left
from dataclasses import dataclass

from coach.care.delivery import Delivery, DeliveryKind
from coach.care.limits import P_MEASURED, P_PREDICTED, CueKind, Decision
from coach.gait.events import ExtensionPeak, Prediction, Stride
from coach.what_if import SAME_STRIDE_S, Outcome

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
    looks = (
        look
        for look in outcome.looks
        if isinstance(look, wanted)
        and _is_same(look.stride_start_s, decision.stride_start_s)
        and _known_s(look) == decision.t_s
    )
    heard = tuple(
        each
        for each in outcome.deliveries
        if each.kind in {DeliveryKind.TONE, DeliveryKind.WORDS}
        and each.decision is not None
        and each.decision.t_s == decision.t_s
        and decision.t_s <= each.t_s <= decision.t_s + _HEARD_WITHIN_S
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


def _known_s(look: Prediction | ExtensionPeak) -> float:
    return look.reported_s if isinstance(look, ExtensionPeak) else look.t_s


def _is_same(start_s: float, other_s: float) -> bool:
    return abs(start_s - other_s) < SAME_STRIDE_S
