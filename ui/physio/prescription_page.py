"""The prescription: what the plan may do for this person, kept here or given as a signed file."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from coach.care.exercises import load_library
from coach.care.intake import LegIntake
from coach.care.intake_rules import Access, chosen, standings
from coach.care.limits import Limit, LimitSource
from coach.care.own_exercise import OwnExercise, own_exercise
from coach.care.permissions import Permissions, with_own
from coach.prescription_words import lines
from coach.records.errors import KeepingError, RecordError, RecordFault
from coach.records.keys import write_private
from coach.records.prescription import ENDING, VALID_FOR, Prescription, give
from coach.records.signatures import six_words
from coach.today import limit_in_force, locks_of, permissions_of, still_ahead
from sensors.samples import Side
from ui import care_texts, prescription_texts, texts
from ui.physio.desk import Desk
from ui.physio.exercises_card import ExercisesCard, OwnExerciseCard
from ui.physio.gate import line_field
from ui.physio.prescription_cards import FeedbackCard, LadderCard, WalkDoseCard
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_LONGEST_MESSAGE = 500


class PrescriptionView(QWidget):
    """The cards, and a bar with the two ways to put it into force."""

    keep_requested = Signal()
    give_requested = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet = Sheet(translate("prescribe", "Prescription"))
        self.walk, self.ladder, self.feedback = WalkDoseCard(), LadderCard(), FeedbackCard()
        self.exercises, self.own = ExercisesCard(), OwnExerciseCard()
        self.message = line_field(translate("prescribe", "A line to the person"))
        self.message.setMaxLength(_LONGEST_MESSAGE)
        self.message.setMaximumWidth(16_777_215)
        self.reads = text_label()
        reads = Card(translate("prescribe", "What the person reads"))
        reads.add(text_label(self.message.accessibleName(), is_bold=True), self.message)
        reads.add(self.reads)
        self.sheet.add(self.walk, self.ladder, self.feedback, self.exercises, self.own, reads)
        self.state = text_label("", is_muted=True)
        self.keep = push_button(translate("prescribe", "Keep it here"), is_main=True)
        self.give = push_button(translate("prescribe", "Give it as a file…"))
        self.give.setAccessibleDescription(
            translate("prescribe", "A signed file for the person's own computer")
        )
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 8, 24, 12)
        bar.addWidget(self.state, 1)
        bar.addWidget(self.give)
        bar.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet, 1)
        column.addLayout(bar)
        for card in (self.walk, self.ladder, self.feedback):
            card.changed.connect(self.changed)
        self.message.textEdited.connect(self.changed)
        self.keep.clicked.connect(self.keep_requested)
        self.give.clicked.connect(self.give_requested)

    def show_state(self, text: str, *, is_changed: bool, is_right: bool) -> None:
        """Say whether all is kept, and whether it can be."""
        self.state.setText(text)
        if not (is_changed and is_right) and self.keep.hasFocus():
            self.focusPreviousChild()  # else the keyboard would land on another person's menu
        self.keep.setEnabled(is_changed and is_right)
        self.give.setEnabled(is_right)


class PrescriptionPage(PrescriptionView):
    """Joins the cards to what holds for the person."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._library = load_library()
        self._draft = Permissions()
        self._is_changed = False
        self.choose_file: Callable[[QWidget, str], Path | None] = _choose_file
        self.changed.connect(self._take_change)
        self.keep_requested.connect(self.keep_begun)
        self.give_requested.connect(self.give_file)
        self.exercises.switched.connect(self._switch)
        self.exercises.removed.connect(self._remove_own)
        self.own.added.connect(self._add_own)

    def refresh(self) -> None:
        """Show what holds, unless something is begun."""
        if self._is_changed:
            return
        home = self._desk.home
        kept = permissions_of(home.library, home.person)
        self._draft = still_ahead(home.library, home.person, kept)
        self.walk.show_permissions(self._draft)
        in_force = limit_in_force(home.library, home.person, home.side)
        self.ladder.show_ladder(self._draft.ladder, in_force.extension_deg if in_force else None)
        self.feedback.show_mode(self._draft.feedback)
        self.message.clear()
        newest = home.library.newest(home.person, Permissions)
        said = ""
        if newest is not None:
            said = translate("prescribe", "Kept by {0} on {1}.").format(
                newest.by, care_texts.day(newest.at.date())
            )
        self._show(said)

    def may_leave(self) -> bool:
        """Ask first where something is not kept."""
        if not self._is_changed:
            return True
        self._desk.question.emit(
            translate("prescribe", "The prescription is not kept yet."),
            translate("prescribe", "Keep it, or leave it as it was before?"),
            (translate("prescribe", "Keep it here"), self.keep_begun),
            (translate("prescribe", "Leave it as it was"), self._throw_away),
        )
        return False

    def keep_begun(self) -> None:
        """Put into force, signed, what the cards say."""
        if not self._is_changed or not self._is_right:
            return
        self._is_changed = not self._desk.keep(self._told())
        self.refresh()

    def give_file(self) -> None:
        """Keep it, and write it as a signed file."""
        message = self.message.text().strip()
        self.keep_begun()
        desk, home = self._desk, self._desk.home
        name = f"{home.now():%Y-%m-%d}_{home.person.pseudonym}{ENDING}"
        path = self.choose_file(self, name)
        if path is None:
            return
        try:
            content = give(
                home.library, home.person, desk.session, self._prescription(message), home.now()
            )
            _write(path, content)
        except RecordError as error:
            home.failed.emit(error)
            return
        words = "  ".join(six_words(desk.session.public, texts.language()))
        self.show_state(
            translate(
                "prescribe",
                "Written: {0}. Read your six words to them, by voice: {1}. Their code: {2}. "
                "The file is taken for {3} days.",
            ).format(
                path.name, words, home.person.pseudonym, texts.number(float(VALID_FOR.days), 0)
            ),
            is_changed=False,
            is_right=True,
        )

    @property
    def _is_right(self) -> bool:
        return self.walk.is_right and self.ladder.is_right

    def _told(self) -> Permissions:
        told = replace(
            self._draft, ladder=self.ladder.told(self._desk.name), feedback=self.feedback.told
        )
        return self.walk.told(told, self._desk.home.now())

    def _prescription(self, message: str) -> Prescription:
        home = self._desk.home
        now, about = home.now(), home.about
        limits: dict[Side, Limit] = {}
        for side in about.sore_sides:
            limit = limit_in_force(home.library, home.person, side)
            if limit is not None and limit.source is not LimitSource.OWN_PROVISIONAL:
                limits[side] = limit
        return Prescription(
            code=home.person.pseudonym,
            physio=self._desk.name,
            serial=1,
            issued_at=now,
            expires_on=(now + VALID_FOR).date(),
            permissions=self._told() if self._is_right else self._draft,
            limits=limits,
            sore_sides=about.sore_sides,
            conditions=about.conditions,
            hips=about.hips,
            message=message,
        )

    def _take_change(self) -> None:
        self._is_changed = True
        self._show(translate("prescribe", "Not kept yet."))

    def _throw_away(self) -> None:
        self._is_changed = False
        self.refresh()

    def _switch(self, name: str, access: Access) -> None:
        unlocked, closed = set(self._draft.unlocked), set(self._draft.closed)
        {
            Access.NEEDS_UNLOCK: unlocked.add,
            Access.UNLOCKED: unlocked.discard,
            Access.CLOSED_BY_HAND: closed.discard,
        }.get(access, closed.add)(name)
        self._draft = replace(self._draft, unlocked=frozenset(unlocked), closed=frozenset(closed))
        self._take_change()

    def _add_own(self, told: OwnExercise) -> None:
        own = self._draft.own
        try:
            made = own_exercise(told, [exercise.id for exercise in own])
        except ValueError:
            self.own.say_wrong(
                translate(
                    "prescribe",
                    "It needs a name and at least one step, each of 3 to 140 letters; there can be "
                    "nine of them.",
                )
            )
            return
        self._draft = replace(self._draft, own=(*own, made))
        self.own.clear()
        self._take_change()

    def _remove_own(self, name: str) -> None:
        own = tuple(exercise for exercise in self._draft.own if exercise.id != name)
        self._draft = replace(self._draft, own=own)
        self._take_change()

    def _show(self, state: str) -> None:
        home = self._desk.home
        about = home.about
        exercises = with_own(self._library, self._draft.own)
        newest = [home.library.newest(home.person, LegIntake, side) for side in about.sore_sides]
        every = standings(
            exercises,
            chosen(noted.entry for noted in newest if noted is not None),
            locks_of(about, home.now().date()),
            about.conditions,
            self._draft.unlocked,
            self._draft.closed,
        )
        self.exercises.show_standings(every, exercises)
        set_for = self._prescription("")
        said = [prescription_texts.sentence(line, exercises) for line in lines(set_for)]
        nothing = translate("prescribe", "Nothing beyond what the program does by itself.")
        self.reads.setText("\n".join(f"• {line}" for line in said) or nothing)
        self.show_state(state, is_changed=self._is_changed, is_right=self._is_right)


def _choose_file(parent: QWidget, name: str) -> Path | None:
    title = translate("prescribe", "Where to write the prescription")
    kinds = translate("prescribe", "Prescriptions (*{0})").format(ENDING)
    told, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), kinds)
    return Path(told) if told else None


def _write(path: Path, content: bytes) -> None:
    """Write it whole or not at all."""
    try:
        write_private(path, content)
    except OSError as error:
        raise KeepingError(
            RecordFault.FOLDER_NOT_WRITABLE, folder=str(path.parent), cause=error.strerror
        ) from error
