"""Which blocks stand on which page: one for the patient, two for the record."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from coach.care.limits import Limit
from coach.care.warning_signs import Level
from coach.follow_up.report import Report
from coach.follow_up.report_items import SectionKey
from coach.follow_up.unsafe import UnsafeKind
from ui import care_texts, report_figures, texts
from ui import report_texts as words
from ui.patient import trends_texts
from ui.report_blocks import (
    Block,
    Bullets,
    Figure,
    Figures,
    Heading,
    Page,
    Paragraph,
    Table,
    section_blocks,
)

translate = QCoreApplication.translate

_LARGE = 1.25
_MOST_LINES = 14
"""So many lines of a list fit on paper beside all else."""


def pages(told: Report, *, is_paper: bool = True) -> tuple[Page, Page, Page]:
    """Return the patient's page and the two of the record.

    On paper long lists are cut, and say so: the web page and the data have all of them.
    """
    return (patient_page(told), *record_pages(told, is_paper=is_paper))


def patient_page(told: Report) -> Page:
    """Return what somebody takes home."""
    seen = told.review
    blocks: list[Block] = [
        Paragraph(trends_texts.sentence(seen.pain.story), is_strong=True),
        Bullets(tuple(_did(told))),
        Figures((report_figures.pain(told), report_figures.minutes(told))),
    ]
    too_much = _too_much(told)
    if too_much:
        blocks += [Heading(translate("report", "What was too much")), Bullets(tuple(too_much))]
    blocks += [
        Heading(translate("report", "Your limit")),
        *(Paragraph(line) for line in _limit_lines(told)),
        Paragraph(
            translate(
                "report",
                "Hip extension, measured at the thigh, is how far the thigh goes behind your own "
                "standing line. The pelvis is not measured.",
            )
        ),
        Heading(translate("report", "When to get help")),
        Paragraph(_help(seen.country)),
        Paragraph(
            translate(
                "report",
                "This page is no diagnosis. Pain decides, not the numbers.",
            )
        ),
    ]
    return Page(translate("report", "How it went"), _subtitle(told), tuple(blocks), _LARGE)


def record_pages(told: Report, *, is_paper: bool = True) -> tuple[Page, Page]:
    """Return the two pages for the record, unsafe responses first."""
    first: list[Block] = []
    for key in (
        SectionKey.UNSAFE,
        SectionKey.TESTS,
        SectionKey.LIMITS,
        SectionKey.ADHERENCE,
        SectionKey.WALKING,
        SectionKey.PAIN,
    ):
        blocks = section_blocks(told, key)
        first += [Heading(words.section(key)), *(_cut(blocks) if is_paper else blocks)]
    first.append(Figures((report_figures.pain(told), report_figures.minutes(told))))
    second: list[Block] = [
        Heading(translate("report", "Hip extension, measured at the thigh")),
        *section_blocks(told, SectionKey.MOVEMENT),
    ]
    figures = movement_figures(told)
    if figures:
        second.append(Figures(figures))
    walks = section_blocks(told, SectionKey.WALKS)
    second += [Heading(words.section(SectionKey.WALKS))]
    second += _cut(walks) if is_paper else walks
    second += [
        Heading(words.section(SectionKey.MEASURING)),
        *section_blocks(told, SectionKey.MEASURING),
        Heading(translate("report", "What this report cannot say")),
        Bullets(words.cannot_say()),
    ]
    title = translate("report", "For the record ({0} of 2)")
    return (
        Page(title.format(texts.number(1, 0)), _subtitle(told), tuple(first)),
        Page(title.format(texts.number(2, 0)), _subtitle(told), tuple(second)),
    )


def _cut(blocks: Iterable[Block]) -> list[Block]:
    """The beginning of what is too long for paper, and how much is left out."""
    kept: list[Block] = []
    for block in blocks:
        lines = block.lines if isinstance(block, Bullets) else ()
        rows = block.rows if isinstance(block, Table) and block.head else ()
        n_left = max(len(lines), len(rows)) - _MOST_LINES
        if n_left <= 0:
            kept.append(block)
            continue
        if isinstance(block, Bullets):
            kept.append(Bullets(lines[:_MOST_LINES]))
        elif isinstance(block, Table):
            kept.append(Table(block.caption, block.head, rows[:_MOST_LINES]))
        text = translate("report", "{0} more lines stand in the web page and in the data.")
        kept.append(Paragraph(text.format(texts.number(n_left, 0))))
    return kept


def movement_figures(told: Report) -> tuple[Figure, ...]:
    """Return the plots of how the person walked."""
    with_curve = [look for look in told.looks if look.curve is not None]
    ends = with_curve[:1] + with_curve[1:][-1:]
    found = [report_figures.extension_by_walk(told), report_figures.curves(ends)]
    if told.looks:
        found.append(report_figures.length_against_extension(told.looks[-1]))
    return tuple(figure for figure in found if figure is not None)


def _subtitle(told: Report) -> str:
    seen = told.review
    span = translate("report", "{0}, {1} to {2}").format(
        told.who, words.day(seen.since.date()), words.day(seen.until.date())
    )
    if not told.made_by:
        return span
    return translate("report", "{0}. Made by {1}.").format(span, told.made_by)


def _did(told: Report) -> list[str]:
    seen = told.review
    done = seen.adherence
    lines = [
        translate(
            "report", "Planned walks done: {0} of {1}. Planned exercises done: {2} of {3}."
        ).format(
            *(
                texts.number(n, 0)
                for n in (
                    *(done.n_walks_done, done.n_walks_planned),
                    *(done.n_exercises_done, done.n_exercises_planned),
                )
            )
        ),
        translate("report", "Minutes walked: {0}.").format(texts.number(seen.minutes, 0)),
    ]
    if seen.comfortable_share is not None:
        lines.append(texts.comfortable(seen.comfortable_share))
    return lines


def _too_much(told: Report) -> list[str]:
    """Each red day once, with the worst pain of it."""
    worst: dict[date, int] = {}
    for each in told.review.unsafe:
        if each.kind is UnsafeKind.RED and each.judged is not None:
            day = each.judged.day
            worst[day] = max(worst.get(day, 0), each.judged.record.worst)
    text = translate("report", "{0}: pain up to {1}.")
    return [text.format(words.day(day), texts.number(worst[day], 0)) for day in sorted(worst)]


def _limit_lines(told: Report) -> list[str]:
    lines = [
        _limit_words(line.entry.limit, care_texts.side(line.side))
        for line in told.review.limits
        if line.is_in_force and line.entry.limit is not None
    ]
    return lines or [translate("report", "No limit is set yet.")]


def _limit_words(limit: Limit, leg: str) -> str:
    amount = "–"
    if limit.extension_deg is not None and limit.stride_length_m is not None:
        amount = translate("report", "{0} or a stride of {1}").format(
            texts.degrees(limit.extension_deg), texts.metres(limit.stride_length_m)
        )
    elif limit.extension_deg is not None:
        amount = texts.degrees(limit.extension_deg)
    elif limit.stride_length_m is not None:
        amount = translate("report", "a stride of {0}").format(texts.metres(limit.stride_length_m))
    grade = "–" if limit.grade is None else limit.grade.value
    until = "–" if limit.expires_on is None else words.day(limit.expires_on)
    return translate(
        "report", "Leg: {0}. Limit: {1}. Grade {2}, to be tested again by {3}."
    ).format(leg, amount, grade, until)


def _help(country: str) -> str:
    urgent = translate(
        "report",
        "Numb between the legs, new trouble with bladder or bowel, both legs painful, weak or "
        "numb, chest pain, sudden breathlessness, sudden severe pain in a replaced hip, or a leg "
        "that cannot bear weight:",
    )
    today = translate(
        "report",
        "A hot, swollen calf, fever with hip pain, a foot that newly drops, or weakness that "
        "grows:",
    )
    return (
        f"{urgent} {care_texts.help_now(Level.EMERGENCY, country)} "
        f"{today} {care_texts.help_now(Level.SAME_DAY, country)}"
    )
