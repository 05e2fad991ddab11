"""The walks of a review: filtered, looked at, ticked to be compared."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QTableWidgetItem, QVBoxLayout, QWidget

from coach.follow_up.comparison import FEWEST, MOST
from coach.follow_up.report import Report, walk_name
from coach.follow_up.report_items import SectionKey
from coach.follow_up.review import WalkLine
from coach.follow_up.walk_filter import Filter, is_shown
from ui import texts
from ui.physio.block_views import FittedTable
from ui.report_blocks import walks_head, walks_table
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate
_LINE = Qt.ItemDataRole.UserRole


def filter_name(code: Filter) -> str:
    """Return what a filter lets through."""
    return {
        Filter.TOO_MUCH: translate("review", "Amber or red"),
        Filter.MORNING_MISSING: translate("review", "Morning missing"),
        Filter.OVER_LIMIT: translate("review", "Over the limit"),
        Filter.PAIN_MARKS: translate("review", "Pain marks"),
        Filter.RESERVE: translate("review", "With caveats"),
        Filter.NOTES: translate("review", "With notes"),
    }[code]


class _Table(FittedTable):
    """Enter opens the row, space ticks it."""

    opened = Signal(int)
    ticked = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open or tick the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(self.currentRow())
        elif event.key() == Qt.Key.Key_Space:
            self.ticked.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


class WalkList(QWidget):
    """Shows walks; says which one to look at, and which ones to compare.

    Signals
    -------
    look_requested(WalkLine), compare_requested(tuple of WalkLine)
    """

    look_requested = Signal(object)
    compare_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told: Report | None = None
        self._ticked: set[datetime] = set()
        self.filters = Choices(
            [(each, filter_name(each)) for each in Filter],
            is_several=True,
            name=self.tr("Show only walks"),
        )
        self.count = text_label(is_muted=True)
        self.table = _Table(self.tr("Walks, the newest first"), ("", *walks_head()))
        self.look = QPushButton(self.tr("Look at this walk"))
        self.compare = QPushButton(self.tr("Compare the ticked walks"))
        for button in (self.look, self.compare):
            button.setAutoDefault(True)
        row = FlowLayout()
        row.addWidget(self.look)
        row.addWidget(self.compare)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filters)
        column.addWidget(self.count)
        column.addWidget(self.table)
        column.addLayout(row)
        self.filters.changed.connect(self._show)
        self.look.clicked.connect(lambda: self._open(self.table.currentRow()))
        self.compare.clicked.connect(self._compare)
        self.table.opened.connect(self._open)
        self.table.ticked.connect(self._tick)
        self.table.itemDoubleClicked.connect(
            lambda item: self._open(item.row()) if item.column() else None
        )
        self.table.itemClicked.connect(self._clicked)
        self.table.currentCellChanged.connect(lambda *_: self._allow())

    @property
    def ticked(self) -> tuple[WalkLine, ...]:
        """The ticked walks that can be compared, oldest first."""
        lines = () if self._told is None else reversed(self._told.review.walks)
        return tuple(line for line in lines if line.ended_at in self._ticked)

    def set_report(self, told: Report) -> None:
        """Show the walks of a report; ticks stay."""
        self._told = told
        self._ticked &= {line.ended_at for line in told.review.walks}
        self._show()

    def _show(self) -> None:
        if self._told is None:
            return
        looks = {look.path: look for look in self._told.looks}
        lines = [
            line
            for line in self._told.review.walks
            if is_shown(line, looks.get(line.path) if line.path else None, self.filters.chosen)
        ]
        self._fill(lines, self._told)
        said = translate("review", "{0} of {1} walks. Tick two to six to compare them.")
        self.count.setText(
            said.format(texts.number(len(lines), 0), texts.number(len(self._told.review.walks), 0))
        )
        self._allow()

    def _fill(self, lines: list[WalkLine], told: Report) -> None:
        section = told.section(SectionKey.WALKS)
        rows = dict(zip(section.ofs, walks_table(section).rows, strict=True))
        table = self.table
        table.fill([rows[walk_name(line.ended_at)] for line in lines], first_column=1)
        name = translate("review", "Compare the walk of {0}")
        for i, line in enumerate(lines):
            tick = QTableWidgetItem()
            tick.setData(_LINE, line)
            tick.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
            tick.setToolTip(name.format(rows[walk_name(line.ended_at)][0]))
            table.setItem(i, 0, tick)
            self._mark(tick, line)
        table.fit()
        if lines:
            table.setCurrentCell(0, 1)

    def _line(self, row: int) -> WalkLine | None:
        item = self.table.item(row, 0)
        return None if item is None else item.data(_LINE)

    def _open(self, row: int) -> None:
        line = self._line(row)
        if line is not None and line.path is not None:
            self.look_requested.emit(line)

    def _clicked(self, item: QTableWidgetItem) -> None:
        if item.column() == 0:
            self._tick(item.row())

    def _tick(self, row: int) -> None:
        item, line = self.table.item(row, 0), self._line(row)
        if item is not None and line is not None and line.path is not None:
            self._ticked ^= {line.ended_at}
            self._mark(item, line)
            self._allow()

    def _mark(self, item: QTableWidgetItem, line: WalkLine) -> None:
        """Say by a mark and in words whether a walk is ticked."""
        is_ticked = line.ended_at in self._ticked
        if line.path is not None:
            item.setText("☑" if is_ticked else "☐")
        state = self.tr("ticked") if is_ticked else self.tr("not ticked")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.toolTip()}: {state}")

    def _compare(self) -> None:
        self.compare_requested.emit(self.ticked)

    def _allow(self) -> None:
        line = self._line(self.table.currentRow())
        self.look.setEnabled(line is not None and line.path is not None)
        self.compare.setEnabled(FEWEST <= len(self.ticked) <= MOST)
