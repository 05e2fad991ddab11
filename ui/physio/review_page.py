"""The review in the physio's area: the page, one walk of it, and walks beside each other."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coach.follow_up.comparison import ToCompare
from coach.follow_up.looks import Looks
from coach.follow_up.report import Report, report
from coach.follow_up.review import Review, WalkLine
from coach.follow_up.walk_look import WalkLook
from coach.program import this_program
from coach.records.amend import add_note
from coach.records.errors import RecordError
from coach.records.marks import NoteTag
from ui import report_texts
from ui.home.home import Home
from ui.physio.compare_panel import ComparePanel
from ui.physio.review_view import ReviewView
from ui.physio.visit import Visit
from ui.physio.walk_panel import WalkPanel

_Tell = Callable[[float], None]
_Looked = tuple[tuple[WalkLook, ...], dict[Path, RecordError]]


class ReviewPage(QWidget):
    """What happened to the person since the last visit of a physiotherapist."""

    def __init__(self, home: Home, physio_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home, self._physio_name = home, physio_name
        self._looks = Looks()
        self._seen: Review | None = None
        self._then: Callable[[object], None] = self._show
        self._next: Callable[[], None] | None = None
        self.report: Report | None = None
        self.view = ReviewView()
        self._visit = Visit(home, self.view.span)
        self.walk = WalkPanel()
        self.comparison = ComparePanel()
        self.stack = QStackedWidget()
        for page in (self.view, self.walk, self.comparison):
            self.stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack)
        self._join()

    @property
    def is_ready(self) -> bool:
        """Whether nothing is being read."""
        return not self.view.work.is_running and self._next is None

    def refresh(self) -> None:
        """Show what is known now; of another person from the beginning."""
        if not self._visit.renew():
            return
        if self._visit.is_another:
            self.stack.setCurrentWidget(self.view)
        self._begin()

    def _join(self) -> None:
        view = self.view
        view.span_changed.connect(self._begin)
        view.work.done.connect(self._done)
        view.work.failed.connect(self._failed)
        view.work.cancelled.connect(self._given_up)
        view.walks.look_requested.connect(self._look)
        view.walks.compare_requested.connect(self._compare)
        self.walk.back_requested.connect(self._back)
        self.walk.note_kept.connect(self._keep_note)
        self.comparison.back_requested.connect(self._back)

    def _begin(self) -> None:
        seen = self._visit.seen()
        if seen is None:
            return
        self._seen = seen
        paths = [line.path for line in reversed(seen.walks) if line.path is not None]
        self._do(
            self.tr("Looking through the walks of these days"),
            partial(self._looks.at_all, paths),
            self._show,
        )

    def _do(
        self,
        words: str,
        work: Callable[..., object],
        then: Callable[[object], None],
    ) -> None:
        """Do some long work, and give up what is being done."""
        view = self.view

        def begin() -> None:
            self._then = then
            view.work.begin(words, lambda tell: work(progress=tell))

        if view.work.is_running:
            self._next = begin
            view.work.stop()
        else:
            begin()

    def _done(self, result: object) -> None:
        if self._next is None:
            self._then(result)
        else:
            self._go_on()

    def _failed(self, error: Exception) -> None:
        self._home.failed.emit(error)
        self._go_on()

    def _given_up(self) -> None:
        self._go_on()

    def _go_on(self) -> None:
        begin, self._next = self._next, None
        if begin is not None:
            begin()

    def _show(self, result: object) -> None:
        looks, failed = _looked(result)
        if self._seen is None:
            return
        self.report = report(
            self._seen,
            looks,
            made_at=self._home.now(),
            made_by=self._physio_name,
            program=this_program(),
        )
        self.view.set_report(self.report)
        self.view.tell_unread(tuple(sorted(path.name for path in failed)))

    def _look(self, line: WalkLine) -> None:
        if line.path is None:
            return
        name = _name(line.ended_at)
        self._do(
            self.tr("Looking at the walk"),
            partial(self._looks.at, line.path),
            lambda look: self._show_walk(look, name),
        )

    def _show_walk(self, look: object, name: str) -> None:
        if isinstance(look, WalkLook):
            self.walk.set_look(look, name)
            self.stack.setCurrentWidget(self.walk)

    def _compare(self, lines: tuple[WalkLine, ...]) -> None:
        paths = [line.path for line in lines if line.path is not None]
        self._do(
            self.tr("Looking at the walks"),
            partial(self._looks.at_all, paths, n_curves=len(paths)),
            lambda result: self._show_comparison(lines, result),
        )

    def _show_comparison(self, lines: tuple[WalkLine, ...], result: object) -> None:
        looks, failed = _looked(result)
        for error in failed.values():
            self._home.failed.emit(error)
            return
        worst = [None if line.judged is None else line.judged.record.worst for line in lines]
        walks = tuple(ToCompare(*pair) for pair in zip(looks, worst, strict=True))
        self.comparison.set_walks(walks, tuple(_name(line.ended_at) for line in lines))
        self.stack.setCurrentWidget(self.comparison)

    def _keep_note(self, first_s: float, last_s: float, tag: NoteTag | None, text: str) -> None:
        look = self.walk.look
        if look is None:
            return
        path, name = look.path, self.walk.name
        said = self.tr("{0} ({1})").format(text, self._physio_name)

        def keep(progress: _Tell) -> WalkLook:
            add_note(path, first_s, said, last_s, tag)
            return self._looks.at(path, progress=progress)

        self._do(self.tr("Keeping the note"), keep, lambda again: self._show_walk(again, name))

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.view)
        self._begin()


def _looked(result: object) -> _Looked:
    if not isinstance(result, tuple):
        raise TypeError("walks were to be looked at")
    looks, failed = result
    return looks, failed


def _name(ended_at: datetime) -> str:
    return f"{report_texts.day(ended_at.date())} {ended_at:%H:%M}"
