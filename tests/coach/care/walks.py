"""Hand-made strides, decisions and walks for the tests of delivery."""

from dataclasses import replace

from coach.care.delivery import Delivery, Tone, Words
from coach.care.feedback import Feedback
from coach.care.limits import CueKind, Decision, Limit
from coach.care.usual import Usual
from coach.gait.events import ExtensionPeak, GaitEvent, Posture, PostureChange, Stride, WhyNot

STRIDE_S = 1.1
LIMIT = Limit(extension_deg=14.0, dead_band_deg=1.0)
USUAL = Usual(10.0, 1.7, STRIDE_S, stride_length_m=1.3, stride_length_sd_m=0.04)
WALKING = PostureChange(0.0, 0.0, Posture.WALKING)


def stride(
    number: int,
    extension_deg: float = 10.0,
    length_m: float | None = 1.3,
    *,
    time_s: float = STRIDE_S,
    why_not: WhyNot | None = None,
) -> Stride:
    """The stride that starts after `number` strides of `time_s`; its peak falls at two thirds."""
    start_s = 1.0 + number * time_s
    peak_s = start_s + 0.66 * time_s
    return Stride(
        start_s=start_s,
        end_s=start_s + time_s,
        known_s=start_s + time_s + 0.05,
        peak_thigh_extension_s=peak_s,
        peak_thigh_extension_deg=extension_deg,
        peak_thigh_extension_sd_deg=0.5,
        peak_thigh_flexion_deg=25.0,
        reported_s=peak_s + 0.04,
        stride_length_m=length_m,
        stride_length_sd_m=None,
        cadence_spm=120 / time_s,
        walking_speed_mps=None,
        is_scored=why_not is None,
        why_not=why_not,
    )


def peak(of: Stride) -> ExtensionPeak:
    """The event that tells the extension of a stride in progress."""
    return ExtensionPeak(
        t_s=of.peak_thigh_extension_s,
        reported_s=of.reported_s,
        stride_start_s=of.start_s,
        peak_thigh_extension_deg=of.peak_thigh_extension_deg,
        peak_thigh_extension_sd_deg=of.peak_thigh_extension_sd_deg,
    )


def decision(of: Stride, limit: Limit = LIMIT) -> Decision:
    """The measured decision on a stride, against the limit in degrees."""
    assert limit.extension_deg is not None
    excess_deg = of.peak_thigh_extension_deg - limit.extension_deg
    is_over = excess_deg > 0
    return Decision(
        t_s=of.reported_s,
        stride_start_s=of.start_s,
        kind=CueKind.MEASURED,
        is_over=is_over,
        probability=float(is_over),
        excess_deg=excess_deg,
        excess_m=None,
        limit=limit,
    )


def decision_m(of: Stride, limit: Limit) -> Decision:
    """The measured decision on a stride, against the limit in metres."""
    assert limit.stride_length_m is not None
    assert of.stride_length_m is not None
    excess_m = of.stride_length_m - limit.stride_length_m
    by_degrees = decision(of, replace(limit, extension_deg=0.0))
    return replace(
        by_degrees, is_over=excess_m > 0, excess_deg=None, excess_m=excess_m, limit=limit
    )


def walk(feedback: Feedback, strides: list[Stride], limit: Limit | None = LIMIT) -> list[Delivery]:
    """All deliveries of these strides, pushed one stride at a time, judged by the limit."""
    out: list[Delivery] = []
    for one in strides:
        judged = one.is_scored and limit is not None and limit.extension_deg is not None
        decisions = (decision(one, limit),) if judged and limit is not None else ()
        out += feedback.push((one,), decisions)
    return out


def walking(
    feedback: Feedback | None = None, *, limit: Limit | None = LIMIT, usual: Usual | None = USUAL
) -> Feedback:
    """A feedback that knows the person walks, and has seen one usual, scored stride."""
    feedback = feedback or Feedback(limit=limit, usual=usual)
    feedback.push((WALKING, stride(0)))
    return feedback


def codes(deliveries: list[Delivery], of: type) -> list[object]:
    """The codes of one kind, in order."""
    return [delivery.code for delivery in deliveries if isinstance(delivery.code, of)]


def sounds(deliveries: list[Delivery]) -> list[Delivery]:
    """What can be heard."""
    return [delivery for delivery in deliveries if isinstance(delivery.code, Tone | Words)]


def events(strides: list[Stride]) -> tuple[GaitEvent, ...]:
    """A walk's events in one go."""
    return (WALKING, *strides)
