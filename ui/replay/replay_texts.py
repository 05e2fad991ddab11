"""The sentences of the replay, translated; words of codes come from `ui.texts`."""

from math import inf, isinf
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, Qt

from coach import words
from coach.care.delivery import Delivery
from coach.care.limits import CueKind, Limit
from coach.gait.events import Posture, Prediction, Stride, WhyNot
from coach.records.errors import RecordError
from coach.records.marks import NoteTag
from coach.records.schema import WalkState
from coach.replay.opened import OpenedWalk, Unknown
from sensors.errors import SensorError
from ui import texts

if TYPE_CHECKING:
    from coach.records.marks import AnalysisRecord
    from coach.replay.what_if import Difference, Figures
    from coach.replay.why import Why

translate = QCoreApplication.translate
_Z95 = 1.96


def error_words(error: Exception) -> words.Words:
    """Return what happened, what it means and one thing to do, for any error of a replay."""
    if isinstance(error, SensorError | RecordError):
        return texts.error_words(error)
    return words.Words(
        translate("replay", "Something in Hip Coach went wrong with this walk."),
        translate("replay", "The file itself was not changed."),
        translate("replay", "Open it once more; if that does not help, try hipcoach salvage."),
    )


def time_of(t_s: float, decimals: int = 0) -> str:
    """Return a moment of the walk as ``m:ss`` or ``h:mm:ss``, to tenths if wanted."""
    if not decimals:
        return texts.walked_time(t_s + 1e-6)
    tenths = round(max(0.0, t_s) * 10)
    return texts.walked_time(tenths // 10) + texts.number(tenths % 10 / 10, 1)[1:]


def axis_degrees(extension_deg: float) -> str:
    """Return a whole angle for an axis."""
    return translate("units", "{0}°").format(texts.number(extension_deg, 0))


def place(extension_deg: float) -> str:
    """Return an angle with the side of the standing line it is on."""
    if extension_deg >= 0:
        return translate("replay", "{0} behind").format(texts.degrees(extension_deg))
    return translate("replay", "{0} in front").format(texts.degrees(-extension_deg))


def posture(code: Posture) -> str:
    """Return what the leg is doing."""
    return {
        Posture.UNKNOWN: translate("replay", "not clear"),
        Posture.STANDING: translate("replay", "standing"),
        Posture.RESTING: translate("replay", "resting"),
        Posture.TRANSFER: translate("replay", "getting up or down"),
        Posture.WALKING: translate("replay", "walking"),
        Posture.RUNNING: translate("replay", "running"),
    }[code]


def speed(times: float) -> str:
    """Return a speed of playing."""
    if isinf(times):
        return translate("replay", "fastest")
    decimals = 0 if times == int(times) else 2 if times < 0.5 else 1
    return translate("replay", "{0} ×").format(texts.number(times, decimals))


def ended(walk: OpenedWalk) -> str:
    """Return how the recording ended, where it did not end by itself."""
    if walk.end_s is None:
        return ""
    length = duration(walk.end_s - walk.start_s)
    if walk.state is WalkState.RECORDING:
        return translate("replay", "This walk ended without closing. All {0} are here.").format(
            length
        )
    if walk.state is WalkState.RECOVERED:
        return translate(
            "replay", "This walk was cut off. All {0} that were kept are here."
        ).format(length)
    return ""


def duration(seconds: float) -> str:
    """Return a length of time in words."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return translate("replay", "{0} h {1} min {2} s").format(hours, minutes, rest)
    if minutes:
        return translate("replay", "{0} min {1} s").format(minutes, rest)
    return translate("replay", "{0} s").format(rest)


def day(iso: str) -> str:
    """Return date and time as the language writes them; empty where nobody kept them."""
    moment = QDateTime.fromString(iso, Qt.DateFormat.ISODateWithMs)
    if not moment.isValid():
        return ""
    return QLocale().toString(moment.toLocalTime(), "ddd d.M.yyyy  HH:mm")


def unknown(what: Unknown) -> str:
    """Return what a file does not say, and what it means."""
    return {
        Unknown.LEG_LENGTH: translate(
            "replay", "The leg length is not known, so there are no stride lengths."
        ),
        Unknown.SIDE: translate(
            "replay", "Which leg wore the sensor is not known, so inward and outward are not told."
        ),
        Unknown.PLACEMENT: translate(
            "replay",
            "How the sensor sat is not known; which way is forward is taken from the swing.",
        ),
    }[what]


def stride_line(number: int, stride: Stride) -> str:
    """Return what is known of a stride."""
    extension = _tight(
        texts.with_interval(
            texts.degrees(stride.peak_thigh_extension_deg),
            texts.degrees(_Z95 * stride.peak_thigh_extension_sd_deg),
        )
    )
    if stride.stride_length_m is None or stride.stride_length_sd_m is None:
        return translate("replay", "Stride {0}: extension {1}").format(number, extension)
    length = _tight(
        texts.with_interval(
            texts.metres(stride.stride_length_m), texts.metres(_Z95 * stride.stride_length_sd_m)
        )
    )
    line = translate("replay", "Stride {0}: extension {1}, length {2}")
    return line.format(number, extension, length)


def _tight(value: str) -> str:
    """Return a value that no line is broken in."""
    return value.replace(" ", "\N{NO-BREAK SPACE}")


def judged_lines(stride: Stride, limit: Limit | None) -> list[str]:
    """Return how a stride stands to its limit, or why it was not judged."""
    if stride.why_not is not None:
        return [translate("replay", "Not judged: {0}").format(why_not(stride.why_not))]
    if limit is None:
        return [translate("replay", "Not judged: no limit was set.")]
    lines = []
    if limit.extension_deg is not None:
        by_deg = stride.peak_thigh_extension_deg - limit.extension_deg
        by = texts.degrees(abs(by_deg))
        lines.append(_stands(by_deg > 0, texts.degrees(limit.extension_deg), by))
    if limit.stride_length_m is not None and stride.stride_length_m is not None:
        by_m = stride.stride_length_m - limit.stride_length_m
        lines.append(
            _stands(by_m > 0, texts.metres(limit.stride_length_m), texts.metres(abs(by_m)))
        )
    return lines


def _stands(is_over: bool, limit: str, by: str) -> str:
    if is_over:
        return translate("replay", "▲ Over the limit of {0} by {1}").format(limit, by)
    return translate("replay", "● Within the limit of {0}, {1} below it").format(limit, by)


def why_not(reason: WhyNot) -> str:
    """Return why a stride is not scored."""
    return texts.from_words(words.WHY_NOT[reason])


def why_lines(why: "Why", start_s: float, rate_hz: float) -> list[str]:
    """Return what a cue was made from: samples, prediction or peak, limit, rule, what was heard."""
    decision = why.decision
    lines = [_samples_line(why, start_s, rate_hz), *_look_lines(why)]
    lines += _limit_lines(decision.limit)
    needed = texts.percent(why.needed)
    chance = texts.percent(decision.probability)
    if decision.kind is CueKind.PREDICTED:
        rule = translate("replay", "Rule: foreseen at a chance of {1} or more; it was {0}.")
    else:
        rule = translate("replay", "Rule: measured, at a chance of {1} or more; it was {0}.")
    lines.append(rule.format(chance, needed))
    if _is_held_by_dead_band(why):
        lines.append(
            translate(
                "replay",
                "The stride before was over the limit: this one had to be under it by the dead "
                "band to count as within.",
            )
        )
    if why.stride is not None:
        lines.append(
            translate("replay", "The stride then measured {0}.").format(
                texts.degrees(why.stride.peak_thigh_extension_deg)
            )
        )
    heard = [delivered(each) for each in why.heard]
    lines += heard or [
        translate(
            "replay", "Nothing was to be heard: cues keep apart, and wait for the usual stride."
        )
    ]
    return lines


def _is_held_by_dead_band(why: "Why") -> bool:
    excess_deg, excess_m = why.decision.excess_deg, why.decision.excess_m
    excesses = [excess for excess in (excess_deg, excess_m) if excess is not None]
    return bool(excesses) and max(excesses) <= 0


def _samples_line(why: "Why", start_s: float, rate_hz: float) -> str:
    decision = why.decision
    n_samples = max(1, round((decision.t_s - decision.stride_start_s) * rate_hz))
    line = translate("replay", "Decided at {0}, from {1} samples since the stride began at {2}.")
    return line.format(
        time_of(decision.t_s - start_s, 1),
        texts.number(n_samples, 0),
        time_of(decision.stride_start_s - start_s, 1),
    )


def _look_lines(why: "Why") -> list[str]:
    look = why.look
    if look is None:
        return []
    sd_deg = look.sd_deg if isinstance(look, Prediction) else look.peak_thigh_extension_sd_deg
    value = texts.with_interval(
        texts.degrees(look.peak_thigh_extension_deg), texts.degrees(_Z95 * sd_deg)
    )
    if isinstance(look, Prediction):
        return [translate("replay", "Expected peak: {0}").format(value)]
    lines = [translate("replay", "Measured peak: {0}").format(value)]
    length_m, sd_m = look.expected_stride_length_m, look.expected_stride_length_sd_m
    if why.decision.excess_m is not None and length_m is not None and sd_m is not None:
        length = texts.with_interval(texts.metres(length_m), texts.metres(_Z95 * sd_m))
        lines.append(translate("replay", "Expected length of the stride: {0}").format(length))
    return lines


def _limit_lines(limit: Limit) -> list[str]:
    lines = []
    if limit.extension_deg is not None:
        line = translate("replay", "Limit: {0}, dead band {1}")
        lines.append(
            line.format(texts.degrees(limit.extension_deg), texts.degrees(limit.dead_band_deg))
        )
    if limit.stride_length_m is not None:
        line = translate("replay", "Limit: {0} of stride, dead band {1}")
        lines.append(
            line.format(texts.metres(limit.stride_length_m), texts.metres(limit.dead_band_m))
        )
    return lines


def delivered(delivery: Delivery) -> str:
    """Return what was heard, and by which rule."""
    line = translate("replay", "Heard: {0} (rule {1})")
    return line.format(texts.from_words(words.DELIVERED[delivery.code]), delivery.rule.value)


def difference_lines(changed: "Difference", n_before: int, n_after: int) -> list[str]:
    """Return in words what other settings change."""
    lines = []
    more = changed.n_more_cues
    if more < 0:
        line = translate("replay", "Fewer cues: {0} (there were {1}, there would be {2}).")
    elif more > 0:
        line = translate("replay", "More cues: {0} (there were {1}, there would be {2}).")
    elif changed.new_s:
        line = translate("replay", "As many cues ({1}), but {3} of them on other strides.")
    else:
        line = translate("replay", "The same {1} cues.")
    counts = (abs(more), n_before, n_after, len(changed.new_s))
    lines.append(line.format(*(texts.number(count, 0) for count in counts)))
    if changed.missed:
        line = translate("replay", "Painful strides now missed: {0}.")
        lines.append(line.format(texts.number(len(changed.missed), 0)))
    if changed.caught:
        line = translate("replay", "Painful strides now cued: {0}.")
        lines.append(line.format(texts.number(len(changed.caught), 0)))
    return lines


def heard(after: "Figures") -> list[str]:
    """Return how much of the cues would reach the ear, and why none does in a lesson."""
    line = translate("replay", "Heard of them: {0} tones, {1} sentences.")
    lines = [line.format(texts.number(after.n_tones, 0), texts.number(after.n_sentences, 0))]
    if after.is_lesson:
        lines.append(
            translate(
                "replay",
                "So many strides are over this limit that the walk would go on as a lesson: words "
                "on the trend, no tones.",
            )
        )
    elif after.n_cues and not after.n_tones and not after.n_sentences:
        lines.append(
            translate(
                "replay", "Nothing was to be heard: cues keep apart, and wait for the usual stride."
            )
        )
    return lines


def would_have(n_cues: int, limit: str) -> str:
    """Return the one sentence a physiotherapist is after."""
    return translate("replay", "With a limit of {0} there would have been {1} cues.").format(
        limit, texts.number(n_cues, 0)
    )


def analysis(record: "AnalysisRecord") -> str:
    """Return what a kept analysis is called: when it was made, by what limit."""
    limit = record.settings.limit
    when = day(record.made_at) or translate("replay", "analysis {0}").format(record.id)
    if limit is not None and limit.extension_deg is not None:
        return translate("replay", "Kept {0}: limit {1}").format(
            when, texts.degrees(limit.extension_deg)
        )
    if limit is not None and limit.stride_length_m is not None:
        return translate("replay", "Kept {0}: limit {1}").format(
            when, texts.metres(limit.stride_length_m)
        )
    return translate("replay", "Kept {0}: no limit").format(when)


def programs(recorded_by: str, now: str) -> str:
    """Return which program made the analysis as recorded, and which makes the other one."""
    if not recorded_by:
        return translate("replay", "A and B by {0}.").format(now)
    return translate("replay", "A by {0}, B by {1}.").format(recorded_by, now)


def tag(code: NoteTag) -> str:
    """Return what a note is about."""
    return {
        NoteTag.PAIN: translate("replay", "pain"),
        NoteTag.GAIT: translate("replay", "how it looks"),
        NoteTag.CUE: translate("replay", "cue"),
        NoteTag.SENSOR: translate("replay", "sensor"),
        NoteTag.QUESTION: translate("replay", "question"),
    }[code]


def stretch(first_s: float, last_s: float) -> str:
    """Return a stretch of the walk."""
    return translate("replay", "{0} to {1}").format(time_of(first_s, 1), time_of(last_s, 1))


def timeline(t_s: float, end_s: float, n_strides: int, n_cues: int, n_pain: int) -> str:
    """Return the timeline's text equivalent."""
    line = translate("replay", "{0} of {1}. Strides: {2}. Cues: {3}. Pain marks: {4}.")
    return line.format(time_of(t_s), time_of(min(end_s, inf)), n_strides, n_cues, n_pain)
