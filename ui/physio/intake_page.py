"""The intake: what the physio finds of one leg, the person's goals, and what follows from it."""

from dataclasses import replace

import msgspec
from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.care.exercises import Library as Exercises
from coach.care.intake import Goals, LegIntake
from coach.care.intake_rules import chosen, conditions
from coach.care.permissions import Permissions
from coach.records.entries import AboutPerson, LegProfile
from coach.records.errors import RecordError
from coach.today import locks_of, permissions_of
from sensors.samples import Side
from ui import care_texts
from ui.physio.desk import Desk
from ui.physio.fields import DayField
from ui.physio.follows_card import FollowsCard
from ui.physio.history_card import HistoryCard
from ui.physio.intake_cards import (
    BodyCard,
    IntakeCard,
    LookAlikesCard,
    PicturesCard,
    StoryCard,
    TestsCard,
)
from ui.physio.person_cards import ConditionsCard, GoalsCard, MeasuresCard, SidesCard
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Sheet, text_label

translate = QCoreApplication.translate


class IntakeView(QWidget):
    """The form; what is told is read by properties, `keep_requested` asks to keep it."""

    keep_requested = Signal()
    side_chosen = Signal(object)
    changed = Signal()

    def __init__(self, exercises: Exercises) -> None:
        super().__init__()
        self.sheet = Sheet(translate("intake", "Intake"))
        self.sides: Choices[Side] = Choices(
            [
                (Side.LEFT, translate("intake", "Findings of the left leg")),
                (Side.RIGHT, translate("intake", "Findings of the right leg")),
            ],
            name=translate("intake", "Which leg"),
        )
        self.history = HistoryCard(exercises)
        self.cards: tuple[IntakeCard, ...] = (
            StoryCard(),
            BodyCard(),
            TestsCard(),
            LookAlikesCard(),
            PicturesCard(),
        )
        self.measures, self.conditions, self.goals = MeasuresCard(), ConditionsCard(), GoalsCard()
        self.sore = SidesCard()
        self.follows = FollowsCard(exercises)
        self.state = text_label("", is_muted=True)
        self.keep = push_button(translate("intake", "Keep the intake"), is_main=True)
        self.sheet.add(self.sore, self.goals, self.sides, self.history, *self.cards)
        self.sheet.add(self.measures, self.conditions, self.follows)
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 8, 24, 12)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(bar)
        others = (self.history, self.measures, self.conditions, self.goals, self.sore)
        for card in (*self.cards, *others):
            card.changed.connect(self.changed)
        self.sides.changed.connect(lambda: self.side_chosen.emit(self.sides.only))
        self.keep.clicked.connect(self.keep_requested)

    @property
    def leg(self) -> LegIntake:
        """What is told of the leg."""
        told: dict[str, object] = {}
        for card in self.cards:
            told |= card.told()
        return LegIntake(**told)  # type: ignore[arg-type]  # the cards name its fields

    def show_leg(self, leg: LegIntake) -> None:
        """Show what is known of the leg."""
        for card in self.cards:
            card.show_leg(leg)

    def show_state(self, text: str, *, is_changed: bool) -> None:
        """Say whether all is kept."""
        self.state.setText(text)
        if not is_changed and self.keep.hasFocus():
            self.focusPreviousChild()  # else the keyboard would land on another person's menu
        self.keep.setEnabled(is_changed)


