"""The other copies of a report: an accessible HTML page and a plain-text note."""

from collections.abc import Iterator, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from coach.follow_up.report import Report
from coach.follow_up.report_items import SectionKey
from coach.html_page import Plot, document, figure, framed, table
from ui import report_texts as words
from ui.report_blocks import (
    Block,
    Bullets,
    Figures,
    Heading,
    Page,
    Paragraph,
    Table,
    section_blocks,
    unsafe_lines,
)
from ui.report_pages import pages

translate = QCoreApplication.translate


def html(told: Report) -> str:
    """Return all of a report as one page that needs nothing beside it; every walk is in it."""
    body = [line for page in pages(told, is_paper=False) for line in _page(page)]
    language = QLocale().name().partition("_")[0]
    return document(title(told), body, language)


def title(told: Report) -> str:
    """Return the name of the report."""
    return translate("report", "Hip Coach: report on {0}").format(told.who)


def footer(told: Report) -> str:
    """Return what stands at the foot of every page of paper."""
    return translate("report", "{0}. Made on {1} by {2}. No diagnosis.").format(
        translate("walk", "Hip extension, measured at the thigh"),
        words.day(told.made_at.date()),
        told.program,
    )


def note(told: Report) -> str:
    """Return a short plain text for the record of a clinic."""
    seen = told.review
    lines = [
        translate("report", "Hip Coach, {0}, {1} to {2}").format(
            told.who, words.day(seen.since.date()), words.day(seen.until.date())
        )
    ]
    unsafe = unsafe_lines(told.section(SectionKey.UNSAFE))
    lines += [words.section(SectionKey.UNSAFE), *(f"- {line}" for line in unsafe)]
    if not unsafe:
        lines.append(f"- {_texts(section_blocks(told, SectionKey.UNSAFE))[0]}")
    for key in _IN_THE_NOTE:
        lines += ["", words.section(key), *_lines(section_blocks(told, key))]
    lines += ["", words.section(SectionKey.MOVEMENT)]
    lines += _lines(section_blocks(told, SectionKey.MOVEMENT))
    lines += ["", *(f"- {line}" for line in words.cannot_say())]
    return "\n".join(lines) + "\n"


_IN_THE_NOTE = (
    SectionKey.TESTS,
    SectionKey.LIMITS,
    SectionKey.ADHERENCE,
    SectionKey.WALKING,
    SectionKey.PAIN,
)


def _lines(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Table) and block.head:
            for row in block.rows:
                cells = [
                    f"{name}: {cell}"
                    for name, cell in zip(block.head[1:], row[1:], strict=True)
                    if cell != "–"
                ]
                yield f"- {row[0]}. {'. '.join(cells)}"
        elif isinstance(block, Table):
            yield from (f"- {name}: {value}" for name, value in block.rows)
        else:
            yield from (f"- {text}" for text in _texts((block,)))


def _texts(blocks: Sequence[Block]) -> list[str]:
    said: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            said.append(block.text)
        elif isinstance(block, Bullets):
            said += block.lines
    return said


def _page(page: Page) -> Iterator[str]:
    yield f"<h2>{escape(page.title)}</h2>"
    yield f"<p>{escape(page.subtitle)}</p>"
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            yield f"<h3>{escape(block.text)}</h3>"
        case Paragraph():
            text = escape(block.text)
            yield f"<p><strong>{text}</strong></p>" if block.is_strong else f"<p>{text}</p>"
        case Bullets():
            items = "".join(f"<li>{escape(line)}</li>" for line in block.lines)
            yield f"<ul>{items}</ul>"
        case Table():
            yield _table(block)
        case Figures():
            for each in block.figures:
                yield figure(Plot(each.heading, each.words, each.svg))


def _table(block: Table) -> str:
    if block.head:
        return table(block.caption, block.head, block.rows)
    rows = [
        f'<tr><th scope="row">{escape(name)}</th><td class="words">{escape(value)}</td></tr>'
        for name, value in block.rows
    ]
    return framed(block.caption, "", rows)
