"""The pages of a long-stride test, each with what it asks and the keyboard where it begins."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from coach.care.long_stride_result import result_of
from coach.care.long_stride_test import LongStrideTest
from ui.physio.test_bout import AfterPage, BeforePage, WalkPage
from ui.physio.test_entry import EntryPage
from ui.physio.test_result import PausedPage, ResultPage, StoppedPage


class TestPages(QStackedWidget):
    """From the entry check to the result."""

    __test__ = False  # not a test of pytest's

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry, self.before, self.walk = EntryPage(), BeforePage(), WalkPage()
        self.after, self.paused, self.result = AfterPage(), PausedPage(), ResultPage()
        self.stopped = StoppedPage()
        middle = (self.before, self.walk, self.after, self.paused, self.stopped)
        for page in (self.entry, *middle, self.result):
            self.addWidget(page)

    def ask_before(self, test: LongStrideTest) -> None:
        """Ask for the pain before a bout."""
        self.before.ask(can_repeat=bool(test.state.counted), can_rate_again=test.can_rate_again)
        self.setCurrentWidget(self.before)
        self.before.scale.setFocus()

    def ask_after(self, test: LongStrideTest, title: str) -> None:
        """Ask for the pain after the last bout."""
        can_skip = test.state.end is not None
        self.after.ask(title, test.state.bouts[-1].pain_before, can_skip=can_skip)
        self.setCurrentWidget(self.after)
        self.after.scale.setFocus()

    def ask_why_stopped(self) -> None:
        """Ask whether it was stopped for a warning sign."""
        self.setCurrentWidget(self.stopped)
        self.stopped.no.setFocus()

    def show_result(self, test: LongStrideTest) -> None:
        """Show what the test came to."""
        self.result.show_result(result_of(test.state), can_rate_again=test.can_rate_again)
        self.setCurrentWidget(self.result)
        self.result.keep.setFocus()
