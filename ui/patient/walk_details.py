"""Plots and numbers of a walk at desk size: below the far view, or in a window of its own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from coach.care.limits import Limit
from coach.gait.events import ExtensionPeak, GaitEvent, Stride, Trace
from ui import texts
from ui.history import WalkHistory
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.limit_control import LimitControl
from ui.widgets.live_strip import LiveStrip, StrideMark
from ui.widgets.stride_bars import Bar, StrideBars

_TO_95 = 1.96
_NARROW_EM = 60


class WalkDetails(QWidget):
    """Shows traces and strides; the history is the walk view's."""

    explanation_requested = Signal()
    move_requested = Signal()
    """Into a window of their own, or back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.bars = LiveStrip(), StrideBars()
        self.last_stride, self.pain_note = QLabel(), QLabel()
        self.limit = LimitControl()
        self.explain = push_button(self.tr("What is this?"))
        self.explain.clicked.connect(self.explanation_requested)
        self.move_button = push_button()
        self.move_button.clicked.connect(self.move_requested)
        self._titles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._plots = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.show_place(is_apart=False)

    def show_place(self, *, is_apart: bool) -> None:
        """Name the button by where it brings the details."""
        below, apart = self.tr("Below the big word"), self.tr("In its own window")
        self.move_button.setText(below if is_apart else apart)

    def show_limit(self, limit: Limit | None) -> None:
        """Show the limit in both plots and in its control."""
        extension_deg = limit.extension_deg if limit else None
        self.limit.show_limit(extension_deg)
        self.strip.set_limit(extension_deg)
        self.bars.set_limit(limit.stride_length_m if limit else None)
        label = "" if extension_deg is None else texts.limit_line(texts.degrees(extension_deg))
        self.strip.set_words(texts.behind(), texts.in_front(), label)
        self.bars.set_empty_words(texts.no_stride_length())

    def clear(self) -> None:
        """Begin anew."""
        self.strip.clear()
        self.bars.clear()

    def take_traces(self, traces: list[Trace]) -> None:
        """Draw on; cheap enough for every frame."""
        if not traces:
            return
        import numpy as np  # here already with the traces, but not needed for the first paint

        trace = Trace(
            np.concatenate([trace.t_s for trace in traces]),
            np.concatenate([trace.thigh_flexion_deg for trace in traces]),
            np.concatenate([trace.flags for trace in traces]),
        )
        self.strip.add(*trace)

    def take_event(self, event: GaitEvent, history: WalkHistory) -> None:
        """Mark a peak, or show a stride that the history holds already."""
        if isinstance(event, ExtensionPeak):
            is_over = history.is_over(event)
            self.strip.mark(StrideMark(event.t_s, event.peak_thigh_extension_deg, is_over))
        elif isinstance(event, Stride):
            is_over = history.is_over(event)
            length_m, sd_m = event.stride_length_m, event.stride_length_sd_m
            self.bars.add(Bar(length_m, sd_m, event.is_scored, is_over))
            if event.is_scored:
                self._say_stride(event, history)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put things below each other where there is no room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_EM * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        for row in (self._titles, self._plots):
            row.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _say_stride(self, stride: Stride, history: WalkHistory) -> None:
        extension = texts.with_interval(
            texts.degrees(stride.peak_thigh_extension_deg),
            texts.degrees(_TO_95 * stride.peak_thigh_extension_sd_deg),
        )
        length = None
        if stride.stride_length_m is not None:
            length = texts.metres(stride.stride_length_m)
            if stride.stride_length_sd_m is not None:
                half_m = _TO_95 * stride.stride_length_sd_m
                length = texts.with_interval(length, texts.metres(half_m))
        self.last_stride.setText(texts.last_stride(extension, length))
        words = texts.recent_strides(*history.recent())
        self.strip.setAccessibleDescription(words)
        self.bars.setAccessibleDescription(words)

    def _lay_out(self) -> None:
        heading = QLabel(texts.heading())
        heading.setFont(scaled_font(self.font(), 1.2, is_bold=True))
        self.last_stride.setText(texts.last_stride(None, None))
        for label in (heading, self.last_stride, self.pain_note):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.strip.setAccessibleName(self.tr("Live thigh angle"))
        self.bars.setAccessibleName(self.tr("Stride length of the last strides"))
        self._titles.addWidget(heading, 1)
        self._titles.addWidget(self.limit, 0, Qt.AlignmentFlag.AlignVCenter)
        self._titles.addWidget(self.explain)
        self._titles.addWidget(self.move_button)
        numbers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        numbers.addWidget(self.last_stride, 3)
        numbers.addWidget(self.pain_note, 2)
        self._plots.addWidget(self.strip, 3)
        self._plots.addWidget(self.bars, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._titles)
        column.addLayout(numbers)
        column.addLayout(self._plots, 1)
