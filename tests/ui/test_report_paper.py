"""Reports on paper: every page is there, what is long still fits, nothing is half written."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from coach.records.errors import KeepingError
from ui.report_blocks import Block, Bullets, Heading, Page, Paragraph
from ui.report_paper import picture, write_pdf


def page(*blocks: Block) -> Page:
    return Page("Title", "somebody, some days", blocks)


def dark_rows(image: QImage) -> list[int]:
    """Rows of the picture with ink in them."""
    white = QColor("white").rgb()
    step = range(0, image.width(), 2)
    return [y for y in range(image.height()) if any(image.pixel(x, y) != white for x in step)]


def test_every_page_is_a_page_of_the_pdf(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, [page(), page(Heading("More"))], "Title", "foot")
    assert len(PdfReader(path).pages) == 2


def test_the_pdf_is_a4(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, [page()], "Title", "foot")
    size = PdfReader(path).pages[0].mediabox
    assert (round(size.width), round(size.height)) == (595, 842)


def test_words_of_the_page_can_be_found_in_the_pdf(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "report.pdf"
    write_pdf(path, [page(Paragraph("Pahin kipu väheni"))], "Title", "foot")
    assert "väheni" in PdfReader(path).pages[0].extract_text()


def test_a_long_page_is_made_smaller_until_it_fits(qapp: QApplication) -> None:
    long = page(Bullets(tuple(f"line {n} of very many lines" for n in range(75))))
    image = picture(long, "", 1, 1)
    assert max(dark_rows(image)) < 0.96 * image.height()


def test_nothing_is_written_over_the_foot(qapp: QApplication) -> None:
    lines = tuple(f"line {n} of very many lines" for n in range(75))
    with_foot = dark_rows(picture(page(Bullets(lines)), "foot", 1, 1))
    gap = [y for y in range(min(with_foot), max(with_foot)) if y not in set(with_foot)]
    assert max(gap) > 0.9 * max(with_foot)


def test_what_the_disk_does_not_take_leaves_nothing(tmp_path: Path, qapp: QApplication) -> None:
    with pytest.raises(KeepingError):
        write_pdf(tmp_path / "not there" / "report.pdf", [page()], "Title", "foot")
    assert list(tmp_path.iterdir()) == []


def test_a_report_that_is_there_is_replaced_whole(tmp_path: Path, qapp: QApplication) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"old")
    write_pdf(path, [page()], "Title", "foot")
    assert path.read_bytes().startswith(b"%PDF")
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]
