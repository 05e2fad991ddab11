"""The plots of a report as SVG, each with the same in words."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from coach.follow_up.comparison import ERROR_DEG
from coach.follow_up.report import Report
from coach.follow_up.stride_curve import StrideCurve
from coach.follow_up.svg_charts import Axis, Chart
from coach.follow_up.walk_look import WalkLook
from ui import texts
from ui.patient.trends_texts import day, points
from ui.report_blocks import Figure
from ui.widgets.trend_chart import levels_up_to

translate = QCoreApplication.translate

_MOST_TICKS = 6


def pain(told: Report) -> Figure:
    """Return the worst pain of each day."""
    found = told.review.worst_days
    heading = translate("report", "Worst pain of each day, 0 to 10")
    if not found:
        said = translate("report", "Nobody told of pain in these days.")
    elif len(found) == 1:
        said = translate("report", "Told on one day: {0}.").format(points(float(found[0][1])))
    else:
        levels = [float(level) for _, level in found]
        said = translate("report", "Told on {0} days, between {1} and {2}.").format(
            texts.number(len(found), 0), points(min(levels)), points(max(levels))
        )
    y = Axis(0, 10, tuple((float(n), texts.number(n, 0)) for n in (0, 2, 5, 10)))
    chart = Chart(_days(told), y, heading)
    chart.bars([(_at(told, when), float(level)) for when, level in found])
    return Figure(heading, said, chart.svg())


def minutes(told: Report) -> Figure:
    """Return the minutes walked on each day."""
    found = told.review.minutes_days
    heading = translate("report", "Minutes walked on each day")
    total, most = sum(n for _, n in found), max((n for _, n in found), default=0.0)
    on_days = (
        translate("report", "{0} min on one day.")
        if len(found) == 1
        else translate("report", "{0} minutes on {1} days.")
    )
    said = on_days.format(texts.number(total, 0), texts.number(len(found), 0))
    levels = levels_up_to(max(most, 10.0), (5, 10, 20, 50, 100))
    y = Axis(0, levels[-1], tuple((level, texts.number(level, 0)) for level in levels))
    chart = Chart(_days(told), y, heading)
    marks = [(_at(told, when), n) for when, n in found]
    chart.line(marks)
    chart.dots(marks)
    return Figure(heading, said, chart.svg())


def extension_by_walk(told: Report) -> Figure | None:
    """Return mean and spread of the peak extension of each walk; None without any."""
    looks = [look for look in told.looks if look.means.extension_deg.value is not None]
    if not looks:
        return None
    means = [(n, look.means.extension_deg) for n, look in enumerate(looks)]
    spans = [
        (n, (m.value or 0.0) - (m.sd or 0.0), (m.value or 0.0) + (m.sd or 0.0)) for n, m in means
    ]
    limit = looks[-1].limit
    limit_deg = None if limit is None else limit.extension_deg
    highest = max(*(high for _, _, high in spans), limit_deg or 0.0)
    heading = translate("report", "Hip extension, measured at the thigh: mean and SD of each walk")
    values = [mean.value or 0.0 for _, mean in means]
    said = translate(
        "report", "{0} walks, between {1} and {2}; less than {3} is no change."
    ).format(
        texts.number(len(values), 0),
        texts.degrees(min(values)),
        texts.degrees(max(values)),
        texts.degrees(ERROR_DEG),
    )
    low = min(0.0, *(low for _, low, _ in spans))
    ticks = _every([day(_day_of(look)) for look in looks])
    chart = Chart(Axis(-0.5, len(looks) - 0.5, ticks), _degrees(low, highest), heading)
    chart.whiskers(spans)
    chart.dots([(n, mean.value or 0.0) for n, mean in means])
    if limit_deg is not None:
        chart.level(limit_deg, texts.limit_line(texts.degrees(limit_deg)))
    return Figure(heading, said, chart.svg())


def curves(looks: Sequence[WalkLook]) -> Figure | None:
    """Return the mean stride curves of walks over each other; None where none has one."""
    found = [(look, look.curve) for look in looks if look.curve is not None]
    if not found:
        return None
    heading = translate("report", "Thigh angle over the stride: mean and SD")
    said = " ".join(_curve_words(look, curve) for look, curve in found)
    low = min(float((curve.mean_deg - curve.sd_deg).min()) for _, curve in found)
    high = max(float((curve.mean_deg + curve.sd_deg).max()) for _, curve in found)
    ticks = tuple((float(n), texts.percent(n / 100)) for n in (0, 25, 50, 75, 100))
    name = translate("report", "stride, from peak flexion to peak flexion")
    chart = Chart(Axis(0, 100, ticks, name), _degrees(low, high), heading)
    for i, (look, curve) in enumerate(found):
        chart.name(i, day(_day_of(look)))
        mean, sd = curve.mean_deg, curve.sd_deg
        chart.band([(n, float(mean[n] - sd[n]), float(mean[n] + sd[n])) for n in range(101)], i)
        chart.line([(n, float(mean[n])) for n in range(101)], i)
    return Figure(heading, said, chart.svg())


def length_against_extension(look: WalkLook) -> Figure | None:
    """Return each scored stride of a walk by extension and length, with the person's own line."""
    pairs = [
        (stride.peak_thigh_extension_deg, stride.stride_length_m)
        for stride in look.scored
        if stride.stride_length_m is not None
    ]
    if not pairs:
        return None
    heading = translate("report", "Stride length against hip extension, {0}").format(
        day(_day_of(look))
    )
    xs, ys = [x for x, _ in pairs], [y for _, y in pairs]
    x = _degrees(min(xs), max(xs), name=translate("report", "degrees behind the standing line"))
    low_m, high_m = int(min(ys) * 10) / 10, int(max(ys) * 10 + 1) / 10
    n_steps = max(1, round((high_m - low_m) / 0.1))
    y_ticks = tuple((low_m + 0.1 * n, texts.number(low_m + 0.1 * n, 1)) for n in range(n_steps + 1))
    chart = Chart(x, Axis(low_m, high_m, y_ticks, translate("report", "metres")), heading)
    chart.dots(pairs)
    line = look.line
    if line is None or line.why_not() is not None:
        said = translate(
            "report", "{0} strides. Extension says nothing sure of the length here."
        ).format(texts.number(len(pairs), 0))
    else:
        low, high = line.range_deg
        chart.line([(low, line.length_m(low)[0]), (high, line.length_m(high)[0])], 1)
        said = translate("report", "{0} strides. One degree more goes with {1} cm more.").format(
            texts.number(len(pairs), 0), texts.number(100 * line.slope_m_per_deg, 1)
        )
    return Figure(heading, said, chart.svg())


