"""The walking view: large words above, and the numbers and plots at desk size below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.care.delivery import Delivery, Notice, ScreenState
from coach.care.limits import Limit
from coach.gait.events import ExtensionPeak, GaitEvent, Stride, Trace
from coach.records.errors import RecordFault
from coach.summary import WalkSummary
from sensors.errors import SensorFault
from sensors.source import LinkState
from ui import texts
from ui.history import WalkHistory
from ui.patient.summary import SummaryPanel
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.controls import Controls
from ui.widgets.live_strip import LiveStrip, StrideMark
from ui.widgets.notice import NoticePanel
from ui.widgets.state_view import Face, Hue, StateView
from ui.widgets.status_line import StatusLine
from ui.widgets.stride_bars import Bar, StrideBars

if TYPE_CHECKING:
    from coach.walking.walk_update import WalkUpdate

_TO_95 = 1.96
_CONFIRMATION_MS = 4_000
_NARROW_EM = 60
_WALKING_SHARES, _ENDED_SHARES = (11, 10), (5, 13)
"""How far view and desk part share the height while walking, and once there is a summary."""


class WalkView(QWidget):
    """Shows what a walk says: it is told everything and decides nothing."""

    explanation_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = WalkHistory()
        self.state_view, self.controls, self.status = StateView(), Controls(), StatusLine()
        self.notice, self.summary = NoticePanel(), SummaryPanel()
        self.strip, self.bars = LiveStrip(), StrideBars()
        self.last_stride, self.pain_note, self.sound_note = QLabel(), QLabel(), QLabel()
        self.explain = push_button(self.tr("What is this?"))
        self.explain.clicked.connect(self.explanation_requested)
        self._plots = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._plots.addWidget(self.strip, 3)
        self._plots.addWidget(self.bars, 2)
        self._desk = self._desk_part()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.state_view, _WALKING_SHARES[0])
        column.addWidget(self._desk, _WALKING_SHARES[1])
        column.addWidget(_padded(self.status))
        self._face = texts.face(texts.WindowState.READY)
        self._instead: Face | None = None
        self._unsure = self._sound_note = self._system_note = ""
        self._confirming = QTimer(self)
        self._confirming.setSingleShot(True)
        self._confirming.setInterval(_CONFIRMATION_MS)
        self._confirming.timeout.connect(self._end_confirmation)
        self._latest: WalkUpdate | None = None
        self._told_fault: RecordFault | None = None
        self._link_said = ""
        self.show_limit(None)
        self.show_state(texts.WindowState.READY)

    @property
    def latest(self) -> "WalkUpdate | None":
        """The newest update; None before the first."""
        return self._latest

    def show_instead(self, face: Face | None) -> None:
        """Show this on the far view in place of the walk's state; None shows the state again."""
        if face != self._instead:
            self._instead = face
            self._show_face()

    def set_unsure(self, words: str) -> None:
        """Mark every cue as not sure, or no more."""
        self._unsure = words
        self._show_face()

    def take(self, updates: "list[WalkUpdate]") -> None:
        """Show updates of the walk, oldest first; cheap enough for every frame."""
        if not updates:
            return
        if self._latest is None:
            self.show_state(ScreenState.WAITING)
        self._latest = updates[-1]
        self._take_traces([update.trace for update in updates if update.trace is not None])
        for update in updates:
            for decision in update.decisions:
                self.history.add_decision(decision)
            for event in update.events:
                self._take_event(event)
            for delivery in update.deliveries:
                self._take_delivery(delivery)

    def refresh_words(self) -> None:
        """Bring time, status and numbers up to date; meant for 30 times a second at most."""
        latest = self._latest
        if latest is None:
            return
        self.state_view.show_time(texts.walked_time(latest.elapsed_s))
        self.status.show_statements(
            texts.link(latest.link, latest.link_fault),
            *(texts.flow(latest.quality) if latest.link is LinkState.CONNECTED else ()),
            texts.gaps(latest.n_gaps),
            texts.battery(latest.battery),
            *((texts.keeping(latest.record),) if latest.record else ()),
        )
        self._tell_fault(latest.record.fault if latest.record else None)
        self._tell_link(latest.link, latest.link_fault)

    def show_state(self, state: texts.FarState, delivery: Delivery | None = None) -> None:
        """Show a state on the far view."""
        self._face = texts.face(state, delivery.reason if delivery else None)
        self._show_face()

    def show_limit(self, limit: Limit | None) -> None:
        """Show the limit in both plots and in its control."""
        extension_deg = limit.extension_deg if limit else None
        self.controls.show_limit(extension_deg)
        self.strip.set_limit(extension_deg)
        self.bars.set_limit(limit.stride_length_m if limit else None)
        label = "" if extension_deg is None else texts.limit_line(texts.degrees(extension_deg))
        self.strip.set_words(texts.behind(), texts.in_front(), label)
        self.bars.set_empty_words(texts.no_stride_length())

    def confirm_pain(self) -> None:
        """Say once, near and far, that pain was marked."""
        latest = self._latest
        self.pain_note.setText(texts.pain_marked(latest.elapsed_s if latest else 0.0))
        self._confirming.start()
        self._show_face()

    def show_sound_note(self, sentences: list[str]) -> None:
        """Say what cannot be heard, or nothing."""
        self._sound_note = "\n".join(sentences)
        self._show_notes()

    def show_system_note(self, sentence: str) -> None:
        """Say what the computer does not do for the walk."""
        self._system_note = sentence
        self._show_notes()

    def show_ended(self, state: texts.WindowState, summary: WalkSummary | None) -> None:
        """Show that the walk is over, and its summary where there is one."""
        self.refresh_words()
        self._confirming.stop()
        self.pain_note.clear()
        self.show_state(state)
        if summary is None:
            return
        self._share_height(_ENDED_SHARES)
        self.summary.tell(summary, self.history)
        self._desk.ensureWidgetVisible(self.summary)

    def show_far(self, *, is_far: bool) -> None:
        """Show only the far view, or also what is read at the desk."""
        self._desk.setVisible(not is_far)

    def clear(self) -> None:
        """Begin anew with an empty walk."""
        self.history = WalkHistory()
        self._share_height(_WALKING_SHARES)
        self.strip.clear()
        self.bars.clear()
        self.summary.hide()
        self.notice.hide()
        self._latest = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the plots below each other where there is no room beside."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW_EM * self.fontMetrics().averageCharWidth()
        directions = QBoxLayout.Direction
        self._plots.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)

    def _take_traces(self, traces: list[Trace]) -> None:
        if not traces:
            return
        import numpy as np  # here already with the traces, but not needed for the first paint

        trace = Trace(
            np.concatenate([trace.t_s for trace in traces]),
            np.concatenate([trace.thigh_flexion_deg for trace in traces]),
            np.concatenate([trace.flags for trace in traces]),
        )
        self.strip.add(*trace)

    def _take_event(self, event: GaitEvent) -> None:
        if isinstance(event, ExtensionPeak):
            is_over = self.history.is_over(event)
            self.strip.mark(StrideMark(event.t_s, event.peak_thigh_extension_deg, is_over))
        elif isinstance(event, Stride):
            self.history.strides.append(event)
            is_over = self.history.is_over(event)
            length_m, sd_m = event.stride_length_m, event.stride_length_sd_m
            self.bars.add(Bar(length_m, sd_m, event.is_scored, is_over))
            if event.is_scored:
                self._say_stride(event)

    def _say_stride(self, stride: Stride) -> None:
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
        words = texts.recent_strides(*self.history.recent())
        self.strip.setAccessibleDescription(words)
        self.bars.setAccessibleDescription(words)

    def _take_delivery(self, delivery: Delivery) -> None:
        if isinstance(delivery.code, ScreenState):
            self.show_state(delivery.code, delivery)
        elif isinstance(delivery.code, Notice):
            words, understood = texts.notice(delivery.code), self.tr("Understood")
            self.notice.tell(words, "", understood, lambda: None)

    def _tell_fault(self, fault: RecordFault | None) -> None:
        if fault is not self._told_fault and fault not in (None, RecordFault.LAGGING):
            said = texts.fault_words(fault)
            body, understood = f"{said.means} {said.do}", self.tr("Understood")
            self.notice.tell(said.happened, body, understood, lambda: None)
        self._told_fault = fault

    def _tell_link(self, link: LinkState, fault: SensorFault | None) -> None:
        """Say once that a link is lost, and take it back when it is there again."""
        if link is LinkState.RECONNECTING and not self._link_said:
            said = texts.fault_words(fault or SensorFault.LINK_LOST)
            body, understood = f"{said.means} {said.do}", self.tr("Understood")
            self.notice.tell(said.happened, body, understood, lambda: None)
            self._link_said = self.notice.said
        elif link is LinkState.CONNECTED and self._link_said:
            if self.notice.said == self._link_said:
                self.notice.hide()
            self._link_said = ""

    def _share_height(self, shares: tuple[int, int]) -> None:
        for i, share in enumerate(shares):
            self._column.setStretch(i, share)

    def _end_confirmation(self) -> None:
        self.pain_note.clear()
        self._show_face()

    def _show_face(self) -> None:
        """Show the state; a pain mark takes its second line for a while, never its word."""
        face = self._instead or self._face
        if self._unsure and self._instead is None and face.hue in (Hue.GOOD, Hue.CAUTION):
            face = face._replace(second=self._unsure)
        if self._confirming.isActive():
            face = face._replace(second=texts.pain_marked_far())
        self.state_view.show_face(face)

    def _show_notes(self) -> None:
        notes = [note for note in (self._sound_note, self._system_note) if note]
        self.sound_note.setText("\n".join(notes))
        self.sound_note.setVisible(bool(notes))

    def _desk_part(self) -> QScrollArea:
        heading = QLabel(texts.heading())
        heading.setFont(scaled_font(self.font(), 1.2, is_bold=True))
        self.last_stride.setText(texts.last_stride(None, None))
        self.sound_note.setObjectName("muted")
        self.sound_note.hide()
        for label in (heading, self.last_stride, self.pain_note, self.sound_note):
            label.setWordWrap(True)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.strip.setAccessibleName(self.tr("Live thigh angle"))
        self.bars.setAccessibleName(self.tr("Stride length of the last strides"))
        titles = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        titles.addWidget(heading, 1)
        titles.addWidget(self.explain)
        numbers = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        numbers.addWidget(self.last_stride, 3)
        numbers.addWidget(self.pain_note, 2)
        content = QWidget()
        column = QVBoxLayout(content)
        column.addWidget(self.controls)
        column.addWidget(self.notice)
        column.addWidget(self.summary)
        column.addLayout(titles)
        column.addLayout(numbers)
        column.addLayout(self._plots, 1)
        column.addWidget(self.sound_note)
        desk = QScrollArea()
        desk.setWidgetResizable(True)
        desk.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        desk.setAccessibleName(self.tr("Numbers and plots"))
        desk.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        desk.setWidget(content)
        return desk


def _padded(widget: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(12, 6, 12, 8)
    column.addWidget(widget)
    return box
