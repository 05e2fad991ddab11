"""What a threshold says, in sentences: where pain begins, how well that is known, what it means."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from coach.care.length_line import LengthLine, WhyNoLength
from coach.care.limits import Grade, Limit
from coach.care.long_stride_result import LongStrideResult
from coach.care.long_stride_state import Bout, TestState
from coach.care.pain_threshold import EVENT_RISE
from coach.care.threshold_result import Bound, InMetres, TestFindings, Threshold, grade_on
from ui import texts
from ui.care_texts import day
from ui.physio import test_texts

translate = QCoreApplication.translate
_TO_95 = 1.96


def sentences(result: LongStrideResult) -> list[str]:
    """Everything a test came to, one sentence a line."""
    threshold = result.threshold
    said = [] if threshold is None else [begins(threshold), grade(threshold.grade)]
    if threshold is None:
        said.append(
            translate("threshold", "No bout was rated, so nothing is known of a threshold.")
        )
    else:
        said += [*provisional(threshold), warning(threshold)]
    if result.metres is not None:
        said.append(metres(result.metres))
    return [*said, *hurt_all_the_same(result), *findings(result.findings)]


def begins(threshold: Threshold) -> str:
    """Where pain begins, with the interval."""
    low_deg, high_deg = threshold.interval_deg
    if threshold.bound is Bound.UPPER_ONLY and high_deg is not None:
        return translate(
            "threshold", "Pain begins somewhere below {0} (95 % sure); how far is not known."
        ).format(texts.degrees(high_deg))
    if threshold.bound is Bound.LOWER_ONLY and low_deg is not None:
        return translate(
            "threshold", "Pain begins somewhere beyond {0} (95 % sure); how far is not known."
        ).format(texts.degrees(low_deg))
    if low_deg is None or high_deg is None or threshold.median_deg is None:
        return translate("threshold", "Where pain begins is not known.")
    return translate(
        "threshold", "Own pain begins at about {0} (95 % interval {1} to {2})."
    ).format(texts.degrees(threshold.median_deg), texts.degrees(low_deg), texts.degrees(high_deg))


def grade(grade_: Grade) -> str:
    """A grade and its meaning."""
    return {
        Grade.A: translate("threshold", "Grade A: known to within 6°."),
        Grade.B: translate("threshold", "Grade B: known to within 9°."),
        Grade.C: translate(
            "threshold",
            "Grade C: only roughly known, or held down by pain relief or a hip made sore.",
        ),
        Grade.N: translate(
            "threshold", "Grade N: not provoked; the limit is the longest comfortable bout."
        ),
    }[grade_]


def provisional(threshold: Threshold) -> list[str]:
    """Say that it is provisional, where it is."""
    if not threshold.is_provisional:
        return []
    return [
        translate("threshold", "Provisional: the interval is wider than 10° or has an open end.")
    ]


def warning(threshold: Threshold) -> str:
    """The warning level, and the caution in it."""
    if threshold.warning_deg is None:
        return translate(
            "threshold", "The test proposes no limit: no comfortable stride was found."
        )
    if not threshold.caution_deg:
        return translate(
            "threshold", "Proposed limit {0}: the longest bout that was comfortable."
        ).format(texts.degrees(threshold.warning_deg))
    return translate(
        "threshold",
        "Proposed limit {0}: one bout in five would hurt at {1}, less {2} of caution for what is "
        "not known and for wearing the sensor anew.",
    ).format(
        texts.degrees(threshold.warning_deg),
        texts.degrees(threshold.warning_deg + threshold.caution_deg),
        texts.degrees(threshold.caution_deg),
    )


def metres(in_metres: InMetres) -> str:
    """The warning level as a stride length, or why it has none."""
    if in_metres.why_not is not None:
        return _why_no_length(in_metres.why_not)
    if in_metres.warning_m is None:
        return translate("threshold", "There is no stride length for it.")
    if in_metres.interval_m is None:
        return translate("threshold", "As a stride: {0}, by the strides of this test.").format(
            texts.metres(in_metres.warning_m)
        )
    low_m, high_m = in_metres.interval_m
    return translate(
        "threshold",
        "As a stride: {0}; pain begins between {1} and {2}, by the strides of this test.",
    ).format(texts.metres(in_metres.warning_m), texts.metres(low_m), texts.metres(high_m))


def hurt_all_the_same(result: LongStrideResult) -> list[str]:
    """Say so where a bout hurt before the extension at which pain is told to begin, at least."""
    low_deg = None if result.threshold is None else result.threshold.interval_deg[0]
    if low_deg is None:
        return []
    bouts_ = result.state.counted
    hurt = [bout for bout in bouts_ if bout.is_painful and (bout.own_rise or 0) >= EVENT_RISE]
    shorter_deg = [bout.extension_deg or 0.0 for bout in hurt]
    if not any(deg < low_deg for deg in shorter_deg):
        return []
    said = translate(
        "threshold",
        "A bout of {0} hurt all the same: as longer ones did not, the fit takes it for pain that "
        "comes now and then whatever the stride. Judge for yourself.",
    )
    return [said.format(texts.degrees(min(shorter_deg)))]


def findings(found: TestFindings) -> list[str]:
    """What the special bouts showed."""
    said = []
    if found.is_sensitised:
        said.append(
            translate("threshold", "Sensitised: a bout that was comfortable hurt when repeated.")
        )
    if found.hurts_at_speed:
        said.append(
            translate(
                "threshold", "Speed hurts too, not only extension: usual strides hurt faster."
            )
        )
    if found.hurts_as_usual:
        said.append(translate("threshold", "Usual strides hurt."))
    if found.hurts_at_short:
        said.append(translate("threshold", "Even short strides hurt."))
    if found.has_other_pain:
        said.append(
            translate("threshold", "Another pain than the familiar one came: look at what it is.")
        )
    return said


def _why_no_length(why: WhyNoLength) -> str:
    return {
        WhyNoLength.TOO_FEW_STRIDES: translate(
            "threshold",
            "No stride length: too few strides have one. Leg length or height, among the measures "
            "of the intake, gives it.",
        ),
        WhyNoLength.TOO_NARROW: translate(
            "threshold", "No stride length: the strides were too alike to show a slope."
        ),
        WhyNoLength.NO_RELATION: translate(
            "threshold",
            "No stride length: longer strides did not go with more extension, as in a limp.",
        ),
        WhyNoLength.OUTSIDE: translate(
            "threshold", "No stride length: the limit lies beyond the strides that were walked."
        ),
    }[why]


def bouts(state: TestState) -> list[str]:
    """Every bout in a line: the plot's text equivalent."""
    return [bout(i, each) for i, each in enumerate(state.bouts, 1) if each.strides]