class IntakePage(IntakeView):
    """Joins the form to what is kept of the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.home.exercises)
        self._desk = desk
        self._shown: tuple[int, Side] | None = None
        self._side: Side | None = None
        self._is_changed = False
        self.changed.connect(self._take_change)
        self.keep_requested.connect(self.keep_begun)
        self.side_chosen.connect(self._take_side)

    def refresh(self) -> None:
        """Show what is kept, unless something is begun."""
        if self._is_changed:
            return
        home = self._desk.home
        person = home.person.id
        if self._shown is None or self._shown[0] != person:
            self._side = None
        side = self._side or home.side
        self._shown = (person, side)
        self.sides.choose([side])
        newest = home.library.newest(home.person, LegIntake, side)
        goals = home.library.newest(home.person, Goals)
        about = home.about
        self.show_leg(newest.entry if newest else LegIntake())
        self.history.show_histories(about.hips.get(side, ()), home.now().date())
        self.measures.show_profile(home.library.profile(home.person, side) or LegProfile())
        self.conditions.show_conditions(about.conditions)
        self.sore.show_sides(about.sore_sides)
        self.goals.show_goals(goals.entry if goals else Goals())
        if newest is None:
            said = translate("intake", "No intake of this leg yet.")
        else:
            said = translate("intake", "Kept by {0} on {1}.").format(
                newest.by, care_texts.day(newest.at.date())
            )
        self.show_state(said, is_changed=False)
        self._show_follows()

    def may_leave(self) -> bool:
        """Ask first where something is not kept."""
        if not self._is_changed:
            return True
        self._desk.question.emit(
            translate("intake", "The intake is not kept yet."),
            translate("intake", "Keep it, or leave it as it was before?"),
            (translate("intake", "Keep the intake"), self.keep_begun),
            (translate("intake", "Leave it as it was"), self._throw_away),
        )
        return False

    def keep_begun(self) -> None:
        """Keep all of it, signed, with what follows for the exercises."""
        if not self._is_changed or self._shown is None:
            return
        if not self._are_days_understood():
            self.show_state(
                translate("intake", "One day cannot be understood: write it as day.month.year."),
                is_changed=True,
            )
            return
        desk, side = self._desk, self._shown[1]
        try:
            self._save_profile(side)
        except RecordError as error:
            desk.home.failed.emit(error)
            return
        about = self._about(side)
        goals, permissions = self.goals.told, self._permissions(about)
        entries: list[tuple[object, Side | None]] = [(self.leg, side), (about, None)]
        if goals != self._goals_before():
            entries.append((goals, None))
        if permissions != permissions_of(desk.home.library, desk.home.person):
            entries.append((permissions, None))
        self._is_changed = not desk.keep_all(entries)
        self.refresh()

    def _are_days_understood(self) -> bool:
        return all(field.is_understood for field in self.findChildren(DayField))

    def _save_profile(self, side: Side) -> None:
        home = self._desk.home
        before = home.library.profile(home.person, side) or LegProfile()
        told = self.measures.told(before)
        if told != before:
            home.library.save_profile(home.person, side, told)

    def _about(self, side: Side) -> AboutPerson:
        before = self._desk.home.about
        hips = {**before.hips, side: self.history.told}
        return msgspec.structs.replace(
            before,
            sore_sides=self.sore.told or (side,),
            hips={each: told for each, told in hips.items() if told},
            conditions=self.conditions.told | conditions(self.leg),
        )

    def _legs(self, about: AboutPerson) -> list[LegIntake]:
        home = self._desk.home
        shown = self._shown[1] if self._shown else None
        legs = []
        for side in about.sore_sides:
            kept = home.library.newest(home.person, LegIntake, side)
            if side is shown:
                legs.append(self.leg)
            elif kept is not None:
                legs.append(kept.entry)
        return legs

    def _permissions(self, about: AboutPerson) -> Permissions:
        found = chosen(self._legs(about))
        before = permissions_of(self._desk.home.library, self._desk.home.person)
        return replace(
            before,
            held=frozenset({*found.closes, *found.holds}),
            favoured=frozenset(found.favours),
            unlocked=before.unlocked - found.closes.keys(),
        )

    def _goals_before(self) -> Goals:
        goals = self._desk.home.library.newest(self._desk.home.person, Goals)
        return goals.entry if goals else Goals()

    def _take_change(self) -> None:
        self._is_changed = True
        self.show_state(translate("intake", "Not kept yet."), is_changed=True)
        self._show_follows()

    def _take_side(self, side: Side) -> None:
        if self._is_changed:
            if self._shown is not None:
                self.sides.choose([self._shown[1]])
            self.may_leave()
            return
        self._side = side
        self.refresh()

    def _throw_away(self) -> None:
        self._is_changed = False
        self.refresh()

    def _show_follows(self) -> None:
        if self._shown is None:
            return
        about = self._about(self._shown[1])
        permissions = self._permissions(about)
        today = self._desk.home.now().date()
        self.follows.show_follows(
            chosen(self._legs(about)), locks_of(about, today), about.conditions, permissions
        )
