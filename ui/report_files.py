"""A report as files: PDF, web page, data; as pictures to look at, and as a note."""

from enum import StrEnum
from pathlib import Path

from PySide6.QtGui import QImage

from coach.follow_up.report import Report
from coach.follow_up.report_items import csv_of
from coach.records.errors import KeepingError, RecordFault
from ui.report_copies import footer, html, note, title
from ui.report_pages import pages
from ui.report_paper import picture, write_pdf

__all__ = ["Copy", "file_name", "note", "pictures", "write"]


class Copy(StrEnum):
    """The copies of a report, by the ends of their names."""

    PDF = "pdf"
    HTML = "html"
    CSV = "csv"


def file_name(told: Report, copy: Copy) -> str:
    """Return a name that says whose report of which day it is."""
    who = "".join(letter if letter.isalnum() or letter in "-_" else "_" for letter in told.who)
    return f"hipcoach_{who}_{told.made_at:%Y-%m-%d}.{copy}"


def write(path: Path, told: Report, copy: Copy) -> None:
    """Write one copy; a file of that name is put in its place only when the new one is whole.

    Raises
    ------
    KeepingError
        When the disk does not take it.
    """
    if copy is Copy.PDF:
        write_pdf(path, pages(told), title(told), footer(told))
        return
    text = html(told) if copy is Copy.HTML else csv_of(told.sections)
    place = path.with_name(f".{path.name}.new")
    try:
        place.touch(mode=0o600)
        with place.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
        place.replace(path)
    except OSError as error:
        place.unlink(missing_ok=True)
        raise KeepingError(
            RecordFault.FOLDER_NOT_WRITABLE, folder=str(path.parent), cause=error.strerror
        ) from error


def pictures(told: Report, *, dpi: int) -> list[tuple[QImage, str]]:
    """Return each page as it is printed, with its name."""
    made = pages(told)
    foot = footer(told)
    return [
        (picture(page, foot, n, len(made), dpi=dpi), page.title) for n, page in enumerate(made, 1)
    ]
