"""The walking view: large words above, and the numbers and plots at desk size below."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from coach.care.delivery import Delivery, Notice, ScreenState
from coach.care.limits import Limit
from coach.gait.events import Stride
from coach.records.errors import RecordFault
from coach.summary import WalkSummary
from sensors.errors import SensorFault
from sensors.source import LinkState
from ui import texts
from ui.history import WalkHistory
from ui.patient.summary import SummaryPanel
from ui.patient.walk_details import WalkDetails
from ui.widgets.controls import Controls
from ui.widgets.notice import NoticePanel
from ui.widgets.state_view import Face, Hue, StateView
from ui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from coach.walking.walk_update import WalkUpdate

_CONFIRMATION_MS = 4_000
_CALM = (Hue.PLAIN, Hue.GOOD)
_WALKING_SHARES, _PLAIN_SHARES, _ENDED_SHARES = (10, 11), (4, 1), (5, 13)
"""How far view and desk part share the height: with plots, without, and with a summary."""


class WalkView(QWidget):
    """Shows what a walk says: it is told everything and decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.history = WalkHistory()
        self.state_view, self.controls, self.status = StateView(), Controls(), StatusLine()
        self.notice, self.summary = NoticePanel(), SummaryPanel()
        self.details, self.sound_note = WalkDetails(), QLabel()
        self._desk = self._desk_part()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.state_view, _WALKING_SHARES[0])
        column.addWidget(self._desk, _WALKING_SHARES[1])
        column.addWidget(_padded(self.status))
        self._face = texts.face(texts.WindowState.READY)
        self._shares = _WALKING_SHARES
        self._instead: Face | None = None
        self._when_calm: Face | None = None
        self._is_calm = True
        self._unsure = self._sound_note = self._system_note = ""
        self._confirming = QTimer(self)
        self._confirming.setSingleShot(True)
        self._confirming.setInterval(_CONFIRMATION_MS)
        self._confirming.timeout.connect(self._end_confirmation)
        self._latest: WalkUpdate | None = None
        self._told_fault: RecordFault | None = None
        self._link_said = ""
        self._link_fault: SensorFault | None = None
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

    def show_when_calm(self, face: Face) -> None:
        """From now on show this wherever nothing is to be minded."""
        if face != self._when_calm:
            self._when_calm = face
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
        self.details.take_traces([each.trace for each in updates if each.trace is not None])
        for update in updates:
            for decision in update.decisions:
                self.history.add_decision(decision)
            for event in update.events:
                if isinstance(event, Stride):
                    self.history.strides.append(event)
                self.details.take_event(event, self.history)
            for delivery in update.deliveries:
                self._take_delivery(delivery, update.link)

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
        has_limit = self._latest is None or self._latest.limit is not None
        reason = delivery.reason if delivery else None
        self._face = texts.face(state, reason, has_limit=has_limit)
        self._is_calm = state is not ScreenState.PAUSED and self._face.hue in _CALM
        self._show_face()

    def show_limit(self, limit: Limit | None) -> None:
        """Show the limit in both plots and in its control."""
        self.details.show_limit(limit)

    def confirm_pain(self) -> None:
        """Say once, near and far, that pain was marked."""
        latest = self._latest
        self.details.pain_note.setText(texts.pain_marked(latest.elapsed_s if latest else 0.0))
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
        self.details.pain_note.clear()
        self.show_state(state)
        if summary is None:
            return
        self._share_height(_ENDED_SHARES)
        self.summary.tell(summary, self.history)
        self._desk.ensureWidgetVisible(self.summary)

    def show_far(self, *, is_far: bool) -> None:
        """Show only the far view, or also what is read at the desk."""
        self._desk.setVisible(not is_far)

    def show_details(self, *, is_shown: bool) -> None:
        """Show plots and numbers at the desk, or leave their room to the far view."""
        self.details.setVisible(is_shown)
        self._shares = _WALKING_SHARES if is_shown else _PLAIN_SHARES
        self._share_height(self._shares)

    def take_details_back(self) -> None:
        """Put plots and numbers back to the desk."""
        self._content.insertWidget(self._content.indexOf(self.sound_note), self.details, 1)

    def clear(self) -> None:
        """Begin anew with an empty walk."""
        self.history = WalkHistory()
        self._share_height(self._shares)
        self._when_calm = None
        self.details.clear()
        self.summary.hide()
        self.notice.hide()
        self._latest = None

    def _take_delivery(self, delivery: Delivery, link: LinkState) -> None:
        if delivery.code is ScreenState.NO_LINK and link is LinkState.CONNECTING:
            self.show_state(texts.WindowState.STARTING)  # it was never there to be lost
        elif isinstance(delivery.code, ScreenState):
            self.show_state(delivery.code, delivery)
        elif isinstance(delivery.code, Notice):
            words, understood = texts.notice(delivery.code), self.tr("Understood")
            self.notice.tell(words, "", understood, lambda: None)

    def _tell_fault(self, fault: RecordFault | None) -> None:
        if fault is not self._told_fault and fault not in (None, RecordFault.LAGGING):
            said = texts.fault_words(fault)
            body, understood = said.body, self.tr("Understood")
            self.notice.tell(said.happened, body, understood, lambda: None)
        self._told_fault = fault

    def _tell_link(self, link: LinkState, fault: SensorFault | None) -> None:
        """Say once that a link is lost, why as long as that is read, and take it back after."""
        is_read = self.notice.said == self._link_said
        if link is LinkState.RECONNECTING and is_read and fault is not self._link_fault:
            self._link_said = ""
        if link is LinkState.RECONNECTING and not self._link_said:
            said = texts.fault_words(fault or SensorFault.LINK_LOST)
            body, understood = said.body, self.tr("Understood")
            self.notice.tell(said.happened, body, understood, lambda: None)
            self._link_said, self._link_fault = self.notice.said, fault
        elif link is LinkState.CONNECTED and self._link_said:
            if is_read:
                self.notice.hide()
            self._link_said = ""

    def _share_height(self, shares: tuple[int, int]) -> None:
        for i, share in enumerate(shares):
            self._column.setStretch(i, share)

    def _end_confirmation(self) -> None:
        self.details.pain_note.clear()
        self._show_face()

    def _show_face(self) -> None:
        """Show the state; a pain mark takes its second line for a while, never its word."""
        calm = self._when_calm if self._is_calm else None
        face = self._instead or calm or self._face
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
        self.sound_note.setObjectName("muted")
        self.sound_note.hide()
        self.sound_note.setWordWrap(True)
        self.sound_note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        content = QWidget()
        self._content = column = QVBoxLayout(content)
        column.addWidget(self.controls)
        column.addWidget(self.notice)
        column.addWidget(self.summary)
        column.addWidget(self.details, 1)
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
