"""Before a long-stride test: which leg, go on with one that was interrupted, or begin anew."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal

from coach.care.long_stride_after import BeforeRetest
from coach.care.long_stride_state import TestState
from sensors.samples import Side
from ui import care_texts, texts
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, Sheet, left, text_label

translate = QCoreApplication.translate


class StartPage(Sheet):
    """Asks which leg and with what; the tab does it."""

    sensor_requested = Signal()
    practice_requested = Signal()
    resume_requested = Signal()
    drop_requested = Signal()
    threshold_requested = Signal()
    side_changed = Signal()

    def __init__(self) -> None:
        super().__init__(translate("test", "Long-stride test"))
        self.about = text_label(
            translate(
                "test",
                "Where does the person's own pain begin? Bouts of at least ten strides, from short "
                "to long, with a rating before and after each. About fifteen minutes.",
            )
        )
        sides = [(side, care_texts.side(side)) for side in Side]
        self.leg = Choices(sides, name=translate("test", "Leg with the sensor"))
        leg_card = Card(translate("test", "Leg with the sensor"))
        leg_card.add(self.leg)
        self.draft = Card(translate("test", "A test of this leg was interrupted"))
        self.draft_said = text_label()
        self.resume = push_button(translate("test", "Go on with it"), is_main=True)
        self.drop = push_button(translate("test", "Leave it, and keep what there is"))
        self.draft.add(self.draft_said, left(self.resume, self.drop))
        self.closed = text_label(
            translate(
                "test",
                "Closed: after an operation or fracture the test waits until date, approach and "
                "restrictions stand in the intake and, in the first twelve weeks, it is ticked "
                "there.",
            ),
            is_bold=True,
        )
        self.found = text_label("", is_bold=True)
        self.found.hide()
        self.morning = text_label("", is_bold=True)
        self.morning.hide()
        self.new = Card(translate("test", "A new test"))
        self.sensor = push_button(translate("test", "With the sensor"), is_main=True)
        self.practice = push_button(translate("test", "Practise with a simulated walker"))
        self.new.add(
            self.closed,
            self.found,
            self.morning,
            text_label(
                translate(
                    "test",
                    "Practice is not kept, and no limit can be set from it; you rate the pain "
                    "yourself.",
                )
            ),
            left(self.sensor, self.practice),
        )
        self.last = Card(translate("test", "The last test of this leg"))
        self.last_said = text_label()
        self.show_last = push_button(translate("test", "Threshold and limit"))
        self.last.add(self.last_said, self.show_last)
        self.add(self.about, leg_card, self.draft, self.new, self.last)
        self.leg.changed.connect(self.side_changed)
        self.sensor.clicked.connect(self.sensor_requested)
        self.practice.clicked.connect(self.practice_requested)
        self.resume.clicked.connect(self.resume_requested)
        self.drop.clicked.connect(self.drop_requested)
        self.show_last.clicked.connect(self.threshold_requested)

    def focus_first(self) -> None:
        """Let the keyboard begin with what is done next here."""
        buttons = (self.resume, self.sensor, self.practice)
        next(each for each in buttons if each.isVisibleTo(self) and each.isEnabled()).setFocus()

    def show_morning(self, known: BeforeRetest | None) -> None:
        """Say what the morning after the last test means for another one."""
        words = {
            BeforeRetest.MUCH_WORSE: translate(
                "test",
                "⚠ The morning after the last test was much worse. Let it settle first, and think "
                "whether another test is worth it.",
            ),
            BeforeRetest.UNKNOWN: translate(
                "test", "The morning after the last test is not known yet. Ask before another one."
            ),
        }
        self.morning.setText("" if known is None else words[known])
        self.morning.setVisible(known is not None)

    @property
    def side(self) -> Side:
        """The leg that is tested."""
        return self.leg.only or Side.RIGHT

    def show_draft(self, state: TestState | None) -> None:
        """Offer to go on with a test that was interrupted."""
        self.draft.setVisible(state is not None)
        self.new.setVisible(state is None)
        if state is not None:
            n_bouts = sum(bout.pain_after is not None for bout in state.bouts)
            said = translate("test", "Everything until then is kept: {0} rated bouts.")
            self.draft_said.setText(said.format(texts.number(n_bouts, 0)))

    def show_found(self, reasons: Sequence[str]) -> None:
        """Say what of the intake speaks against a test; the entry check asks for it once more."""
        self.found.setVisible(bool(reasons))
        self.found.setText(
            translate("test", "The intake speaks against a test: {0}.").format("; ".join(reasons))
        )

    def show_open(self, *, is_open: bool) -> None:
        """Let somebody be tested, or say why not; practice is open to all."""
        self.closed.setVisible(not is_open)
        for button in (self.sensor, self.resume):
            button.setEnabled(is_open)

    def show_last_test(self, tested_on: str) -> None:
        """Say when this leg was tested last; nothing where it never was."""
        self.last.setVisible(bool(tested_on))
        self.last_said.setText(translate("test", "Tested on {0}.").format(tested_on))