def in_force(limit: Limit | None, today: date) -> str:
    """The limit in force, and what its age makes of its grade."""
    if limit is None or limit.extension_deg is None:
        return translate("threshold", "No limit is in force.")
    value, until = texts.degrees(limit.extension_deg), limit.expires_on
    if until is None:
        return translate("threshold", "In force: {0}.").format(value)
    if today <= until:
        return translate("threshold", "In force: {0}, valid until {1}.").format(value, day(until))
    said = translate("threshold", "In force: {0}, but it expired on {1}: time to test again.")
    said = said.format(value, day(until))
    now = grade_on(limit, today)
    if now is None or now is limit.grade or limit.grade is None:
        return said
    lower = translate("threshold", "Its grade is now {0}; it was {1}.")
    return f"{said} {lower.format(now.value, limit.grade.value)}"


def locked(by: str, on: date) -> str:
    """Who locked the limit, and when."""
    return translate("threshold", "Locked by {0} on {1}.").format(by, day(on))


def news(threshold: Threshold, n_walks: int) -> str:
    """What later rated walks propose."""
    return translate("threshold", "{0} rated walks since the test propose a limit of {1}.").format(
        texts.number(n_walks, 0), texts.degrees(threshold.warning_deg or 0.0)
    )


def reason_news(n_walks: int) -> str:
    """The reason to keep with a limit that later walks proposed."""
    return translate("threshold", "By {0} rated walks since the test").format(
        texts.number(n_walks, 0)
    )


def reason_proposed() -> str:
    """The reason to keep with a limit as the test proposes it."""
    return translate("threshold", "As the long-stride test proposes")


def chosen_metres(extension_deg: float, line: LengthLine | None) -> str:
    """A limit as a stride length, with its 95 % interval, or why it has none."""
    why = WhyNoLength.TOO_FEW_STRIDES if line is None else line.why_not(extension_deg)
    if line is None or why is not None:
        return _why_no_length(why or WhyNoLength.TOO_FEW_STRIDES)
    length_m, sd_m = line.length_m(extension_deg)
    said = texts.with_interval(texts.metres(length_m), texts.metres(_TO_95 * sd_m))
    return translate("threshold", "As a stride: {0}, by {1} strides of this test.").format(
        said, texts.number(line.n_strides, 0)
    )


def bout(n_bout: int, bout: Bout) -> str:
    """A bout in a line: what was walked, and what was rated."""
    values = (
        texts.number(n_bout, 0),
        test_texts.step(bout.proposal.step),
        texts.degrees(bout.extension_deg or 0.0),
        texts.number(len(bout.strides), 0),
        texts.number(bout.pain_before, 0),
    )
    if bout.pain_after is None:
        return translate("threshold", "{0}. {1}: {2}, {3} strides, pain {4}, not rated").format(
            *values
        )
    said = translate("threshold", "{0}. {1}: {2}, {3} strides, pain {4} to {5}")
    if bout.dropped is not None:
        said = translate("threshold", "{0}. {1}: {2}, {3} strides, pain {4} to {5}; does not count")
    elif bout.is_painful and not bout.is_familiar:
        said = translate(
            "threshold", "{0}. {1}: {2}, {3} strides, pain {4} to {5}; not the familiar pain"
        )
    line = said.format(*values, texts.number(bout.pain_after, 0))
    if not bout.taken_back:
        return line
    first = texts.number(bout.taken_back[0], 0)
    return translate("threshold", "{0}; corrected, first entered as {1}").format(line, first)
