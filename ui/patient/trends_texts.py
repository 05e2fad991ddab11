"""The sentences, charts and table of the trends page, translated."""

from collections.abc import Callable, Sequence
from datetime import date
from statistics import fmean

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from coach.follow_up.trends import PainChange, PainStory, Stretch, Trends
from ui import texts
from ui.widgets.trend_chart import ChartData, Look, Slot, levels_up_to

translate = QCoreApplication.translate

_CAUTION_FROM, _STOP_FROM = 3, 5  # as the pain light's rows in care.md


def day(when: date) -> str:
    """Return a day without its year, short."""
    return QLocale().toString(_qdate(when), translate("trends", "d MMM"))


def sentence(story: PainStory) -> str:
    """Return the one sentence on top."""
    if story.before is None or story.now is None:
        return translate(
            "trends", "How the pain has changed is told here after two weeks of answers."
        )
    filled = _SENTENCE[story.change]()
    return filled.format(points(story.before), points(story.now), texts.number(story.n_weeks, 0))


_SENTENCE: dict[PainChange, Callable[[], str]] = {
    PainChange.FELL: lambda: translate("trends", "Worst pain fell from {0} to {1} in {2} weeks."),
    PainChange.ROSE: lambda: translate(
        "trends",
        "Worst pain rose from {0} to {1} in {2} weeks. If it stays so, talk to your "
        "physiotherapist.",
    ),
    PainChange.SAME: lambda: translate(
        "trends", "Worst pain is about the same as {2} weeks ago: it was {0} and is {1}."
    ),
}


def explained(story: PainStory) -> str:
    """Return what stands behind the sentence."""
    if story.before is None:
        return translate("trends", "Nothing is missing: a day without an answer stays empty.")
    return translate(
        "trends",
        "Compared is the middle value of each day's worst pain, in the first week and in the last. "
        "Less than one point, or 15\u00a0%, does not count as a change.",
    )


def points(level: float) -> str:
    """Return a level of pain; half points as such."""
    return texts.number(level, 0 if level == int(level) else 1)


def span_name(n_weeks: int) -> str:
    """Return the name of a span."""
    return translate("trends", "{0} weeks").format(texts.number(n_weeks, 0))


def charts(trends: Trends) -> tuple[ChartData, ...]:
    """Return pain, minutes, comfortable strides and exercises."""
    return (_pain(trends), _minutes(trends), _comfortable(trends), _exercises(trends))


def table_head(trends: Trends) -> tuple[str, ...]:
    """Return the names of the table's columns."""
    return (
        translate("trends", "Day") if _is_daily(trends) else translate("trends", "Week"),
        translate("trends", "Worst pain"),
        translate("trends", "Minutes walked"),
        translate("trends", "Comfortable strides"),
        translate("trends", "Exercises"),
    )


def table_rows(trends: Trends) -> tuple[tuple[str, ...], ...]:
    """Return a row for each day or week, the newest first."""
    return tuple(
        (
            _when(stretch),
            _or_dash(stretch.worst, points),
            texts.number(stretch.minutes, 0) if stretch.minutes else _DASH,
            _or_dash(stretch.comfortable_share, texts.percent),
            texts.number(stretch.n_exercises, 0) if stretch.n_exercises else _DASH,
        )
        for stretch in reversed(trends.stretches)
    )


_DASH = "–"


def pain_keys() -> tuple[tuple[Look, str], ...]:
    """Return what the fills of the pain bars mean."""
    return (
        (Look.PLAIN, translate("trends", "0 to 2")),
        (Look.CAUTION, translate("trends", "3 or 4")),
        (Look.STOP, translate("trends", "5 or more")),
    )


def _pain(trends: Trends) -> ChartData:
    told = [s.worst for s in trends.stretches if s.worst is not None]
    words = _summed(
        told,
        translate("trends", "Nobody told of pain in these weeks."),
        lambda: _pain_range(texts.number(len(told), 0), _count(trends), min(told), max(told)),
    )
    slots = _slots(trends, lambda s: s.worst, points, translate("trends", "nobody told"), _look)
    title = (
        translate("trends", "Worst pain of the day, 0 to 10")
        if _is_daily(trends)
        else translate("trends", "Worst pain of a day, middle of the week, 0 to 10")
    )
    levels = tuple((float(level), texts.number(level, 0)) for level in (0, 2, 5, 10))
    return ChartData(title, words, slots, levels)


