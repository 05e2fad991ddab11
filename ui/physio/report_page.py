"""The report in the physio's area: choose the span, look at each page, save it or copy a note."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QImage, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QFrame,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from coach.follow_up.looks import Looks
from coach.follow_up.report import Report, report
from coach.follow_up.review import Review
from coach.follow_up.walk_look import WalkLook
from coach.program import this_program
from coach.records.errors import RecordError
from ui import report_files
from ui.home.home import Home
from ui.physio.span_choice import SpanChoice
from ui.physio.visit import Visit
from ui.report_files import Copy
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.long_work import LongWork
from ui.widgets.sheet import Card, Sheet, text_label

_PREVIEW_DPI = 110


class Paper(QLabel):
    """One page of the report, as wide as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setMinimumWidth(200)
        self.setFrameShape(QFrame.Shape.Box)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def set_page(self, image: QImage, words: str) -> None:
        """Show a page; `words` is its name."""
        self._image = image
        self.setAccessibleName(words)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page to the new width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        if self._image.isNull():
            return
        ratio = self.devicePixelRatioF()
        edge = 2 * self.frameWidth()
        width = min(self._image.width(), self.width() - edge)
        size = QSize(round(width * ratio), round(self._image.height() * ratio))
        smooth = Qt.TransformationMode.SmoothTransformation
        shown = QPixmap.fromImage(
            self._image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        )
        shown.setDevicePixelRatio(ratio)
        self.setPixmap(shown)
        self.setFixedHeight(round(shown.height() / ratio) + edge)


class ReportView(Sheet):
    """Shows the pages; says what somebody wants with them."""

    span_changed = Signal()
    save_requested = Signal(object)
    """With the `Copy` that somebody wants."""
    note_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Report"), parent)
        self.span = SpanChoice()
        self.pseudonymous = QCheckBox(self.tr("Without names"))
        self.work = LongWork()
        self.told = text_label()
        self.told.hide()
        self.save = {
            Copy.PDF: QPushButton(self.tr("Save as PDF")),
            Copy.HTML: QPushButton(self.tr("Save as a web page")),
            Copy.CSV: QPushButton(self.tr("Save the data (CSV)")),
        }
        self.note = QPushButton(self.tr("Copy as a note"))
        self.papers: tuple[Paper, ...] = ()
        self._pages = QVBoxLayout()
        self._pages.setSpacing(14)
        top = Card()
        top.add(self.span, self.pseudonymous, self._buttons(), self.work, self.told)
        self.add(top, self._pages)
        self.span.changed.connect(self.span_changed)
        self.pseudonymous.toggled.connect(self.span_changed)
        self.note.clicked.connect(self.note_requested)
        for copy, button in self.save.items():
            button.clicked.connect(lambda _=False, wanted=copy: self.save_requested.emit(wanted))
        self.set_ready(is_ready=False)

    def set_ready(self, *, is_ready: bool) -> None:
        """Allow to save, or not yet."""
        for button in (*self.save.values(), self.note):
            button.setEnabled(is_ready)

    def set_pages(self, pages: Sequence[tuple[QImage, str]]) -> None:
        """Show the pages, each with its name."""
        for paper in self.papers:
            self._pages.removeWidget(paper)
            paper.deleteLater()
        self.papers = tuple(Paper() for _ in pages)
        for paper, (image, words) in zip(self.papers, pages, strict=True):
            self._pages.addWidget(paper)
            paper.set_page(image, words)
        self.set_ready(is_ready=True)

    def tell(self, text: str) -> None:
        """Say what was done, or what could not be."""
        self.told.setText(text)
        self.told.setVisible(bool(text))

    def _buttons(self) -> FlowLayout:
        row = FlowLayout()
        for button in (*self.save.values(), self.note):
            button.setAutoDefault(True)
            row.addWidget(button)
        self.save[Copy.PDF].setObjectName("main")
        return row


class ReportPage(QWidget):
    """The report on whose home it is, made by a physiotherapist.

    Parameters
    ----------
    choose_file
        Asks where to save: given a suggested path and a filter, returns a path or "".
    """

    def __init__(
        self,
        home: Home,
        physio_name: str,
        parent: QWidget | None = None,
        *,
        choose_file: Callable[[QWidget, str, str], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._home, self._physio_name = home, physio_name
        self._choose_file = choose_file or _ask_where
        self._looks = Looks()
        self._seen: Review | None = None
        self._is_wanted_anew = False
        self.report: Report | None = None
        self.view = ReportView()
        self._visit = Visit(home, self.view.span)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.view.span_changed.connect(self._begin)
        self.view.save_requested.connect(self._save)
        self.view.note_requested.connect(self._copy_note)
        work = self.view.work
        work.done.connect(self._show)
        work.failed.connect(home.failed)
        work.cancelled.connect(self._given_up)

    def refresh(self) -> None:
        """Make the report anew from what is known now."""
        if self._visit.renew():
            self._begin()

    def _begin(self) -> None:
        seen = self._visit.seen()
        if seen is None:
            return
        self._seen = seen
        self.view.tell("")
        self.view.set_ready(is_ready=False)
        self._is_wanted_anew = self.view.work.is_running
        if self._is_wanted_anew:
            self.view.work.stop()
            return
        paths = [line.path for line in reversed(seen.walks) if line.path is not None]

        def look(progress: Callable[[float], None]) -> object:
            return self._looks.at_all(paths, n_curves=1, progress=progress)

        self.view.work.begin(self.tr("Looking through the walks of these days"), look)

    def _given_up(self) -> None:
        if self._is_wanted_anew:
            self._begin()
        else:
            self.view.tell(self.tr("Not made. Choose the days again to make it."))

    def _show(self, found: tuple[tuple[WalkLook, ...], dict[Path, RecordError]]) -> None:
        if self._is_wanted_anew:
            self._begin()
            return
        if self._seen is None:
            return
        looks, failed = found
        self.report = report(
            self._seen,
            looks,
            made_at=self._home.now(),
            made_by=self._physio_name,
            program=this_program(),
            is_pseudonymous=self.view.pseudonymous.isChecked(),
        )
        self.view.set_pages(report_files.pictures(self.report, dpi=_PREVIEW_DPI))
        if failed:
            self.view.tell(
                self.tr("Files that could not be read, and are not in the report: {0}").format(
                    ", ".join(sorted(path.name for path in failed))
                )
            )

    def _save(self, copy: Copy) -> None:
        if self.report is None:
            return
        name = report_files.file_name(self.report, copy)
        chosen = self._choose_file(self, name, f"*.{copy}")
        if not chosen:
            return
        path = Path(chosen)
        path = path if path.suffix else path.with_suffix(f".{copy}")
        try:
            report_files.write(path, self.report, copy)
        except RecordError as error:
            self._home.failed.emit(error)
            return
        self.view.tell(self.tr("Saved: {0}. It is not encrypted.").format(path.name))

    def _copy_note(self) -> None:
        if self.report is not None:
            QGuiApplication.clipboard().setText(report_files.note(self.report))
            self.view.tell(self.tr("The note is on the clipboard."))


def _ask_where(parent: QWidget, name: str, kind: str) -> str:
    chosen, _ = QFileDialog.getSaveFileName(parent, "", str(Path.home() / name), kind)
    return chosen
