"""The replay of one walk: timeline, detail, transport and the panels beside them."""

from collections.abc import Callable
from functools import partial
from math import inf

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal, SignalInstance
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from coach.program import this_program
from coach.replay.playhead import JUMP_S, SPEEDS
from coach.replay.what_if import WhatIf
from ui.replay import replay_texts
from ui.replay.cursor_panel import CursorPanel
from ui.replay.detail import Detail
from ui.replay.marks_panel import MarksPanel
from ui.replay.overview import Overview
from ui.replay.session import ReplaySession
from ui.replay.transport import Heard, Transport
from ui.replay.what_if_panel import WhatIfPanel
from ui.theme import MIN_TARGET_PX, scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.notice import NoticePanel

_FRAME_MS = 16
_NARROWEST_PANEL_PX, _WIDEST_PANEL_PX = 400, 460
_PANEL_LETTERS = 46


class ReplayView(QWidget):
    """Wires a session to what shows and moves it; owns the keys."""

    open_requested = Signal()
    tell_requested = Signal()
    """The person wants to tell what the file does not say."""
    help_requested = Signal()
    heard_requested = Signal(object)
    """With a `Heard`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: ReplaySession | None = None
        self.title, self.told = QLabel(), QLabel()
        self.title.setFont(scaled_font(self.font(), 1.25, is_bold=True))
        self.told.setWordWrap(True)
        for label in (self.title, self.told):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.tell_button = self._button(self.tr("Tell …"), self.tell_requested)
        self.open_button = self._button(self.tr("Open …"), self.open_requested)
        self.help_button = self._button(self.tr("Keys (H)"), self.help_requested)
        self.progress = QProgressBar()
        self.progress.setRange(0, 1000)
        self.progress.setFormat(self.tr("Reading: %p %"))
        self.progress.setAccessibleName(self.tr("Reading the samples"))
        self.cancel_button = self._button(self.tr("Enough"))
        self.cancel_button.setToolTip(self.tr("Stop reading; what was stored stays"))
        self.cancel_button.clicked.connect(self._give_up)
        self.notice = NoticePanel()
        self.overview, self.detail, self.transport = Overview(), Detail(), Transport()
        self.at_cursor, self.what_if, self.marks = CursorPanel(), WhatIfPanel(), MarksPanel()
        self.tabs = QTabWidget()
        self._lay_out()
        self._frames, self._since = QTimer(self), QElapsedTimer()
        self._frames.setTimerType(Qt.TimerType.PreciseTimer)
        self._frames.setInterval(_FRAME_MS)
        self._frames.timeout.connect(self._frame)
        self._connect()
        self._shortcuts()

    @property
    def session(self) -> ReplaySession | None:
        """The walk that is shown."""
        return self._session

    def show_session(self, session: ReplaySession) -> None:
        """Show a walk from its start."""
        self.stop()
        self._session = session
        session.changed.connect(self._draw)
        session.moved.connect(self._follow)
        session.progressed.connect(self._show_progress)
        session.compared.connect(self._compare)
        walk = session.walk
        programs = replay_texts.programs(walk.program, this_program())
        self.what_if.show_walk(walk.gait, walk.limit, programs)
        self.show_kept()
        self.marks.show_takes_notes(takes_notes=walk.is_kept)
        self.notice.hide()
        self.transport.show_speed(session.playhead.speed)
        self._show_heading()
        self._show_progress(session.share)
        self._draw()
        self._follow()
        self.overview.setFocus()

    def show_kept(self) -> None:
        """List the further analyses of the walk."""
        from coach.replay.opened import further

        if self._session is not None:
            self.what_if.show_kept(further(self._session.walk.analyses))

    def stop(self) -> None:
        """Stand still."""
        self._frames.stop()
        if self._session is not None:
            self._session.playhead.is_playing = False
        self.transport.show_playing(is_playing=False)

    def toggle_play(self) -> None:
        """Play, or stand still; at the end, play from the start."""
        session = self._session
        if session is None:
            return
        if self._frames.isActive():
            self.stop()
            return
        if session.cursor_s >= session.playhead.extent[1]:
            session.go_to(session.playhead.extent[0])
        session.playhead.is_playing = True
        self._since.start()
        self._frames.start()
        self.transport.show_playing(is_playing=True)

    def set_speed(self, times: float) -> None:
        """Play so many times as fast as it was walked."""
        if self._session is not None:
            self._session.playhead.speed = times
            self.transport.show_speed(times)

    def hideEvent(self, event: QHideEvent) -> None:
        """Stand still while nobody looks."""
        self.stop()
        super().hideEvent(event)

    def _frame(self) -> None:
        session = self._session
        if session is None:
            return
        session.advance(self._since.restart() / 1000)
        if not session.playhead.is_playing:
            self.stop()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        for widget in (self.progress, self.cancel_button, self.help_button, self.open_button):
            head.addWidget(widget)
        self.progress.setFixedSize(200, MIN_TARGET_PX - 8)
        said = QHBoxLayout()
        said.addWidget(self.told, 1)
        said.addWidget(self.tell_button)
        left = QVBoxLayout()
        left.addWidget(self.overview)
        left.addWidget(self.detail, 1)
        left.addWidget(self.transport)
        self.tabs.addTab(self.at_cursor, self.tr("At the cursor"))
        self.tabs.addTab(self.what_if, self.tr("What if"))
        self.tabs.addTab(self.marks, self.tr("Notes"))
        self.tabs.setMinimumWidth(_NARROWEST_PANEL_PX)
        letters_px = _PANEL_LETTERS * self.fontMetrics().averageCharWidth()
        self.tabs.setMaximumWidth(max(_WIDEST_PANEL_PX, letters_px))
        body = QHBoxLayout()
        body.addLayout(left, 5)
        body.addWidget(self.tabs, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.addLayout(head)
        column.addLayout(said)
        column.addWidget(self.notice)
        column.addLayout(body, 1)

    def _connect(self) -> None:
        for area in (self.overview, self.detail):
            area.moved.connect(self._with(ReplaySession.go_to))
            area.zoom_requested.connect(self._with(ReplaySession.zoom))
        self.overview.region_chosen.connect(lambda a, b: self._do(ReplaySession.set_loop, (a, b)))
        transport = self.transport
        transport.play_requested.connect(self.toggle_play)
        transport.jump_requested.connect(self._with(ReplaySession.jump))
        transport.stride_requested.connect(self._with(ReplaySession.step_stride))
        transport.cue_requested.connect(self._with(ReplaySession.step_cue))
        transport.loop_from_requested.connect(self._with(ReplaySession.loop_from))
        transport.loop_to_requested.connect(self._with(ReplaySession.loop_to))
        transport.loop_off_requested.connect(lambda: self._do(ReplaySession.set_loop, None))
        transport.zoom_requested.connect(self._with(ReplaySession.zoom))
        transport.speed_requested.connect(self.set_speed)
        transport.heard_requested.connect(self._set_heard)
        self.at_cursor.other_requested.connect(self._show_other)
        self.marks.moved.connect(self._with(ReplaySession.go_to))
        self.what_if.wanted.connect(self._try)
        self.what_if.kept_chosen.connect(self._show_kept_one)
        self.what_if.change_requested.connect(self._step_change)
        self.what_if.standing_requested.connect(self._take_standing)
        self.tabs.tabBarClicked.connect(self._click_tab)

    def _shortcuts(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Space": self._space,
            "Left": partial(self._do, ReplaySession.jump, -JUMP_S),
            "Right": partial(self._do, ReplaySession.jump, JUMP_S),
            ",": partial(self._do, ReplaySession.step_stride, -1),
            ".": partial(self._do, ReplaySession.step_stride, 1),
            "Shift+C": partial(self._do, ReplaySession.step_cue, -1),
            "C": partial(self._do, ReplaySession.step_cue, 1),
            "[": partial(self._do, ReplaySession.loop_from),
            "]": partial(self._do, ReplaySession.loop_to),
            "L": partial(self._do, ReplaySession.set_loop, None),
            "+": partial(self._do, ReplaySession.zoom, 0.5),
            "-": partial(self._do, ReplaySession.zoom, 2.0),
            "Home": partial(self._do, ReplaySession.go_to, -inf),
            "End": partial(self._do, ReplaySession.go_to, inf),
            "S": partial(self._change_speed, -1),
            "F": partial(self._change_speed, 1),
            "0": partial(self.set_speed, inf),
            "N": self._begin_note,
            "W": self._ask_what_if,
            "B": self._toggle_other,
            "I": partial(self.tabs.setCurrentWidget, self.at_cursor),
            "H": self.help_requested.emit,
        }
        keys |= {str(n): partial(self.set_speed, float(n)) for n in range(1, 9)}
        for key, action in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(action)

    def _with(self, method: Callable[..., object]) -> Callable[..., object]:
        """What calls this method of whatever session is shown."""
        return lambda *arguments: self._do(method, *arguments)

    def _do(self, method: Callable[..., object], *arguments: object) -> None:
        if self._session is not None:
            method(self._session, *arguments)

    def _space(self) -> None:
        """Press what the keyboard is on, if it is pressed by space; else play or stop."""
        widget = QApplication.focusWidget()
        if isinstance(widget, QAbstractButton):
            widget.click()
        elif isinstance(widget, QComboBox):
            widget.showPopup()
        else:
            self.toggle_play()

    def _change_speed(self, by: int) -> None:
        if self._session is not None:
            i = SPEEDS.index(self._session.playhead.speed) + by
            self.set_speed(SPEEDS[min(len(SPEEDS) - 1, max(0, i))])

    def _begin_note(self) -> None:
        self.tabs.setCurrentWidget(self.marks)
        self.marks.text.setFocus()

    def _click_tab(self, i: int) -> None:
        if self.tabs.widget(i) is self.what_if:
            QTimer.singleShot(0, self._ask_what_if)

    def _ask_what_if(self) -> None:
        """Begin with the first question: the limit."""
        self.tabs.setCurrentWidget(self.what_if)
        self.what_if.enter()

    def _set_heard(self, heard: Heard) -> None:
        self.transport.show_heard(heard)
        hears_after = heard is Heard.AS_IT_WOULD_BE
        if self._session is not None and heard is not Heard.NOTHING:
            self._session.set_hears_after(hears_after=hears_after)
        self.heard_requested.emit(heard)

    def _show_other(self, is_other: bool) -> None:
        """Show, and if anything is heard also hear, as it would be or as it was."""
        if self._session is None or self._session.after is None:
            return
        self._session.set_hears_after(hears_after=is_other)
        if self.transport.heard.currentData() is not Heard.NOTHING:
            self.transport.show_heard(Heard.AS_IT_WOULD_BE if is_other else Heard.AS_IT_WAS)

    def _toggle_other(self) -> None:
        if self._session is not None:
            self._show_other(not self._session.hears_after)

    def _give_up(self) -> None:
        self._do(ReplaySession.give_up)
        self.progress.hide()
        self.cancel_button.hide()

    def _try(self, what: WhatIf | None) -> None:
        if self._session is not None:
            self._session.try_settings(what)

    def _show_kept_one(self, record: object) -> None:
        from coach.records.marks import AnalysisRecord

        if self._session is not None and isinstance(record, AnalysisRecord):
            self._session.show_kept(record)
            assert self._session.what is not None
            self.what_if.show_kept_settings(self._session.what)

    def _step_change(self, n: int) -> None:
        changed = None if self._session is None else self._session.difference()
        if self._session is not None and changed is not None:
            self._session.step_among((*changed.lost_s, *changed.new_s), n)

    def _take_standing(self) -> None:
        session = self._session
        if session is None or session.playhead.loop is None:
            return
        stood_deg = session.trace.mean_deg(*session.playhead.loop)
        if stood_deg is not None:
            self.what_if.show_shift(-stood_deg)

    def _show_heading(self) -> None:
        assert self._session is not None
        walk = self._session.walk
        day = replay_texts.day(walk.started_at)
        self.title.setText("   ".join(part for part in (walk.info.name, day) if part))
        lines = [replay_texts.ended(walk), *map(replay_texts.unknown, walk.unknown)]
        self.told.setText(" ".join(line for line in lines if line))
        self.told.setVisible(bool(self.told.text()))
        self.tell_button.setVisible(bool(walk.unknown))

    def _show_progress(self, share: float) -> None:
        is_reading = share < 1.0
        self.progress.setValue(round(1000 * share))
        self.progress.setVisible(is_reading)
        self.cancel_button.setVisible(is_reading)

    def _draw(self) -> None:
        session = self._session
        if session is None:
            return
        start_s = session.playhead.extent[0]
        self.overview.show_walk(
            session.playhead.extent, session.trace, session.lanes, session.marks
        )
        self.detail.show_walk(start_s, session.trace, session.lanes, session.marks)
        self.marks.show_marks(start_s, session.marks.notes, session.walk.pain_marks)
        lane = session.lanes[0]
        told = replay_texts.timeline(
            session.cursor_s - start_s,
            session.playhead.extent[1] - start_s,
            len(lane.peaks_s),
            len(lane.cues_s),
            len(session.pain_s),
        )
        self.overview.setAccessibleName(self.tr("Timeline of the walk"))
        self.overview.setAccessibleDescription(told)
        self.overview.setToolTip(self.tr("Click to go there; drag with Shift for a loop"))
        self.detail.setAccessibleName(self.tr("Thigh angle around the cursor"))
        self.at_cursor.follow(session)

    def _follow(self) -> None:
        session = self._session
        if session is None:
            return
        loop = session.playhead.loop
        self.overview.show_cursor(session.cursor_s, session.window, loop)
        self.detail.show_cursor(session.cursor_s, session.window)
        self.at_cursor.follow(session)
        self.transport.show_loop(has_loop=loop is not None)
        self.marks.show_region(session.playhead.extent[0], loop)
        self.what_if.show_region(loop)

    def _compare(self) -> None:
        if self._session is not None:
            before, after = self._session.figures()
            self.what_if.show_result(
                before, after, self._session.difference(), is_whole=self._session.is_whole
            )

    @staticmethod
    def _button(text: str, wish: SignalInstance | None = None) -> QPushButton:
        button = push_button(text)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if wish is not None:
            button.clicked.connect(wish)
        return button
