"""What there is at the cursor: the far view as it was seen, the leg, the stride, and why a cue."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from coach.care.delivery import Delivery, ScreenState
from coach.replay.why import why
from ui import texts
from ui.replay import replay_texts
from ui.replay.leg import Leg
from ui.replay.session import ReplaySession
from ui.theme import scaled_font
from ui.widgets.state_view import Face, StateView

_FAR_PX = 190


class CursorPanel(QScrollArea):
    """Follows the cursor of a session."""

    other_requested = Signal(bool)
    """Show as it would be (B) instead of as it was (A)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("At the cursor"))
        self.other = QCheckBox(self.tr("As it would be: B, what if (key B)"))
        self.other.toggled.connect(self.other_requested)
        self.other.hide()
        self.far, self.leg = StateView(), Leg()
        self.far.setFixedHeight(_FAR_PX)
        self.time, self.facts, self.why_title, self.why = QLabel(), QLabel(), QLabel(), QLabel()
        self.time.setFont(scaled_font(self.font(), 1.4, is_bold=True))
        self.why_title.setFont(scaled_font(self.font(), 1.1, is_bold=True))
        for label in (self.facts, self.why):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout()
        row.addWidget(self.leg)
        words = QVBoxLayout()
        words.addWidget(self.time)
        words.addWidget(self.facts, 1)
        row.addLayout(words, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.addWidget(self.other)
        column.addWidget(self.far)
        column.addLayout(row)
        column.addWidget(self.why_title)
        column.addWidget(self.why)
        column.addStretch(1)
        self.setWidget(inner)
        self._said: tuple[object, ...] = ()

    def follow(self, session: ReplaySession) -> None:
        """Show what is at the cursor of this session now."""
        start_s = session.playhead.extent[0]
        self.other.setVisible(session.after is not None)
        with QSignalBlocker(self.other):
            self.other.setChecked(session.hears_after and session.after is not None)
        self.far.show_face(_face(session.state(), session))
        self.far.show_time(texts.walked_time(session.cursor_s - start_s))
        limit = session.limit()
        limit_deg = None if limit is None else limit.extension_deg
        self.leg.show_thigh(session.extension_deg(), limit_deg)
        self.time.setText(replay_texts.time_of(session.cursor_s - start_s, 1))
        found, cue = session.stride(), session.cue()
        said = (found, cue, session.posture(), id(session.outcome), limit)
        if said != self._said:
            self._said = said
            self._say(session)

    def _say(self, session: ReplaySession) -> None:
        found, posture = session.stride(), session.posture()
        lines = [] if posture is None else [replay_texts.posture(posture)]
        if found is not None:
            number, stride = found
            lines.append(replay_texts.stride_line(number, stride))
            lines += replay_texts.judged_lines(stride, session.limit())
        self.facts.setText("\n".join(lines))
        cue = session.cue()
        self.why_title.setText("" if cue is None else self.tr("Why this cue"))
        if cue is None:
            self.why.setText(self._no_cue(session))
        else:
            told = why(cue, session.outcome)
            rate_hz, start_s = session.walk.gait.rate_hz, session.playhead.extent[0]
            self.why.setText("\n".join(replay_texts.why_lines(told, start_s, rate_hz)))

    def _no_cue(self, session: ReplaySession) -> str:
        if session.outcome.cues:
            return self.tr("No cue on this stride. C goes to the next one.")
        if any(lane.limits for lane in session.lanes):
            return self.tr("No cue in the whole walk.")
        return self.tr(
            "This walk had no limit, so there are no cues. What if (W) tells what a limit would do."
        )


def _face(state: Delivery | None, session: ReplaySession) -> Face:
    if state is not None and isinstance(state.code, ScreenState):
        return texts.face(state.code, state.reason)
    if not session.is_whole and not session.is_given_up:
        return texts.face(texts.WindowState.STARTING)
    return texts.face(ScreenState.WAITING)
