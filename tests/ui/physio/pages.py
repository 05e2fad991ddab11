"""A page of the physio's area, shown as the area shows it."""

from typing import Protocol, TypeVar

from pytestqt.qtbot import QtBot

from ui.physio.desk import Desk


class _Page(Protocol):
    def refresh(self) -> None: ...
    def resize(self, w: int, h: int, /) -> None: ...
    def show(self) -> None: ...


P = TypeVar("P", bound=_Page)


def shown(qtbot: QtBot, desk: Desk, page: P) -> P:
    """The page on the screen, brought up to date whenever something was kept."""
    qtbot.addWidget(page)
    page.resize(1000, 700)
    desk.home.changed.connect(page.refresh)
    page.refresh()
    page.show()
    return page
