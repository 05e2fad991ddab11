"""After a walk: how it was, in a few taps, then one sentence and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton

from coach import care_words
from coach.care.pain import Verdict
from coach.care.symptoms import OwnSymptoms, Region
from coach.care.warning_signs import WarningSign
from coach.walking.walk_end import ASK_WHY_FROM, Answers, Walked, signs_of
from ui import texts
from ui.home.signs import HelpNow
from ui.patient import walk_texts
from ui.patient.guided_window import Told
from ui.patient.pain_panel import feelings, places
from ui.texts import from_words, translate
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, Sheet, text_label


class AfterPage(Sheet):
    """Worst pain and pain now, then only what follows from them; prefilled from the walk."""

    told = Signal(object)
    """With the `Answers`."""

    def __init__(self, walked: Walked, told: Told, own: OwnSymptoms, country: str) -> None:
        super().__init__(translate("guided", "How was the walk?"))
        self._side, self._own, self._country = walked.start.side, own, country
        self._before = walked.start.pain_before
        worst = translate("guided", "The worst pain during the walk")
        now = translate("guided", "The pain right now")
        self.worst, self.now = PainScale(worst), PainScale(now)
        self.where = places(translate("guided", "Where?"))
        self.feelings = feelings(translate("guided", "Any of these?"))
        self.help = HelpNow()
        self.limp = Choices(
            [(False, translate("guided", "No")), (True, translate("guided", "Yes"))],
            name=translate("guided", "Did you limp?"),
        )
        self.triggers = Choices(
            [(trigger, from_words(words)) for trigger, words in care_words.TRIGGER.items()],
            is_several=True,
            name=translate("guided", "What set it off?"),
        )
        self.reliefs = Choices(
            [(relief, from_words(words)) for relief, words in care_words.RELIEF.items()],
            is_several=True,
            name=translate("guided", "What eased it?"),
        )
        self.keep = push_button(translate("guided", "Keep"), is_main=True)
        self.missing = text_label(translate("guided", "Tell both ratings first."), is_muted=True)
        self._limp_card = Card(translate("guided", "Did you limp?"))
        self._why_card = Card(translate("guided", "What set it off?"))
        self._lay_out(worst, now)
        self._limp_card.setVisible(walked.is_hollow)
        self._prefill(told)
        ratings = (self.worst.rated, self.now.rated)
        for changed in (*ratings, self.where.changed, self.feelings.changed):
            changed.connect(lambda *_: self._refresh())
        self.keep.clicked.connect(self._tell)
        self._refresh()

    @property
    def answers(self) -> Answers | None:
        """What was told; None while a rating is missing."""
        worst, now = self.worst.level, self.now.level
        if worst is None or now is None:
            return None
        return Answers(
            worst=max(worst, now),
            after=now,
            signs=self._signs,
            site=self.where.only,
            triggers=self.triggers.chosen if self._asks_why else frozenset(),
            reliefs=self.reliefs.chosen if self._asks_why else frozenset(),
            is_limping=self.limp.only,
        )

    @property
    def _signs(self) -> frozenset[WarningSign]:
        hurts = max(self.worst.level or 0, self.now.level or 0) > 0
        site = self.where.only if hurts else None
        return signs_of(self.feelings.chosen, self._side, self._own, site)

    @property
    def _asks_why(self) -> bool:
        worst = max(self.worst.level or 0, self.now.level or 0)
        return worst >= ASK_WHY_FROM or worst > self._before

    def _prefill(self, told: Told) -> None:
        self.worst.set_level(told.worst)
        self.feelings.choose(told.felt)
        if told.site is not None:
            self.where.choose([Region(told.site)])

    def _refresh(self) -> None:
        worst = max(self.worst.level or 0, self.now.level or 0)
        self.where.setEnabled(worst > 0)  # hidden, the rows below would move under the pointer
        self._why_card.setVisible(self._asks_why)
        self.help.tell(self._signs, self._country)
        self.keep.setEnabled(self.answers is not None)
        self.missing.setVisible(self.answers is None)

    def _tell(self) -> None:
        answers = self.answers
        if answers is not None:
            self.told.emit(answers)

    def _lay_out(self, worst: str, now: str) -> None:
        pain = Card()
        pain.add(text_label(worst, is_bold=True), self.worst, self.where)
        pain.add(text_label(now, is_bold=True), self.now)
        felt = Card(translate("guided", "Any of these?"))
        felt.add(self.feelings)
        self._limp_card.add(self.limp)
        self._why_card.add(self.triggers)
        self._why_card.add(text_label(translate("guided", "What eased it?"), is_bold=True))
        self._why_card.add(self.reliefs)
        self.add(pain, felt, self.help, self._limp_card, self._why_card)
        self.add(self.keep, self.missing)


class WalkSummaryPage(Sheet):
    """One plain sentence, what today's ratings mean, and the next step."""

    exercises_requested = Signal()
    review_requested = Signal()
    done = Signal()

    def __init__(self, walked: Walked, verdict: Verdict | None) -> None:
        super().__init__(translate("guided", "Done"))
        summary = walked.summary
        said = walk_texts.summary(summary.comfortable_share, summary.n_scored)
        self.sentence = text_label(said, 1.4, is_bold=True)
        self.time = text_label(
            translate("guided", "Time walked: {0}").format(texts.walked_time(summary.duration_s))
        )
        self.check = text_label()
        self.check.setVisible(walked.silent_share is not None)
        if walked.silent_share is not None:
            self.check.setText(walk_texts.silent_check(walked.silent_share))
        self.colour = text_label("" if verdict is None else walk_texts.colour(verdict))
        self.tomorrow = text_label(walk_texts.tomorrow())
        self.not_kept = text_label(
            translate("guided", "This was a simulated walk: your diary holds nothing of it.")
        )
        for label in (self.colour, self.tomorrow):
            label.setVisible(verdict is not None)
        self.not_kept.setVisible(verdict is None)
        self.exercises = QPushButton(translate("guided", "Today's exercises"))
        self.home = QPushButton(translate("guided", "Back to Today"))
        self.home.setObjectName("main")
        self.review = QPushButton(translate("guided", "Look at the whole walk"))
        buttons = FlowLayout()
        for button in (self.home, self.exercises, self.review):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        card = Card()
        card.add(self.sentence, self.time, self.check, self.colour, self.not_kept)
        following = Card(translate("guided", "What comes next"))
        following.add(self.tomorrow, buttons)
        self.add(card, following)
        self.exercises.clicked.connect(self.exercises_requested)
        self.review.clicked.connect(self.review_requested)
        self.home.clicked.connect(self.done)