def _curve_words(look: WalkLook, curve: StrideCurve) -> str:
    return translate(
        "report", "{0}: {1} strides, furthest behind {2}, furthest in front {3}."
    ).format(
        day(_day_of(look)),
        texts.number(curve.n_strides, 0),
        texts.degrees(float(curve.mean_deg.max())),
        texts.degrees(-float(curve.mean_deg.min())),
    )


def _day_of(look: WalkLook) -> date:
    return date.fromisoformat(look.started_at[:10])


def _at(told: Report, when: date) -> float:
    return float((when - told.review.since.date()).days)


def _days(told: Report) -> Axis:
    first = told.review.since.date()
    n_days = (told.review.until.date() - first).days + 1
    names = [day(first + timedelta(days=n)) for n in range(n_days)]
    return Axis(-0.5, n_days - 0.5, _every(names))


def _every(names: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """Some of the names, evenly, so that they do not touch."""
    step = max(1, -(-len(names) // _MOST_TICKS))
    return tuple((float(n), name) for n, name in enumerate(names) if n % step == 0)


def _degrees(low_deg: float, high_deg: float, name: str | None = None) -> Axis:
    step = 5 if high_deg - low_deg <= 30 else 20
    low, high = step * int(low_deg // step), step * -int(-high_deg // step)
    ticks = tuple((float(n), texts.number(n, 0)) for n in range(low, high + 1, step))
    named = translate("report", "degrees behind") if name is None else name
    return Axis(low, high, ticks, named)
