"""The blocks of a report as widgets of a page."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.report_blocks import Block, Bullets, Figures, Heading, Paragraph, Table
from ui.widgets.sheet import text_label

_ROOM_PX = 14
_LEAST_COLUMN_PX = 30
_LEAST_ROW_EM = 1.9


class FittedTable(QTableWidget):
    """A table as wide as its place and as high as its rows, which nobody can change."""

    def __init__(self, name: str, head: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(0, len(head), parent)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(head))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(
            round(_LEAST_ROW_EM * self.fontMetrics().height())
        )
        header = self.horizontalHeader()
        wrapped = Qt.AlignmentFlag(int(Qt.TextFlag.TextWordWrap.value))
        header.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | wrapped
        )
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(_LEAST_COLUMN_PX)

    def fill(self, rows: Sequence[Sequence[str]], first_column: int = 0) -> None:
        """Show texts, from a column on."""
        self.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, text in enumerate(row, first_column):
                self.setItem(i, j, QTableWidgetItem(text))
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit into the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.fit()

    def fit(self) -> None:
        """Give each column room for its longest word, and more to those with longer cells."""
        least, extra = zip(*(self._wanted(j) for j in range(self.columnCount())), strict=True)
        left = max(0.0, self.viewport().width() - sum(least))
        more = min(1.0, left / sum(extra)) if sum(extra) else 0.0
        for j, (small, large) in enumerate(zip(least, extra, strict=True)):
            self.setColumnWidth(j, int(small + more * large))
        self.resizeRowsToContents()
        header = self._header_height()
        self.horizontalHeader().setFixedHeight(header)
        height = header + sum(self.rowHeight(i) for i in range(self.rowCount()))
        if sum(least) > self.viewport().width():
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _header_height(self) -> int:
        """The lines that the names of the columns take, where they break."""
        metrics, highest = QFontMetricsF(self.font()), 0.0
        wrap = int(Qt.TextFlag.TextWordWrap.value)
        for j in range(self.columnCount()):
            item = self.horizontalHeaderItem(j)
            place = QRectF(0, 0, max(1, self.columnWidth(j) - _ROOM_PX // 2), 1e6)
            text = item.text() if item else ""
            highest = max(highest, metrics.boundingRect(place, wrap, text).height())
        return round(highest) + _ROOM_PX // 2

    def _wanted(self, column: int) -> tuple[float, float]:
        metrics = QFontMetricsF(self.font())
        head = self.horizontalHeaderItem(column)
        texts = [head.text() if head else ""]
        items = (self.item(i, column) for i in range(self.rowCount()))
        texts += [item.text() for item in items if item is not None]
        words = [word for text in texts for word in text.split(" ")]  # only where a line may break
        widest = max((metrics.horizontalAdvance(word) for word in words), default=16.0)
        longest = max(metrics.horizontalAdvance(text) for text in texts)
        return max(widest + _ROOM_PX, _LEAST_COLUMN_PX), max(0.0, longest - widest)


def block_view(block: Block, n_columns: int = 2) -> QWidget:
    """Return a widget that shows a block; figures are told in their words.

    Parameters
    ----------
    n_columns
        How many pairs of a name and its value stand beside each other.
    """
    match block:
        case Heading():
            return text_label(block.text, 1.1, is_bold=True)
        case Paragraph():
            return text_label(block.text, 1.2 if block.is_strong else 1.0, is_bold=block.is_strong)
        case Bullets():
            return text_label("\n".join(f"• {line}" for line in block.lines))
        case Figures():
            return text_label("\n".join(f"{each.heading}. {each.words}" for each in block.figures))
        case Table():
            if block.head:
                table = FittedTable(block.caption, block.head)
                table.fill(block.rows)
                return table
            return pairs_view(block.rows, n_columns)


def pairs_view(rows: Sequence[tuple[str, ...]], n_columns: int = 2) -> QWidget:
    """Return names with their values, so many pairs beside each other."""
    view = QWidget()
    grid = QGridLayout(view)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(6)
    n_rows = -(-len(rows) // n_columns)
    for i, (name, value) in enumerate(rows):
        row, column = i % n_rows, 2 * (i // n_rows)
        said = text_label(value)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        said.setAccessibleName(f"{name}: {value}")
        grid.addWidget(text_label(name, is_muted=True), row, column)
        grid.addWidget(said, row, column + 1)
    for column in range(2 * n_columns):
        grid.setColumnStretch(column, 1)
    return view
