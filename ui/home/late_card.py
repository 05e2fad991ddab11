"""Asks how the last walk was, where its window was closed before anybody told."""

from PySide6.QtCore import QCoreApplication, Signal

from coach.records.entries import WalkNote
from coach.walking.late_rating import LEFT_SETTING, late_rating, unrated_walk
from ui import care_texts, texts
from ui.home.home import Home
from ui.patient.pain_panel import feelings
from ui.widgets.buttons import push_button
from ui.widgets.pain_scale import PainScale
from ui.widgets.sheet import Card, left, text_label

translate = QCoreApplication.translate


class LateCard(Card):
    """Hidden unless there is such a walk; it is asked about until it is rated or left."""

    answered = Signal()

    def __init__(self, home: Home) -> None:
        super().__init__(" ")
        self._home = home
        self._note: WalkNote | None = None
        question = translate("today", "The worst pain during that walk")
        any_of = translate("today", "Did you feel any of these?")
        self.scale, self.feelings = PainScale(question), feelings(any_of)
        self.keep = push_button(translate("today", "Keep this answer"))
        self.leave = push_button(translate("today", "I do not know any more"))
        self.add(
            text_label(question, is_bold=True),
            self.scale,
            text_label(any_of, is_bold=True),
            self.feelings,
            left(self.keep, self.leave),
        )
        self.scale.rated.connect(lambda _: self.keep.setEnabled(True))
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self._leave)
        self.hide()

    def refresh(self) -> None:
        """Ask where there is a walk to ask about."""
        home = self._home
        note = unrated_walk(home.library, home.person, home.now())
        self.setVisible(note is not None)
        if note is None or note == self._note:
            self._note = note
            return
        self._note = note
        told = translate("today", "How was the walk of {0}, {1}? It was not rated.")
        when = note.ended_at.astimezone(home.now().tzinfo)
        self.set_title(told.format(care_texts.day(when.date()), texts.time_of_day(when)))
        self.scale.set_level(None)
        self.feelings.choose([])
        self.keep.setEnabled(False)

    def _keep(self) -> None:
        home, note, level = self._home, self._note, self.scale.level
        if note is None or level is None:
            return
        own, felt = home.about.own_symptoms, self.feelings.chosen
        record = late_rating(home.library, home.person, note, level, felt, own)
        if home.keep(record, side=note.side):
            self.answered.emit()

    def _leave(self) -> None:
        if self._note is not None and self._home.set_up(
            LEFT_SETTING, self._note.ended_at.isoformat()
        ):
            self._home.changed.emit()
            self.answered.emit()