def _minutes(trends: Trends) -> ChartData:
    walked = [s.minutes for s in trends.stretches if s.minutes]
    words = _summed(
        walked,
        translate("trends", "No walk in these weeks."),
        lambda: translate("trends", "{0} minutes in all, at most {1}.").format(
            texts.number(sum(walked), 0), texts.number(max(walked), 0)
        ),
    )
    slots = _slots(
        trends, lambda s: s.minutes or None, texts.minutes, translate("trends", "no walk")
    )
    levels = levels_up_to(max(walked, default=30.0), (5, 10, 20, 50, 100, 200))
    title = translate("trends", "Minutes walked")
    named = tuple((level, texts.number(level, 0)) for level in levels)
    return ChartData(title, words, slots, named, is_line=True)


def _comfortable(trends: Trends) -> ChartData:
    shares = [s.comfortable_share for s in trends.stretches if s.comfortable_share is not None]
    words = _summed(
        shares,
        translate("trends", "No stride was judged by a limit in these weeks."),
        lambda: translate("trends", "{0} of the strides on average.").format(
            texts.percent(fmean(shares))
        ),
    )
    slots = _slots(
        trends, lambda s: s.comfortable_share, texts.percent, translate("trends", "not judged")
    )
    title = translate("trends", "Strides within your limit")
    levels = tuple((share, texts.percent(share)) for share in (0.0, 0.5, 1.0))
    return ChartData(title, words, slots, levels, is_line=True)


def _exercises(trends: Trends) -> ChartData:
    counts = [float(s.n_exercises) for s in trends.stretches]
    words = translate("trends", "{0} exercises in all.").format(texts.number(sum(counts), 0))
    slots = _slots(
        trends,
        lambda s: float(s.n_exercises) or None,
        lambda n: texts.number(n, 0),
        translate("trends", "none"),
    )
    levels = levels_up_to(max(*counts, 1.0), (1, 2, 5, 10, 20, 50))
    named = tuple((level, texts.number(level, 0)) for level in levels)
    return ChartData(translate("trends", "Exercises done"), words, slots, named)


def _slots(
    trends: Trends,
    value: Callable[[Stretch], float | None],
    said: Callable[[float], str],
    nothing: str,
    look: Callable[[float], Look] = lambda _: Look.PLAIN,
) -> tuple[Slot, ...]:
    slots = []
    for i, stretch in enumerate(trends.stretches):
        found = value(stretch)
        words = translate("trends", "{0}: {1}").format(
            _when(stretch), nothing if found is None else said(found)
        )
        kind = Look.PLAIN if found is None else look(found)
        slots.append(Slot(found, words, _tick(trends, i), kind))
    return tuple(slots)


def _tick(trends: Trends, i: int) -> str:
    """Name a week's first day, and today, where there is room for it."""
    from_end = len(trends.stretches) - 1 - i
    every = 7 if _is_daily(trends) else 3
    return day(trends.stretches[i].first) if from_end % every == 0 else ""


def _when(stretch: Stretch) -> str:
    if stretch.n_days == 1:
        return day(stretch.first)
    return translate("trends", "{0} to {1}").format(day(stretch.first), day(stretch.last))


def _look(level: float) -> Look:
    if level >= _STOP_FROM:
        return Look.STOP
    return Look.CAUTION if level >= _CAUTION_FROM else Look.PLAIN


def _pain_range(n_told: str, of: str, low: float, high: float) -> str:
    if low == high:
        return translate("trends", "Told on {0} of {1}: {2}.").format(n_told, of, points(low))
    return translate("trends", "Told on {0} of {1}, between {2} and {3}.").format(
        n_told, of, points(low), points(high)
    )


def _count(trends: Trends) -> str:
    n = texts.number(len(trends.stretches), 0)
    if _is_daily(trends):
        return translate("trends", "{0} days").format(n)
    return translate("trends", "{0} weeks").format(n)


def _summed(values: Sequence[float], nothing: str, told: Callable[[], str]) -> str:
    return told() if values else nothing


def _or_dash(value: float | None, said: Callable[[float], str]) -> str:
    return _DASH if value is None else said(value)


def _is_daily(trends: Trends) -> bool:
    return trends.stretches[0].n_days == 1


def _qdate(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
