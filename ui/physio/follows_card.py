"""What follows from the intake: which exercises are closed, wait or come first, and why."""

from PySide6.QtCore import QCoreApplication

from coach import care_words, intake_words
from coach.care.exercises import Library
from coach.care.intake_rules import Access, Chosen, Standing, standings
from coach.care.permissions import Permissions
from coach.care.warning_signs import Condition, Lock, Locks
from ui import texts
from ui.texts import from_words
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_SHOWN = (Access.CLOSED, Access.NEEDS_UNLOCK, Access.UNLOCKED, Access.FAVOURED)


class FollowsCard(Card):
    """One line an exercise whose standing the findings changed."""

    def __init__(self, exercises: Library) -> None:
        super().__init__(translate("follows", "What follows from this"))
        self._exercises = exercises
        self.test = text_label("", is_bold=True)
        self.lines = text_label("")
        self.add(
            self.test,
            self.lines,
            text_label(
                translate(
                    "follows",
                    "A starting point, for you to confirm: none of it was tested in a trial. "
                    "What waits for you is unlocked under Prescription.",
                ),
                is_muted=True,
            ),
        )

    def show_follows(
        self,
        found: Chosen,
        locks: Locks,
        told: frozenset[Condition],
        permissions: Permissions,
    ) -> None:
        """Show what follows."""
        every = standings(
            self._exercises, found, locks, told, permissions.unlocked, permissions.closed
        )
        lines = [
            f"{from_words(intake_words.ACCESS[access])}: {name_of(name, self._exercises)}"
            + _because(standing)
            for access in _SHOWN
            for name, standing in every.items()
            if standing.access is access
        ]
        self.lines.setText("\n".join(lines))
        why = found.closes.get(Lock.LONG_STRIDE_TEST, ())
        is_operation = not locks.is_open(Lock.LONG_STRIDE_TEST)
        self.test.setVisible(bool(why) or is_operation)
        self.test.setText(
            translate("follows", "No long-stride test for now.")
            + _because(Standing(Access.CLOSED, why, is_operation=is_operation))
        )


def name_of(exercise_id: str, exercises: Library) -> str:
    """Id and name of an exercise."""
    return f"{exercise_id} {exercises[exercise_id].words(texts.language()).name}"


def reasons(standing: Standing) -> list[str]:
    """Why an exercise stands as it does, one phrase each."""
    said = [from_words(intake_words.FINDING[finding]) for finding in standing.findings]
    said += [from_words(care_words.CONDITION[each]) for each in standing.conditions]
    if standing.is_operation:
        said.append(translate("follows", "an operation or fracture closes it"))
    if standing.is_always:
        said.append(translate("follows", "only a physiotherapist opens it"))
    return said


def _because(standing: Standing) -> str:
    said = reasons(standing)
    return f"  ({'; '.join(said)})" if said else ""
