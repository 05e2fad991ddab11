"""The first run: what it is, warning signs, operations, symptoms, the leg, consent; then home."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from coach.care.warning_signs import Check
from coach.records.entries import AboutPerson, Consent, LegProfile
from sensors.samples import Side
from ui import texts
from ui.home.first_steps import (
    CONSENT_VERSION,
    ConditionsStep,
    ConsentStep,
    LanguageStep,
    SignsStep,
    Step,
    SymptomsStep,
    WhatItIsStep,
    step_title,
)
from ui.home.home import now_here
from ui.home.leg_step import LegStep
from ui.widgets.buttons import push_button
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate


class FirstAnswers(NamedTuple):
    """All that was told in the first run."""

    name: str
    about: AboutPerson
    check: Check
    consent: Consent
    leg: LegProfile
    sides: tuple[Side, ...]


class FirstRun(QWidget):
    """One step at a time; Back loses nothing, and nothing is kept before the last step."""

    done = Signal(object)
    """With `FirstAnswers`."""
    left = Signal()
    """Somebody went back from the first step."""
    physio_requested = Signal()
    """Somebody is no patient, but sets this computer up for theirs."""
    language_chosen = Signal(str)
    letters_chosen = Signal(int)
    read_aloud = Signal(str)

    def __init__(
        self,
        folder: str,
        country: str = "",
        parent: QWidget | None = None,
        *,
        may_leave: bool = True,
        now: Callable[[], datetime] = now_here,
    ) -> None:
        super().__init__(parent)
        self._country, self._may_leave, self._now = country, may_leave, now
        self.language = LanguageStep()
        self.conditions, self.signs = ConditionsStep(), SignsStep()
        self.symptoms, self.leg, self.consent = SymptomsStep(), LegStep(), ConsentStep(folder)
        self.steps: tuple[Step, ...] = (
            self.language,
            WhatItIsStep(),
            self.conditions,
            self.signs,
            self.symptoms,
            self.leg,
            self.consent,
        )
        self.language.language_chosen.connect(self.language_chosen)
        self.language.letters_chosen.connect(self.letters_chosen)
        self.language.name.returnPressed.connect(self._go_on)
        self.stack = QStackedWidget()
        for step in self.steps:
            self.stack.addWidget(step)
            step.changed.connect(self._show)
        self.where = text_label("", is_muted=True)
        self.back = push_button(translate("first", "Back"))
        self.aloud = push_button(translate("first", "Read aloud"))
        self.next = push_button(translate("first", "Next"))
        self.next.setObjectName("main")
        self.physio = push_button(translate("first", "For physiotherapists"))
        self.physio.clicked.connect(self.physio_requested)
        self.back.clicked.connect(self._go_back)
        self.next.clicked.connect(self._go_on)
        self.aloud.clicked.connect(lambda: self.read_aloud.emit(self.step.words))
        row = QHBoxLayout()
        row.setContentsMargins(24, 8, 24, 16)
        row.addWidget(self.back)
        row.addWidget(self.where, 1)
        row.addWidget(self.physio)
        row.addWidget(self.aloud)
        row.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.stack, 1)
        column.addLayout(row)
        self.signs.form.set_country(country)
        self.signs.form.no_to_all.clicked.connect(self.next.setFocus)
        self._show()

    @property
    def step(self) -> Step:
        """The step that is shown."""
        return self.steps[self.stack.currentIndex()]

    def _go_on(self) -> None:
        n = self.stack.currentIndex()
        if not self.step.is_ready:
            return
        if n + 1 == len(self.steps):
            self.done.emit(self._answers())
            return
        if self.step is self.conditions:
            self.signs.form.set_conditions(self.conditions.told)
        if self.step is self.symptoms and self.leg.sides.only is None:
            likely = self.symptoms.likely_side
            self.leg.sides.choose([] if likely is None else [(likely,)])
        self._show_step(n + 1)

    def _go_back(self) -> None:
        n = self.stack.currentIndex()
        if n == 0:
            self.left.emit()
        else:
            self._show_step(n - 1)

    def _show_step(self, n: int) -> None:
        self.stack.setCurrentIndex(n)
        self.step.verticalScrollBar().setValue(0)
        self._show()
        if self.step.is_ready:
            self.next.setFocus()
        else:
            self.step.setFocus()  # a second Enter must not answer the first question

    def _show(self) -> None:
        n = self.stack.currentIndex()
        is_last = n + 1 == len(self.steps)
        missing = "" if self.step.is_ready else self.step.missing
        self.where.setText(
            "  ·  ".join(filter(None, (step_title(n + 1, len(self.steps)), missing)))
        )
        self.back.setVisible(n > 0 or self._may_leave)
        self.physio.setVisible(n == 0)
        self.next.setText(translate("first", "Begin") if is_last else translate("first", "Next"))
        self.next.setEnabled(self.step.is_ready)

    def _answers(self) -> FirstAnswers:
        sides = self.leg.sides.only or (Side.RIGHT,)
        own = self.symptoms.own
        return FirstAnswers(
            self.language.name.text().strip(),
            AboutPerson(
                sore_sides=sides,
                conditions=self.conditions.told,
                hips=self.conditions.histories,
                own_symptoms=own,
                is_daily_life_limited=bool(self.symptoms.limited.chosen),
                country=self._country,
            ),
            self.signs.form.check(self._now()),
            Consent(CONSENT_VERSION, texts.language()),
            LegProfile(
                leg_length_m=self.leg.leg_length_m,
                height_m=self.leg.height_m,
                usual_symptoms=tuple(sorted({symptom.region for symptom in own.symptoms})),
            ),
            sides,
        )
