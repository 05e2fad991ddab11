"""The still-break: after twenty minutes of sitting or standing a quiet word in the window."""

import logging

import msgspec
from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QVBoxLayout, QWidget

from coach import care_words
from coach.care.resting import BreakCue, RestState, StillBreak
from coach.gait.events import Posture
from coach.records.entries import WalkNote
from coach.records.errors import RecordError
from ui.home.home import Home
from ui.sounds import Sound
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import Card, left, text_label

translate = QCoreApplication.translate
_log = logging.getLogger(__name__)
STILL_BREAK_SETTING = "still_break"
"""The setting that holds whether breaks are told, and whether with a sound."""
_STATE_SETTING = "still_break_state"


class StillBreakSetting(msgspec.Struct, frozen=True):
    """Whether breaks are told, and whether with a sound."""

    is_on: bool = True
    has_sound: bool = False


class StillBreakKeeper(QObject):
    """Watches the time, by the sensor's posture where one is worn; remembers across a restart.

    Somebody has to `look` every now and then. Nothing is told while it is quiet, during exercises
    and while a physiotherapist is in their area, after which the rest begins anew.
    """

    due = Signal(object)
    """With the `BreakCue`, once."""
    over = Signal()
    """What was told no longer holds."""

    def __init__(self, home: Home) -> None:
        super().__init__(home)
        self._home = home
        kept = home.library.setting(STILL_BREAK_SETTING, StillBreakSetting)
        self.setting = kept or StillBreakSetting()
        self._posture = Posture.UNKNOWN
        self._n_walks = self._count_walks()
        self._is_quiet = False
        state = home.library.setting(_STATE_SETTING, RestState)
        self._break = StillBreak(state)
        home.changed.connect(self._see_walks)

    @property
    def is_driving(self) -> bool:
        """Whether the person said that they are driving."""
        return self._break.state.is_driving

    @Slot()
    def look(self) -> None:
        """See what the time is; tell when a break is due."""
        if not self.setting.is_on or self._is_quiet:
            return
        now_s = self._home.now().timestamp()
        before_s = self._break.state.now_s
        if before_s is not None and now_s < before_s:  # the clock was set back
            self._break = StillBreak()
        cue = self._break.see(now_s, self._posture)
        if cue is not None:
            self.due.emit(cue)
            if self.setting.has_sound:
                self._home.sounds.play(Sound.PAUSE)
        elif self._break.state.still_s == 0.0:
            self.over.emit()
        self._remember()

    @Slot(object)
    def see_posture(self, posture: Posture) -> None:
        """What the worn sensor says from now on; unknown when none is worn."""
        self.look()
        self._posture = posture
        self.look()

    def has_moved(self) -> None:
        """The person moved."""
        self._break.has_moved()
        self._remember()
        self.over.emit()

    def snooze(self) -> None:
        """Again in a while."""
        self._break.snooze()
        self._remember()
        self.over.emit()

    def set_driving(self, *, is_driving: bool) -> None:
        """Behind the wheel the word is for the next stop."""
        self._break.set_driving(is_driving=is_driving)
        self._remember()
        if is_driving:
            self.snooze()

    def set_quiet(self, *, is_quiet: bool) -> None:
        """Exercises or a visit begin or end; the rest then begins anew."""
        if self._is_quiet and not is_quiet:
            self.has_moved()
        self._is_quiet = is_quiet
        if is_quiet:
            self.over.emit()

    def change(self, setting: StillBreakSetting) -> None:
        """Keep another setting."""
        if setting.is_on and not self.setting.is_on:
            self._break.has_moved()
        self.setting = setting
        try:
            self._home.library.save_setting(STILL_BREAK_SETTING, setting)
        except RecordError as error:
            self._home.failed.emit(error)
        if not setting.is_on:
            self.over.emit()

    def _remember(self) -> None:
        try:
            self._home.library.save_setting(_STATE_SETTING, self._break.state)
        except RecordError:  # costs only a break told late
            _log.info("the still-break was not remembered", exc_info=True)

    def _count_walks(self) -> int:
        return len(self._home.library.entries(self._home.person, WalkNote))

    def _see_walks(self) -> None:
        try:
            n_walks = self._count_walks()
        except RecordError:
            return
        if n_walks > self._n_walks:
            self.has_moved()
        self._n_walks = n_walks


class BreakNotice(QFrame):
    """The word itself: takes no focus, and goes when it is answered."""

    moved = Signal()
    snoozed = Signal()
    driving_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._is_driving = False
        self.sentence = text_label(factor=1.15, is_bold=True)
        self.move_button = QPushButton(translate("still", "I moved"))
        self.move_button.setObjectName("main")
        self.snooze_button = QPushButton(translate("still", "In five minutes"))
        self.drive_button = QPushButton()
        row = QWidget()
        buttons = FlowLayout(row)
        for button in (self.move_button, self.snooze_button, self.drive_button):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 12, 18, 12)
        column.addWidget(self.sentence)
        column.addWidget(row)
        self.move_button.clicked.connect(self.moved)
        self.snooze_button.clicked.connect(self.snoozed)
        self.drive_button.clicked.connect(lambda: self.driving_chosen.emit(not self._is_driving))
        self.hide()

    def tell(self, cue: BreakCue, *, is_driving: bool) -> None:
        """Show it."""
        self._is_driving = is_driving
        self.sentence.setText(from_words(care_words.BREAK[cue]))
        self.drive_button.setText(
            translate("still", "I am not driving any more")
            if is_driving
            else translate("still", "I am driving")
        )
        self.show()
        if QAccessible.isActive():
            event = QAccessibleAnnouncementEvent(self, self.sentence.text())
            QAccessible.updateAccessibility(event)


class StillBreakCard(Card):
    """Whether breaks are told, on the page of exercises."""

    chosen = Signal(object)
    """With the `StillBreakSetting`."""
    sensor_requested = Signal()
    """The sensor is to be put on, or taken off."""

    def __init__(self) -> None:
        super().__init__(translate("still", "Breaks from staying still"))
        self.is_on = QCheckBox(
            translate("still", "Tell me after 20 minutes of sitting or standing")
        )
        self.has_sound = QCheckBox(translate("still", "With a soft tone"))
        about = text_label(
            translate(
                "still",
                "By the sensor's posture while it is worn, else by the clock while this window is "
                "open. Not during walks and exercises.",
            ),
            is_muted=True,
        )
        self.wear = push_button()
        self.sensor = text_label(is_muted=True)
        self.add(self.is_on, self.has_sound, about, left(self.wear), self.sensor)
        self.wear.clicked.connect(self.sensor_requested)
        self.show_sensor("", is_on=False)
        for box in (self.is_on, self.has_sound):
            box.clicked.connect(self._choose)

    def show_setting(self, setting: StillBreakSetting) -> None:
        """Show what is set."""
        self.is_on.setChecked(setting.is_on)
        self.has_sound.setChecked(setting.has_sound)
        self.has_sound.setEnabled(setting.is_on)

    def show_sensor(self, line: str, *, is_on: bool) -> None:
        """Say how the worn sensor does."""
        self.wear.setText(
            translate("still", "Take the sensor off")
            if is_on
            else translate("still", "By the sensor that I wear")
        )
        self.sensor.setText(line)
        self.sensor.setVisible(bool(line))

    def _choose(self) -> None:
        self.has_sound.setEnabled(self.is_on.isChecked())
        self.chosen.emit(StillBreakSetting(self.is_on.isChecked(), self.has_sound.isChecked()))
