"""What a report tells of a span, as items that screen, paper, HTML and CSV all show alike; pure.

Every number is rounded once, when its item is made, so that no two places show different ones.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from statistics import fmean

from coach.care.limits import Limit
from coach.care.pain import Colour
from coach.care.threshold_result import BETWEEN_WEARING_SD_DEG
from coach.follow_up.comparison import ERROR_DEG, ERROR_M, Compared, ToCompare, compared
from coach.follow_up.report_items import (
    Item,
    Section,
    SectionKey,
    Unit,
    code,
    day,
    number,
    share,
    text,
    unit_of_change,
)
from coach.follow_up.review import LimitLine, Ratings, Review, TestLine, WalkLine
from coach.follow_up.unsafe import Unsafe
from coach.follow_up.walk_look import Mean, WalkLook
from coach.follow_up.walk_quality import Flag
from coach.records.journal import BY_FILE
from sensors.samples import Side


@dataclass(frozen=True, slots=True)
class Report:
    """All of a report: the items, and what its plots are drawn from.

    `looks` are the walks of the span whose files could be read, oldest first.
    """

    review: Review
    made_at: datetime
    made_by: str
    program: str
    is_pseudonymous: bool
    sections: tuple[Section, ...]
    looks: tuple[WalkLook, ...]
    compared: tuple[Compared, ...]

    @property
    def who(self) -> str:
        """The name or the pseudonym."""
        person = self.review.person
        return person.pseudonym if self.is_pseudonymous else person.name

    def section(self, key: SectionKey) -> Section:
        """A part of it."""
        return next(section for section in self.sections if section.key is key)


def report(
    seen: Review,
    looks: Iterable[WalkLook],
    *,
    made_at: datetime,
    made_by: str,
    program: str,
    is_pseudonymous: bool = False,
) -> Report:
    """Everything that is told of a span.

    Parameters
    ----------
    looks : iterable of WalkLook
        The walks of the span that could be read, in any order.
    made_by : str
        Who makes the report; empty for the person themselves.
    """
    made_by = "" if is_pseudonymous else made_by
    ordered = tuple(sorted(looks, key=lambda look: look.started_at))
    rows = _first_and_last(seen, ordered)
    who = seen.person.pseudonym if is_pseudonymous else seen.person.name
    sections = (
        Section(SectionKey.HEAD, _head(seen, who, made_at, made_by, program)),
        Section(SectionKey.UNSAFE, tuple(_unsafe(seen.unsafe))),
        Section(SectionKey.ADHERENCE, _adherence(seen)),
        Section(SectionKey.PAIN, _pain(seen)),
        Section(SectionKey.WALKING, _walking(seen)),
        Section(SectionKey.TESTS, tuple(_tests(seen.tests, is_pseudonymous))),
        Section(SectionKey.LIMITS, tuple(_limits(seen.limits, is_pseudonymous))),
        Section(SectionKey.MOVEMENT, tuple(_movement(rows))),
        Section(SectionKey.WALKS, tuple(_walks(seen.walks, ordered))),
        Section(SectionKey.MEASURING, tuple(_measuring(ordered))),
    )
    return Report(seen, made_at, made_by, program, is_pseudonymous, sections, ordered, rows)


def walk_name(ended_at: datetime) -> str:
    """What a walk is called in a report: its day and hour."""
    return ended_at.strftime("%Y-%m-%d %H:%M")


def _head(
    seen: Review, who: str, made_at: datetime, made_by: str, program: str
) -> tuple[Item, ...]:
    return (
        text("person", who),
        day("since", seen.since.date()),
        day("until", seen.until.date()),
        day("made_on", made_at.date()),
        text("made_by", made_by),
        text("program", program),
        text("trail_mark", seen.trail_mark),
    )


def _unsafe(unsafe: Iterable[Unsafe]) -> Iterable[Item]:
    for n, each in enumerate(unsafe, 1):
        of = f"{n}"
        yield code("kind", each.kind, of)
        yield day("day", each.at.date(), of)
        if each.level is not None:
            yield code("level", each.level, of)
        for sign in each.signs:
            yield code("sign", sign, of)
        if each.signs and each.judged is None:
            yield code("seen_by_doctor", "yes" if each.is_seen else "no", of)
        if each.judged is not None and not each.silent_days:
            record = each.judged.record
            yield code("activity", record.activity, of)
            yield code("why", each.judged.verdict.why, of)
            yield number("pain_before", record.before, Unit.POINTS, of=of)
            yield number("pain_worst", record.worst, Unit.POINTS, of=of)
        if each.silent_days:
            yield number("silent", each.silent_days, Unit.DAYS, of=of)
            yield code("is_over", "yes" if each.is_over else "no", of)


def _adherence(seen: Review) -> tuple[Item, ...]:
    done = seen.adherence
    return (
        number("walks_done", done.n_walks_done, Unit.NUMBER, n=done.n_walks_planned),
        number("walks_beyond_the_plan", done.n_walks_extra, Unit.NUMBER),
        number("exercises_done", done.n_exercises_done, Unit.NUMBER, n=done.n_exercises_planned),
        number("exercises_beyond_the_plan", done.n_exercises_extra, Unit.NUMBER),
        number("days_with_a_plan", done.n_days_opened, Unit.NUMBER, n=done.n_days),
    )


def _ratings(name: str, found: Ratings) -> Item:
    return number(name, found.middle, Unit.POINTS, 1, low=found.least, high=found.worst, n=found.n)


def _pain(seen: Review) -> tuple[Item, ...]:
    pain = seen.pain
    items = [
        _ratings("before_walks", pain.before),
        _ratings("worst_of_walks", pain.worst),
        _ratings("morning_after", pain.morning),
        number("mornings_missing", pain.n_mornings_missing, Unit.NUMBER),
        number("slept_worse", pain.n_slept_worse, Unit.NUMBER),
        number("settled_in_2_h", pain.n_settled, Unit.NUMBER),
        number("not_settled_in_2_h", pain.n_not_settled, Unit.NUMBER),
        number("settling_unknown", pain.n_settling_unknown, Unit.NUMBER),
        number("walks_after_pain_relief", pain.n_marked_days, Unit.NUMBER),
    ]
    items += [
        number("colour", pain.colours.get(colour, 0), Unit.NUMBER, of=colour) for colour in Colour
    ]
    items += [number("trigger", n, Unit.NUMBER, of=trigger) for trigger, n in pain.triggers]
    story = pain.story
    items.append(code("change", story.change))
    if story.before is not None and story.now is not None:
        items.append(number("first_week", story.before, Unit.POINTS, 1))
        items.append(number("last_week", story.now, Unit.POINTS, 1))
        items.append(number("weeks", story.n_weeks, Unit.NUMBER))
    return tuple(items)


def _walking(seen: Review) -> tuple[Item, ...]:
    n_walks = len(seen.walks)
    minutes = [line.minutes for line in seen.walks]
    return (
        number("walks", n_walks, Unit.NUMBER),
        number("minutes", sum(minutes), Unit.MINUTES),
        number("minutes_a_walk", fmean(minutes) if minutes else None, Unit.MINUTES, 1),
        share("comfortable_share", seen.comfortable_share),
        share("comfortable_share_without_feedback", seen.silent_share),
    )


def _tests(lines: Iterable[TestLine], is_pseudonymous: bool) -> Iterable[Item]:
    for n, line in enumerate(lines, 1):
        of, state, threshold = f"{n}", line.result.state, line.result.threshold
        yield day("day", line.at.date(), of)
        yield code("leg", line.side, of)
        yield text("made_by", "" if is_pseudonymous else line.by, of)
        yield code("end", state.end, of)
        yield number("bouts", len(state.bouts), Unit.NUMBER, of=of)
        yield number("painful_bouts", state.n_painful, Unit.NUMBER, of=of)
        if threshold is not None:
            low, high = threshold.interval_deg
            middle = threshold.median_deg
            yield number("threshold", middle, Unit.DEGREES, 1, of=of, low=low, high=high)
            yield number("warning_level", threshold.warning_deg, Unit.DEGREES, 1, of=of)
            yield code("grade", threshold.grade, of)


def _limits(lines: Iterable[LimitLine], is_pseudonymous: bool) -> Iterable[Item]:
    for n, line in enumerate(lines, 1):
        of, entry, limit = f"{n}", line.entry, line.entry.limit
        yield code("leg", line.side, of)
        yield day("set_on", entry.set_at.date(), of)
        yield text("set_by", "" if is_pseudonymous else entry.set_by.removesuffix(BY_FILE), of)
        yield code("in_force", "yes" if line.is_in_force else "no", of)
        if limit is None:
            yield code("limit", "none", of)
            continue
        yield from _limit(limit, line, of)
        yield text("reason", "" if is_pseudonymous else entry.reason, of)


def _limit(limit: Limit, line: LimitLine, of: str) -> Iterable[Item]:
    low_deg, high_deg = limit.extension_interval_deg or (None, None)
    yield number(
        "thigh_extension", limit.extension_deg, Unit.DEGREES, 1, of=of, low=low_deg, high=high_deg
    )
    low_m, high_m = limit.stride_length_interval_m or (None, None)
    yield number(
        "stride_length", limit.stride_length_m, Unit.METRES, 2, of=of, low=low_m, high=high_m
    )
    yield code("grade", line.grade_today, of)
    yield code("source", limit.source, of)
    yield day("expires_on", limit.expires_on, of)


_FORM = {
    "thigh_extension_deg": (Unit.DEGREES, 1, 1.0),
    "stride_length_m": (Unit.METRES, 2, 1.0),
    "cadence_spm": (Unit.STEPS, 0, 1.0),
    "walking_speed_mps": (Unit.SPEED, 2, 1.0),
    "comfortable_share": (Unit.SHARE, 0, 100.0),
    "worst_pain": (Unit.POINTS, 0, 1.0),
}


def _movement(rows: Iterable[Compared]) -> Iterable[Item]:
    """The first walk of the span against the last."""
    for row in rows:
        of = row.quantity
        unit, decimals, times = _FORM[of]

        def told(
            name: str,
            mean: Mean,
            of: str = of,
            form: tuple[Unit, int, float] = (unit, decimals, times),
        ) -> Item:
            value = None if mean.value is None else form[2] * mean.value
            return number(name, value, form[0], form[1], of=of, n=mean.n)

        first, last = told("first", row.values[0]), told("last", row.values[-1])
        yield first
        yield last
        by = unit_of_change(unit)
        yield number("change", _difference(first, last), by, decimals, of=of)
        yield number("measurement_error", row.error, by, decimals, of=of)
        yield code("verdict", row.verdict, of)


def _difference(first: Item, last: Item) -> float | None:
    """Of the numbers as they are shown, so that anybody can take one from the other."""
    if isinstance(first.value, float) and isinstance(last.value, float):
        return last.value - first.value
    return None


def _walks(lines: Iterable[WalkLine], looks: tuple[WalkLook, ...]) -> Iterable[Item]:
    by_path = {look.path: look for look in looks}
    for line in lines:
        of = walk_name(line.ended_at)
        yield code("leg", line.side, of)
        yield number("minutes", line.minutes, Unit.MINUTES, 1, of=of)
        if line.judged is not None:
            yield code("colour", line.judged.colour, of)
            yield number("pain_before", line.judged.record.before, Unit.POINTS, of=of)
            yield number("pain_worst", line.judged.record.worst, Unit.POINTS, of=of)
        if line.note is not None:
            yield share("comfortable_share", line.note.comfortable_share, of)
        look = by_path.get(line.path) if line.path is not None else None
        if look is None:
            yield code("file", "none" if line.path is None else "not_read", of)
            continue
        extension, quality = look.means.extension_deg, look.quality
        yield number("thigh_extension", extension.value, Unit.DEGREES, 1, of=of, n=extension.n)
        yield number("thigh_extension_sd", extension.sd, Unit.DEGREES, 1, of=of)
        length = look.means.stride_length_m
        yield number("stride_length", length.value, Unit.METRES, 2, of=of, n=length.n)
        yield number("strides_scored", quality.n_scored, Unit.NUMBER, of=of, n=quality.n_strides)
        lost = quality.lost_share
        lost_percent = None if lost is None else 100 * lost
        yield number("samples_lost", lost_percent, Unit.SHARE, 1, of=of)
        for flag in quality.flags:
            yield code("flag", flag, of)


def _measuring(looks: tuple[WalkLook, ...]) -> Iterable[Item]:
    """Sensor, versions, calibration and errors; the newest walk's where they differ."""
    if looks:
        look = looks[-1]
        yield text("sensor", look.driver)
        yield number("rate", look.info.rate_hz, Unit.HERTZ)
        yield text("recorded_by", look.program)
        placement = look.gait.placement
        yield text("sensor_axis_up", placement.up if placement else None)
        yield text("sensor_axis_forward", placement.anterior if placement else None)
        yield number("leg_length", look.gait.leg_length_m, Unit.METRES, 2)
        personal = look.gait.personal_length is not None or bool(look.gait.known_distances)
        yield code("stride_length_calibrated", "yes" if personal else "no")
        yield number("standing_wobble", look.quality.neutral_sd_deg, Unit.DEGREES, 1)
        flagged = sum(bool(each.quality.flags) for each in looks)
        yield number("walks_with_reserve", flagged, Unit.NUMBER, n=len(looks))
        for flag in Flag:
            n = sum(flag in each.quality.flags for each in looks)
            if n:
                yield number("flag", n, Unit.NUMBER, of=flag)
    yield number("error_of_angle", ERROR_DEG, Unit.DEGREES)
    yield number("error_of_length", ERROR_M, Unit.METRES, 2)
    yield number("between_wearing_sd", BETWEEN_WEARING_SD_DEG, Unit.DEGREES)


_DOUBTFUL = frozenset({Flag.NOT_CALIBRATED, Flag.WORN_DIFFERENTLY, Flag.SIMULATED})
"""Walks of which no change may be told."""


def _first_and_last(seen: Review, looks: tuple[WalkLook, ...]) -> tuple[Compared, ...]:
    """The first and the last good walk of the leg that was measured most, if there are two."""
    sides = [look.info.side for look in looks]
    side = max(Side, key=sides.count)
    of_leg = [
        look
        for look in looks
        if look.info.side in (side, None) and look.scored and not _DOUBTFUL & {*look.quality.flags}
    ]
    if len(of_leg) < 2:
        return ()
    pain = {line.path: line.judged.record.worst for line in seen.walks if line.judged and line.path}
    return compared(tuple(ToCompare(x, pain.get(x.path)) for x in (of_leg[0], of_leg[-1])))
