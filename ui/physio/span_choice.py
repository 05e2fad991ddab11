"""From which day on to look: the last visit, some weeks, or another day."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QLabel, QVBoxLayout, QWidget

from ui import report_texts, texts
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout

_VISIT, _OTHER = "visit", "other"
_WEEKS = (2, 4, 12)


class SpanChoice(QWidget):
    """Buttons for what is usual, a date for all else."""

    changed = Signal()
    """Somebody chose another first day."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.visit = QLabel()
        self.visit.setObjectName("muted")
        self._now = datetime.now().astimezone()
        self._visit_at: datetime | None = None
        weeks = self.tr("{0} weeks")
        self.choices = Choices(
            [
                (_VISIT, self.tr("Since the last visit")),
                *((str(n), weeks.format(texts.number(n, 0))) for n in _WEEKS),
                (_OTHER, self.tr("Since another day")),
            ],
            name=self.tr("Span"),
        )
        self.first_day = QDateEdit()
        self.first_day.setCalendarPopup(True)
        self.first_day.setAccessibleName(self.tr("First day"))
        self.first_day.setDisplayFormat(report_texts.day_format())
        row = FlowLayout()
        row.addWidget(self.first_day)
        row.addWidget(self.visit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.choices)
        column.addLayout(row)
        self.choices.changed.connect(self._chosen)
        self.first_day.dateChanged.connect(self._dated)

    @property
    def since(self) -> datetime:
        """The first moment of the span."""
        chosen = self.choices.only
        if chosen == _VISIT and self._visit_at is not None:
            return self._visit_at
        picked = self.first_day.date()
        day = date(picked.year(), picked.month(), picked.day())
        return datetime.combine(day, time(), tzinfo=self._now.tzinfo)

    def set_now(self, now: datetime, visit: tuple[datetime, str] | None) -> None:
        """Say which day it is, and when the last visit was and whose; None without one."""
        is_first_time = self.choices.only is None
        self._now, self._visit_at = now, None if visit is None else visit[0]
        self.first_day.setMaximumDate(_qdate(now.date()))
        self.choices.buttons[_VISIT].setEnabled(visit is not None)
        if visit is None:
            self.visit.setText(self.tr("No visit of a physiotherapist is kept yet."))
        else:
            said = self.tr("Last visit: {0}, {1}")
            self.visit.setText(said.format(report_texts.day(visit[0].date()), visit[1]))
        if is_first_time or (self.choices.only == _VISIT and visit is None):
            self.choices.choose([_VISIT if visit else "4"])
            self._follow()

    def forget(self) -> None:
        """Begin anew, for another person."""
        self.choices.choose([])

    def _chosen(self) -> None:
        self._follow()
        self.changed.emit()

    def _follow(self) -> None:
        """Show the first day of what was chosen."""
        chosen = self.choices.only
        if chosen == _VISIT and self._visit_at is not None:
            first = self._visit_at.date()
        elif chosen is not None and chosen.isdecimal():
            first = (self._now - timedelta(weeks=int(chosen))).date()
        else:
            return
        self.first_day.blockSignals(True)
        self.first_day.setDate(_qdate(first))
        self.first_day.blockSignals(False)

    def _dated(self) -> None:
        self.choices.choose([_OTHER])
        self.changed.emit()


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
