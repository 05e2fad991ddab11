"""Pages that are made when they are wanted, and one of them shown."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from coach.records.errors import KeepingError, RecordError, RecordFault
from ui.page_stack import PageStack


class Paper(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.n_refreshed = 0
        self.lets_go = True
        self.error: RecordError | None = None

    def refresh(self) -> None:
        self.n_refreshed += 1
        if self.error is not None:
            raise self.error

    def may_leave(self) -> bool:
        return self.lets_go


def _fail() -> QWidget:
    raise KeepingError(RecordFault.DISK_FULL)


@pytest.fixture
def stack(qtbot: QtBot) -> PageStack:
    stack = PageStack({"one": Paper, "two": Paper, "broken": _fail})
    qtbot.addWidget(stack)
    for key in ("one", "two", "broken"):
        button = QPushButton(key)
        qtbot.addWidget(button)
        stack.add_button(key, button)
    stack.show_page("one")
    return stack


def _page(stack: PageStack) -> Paper:
    assert isinstance(stack.page, Paper)
    return stack.page


def _checked(stack: PageStack) -> list[str]:
    return [key for key, button in stack.buttons.items() if button.isChecked()]


def test_a_page_is_made_when_it_is_first_shown(stack: PageStack) -> None:
    before = stack.made
    stack.buttons["two"].click()
    assert stack.made == (*before, stack.page)


def test_a_page_shown_again_is_the_same(stack: PageStack) -> None:
    first = stack.page
    stack.show_page("two")
    stack.show_page("one")
    assert stack.page is first


def test_the_button_of_the_page_shown_is_checked(stack: PageStack) -> None:
    stack.show_page("two")
    assert _checked(stack) == ["two"]


def test_a_page_that_wants_to_stay_stays(qtbot: QtBot, stack: PageStack) -> None:
    _page(stack).lets_go = False
    with qtbot.assertNotEmitted(stack.shown):
        stack.buttons["two"].click()
    assert stack.page is stack.made[0]
    assert _checked(stack) == ["one"]


def test_a_page_that_wants_to_stay_may_be_shown_again(qtbot: QtBot, stack: PageStack) -> None:
    _page(stack).lets_go = False
    with qtbot.waitSignal(stack.shown):
        stack.show_page("one")


def test_a_page_that_cannot_be_made_is_told_and_the_one_before_stays(
    qtbot: QtBot, stack: PageStack
) -> None:
    with qtbot.waitSignal(stack.failed) as failed:
        stack.buttons["broken"].click()
    assert failed.args[0].fault is RecordFault.DISK_FULL
    assert _checked(stack) == ["one"]


def test_only_the_page_shown_is_brought_up_to_date(stack: PageStack) -> None:
    stack.show_page("two")
    stack.refresh()
    assert [page.n_refreshed for page in stack.made if isinstance(page, Paper)] == [0, 1]


def test_a_page_that_cannot_be_brought_up_to_date_is_told(qtbot: QtBot, stack: PageStack) -> None:
    _page(stack).error = KeepingError(RecordFault.DISK_FULL)
    with qtbot.waitSignal(stack.failed) as failed:
        stack.refresh()
    assert failed.args[0].fault is RecordFault.DISK_FULL


def test_pages_taken_out_are_made_anew(qtbot: QtBot, stack: PageStack) -> None:
    first = stack.page
    stack.show_page("two")
    (taken,) = stack.take_others()
    qtbot.addWidget(taken)
    assert taken is first
    stack.show_page("one")
    assert stack.page is not first
