"""The copies of a report: what the data say stands on paper and in the page, in both languages."""

import csv
import io
import xml.etree.ElementTree as ET
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from coach.follow_up.report import Report, report
from coach.follow_up.report_items import Item, SectionKey, csv_of
from coach.follow_up.review import review
from coach.follow_up.trends import Told
from coach.follow_up.walk_look import WalkLook, look_at
from tests.coach.kept import plain_walk
from tests.coach.reported import made, made_of_a_test
from tests.coach.reviewed import NOW, VISIT, found, rating
from ui import report_texts
from ui.report_blocks import Bullets, Figures, Page, Paragraph, Table
from ui.report_copies import footer, html, note, title
from ui.report_pages import pages, patient_page


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> WalkLook:
    return look_at(plain_walk(tmp_path_factory.mktemp("walks") / "first.hipwalk"))


@pytest.fixture(params=["en", "fi"])
def told(request: pytest.FixtureRequest, look: WalkLook) -> Report:
    if request.param == "fi":
        request.getfixturevalue("finnish")
    return made(look)


class _Reader(HTMLParser):
    """The text of a page, and what of it is an image without words."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.language = ""
        self.headings: list[str] = []
        self.silent_images = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        if tag == "html":
            self.language = known.get("lang") or ""
        if tag in ("h1", "h2", "h3"):
            self.headings.append(tag)
        self.silent_images += tag == "img" and not known.get("alt")

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def read(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    return reader


def shown(page: Page) -> str:
    """All that stands on a page."""
    parts = [page.title, page.subtitle]
    for block in page.blocks:
        match block:
            case Paragraph():
                parts.append(block.text)
            case Bullets():
                parts += block.lines
            case Table():
                parts += [cell for row in (block.head, *block.rows) for cell in row]
            case Figures():
                parts += [f"{each.heading} {each.words}" for each in block.figures]
    return "\n".join(parts)


def cells(item: Item) -> str:
    """What the screen shows of an item."""
    return report_texts.value(item)


def test_every_number_of_the_data_is_on_screen_as_the_data_have_it(told: Report) -> None:
    text = "\n".join(read(html(told)).text)
    rows = list(csv.DictReader(io.StringIO(csv_of(told.sections))))
    items = [item for section in told.sections for item in section.items]
    missing = []
    for row, item in zip(rows, items, strict=True):
        is_number = isinstance(item.value, float) and item.value != 0
        if is_number and not _same(row["value"], cells(item)):
            missing.append((item.name, row["value"], cells(item)))
        if is_number and item.name not in _ELSEWHERE and not _stands_in(item, text):
            missing.append((item.name, row["value"], "not on the page"))
    assert missing == []


_ELSEWHERE = frozenset({"minutes"})
"""Shown without its unit in the column of the walks."""


def _same(in_data: str, on_screen: str) -> bool:
    """Whether the number of the data is the first number on screen, in either language."""
    plain = on_screen.replace("−", "-").replace(",", ".")
    return plain.startswith(in_data) or f" {in_data}" in plain


def _stands_in(item: Item, text: str) -> bool:
    shown_ = cells(item)
    return shown_ in text or shown_.split("°")[0] in text


def test_three_pages_and_the_first_is_the_patients(told: Report) -> None:
    assert pages(told)[0] == patient_page(told)
    assert len(pages(told)) == 3


def test_the_heading_is_never_more_than_what_is_measured(told: Report) -> None:
    heading = report_texts.translate("report", "Hip extension, measured at the thigh")
    assert heading in shown(pages(told)[2])


def test_what_it_cannot_say_is_on_the_record(told: Report) -> None:
    text = shown(pages(told)[2])
    assert all(line in text for line in report_texts.cannot_say())


def test_the_limit_is_told_with_who_and_until_when(told: Report) -> None:
    text = shown(pages(told)[1])
    limit = told.section(SectionKey.LIMITS)
    wanted = [
        limit.item(name, "1") for name in ("thigh_extension", "set_by", "expires_on", "grade")
    ]
    assert all(item is not None and cells(item) in text for item in wanted)


def test_every_figure_has_words_and_is_well_formed(told: Report) -> None:
    figures = [
        each
        for page in pages(told)
        for block in page.blocks
        if isinstance(block, Figures)
        for each in block.figures
    ]
    assert len(figures) >= 4
    for each in figures:
        ET.fromstring(each.svg)
        assert each.words


def test_the_page_speaks_its_language(look: WalkLook, finnish: None) -> None:
    assert read(html(made(look))).language == "fi"


def test_no_image_of_the_page_is_silent(told: Report) -> None:
    assert read(html(told)).silent_images == 0


def test_the_page_loads_nothing_from_elsewhere(told: Report) -> None:
    page = html(told)
    assert not [word for word in ("http://", "https://", "<script", "<link") if word in page]


def test_the_note_is_plain_text_with_unsafe_responses_first(told: Report) -> None:
    lines = note(told).splitlines()
    assert lines[1] == report_texts.section(SectionKey.UNSAFE)
    assert lines[2].startswith("- ")


def test_a_name_cannot_break_the_page(look: WalkLook) -> None:
    told = made(look)
    person = told.review.person._replace(name="<b>Aino</b>")
    page = html(replace(told, review=replace(told.review, person=person)))
    assert "<b>" not in page


def test_without_names_no_copy_names_anybody(look: WalkLook) -> None:
    told = made(look, is_pseudonymous=True)
    everything = (html(told), note(told), csv_of(told.sections), title(told), footer(told))
    assert not any("Aino" in text for text in everything)


def test_what_is_too_long_for_paper_says_so_and_is_whole_in_the_page() -> None:
    reds = Told(ratings=tuple(rating(n % 13, 1, 5, signs=frozenset()) for n in range(26)))
    seen = review(found(reds), VISIT, NOW)
    long = report(seen, (), made_at=NOW, made_by="", program="hipcoach test")
    n_unsafe = len(long.section(SectionKey.UNSAFE).ofs)
    assert n_unsafe > 20
    assert f"{n_unsafe - 14} more lines" in shown(pages(long)[1])
    assert html(long).count("red walk") == 26


@pytest.fixture(scope="module")
def with_a_test() -> Report:
    return made_of_a_test()


def test_a_long_stride_test_is_on_the_record_with_its_numbers(with_a_test: Report) -> None:
    text = shown(pages(with_a_test)[1])
    section = with_a_test.section(SectionKey.TESTS)
    for name in ("bouts", "painful_bouts", "threshold", "warning_level"):
        item = section.item(name, "1")
        assert item is not None
        assert cells(item).split(" ")[0] in text
