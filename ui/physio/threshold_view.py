"""The threshold of a long-stride test, and the limit made of it: read, changed, locked.

Nothing here changes a limit: it asks, with a reason, and whoever hosts it decides and keeps.
"""

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.care.limits import Limit, LimitSource
from coach.care.long_stride_result import VALID_DAYS, LongStrideResult
from coach.care.threshold_result import Threshold
from ui import texts
from ui.physio import threshold_texts
from ui.physio.answers import scrolling
from ui.physio.bout_replay import BoutReplay
from ui.theme import current_theme, scaled_font
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.limit_control import HIGHEST_LIMIT_DEG, LOWEST_LIMIT_DEG
from ui.widgets.notice import NoticePanel
from ui.widgets.sheet import text_label

if TYPE_CHECKING:
    from ui.physio.threshold_plot import ThresholdPlot

_SAME_DEG = 0.05
_WORTH_TELLING_DEG = 0.5
_LONGEST_WEEKS = 26
_LEAST_PX = 200


class ThresholdView(QWidget):
    """Shows a threshold and the limit in force, and asks for another limit with a reason."""

    limit_requested = Signal(object, str)
    """With the `Limit` and why."""
    lock_requested = Signal(object, str)
    """The same, to be locked: whoever hosts this asks for the PIN and keeps who and when."""

    closed = Signal()
    """Somebody has seen enough."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._result: LongStrideResult | None = None
        self._today = date.min
        self._set_by = ""
        self._proposed: Limit | None = None
        self.said, self.in_force, self.in_metres = QLabel(), QLabel(), QLabel()
        for label in (self.said, self.in_force, self.in_metres):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.replay = BoutReplay()
        self.news = NoticePanel()
        self.limit = self._spin(LOWEST_LIMIT_DEG, HIGHEST_LIMIT_DEG, 0.5, 1)
        self.limit.setSuffix("°")
        self.limit.setAccessibleName(self.tr("Limit, degrees behind the standing line"))
        self.weeks = self._spin(1, _LONGEST_WEEKS, 1, 0)
        self.weeks.setAccessibleName(self.tr("Weeks until the limit expires"))
        self.weeks.setValue(VALID_DAYS / 7)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Why this limit"))
        self.set = QPushButton(self.tr("Set this limit"))
        self.lock = QPushButton(self.tr("Set and lock"))
        self.lock.setObjectName("main")
        self.back = QPushButton(self.tr("Back"))
        self.practice = text_label(
            self.tr(
                "This was practice: a limit cannot be set from a simulated walker. Nothing of it "
                "is kept."
            ),
            is_bold=True,
        )
        self.practice.hide()
        self._words = QScrollArea()
        self._fields: list[QWidget] = []
        self._plot: ThresholdPlot | None = None
        self._plot_place = QVBoxLayout()
        self.legend = QLabel(
            self.tr(
                "● comfortable bout   ▲ painful bout   × does not count   ticks: strides   "
                "band and bar: 95 %   dashed: limit"
            )
        )
        self._lay_out()
        self.setFocusProxy(self.limit)
        self.limit.valueChanged.connect(self._show_chosen)
        self.reason.textChanged.connect(self._show_chosen)
        self.set.clicked.connect(lambda: self._ask(is_locked=False))
        self.lock.clicked.connect(lambda: self._ask(is_locked=True))
        self.back.clicked.connect(self.closed)

    @property
    def plot(self) -> "ThresholdPlot | None":
        """The plot; None before a threshold was shown."""
        return self._plot

    def show_threshold(self, result: LongStrideResult, today: date, set_by: str = "") -> None:
        """Show what a test came to, and the limit it proposes to whoever looks (`set_by`)."""
        self._result, self._today, self._set_by = result, today, set_by
        self._proposed = result.limit(set_by, today)
        lines = [*threshold_texts.sentences(result), "", *threshold_texts.bouts(result.state)]
        self.said.setText("\n".join(lines))
        self.replay.show_bouts(result.state)
        self._show_plot(result)
        if self._proposed is not None and self._proposed.extension_deg is not None:
            self.limit.setValue(self._proposed.extension_deg)
        self.reason.clear()
        self.show_limit(None)
        self.show_news(None, 0)
        self._show_chosen()

    def show_practice(self, *, is_practice: bool) -> None:
        """Say where the test was practice, of which no limit is made; without its fields then."""
        self.practice.setVisible(is_practice)
        self.lock.setVisible(not is_practice)
        if is_practice:
            self.set.hide()
        for widget in (*self._fields, self.in_force, self.in_metres):
            widget.setVisible(not is_practice)

    def focus_first(self) -> None:
        """Let the keyboard begin where reading begins."""
        self._words.setFocus()

    def show_limit(
        self, limit: Limit | None, locked_by: str = "", locked_on: date | None = None
    ) -> None:
        """Show the limit that is in force, with its age, and who locked it when."""
        said = threshold_texts.in_force(limit, self._today)
        if limit is not None and locked_on is not None:
            said += "\n" + threshold_texts.locked(locked_by, locked_on)
        self.in_force.setText(said)

    def show_news(self, threshold: Threshold | None, n_walks: int) -> None:
        """Show what later rated walks make of the threshold: a proposal, until somebody takes it.

        `threshold` is that of `threshold_result.after_rated_walks`; None takes the proposal back.
        """
        self.news.hide()
        if threshold is None or threshold.warning_deg is None:
            return
        if abs(threshold.warning_deg - self.limit.value()) < _WORTH_TELLING_DEG:
            return
        value_deg = threshold.warning_deg
        self.news.ask(
            threshold_texts.news(threshold, n_walks),
            self.tr("Nothing changes until you set it below."),
            (self.tr("Take it over"), lambda: self._take_over(value_deg, n_walks)),
            (self.tr("Leave it"), lambda: None),
        )

    def _take_over(self, value_deg: float, n_walks: int) -> None:
        self.limit.setValue(value_deg)
        self.reason.setText(threshold_texts.reason_news(n_walks))
        self.set.setFocus()

    def _chosen(self) -> Limit:
        """The limit as it stands in the fields; by hand it has neither interval nor grade."""
        value_deg = self.limit.value()
        expires_on = self._today + timedelta(weeks=self.weeks.value())
        proposed = self._proposed
        if proposed is not None and self._is_as_proposed():
            return replace(proposed, expires_on=expires_on)
        line = None if self._result is None else self._result.line
        has_length = line is not None and line.why_not(value_deg) is None
        return Limit(
            extension_deg=value_deg,
            stride_length_m=line.length_m(value_deg)[0] if line and has_length else None,
            source=LimitSource.SET_BY_HAND,
            expires_on=expires_on,
            set_by=self._set_by,
        )

    def _is_as_proposed(self) -> bool:
        proposed = self._proposed
        if proposed is None or proposed.extension_deg is None:
            return False
        return abs(self.limit.value() - proposed.extension_deg) <= _SAME_DEG

    def _show_chosen(self) -> None:
        """Say the limit in metres, and allow to set it once there is a reason where one is due."""
        is_proposed = self._is_as_proposed()
        self.reason.setPlaceholderText(
            threshold_texts.reason_proposed()
            if is_proposed
            else self.tr("Why this limit: the test proposes none")
            if self._proposed is None
            else self.tr("Why another limit than the proposed one")
        )
        can_set = self._result is not None and (is_proposed or bool(self.reason.text().strip()))
        for button in (self.set, self.lock):
            button.setEnabled(can_set)
        line = None if self._result is None else self._result.line
        self.in_metres.setText(threshold_texts.chosen_metres(self.limit.value(), line))
        if self._plot is not None:
            self._plot.show_limit(self.limit.value())

    def _ask(self, *, is_locked: bool) -> None:
        reason = self.reason.text().strip() or threshold_texts.reason_proposed()
        signal = self.lock_requested if is_locked else self.limit_requested
        signal.emit(self._chosen(), reason)

    def _show_plot(self, result: LongStrideResult) -> None:
        if self._plot is None:
            from ui.physio.threshold_plot import ThresholdPlot

            self._plot = ThresholdPlot(current_theme(self))
            self._plot.setAccessibleName(self.tr("Chance of own pain against thigh extension"))
            self._plot_place.insertWidget(0, self._plot, 1)
        self._plot.setAccessibleDescription(self.said.text())
        self._plot.show_result(result)

    @staticmethod
    def _spin(low: float, high: float, step: float, decimals: int) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(low, high)
        spin.setSingleStep(step)
        spin.setDecimals(decimals)
        spin.setKeyboardTracking(False)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return spin

    def _lay_out(self) -> None:
        heading = QLabel(self.tr("Where pain begins"))
        heading.setFont(scaled_font(self.font(), 1.3, is_bold=True))
        about = QLabel(texts.heading())
        about.setObjectName("muted")
        for label in (about, self.legend):
            label.setWordWrap(True)
        text = QWidget()
        text_column = QVBoxLayout(text)
        text_column.addWidget(self.said)
        text_column.addStretch(1)
        scroll = self._words
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(_LEAST_PX)
        scroll.setAccessibleName(self.tr("The threshold in words, and every bout"))
        scroll.setWidget(text)
        self._plot_place.addWidget(self.legend)
        middle = QHBoxLayout()
        words = QVBoxLayout()
        words.addWidget(scroll, 1)
        words.addWidget(self.replay)
        middle.addLayout(words, 1)
        middle.addLayout(self._plot_place, 1)
        column = scrolling(self, heading.text())
        column.addWidget(heading)
        column.addWidget(about)
        column.addWidget(self.news)
        column.addLayout(middle, 1)
        column.addWidget(self._limit_panel())

    def _limit_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("panel")
        grid = QGridLayout(panel)
        grid.addWidget(self.practice, 0, 0, 1, 4)
        grid.addWidget(self.in_force, 0, 0, 1, 4)
        for i, (name, field) in enumerate(
            (
                (self.tr("Limit"), self.limit),
                (self.tr("Weeks valid"), self.weeks),
                (self.tr("Reason"), self.reason),
            )
        ):
            label = QLabel(name)
            label.setBuddy(field)
            self._fields += [label, field]
            grid.addWidget(label, 1, i)
            grid.addWidget(field, 2, i)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.lock, self.set, self.back):
            button.setAutoDefault(True)
            row.addWidget(button)
        grid.addWidget(buttons, 2, 3)
        grid.addWidget(self.in_metres, 3, 0, 1, 4)
        grid.setColumnStretch(2, 3)
        grid.setColumnStretch(3, 2)
        return panel
