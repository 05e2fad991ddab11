"""Trends for the patient: one sentence, four charts, and the same as a table."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from coach.follow_up.trends import LONG_WEEKS, SHORT_WEEKS, Trends, told_by, trends
from coach.records.errors import RecordError
from ui.home.home import Home
from ui.patient import trends_texts
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import Card, Sheet, text_label
from ui.widgets.trend_chart import FillKey, TrendChart

_N_CHARTS = 4
_TABLE_LINES = 12
_TWO_COLUMNS_EM = 36


class TrendsView(Sheet):
    """Shows trends; the span is somebody else's to change."""

    span_requested = Signal(int)
    """With the number of weeks that somebody wants to see."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How it goes"), parent)
        self.sentence = text_label("", 1.4, is_bold=True)
        self.explanation = text_label("", is_muted=True)
        self.span = Choices(
            [(n, trends_texts.span_name(n)) for n in (SHORT_WEEKS, LONG_WEEKS)],
            name=self.tr("Span"),
        )
        self.table_button = push_button()
        self.charts = tuple(TrendChart() for _ in range(_N_CHARTS))
        self.readout = tuple(text_label("", is_muted=True) for _ in range(_N_CHARTS))
        self._titles = tuple(text_label("", 1.1, is_bold=True) for _ in range(_N_CHARTS))
        self.table = _table(self.tr("Trends as a table"))
        self._pictures = self._grid()
        self._table_card = Card()
        self._table_card.add(self.table)
        top = Card()
        top.add(self.sentence, self.explanation, self._controls())
        self.add(top, self._pictures, self._table_card)
        self.show_table(is_shown=False)
        self.span.changed.connect(self._ask_for_span)
        self.table_button.clicked.connect(
            lambda: self.show_table(is_shown=self._table_card.isHidden())
        )
        for chart, readout in zip(self.charts, self.readout, strict=True):
            chart.pointed.connect(readout.setText)

    def set_trends(self, found: Trends) -> None:
        """Show other trends."""
        self.sentence.setText(trends_texts.sentence(found.pain))
        self.explanation.setText(trends_texts.explained(found.pain))
        self.span.choose([found.n_weeks])
        parts = (self.charts, self.readout, self._titles, trends_texts.charts(found))
        for chart, readout, title, data in zip(*parts, strict=True):
            chart.set_data(data)
            readout.setText(data.words)
            title.setText(data.title)
        self._fill_table(found)
        has_anything = found.has_anything
        self.table_button.setVisible(has_anything)
        self._table_card.setVisible(has_anything and not self._table_card.isHidden())
        self._pictures.setVisible(has_anything and self._table_card.isHidden())

    def show_table(self, *, is_shown: bool) -> None:
        """Show the table in the place of the charts, or the charts."""
        self._table_card.setVisible(is_shown)
        self._pictures.setVisible(not is_shown)
        self.table_button.setText(self.tr("Show charts") if is_shown else self.tr("Show a table"))

    def _ask_for_span(self) -> None:
        if self.span.only is not None:
            self.span_requested.emit(self.span.only)

    def _controls(self) -> FlowLayout:
        row = FlowLayout()
        row.addWidget(self.span)
        row.addWidget(self.table_button)
        return row

    def _grid(self) -> "_Grid":
        cards = []
        for i, chart in enumerate(self.charts):
            card = Card()
            card.add(self._titles[i], chart, self.readout[i])
            if i == 0:
                card.add(_pain_key())
            card.column.addStretch(1)
            cards.append(card)
        return _Grid(cards)

    def _fill_table(self, found: Trends) -> None:
        rows = trends_texts.table_rows(found)
        self.table.setHorizontalHeaderLabels(trends_texts.table_head(found))
        self.table.setRowCount(len(rows))
        for i, row in enumerate(rows):
            for j, text in enumerate(row):
                item = QTableWidgetItem(text)
                side = Qt.AlignmentFlag.AlignRight if j else Qt.AlignmentFlag.AlignLeft
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(i, j, item)


class _Grid(QWidget):
    """Cards in two columns, or in one where letters are large or the window is narrow."""

    def __init__(self, cards: list[Card]) -> None:
        super().__init__()
        self._cards, self._n_columns = cards, 0
        self._layout = QGridLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(14)
        self._lay(2)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose how many columns there is room for."""
        super().resizeEvent(event)
        self._lay(2 if self.width() >= _TWO_COLUMNS_EM * self.fontMetrics().height() else 1)

    def _lay(self, n_columns: int) -> None:
        if n_columns == self._n_columns:
            return
        self._n_columns = n_columns
        for i, card in enumerate(self._cards):
            self._layout.addWidget(card, i // n_columns, i % n_columns)
        for column in range(2):
            self._layout.setColumnStretch(column, 1 if column < n_columns else 0)


class TrendsPage(QWidget):
    """The trends of whose home it is."""

    def __init__(self, home: Home, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._home, self._n_weeks = home, SHORT_WEEKS
        self.view = TrendsView()
        self.view.span_requested.connect(self._show_span)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)

    def refresh(self) -> None:
        """Show what is known now."""
        home = self._home
        try:
            told = told_by(home.library, home.person)
        except RecordError as error:
            home.failed.emit(error)
            return
        self.view.set_trends(trends(told, home.now().date(), self._n_weeks))

    def _show_span(self, n_weeks: int) -> None:
        self._n_weeks = n_weeks
        self.refresh()


def _table(name: str) -> QTableWidget:
    table = QTableWidget(0, 5)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setMinimumHeight(_TABLE_LINES * 2 * table.fontMetrics().height())
    table.setTabKeyNavigation(False)
    return table


def _pain_key() -> FlowLayout:
    row = FlowLayout()
    for look, words in trends_texts.pain_keys():
        pair = QWidget()
        inner = QHBoxLayout(pair)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(FillKey(look))
        inner.addWidget(QLabel(words))
        row.addWidget(pair)
    return row
