"""Find a sensor, look how it does, and take it; the one worn last is taken by itself."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.remembered import forget, remember
from sensors.ble_settings import RememberedSensor
from sensors.errors import SensorError, SensorFault
from sensors.source import LinkState
from ui import sensor_texts, texts
from ui.sensor_finder import SensorFinder, Trial
from ui.theme import MIN_TARGET_PX, current_theme, scaled_font
from ui.widgets.announcing import announce
from ui.widgets.buttons import push_button
from ui.widgets.notice import NoticePanel
from ui.widgets.signal_bars import SIZE, bars_icon

if TYPE_CHECKING:
    from sensors.ble_scan import FoundSensor

_TIP_AFTER_MS = 8_000
_WIDTH_LINES, _HEIGHT_LINES = 38, 29  # in heights of a line: larger letters, a larger sheet
_MOST_OF_SCREEN = 0.94
_ADDRESS = Qt.ItemDataRole.UserRole


class ChosenSensor(NamedTuple):
    """The sensor for the walk, and what it must be."""

    sensor: "FoundSensor"
    remembered: RememberedSensor | None


class ConnectSheet(QDialog):
    """Listens while it is open; `chosen` comes once, then it closes itself.

    Parameters
    ----------
    finder : SensorFinder
        Closed with the sheet.
    remembered : RememberedSensor or None
        Taken by itself as soon as it is heard and does well.
    """

    chosen = Signal(object)
    """With a `ChosenSensor` that was connected a moment ago and has let go since."""

    def __init__(
        self, finder: SensorFinder, remembered: RememberedSensor | None, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Your sensor"))
        self._finder, self._remembered = finder, remembered
        self._sensors: dict[str, FoundSensor] = {}
        self._others: set[str] = set()
        self._strangers: set[str] = set()  # have the name of the one worn last, and are not it
        self._announced: tuple[object, ...] = ()
        self._tried: FoundSensor | None = None
        self._trial = Trial()
        self._is_own = False  # the sensor tried is the one worn last, and takes itself
        self._taken: ChosenSensor | None = None  # and let go meanwhile
        self.state, self.others, self.hint = QLabel(), QLabel(), QLabel()
        self.list = QListWidget()
        self.notice = NoticePanel()
        self.connect_button = push_button(self.tr("Connect"))
        self.use_button = push_button(self.tr("Use this sensor"))
        self.blink_button = push_button(self.tr("Let it blink"))
        self.other_button = push_button(self.tr("Another sensor"))
        self.cancel_button = push_button(self.tr("Cancel"))
        self._lay_out()
        self._tip = QTimer(self)
        self._tip.setSingleShot(True)
        self._tip.setInterval(_TIP_AFTER_MS)
        self._tip.timeout.connect(self._show_tip)
        self._connect_signals()
        self.listen()

    def listen(self) -> None:
        """Look for sensors, from an empty list."""
        self._tried, self._is_own = None, False
        self._sensors.clear()
        self._others.clear()
        self.list.clear()
        self.notice.hide()
        self._finder.listen()
        self._tip.start()
        self._refresh()
        self.list.setFocus()

    def try_selected(self) -> None:
        """Connect to the sensor of the selected line."""
        item = self.list.currentItem()
        if item is not None and self._tried is None:
            self._try(self._sensors[item.data(_ADDRESS)], None)

    def done(self, result: int) -> None:
        """Let go of every sensor, then close, however that was asked for."""
        self._tip.stop()
        self.hide()  # letting go may take seconds
        self._finder.close()
        super().done(result)

    def _try(self, sensor: "FoundSensor", remembered: RememberedSensor | None) -> None:
        self._tried, self._is_own = sensor, remembered is not None
        self._trial = Trial()
        self._tip.stop()
        self.notice.hide()
        self._finder.try_out(sensor, remembered)
        self._refresh()
        self.setFocus()  # one Enter too many must not let go of it

    def _hear(self, sensor: "FoundSensor") -> None:
        if self._tried is not None or not self.notice.isHidden():
            return
        if sensor.driver is None:
            if sensor.address in self._others:
                return  # where many devices are near, each is heard many times a second
            self._others.add(sensor.address)
        else:
            is_new = sensor.address not in self._sensors
            self._sensors[sensor.address] = sensor
            for each in self._sensors.values() if is_new else (sensor,):
                self._show_row(each)
            if (own := self._remembered) is not None and self._is_the_one(sensor, own):
                self._try(sensor, own)
        self._refresh()

    def _is_the_one(self, sensor: "FoundSensor", own: RememberedSensor) -> bool:
        """Whether this may be the sensor worn last: its address, or the only one of its name."""
        if sensor.driver is None or sensor.driver.model != own.model or sensor.name != own.name:
            return False
        if sensor.address in self._strangers:
            return False
        named = [
            address
            for address, each in self._sensors.items()
            if each.name == own.name and address not in self._strangers
        ]
        return sensor.address == own.address or (own.serial is not None and len(named) == 1)

    def _take_trial(self, trial: Trial) -> None:
        if self._tried is None or self._taken is not None:
            return
        was_connected = self._is_connected()
        self._trial = trial
        self._refresh()
        if self._is_own and trial.rate_hz is not None:
            self._use()
        elif self._is_connected() and not was_connected:
            self.use_button.setFocus()

    def _use(self) -> None:
        if self._tried is None or self._trial.remembered is None:
            return
        remember(self._trial.remembered)
        self._taken = ChosenSensor(self._tried, self._trial.remembered)
        self._finder.let_go()  # the walk connects on its own thread
        self._refresh()

    def _hand_over(self) -> None:
        chosen, self._taken = self._taken, None
        if chosen is not None:
            self.accept()
            self.chosen.emit(chosen)

    def _show_error(self, error: Exception) -> None:
        said, sensor = texts.error_words(error), self._tried
        about = said.body
        fault = error.fault if isinstance(error, SensorError) else None
        if fault is SensorFault.ANOTHER_SENSOR and sensor is not None:
            self._strangers.add(sensor.address)
            self.listen()
            return
        self._tip.stop()
        self._tried = None
        if fault is SensorFault.FINGERPRINT_CHANGED and sensor is not None:
            mine = self.tr("It is mine"), lambda: self._trust(sensor)
            self.notice.ask(said.happened, about, mine, (self.tr("Another sensor"), self._leave))
        else:
            self.notice.tell(said.happened, about, self.tr("Try again"), self.listen)
            self.notice.button.setFocus()
        self._refresh()

    def _trust(self, sensor: "FoundSensor") -> None:
        """Forget what the sensor was known by, and try it as a new one."""
        self._remembered = None
        forget()
        self._try(sensor, None)

    def _is_connected(self) -> bool:
        is_tried = self._tried is not None and self._taken is None
        return is_tried and self._trial.link is LinkState.CONNECTED

    def _show_row(self, sensor: "FoundSensor") -> None:
        assert sensor.driver is not None
        item = self._row_of(sensor.address)
        apart = self._told_apart(sensor)
        item.setText(sensor_texts.row(sensor.name, sensor.driver.model, sensor.signal_dbm, apart))
        n_bars = sensor_texts.n_bars(sensor.signal_dbm)
        item.setSizeHint(QSize(0, max(MIN_TARGET_PX, 2 * self.fontMetrics().height() + 12)))
        item.setIcon(bars_icon(n_bars, current_theme(self), self.devicePixelRatioF()))

    def _told_apart(self, sensor: "FoundSensor") -> tuple[str, ...]:
        """What tells a sensor from another of its name, where there is one."""
        address = (sensor_texts.address_end(sensor.address),) if self._has_twin(sensor) else ()
        is_stranger = sensor.address in self._strangers
        return (*address, sensor_texts.not_worn_last()) if is_stranger else address

    def _has_twin(self, sensor: "FoundSensor") -> bool:
        return sum(each.name == sensor.name for each in self._sensors.values()) > 1

    def _row_of(self, address: str) -> QListWidgetItem:
        for i in range(self.list.count()):
            if (item := self.list.item(i)).data(_ADDRESS) == address:
                return item
        item = QListWidgetItem()
        item.setData(_ADDRESS, address)
        self.list.addItem(item)
        if self.list.count() == 1:
            self.list.setCurrentItem(item)
        return item

    def _refresh(self) -> None:
        """Show what makes sense now."""
        is_trying, is_connected = self._tried is not None, self._is_connected()
        self.state.setText(self._state_words())
        self.others.setText(sensor_texts.others(len(self._others)))
        is_listening = self.notice.isHidden() and not is_trying
        self.others.setVisible(bool(self._others) and is_listening)
        shown = self._tried or self._selected()
        self.state.setVisible(self.notice.isHidden())
        hints = self._hints(shown) if self.notice.isHidden() else []
        self.hint.setText("\n".join(hints))
        self.hint.setVisible(bool(self.hint.text()))
        self.list.setEnabled(not is_trying)
        self.connect_button.setVisible(not is_trying)
        self.connect_button.setEnabled(self._selected() is not None and self.notice.isHidden())
        self.use_button.setVisible(is_connected and self._trial.rate_hz is not None)
        self.blink_button.setVisible(is_connected and self._trial.can_blink)
        self.other_button.setVisible(is_trying and self._taken is None)

        self._announce_change()

    def _state_words(self) -> str:
        if self._taken is not None:
            return sensor_texts.taken(self._taken.sensor.name)
        if self._tried is not None:
            return sensor_texts.trial(self._tried.name, self._trial)
        if self._remembered is not None:
            return sensor_texts.looking_for(self._remembered.name, len(self._sensors))
        return sensor_texts.searching(len(self._sensors))

    def _hints(self, shown: "FoundSensor | None") -> list[str]:
        """What is worth knowing of the sensor that is shown."""
        if shown is None or shown.driver is None:
            return []
        hints = []
        battery = self._trial.battery if self._tried is not None else None
        if battery is not None and battery <= texts.NEARLY_EMPTY:
            hints.append(sensor_texts.charge_soon())
        if self._tried is None and self._has_twin(shown):
            hints.append(sensor_texts.same_names(can_blink=bool(shown.driver.identify)))
        if not shown.driver.is_confirmed:
            hints.append(sensor_texts.not_confirmed())
        return hints

    def _announce_change(self) -> None:
        """Let a screen reader say how it stands when that is new, not with every number."""
        trial = self._trial if self._tried is not None else Trial()
        address = None if self._tried is None else self._tried.address
        stands = (
            address,
            self._taken is None,
            trial.link,
            trial.fault,
            trial.rate_hz is None,
            not self._sensors,
        )
        if self.notice.isHidden() and stands != self._announced:
            announce(self.state, self.state.text())
        self._announced = stands

    def _show_tip(self) -> None:
        if not self._sensors and self._tried is None:
            self.state.setText(sensor_texts.still_searching())
            announce(self.state, self.state.text())

    def _selected(self) -> "FoundSensor | None":
        item = self.list.currentItem()
        return None if item is None else self._sensors.get(item.data(_ADDRESS))

    def _connect_signals(self) -> None:
        self._finder.heard.connect(self._hear)
        self._finder.tried.connect(self._take_trial)
        self._finder.failed.connect(self._show_error)
        self._finder.free.connect(self._hand_over)
        self.list.itemDoubleClicked.connect(self.try_selected)
        self.list.currentItemChanged.connect(self._refresh)
        self.connect_button.clicked.connect(self.try_selected)
        self.use_button.clicked.connect(self._use)
        self.blink_button.clicked.connect(self._finder.blink)
        self.other_button.clicked.connect(self._leave)
        self.cancel_button.clicked.connect(self.reject)

    def _leave(self) -> None:
        """Go back to the list, and take no sensor without being asked."""
        self._remembered = None
        self.listen()

    def _lay_out(self) -> None:
        title = QLabel(self.tr("Find your sensor"))
        title.setFont(scaled_font(self.font(), 1.4, is_bold=True))
        self.use_button.setObjectName("main")
        self.connect_button.setObjectName("main")
        self.connect_button.setDefault(True)  # Enter in the list presses it
        self.list.setAccessibleName(self.tr("Sensors nearby"))
        self.list.setIconSize(SIZE)
        self.list.setSpacing(2)
        self.list.setMinimumHeight(4 * MIN_TARGET_PX)
        for label in (self.others, self.hint):
            label.setObjectName("muted")
        for label in (self.state, self.others, self.hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        buttons = QHBoxLayout()
        buttons.addWidget(self.blink_button)
        buttons.addStretch(1)
        for button in (
            self.connect_button,
            self.use_button,
            self.other_button,
            self.cancel_button,
        ):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 18)
        column.setSpacing(12)
        for widget in (title, self.state, self.notice):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        for widget in (self.others, self.hint):
            column.addWidget(widget)
        column.addLayout(buttons)
        line_px = self.fontMetrics().height()
        room = self.screen().availableSize() * _MOST_OF_SCREEN
        self.resize(QSize(_WIDTH_LINES * line_px, _HEIGHT_LINES * line_px).boundedTo(room))
