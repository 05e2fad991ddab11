"""What Today shows of the plan: the walk, the exercises and what is worth knowing."""

from PySide6.QtCore import QCoreApplication

from coach.care.reasons import Rule
from coach.today import Today
from ui import care_texts, texts
from ui.home.home import Home
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate
_FLARES = (Rule.START_PAIN, Rule.REST_AFTER_RED)


class WalkCard(Card):
    """Today's walk, why, and the button that starts it."""

    def __init__(self) -> None:
        super().__init__(translate("today", "Walk"))
        self.what, self.why = text_label("", 1.3, is_bold=True), text_label()
        self.start = push_button(translate("today", "Start the walk"), is_main=True)
        self.walked = text_label(
            translate(
                "today",
                "You have walked today already. Another walk can wait: how the hip feels tomorrow "
                "morning decides what is next.",
            )
        )
        self.ease = text_label(
            translate(
                "today",
                "What can ease it stands under Exercises, in Self-care: cold, the resting position "
                "and more, each with what to mind.",
            )
        )
        self.care = push_button(translate("today", "Open self-care"))
        self.add(self.what, self.why, self.walked, self.start, self.ease, self.care)

    def show_plan(self, day: Today) -> None:
        """Show the walk of the plan."""
        walk = day.plan.walk
        self.what.setText(care_texts.walk(walk))
        self.what.setVisible(walk.reason.rule is not Rule.ASK_PAIN)  # nothing is decided yet
        self.why.setText(care_texts.reason(walk.reason))
        has_walked = any(done.judged.record.day == day.inputs.today for done in day.inputs.walks)
        self.walked.setVisible(has_walked and walk.dose is not None)
        self.start.setVisible(walk.dose is not None)
        for widget in (self.ease, self.care):
            widget.setVisible(walk.reason.rule in _FLARES)
        self.setVisible(walk.reason.rule is not Rule.WARNING_SIGN)


class ExercisesCard(Card):
    """Today's exercises by name, each with its reason."""

    def __init__(self) -> None:
        super().__init__(translate("today", "Exercises"))
        self.list = text_label()
        self.open = push_button(translate("today", "Open the exercises"))
        self.add(self.list, self.open)

    def show_plan(self, day: Today, home: Home) -> None:
        """Show the exercises of the plan."""
        names = {
            key: exercise.words(texts.language()).name for key, exercise in home.exercises.items()
        }
        lines = [
            f"•  {names[choice.exercise_id]}. {care_texts.reason(choice.reason, names)}"
            for choice in day.plan.exercises
        ]
        self.list.setText("\n".join(lines))
        self.setVisible(bool(lines))


class AdviceCard(Card):
    """When it is time for a physiotherapist."""

    def __init__(self) -> None:
        super().__init__(translate("today", "Worth knowing"))
        self.list = text_label()
        self.add(self.list)

    def show_plan(self, day: Today) -> None:
        """Show the advice of the plan, hidden without any."""
        self.list.setText("\n".join(f"•  {care_texts.reason(why)}" for why in day.plan.advice))
        self.setVisible(bool(day.plan.advice))
