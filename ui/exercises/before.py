"""Before a session: how sore it is now, and how the exercises are to be led."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from coach.care.plan import Plan
from ui import care_texts, texts
from ui.exercises import exercise_texts
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate


class BeforeView(Sheet):
    """Asks for the pain now and how to be led; Enter begins once the pain is told."""

    pain_told = Signal(int)
    begin_requested = Signal()
    back = Signal()
    sensor_requested = Signal()
    simulation_requested = Signal()

    def __init__(self) -> None:
        super().__init__(translate("exercise", "Before you begin"))
        self.pain = PainScale(translate("exercise", "How sore is it now?"))
        self.plan, self.sensor = text_label(), text_label(is_muted=True)
        self.voice = text_label(is_muted=True)
        self.is_spoken = QCheckBox(translate("exercise", "The voice says when to begin and rest"))
        self.is_own_pace = QCheckBox(translate("exercise", "My own pace: I say when a set is done"))
        self.is_spoken.setChecked(True)
        self.begin = QPushButton(translate("exercise", "Begin"))
        self.begin.setObjectName("main")
        self.wear = QPushButton(translate("exercise", "Count with the sensor"))
        self.simulate = QPushButton(translate("exercise", "Try it with a simulated sensor"))
        self.simulate.setObjectName("link")
        self.return_button = QPushButton(translate("exercise", "Back (Esc)"))
        for button in (self.begin, self.wear, self.simulate, self.return_button):
            button.setAutoDefault(True)
        card = Card(translate("exercise", "How sore is it now?"))
        card.add(self.pain, self.plan)
        how = Card(translate("exercise", "How"))
        how.add(
            self.is_spoken,
            self.voice,
            self.is_own_pace,
            left(self.wear, self.simulate),
            self.sensor,
        )
        self.add(card, how)
        row = QWidget()
        buttons = FlowLayout(row)
        for button in (self.begin, self.return_button):
            buttons.addWidget(button)
        self.add(row)
        self.pain.rated.connect(self.pain_told)
        self.begin.clicked.connect(self.begin_requested)
        self.wear.clicked.connect(self.sensor_requested)
        self.simulate.clicked.connect(self.simulation_requested)
        self.show_sensor("", is_on=False)
        self.show_voice("")
        self.return_button.clicked.connect(self.back)
        key = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(self.back)

    def ask(self, pain_now: int | None) -> None:
        """Ask, with what was told a short time ago already in."""
        self.pain.set_level(pain_now)
        self.begin.setEnabled(pain_now is not None)
        if pain_now is None:
            self.pain.buttons[0].setFocus()
        else:
            self.begin.setFocus()

    def show_plan(self, plan: Plan, names: list[str], seconds: float) -> None:
        """Say what comes, once the pain is known."""
        is_told = self.pain.level is not None
        self.begin.setEnabled(is_told and bool(names))
        if not is_told:
            self.plan.setText("")
        elif names:
            self.plan.setText(
                translate("exercise", "{0} exercises, about {1} min: {2}").format(
                    texts.number(len(names), 0),
                    exercise_texts.whole_minutes(seconds),
                    ", ".join(names),
                )
            )
        else:
            self.plan.setText(care_texts.reason(plan.walk.reason))

    def show_voice(self, trouble: str) -> None:
        """Say why nothing will be heard; empty when all is well."""
        self.voice.setText(trouble)
        self.voice.setVisible(bool(trouble))

    def show_sensor(self, line: str, *, is_on: bool) -> None:
        """Say how the sensor does."""
        self.sensor.setText(line)
        self.sensor.setVisible(bool(line))
        self.wear.setText(
            translate("exercise", "Without the sensor")
            if is_on
            else translate("exercise", "Count with the sensor")
        )
        self.simulate.setVisible(not is_on)
