"""The steps of the first run: each a sheet that knows whether it is done."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLineEdit, QSpinBox

from coach import care_words
from coach.care.symptoms import Feeling, OwnSymptoms, Symptom
from coach.care.warning_signs import Condition, Event, HipHistory
from sensors.samples import Side
from ui import care_texts, texts
from ui.home.signs import SignsForm
from ui.look import TEXT_PERCENTS, look_now
from ui.texts import from_words
from ui.widgets.body_picture import BodyPicture, Spot
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
CONSENT_VERSION = 1
LANGUAGES = (("en", "English"), ("fi", "Suomi"))
_USUAL_FEELINGS = (Feeling.PAIN, Feeling.TINGLING, Feeling.CLICKING)


class Step(Sheet):
    """One step; `changed` is sent when it may have become ready or no longer is."""

    changed = Signal()

    @property
    def is_ready(self) -> bool:
        """Whether the next step may come."""
        return True

    @property
    def missing(self) -> str:
        """What is to be done before the next step may come."""
        return ""

    @property
    def words(self) -> str:
        """All that is to be read here, for reading aloud."""
        return " ".join(
            label.text() for label in self.findChildren(QLabel) if label.isVisibleTo(self)
        )


class LanguageStep(Step):
    """Language, how large the letters are, and what to call the person."""

    language_chosen = Signal(str)
    letters_chosen = Signal(int)
    """With per cent of the usual size."""

    def __init__(self) -> None:
        super().__init__(translate("first", "Welcome to Hip Coach"))
        self.language = Choices(LANGUAGES, name="Language / Kieli")
        code = QLocale().name()[:2]
        self.language.choose([code if code == "fi" else "en"])
        self.language.changed.connect(lambda: self.language_chosen.emit(self.language.only))
        size = translate("first", "Size of letters")
        self.letters = Choices(
            [(percent, texts.percent(percent / 100)) for percent in TEXT_PERCENTS], name=size
        )
        self.letters.choose([look_now().text_percent])
        self.letters.changed.connect(lambda: self.letters_chosen.emit(self.letters.only))
        self.name = QLineEdit()
        self.name.setMaxLength(60)
        self.name.setAccessibleName(translate("first", "Your name or a nickname"))
        self.name.textChanged.connect(self.changed)
        card, name = Card("Language / Kieli"), Card(translate("first", "What shall we call you?"))
        letters = Card(size)
        card.add(self.language)
        letters.add(self.letters)
        name.add(
            self.name,
            text_label(
                translate("first", "A nickname is enough. It stays on this computer."),
                is_muted=True,
            ),
        )
        self.add(card, letters, name)

    @property
    def is_ready(self) -> bool:
        """Somebody has a name."""
        return bool(self.name.text().strip())

    @property
    def missing(self) -> str:
        """A name."""
        return translate("first", "a name or nickname is still missing")


class WhatItIsStep(Step):
    """What the program is, what it is not, and that pain decides."""

    def __init__(self) -> None:
        super().__init__(translate("first", "What this is, and what it is not"))
        is_card, not_card = Card(translate("first", "It is")), Card(translate("first", "It is not"))
        is_card.add(
            text_label(
                translate(
                    "first",
                    "A training aid for people whose ischiofemoral impingement (a tight space "
                    "between sit bone and thigh bone) was assessed by a professional. It helps you "
                    "notice strides that set off your pain, and keep within your own limit.",
                )
            ),
            text_label(
                translate(
                    "first",
                    "It measures how far your thigh goes behind your own standing line. It does "
                    "not see your pelvis, your hip joint or your bones, and it can be wrong.",
                )
            ),
        )
        not_card.add(
            text_label(
                translate(
                    "first",
                    "It does not diagnose and it treats no one. No trial has shown that shorter "
                    "strides cure this pain. Pain decides, not the screen.",
                )
            ),
            text_label(
                translate(
                    "first",
                    "When pain persists, grows or worries you, see a physiotherapist or a doctor.",
                )
            ),
        )
        self.add(is_card, not_card)


class ConditionsStep(Step):
    """Operations and fractures of each hip, and what else asks for care."""

    def __init__(self) -> None:
        super().__init__(translate("first", "Operations, fractures and other things to know"))
        events = [
            (None, translate("first", "Nothing")),
            (Event.REPLACEMENT, translate("first", "Replaced")),
            (Event.OTHER_OPERATION, translate("first", "Operated otherwise")),
            (Event.FRACTURE, translate("first", "Broken")),
        ]
        self.hips: dict[Side, Choices[Event | None]] = {}
        for side in Side:
            title = translate("first", "Your {0} hip").format(care_texts.side(side))
            card, choices = Card(title), Choices(events, name=title)
            choices.changed.connect(self.changed)
            self.hips[side] = choices
            card.add(choices)
            self.add(card)
        self.locked = text_label(
            translate(
                "first",
                "After an operation or fracture of a hip, cues, long-stride tests, bridges and "
                "lying on your front stay closed until a physiotherapist has entered the date, "
                "the approach and the restrictions.",
            ),
            is_bold=True,
        )
        others = Card(translate("first", "Does any of these hold for you?"))
        self.conditions: Choices[Condition] = Choices(
            [
                (condition, from_words(words))
                for condition, words in care_words.CONDITION.items()
                if condition is not Condition.HIP_REPLACEMENT
            ],
            is_several=True,
            name=translate("first", "Does any of these hold for you?"),
        )
        others.add(
            self.conditions,
            text_label(
                translate("first", "Tick what holds; leave the rest. You can change it later."),
                is_muted=True,
            ),
        )
        self.add(self.locked, others)
        self.changed.connect(self._show_lock)
        self.conditions.changed.connect(self.changed)
        self._show_lock()

    @property
    def is_ready(self) -> bool:
        """Something was said of each hip: what is closed hangs on it."""
        return all(hip.chosen for hip in self.hips.values())

    @property
    def missing(self) -> str:
        """Whether a hip was operated on or broken."""
        return translate("first", "say it for each hip; nothing is an answer too")

    @property
    def told(self) -> frozenset[Condition]:
        """The conditions, a replaced hip among them."""
        has_replacement = any(hip.only is Event.REPLACEMENT for hip in self.hips.values())
        extra = {Condition.HIP_REPLACEMENT} if has_replacement else set()
        return self.conditions.chosen | extra

    @property
    def histories(self) -> dict[Side, tuple[HipHistory, ...]]:
        """What happened to each hip, as far as the person told."""
        return {
            side: (HipHistory(choices.only),)
            for side, choices in self.hips.items()
            if choices.only is not None
        }

    def _show_lock(self) -> None:
        self.locked.setVisible(any(hip.only is not None for hip in self.hips.values()))


class SignsStep(Step):
    """The warning signs, before anything else is begun."""

    def __init__(self) -> None:
        super().__init__(translate("first", "Warning signs"))
        self.form = SignsForm()
        self.form.changed.connect(self.changed)
        why = translate(
            "first",
            "These need a doctor, not a program. They are asked now, every two weeks, and after a "
            "day that was too much.",
        )
        self.add(text_label(why), self.form)

    @property
    def is_ready(self) -> bool:
        """Every question has an answer."""
        return self.form.is_complete

    @property
    def missing(self) -> str:
        """An answer."""
        return translate("first", "answer every question; the last button answers the rest with no")


class SymptomsStep(Step):
    """The person's own usual symptoms, on a body picture and in a list."""

    def __init__(self) -> None:
        super().__init__(translate("first", "Where it usually hurts"))
        self.picture = BodyPicture()
        self.picture.pressed.connect(self._toggle)
        spots = [
            ((region, side), f"{from_words(words)}, {care_texts.side(side)}")
            for region, words in care_words.REGION.items()
            for side in Side
        ]
        name = translate("first", "Where it usually hurts")
        self.list: Choices[Spot] = Choices(spots, is_several=True, name=name)
        self.list.changed.connect(self._show)
        self.nowhere: Choices[bool] = Choices(
            [(True, translate("first", "None of these places, or I cannot say"))],
            is_several=True,
            name=name,
        )
        self.nowhere.changed.connect(self._clear)
        self.feelings = Choices(
            [(feeling, from_words(care_words.FEELING[feeling])) for feeling in _USUAL_FEELINGS],
            is_several=True,
            name=translate("first", "What you usually feel there"),
        )
        self.feelings.choose([Feeling.PAIN])
        self.feelings.changed.connect(self.changed)
        self.stiffness = QSpinBox()
        self.stiffness.setRange(0, 240)
        self.stiffness.setSuffix(translate("first", " min"))
        self.stiffness.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stiffness.setAccessibleName(translate("first", "Morning stiffness, minutes"))
        places, feelings = Card(), Card(translate("first", "What you usually feel there"))
        self._places = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._places.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        self._places.addWidget(self.list, 1)
        hint = translate(
            "first", "Press the circles on the picture, or choose beside it. As many as you like."
        )
        places.add(text_label(hint), self._places, self.nowhere)
        stiff = QHBoxLayout()
        stiff.addWidget(text_label(translate("first", "Stiff in the morning for")), 1)
        stiff.addWidget(self.stiffness, 1)
        limited = translate("first", "The hip keeps me from things I do every day")
        self.limited: Choices[bool] = Choices([(True, limited)], is_several=True)
        feelings.add(self.feelings, stiff, self.limited)
        new = translate(
            "first",
            "These are your own usual symptoms. Anything new, stronger or lasting, anything below "
            "the knee that is new, and any numbness or weakness always means stop and ask.",
        )
        self.add(places, feelings, text_label(new, is_muted=True))

    @property
    def is_ready(self) -> bool:
        """A place and what is felt there, or said that there is none."""
        return bool(self.nowhere.chosen or (self.list.chosen and self.feelings.chosen))

    @property
    def missing(self) -> str:
        """A place, or what is felt there."""
        if self.list.chosen:
            return translate("first", "choose what you usually feel there")
        return translate("first", "choose where it hurts, or that it is none of these places")

    @property
    def own(self) -> OwnSymptoms:
        """What the person usually feels."""
        symptoms = frozenset(
            Symptom(region, feeling, side)
            for region, side in self.list.chosen
            for feeling in self.feelings.chosen
        )
        return OwnSymptoms(symptoms, self.stiffness.value())

    @property
    def likely_side(self) -> Side | None:
        """The side with more places; None for a tie."""
        n_left = sum(side is Side.LEFT for _, side in self.list.chosen)
        n_right = len(self.list.chosen) - n_left
        if n_left == n_right:
            return None
        return Side.LEFT if n_left > n_right else Side.RIGHT

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list below the picture where there is no room beside it."""
        super().resizeEvent(event)
        needed = self.picture.sizeHint().width() + self.list.minimumSizeHint().width() + 120
        directions = QBoxLayout.Direction
        is_wide = self.width() >= needed
        self._places.setDirection(directions.LeftToRight if is_wide else directions.TopToBottom)

    def _toggle(self, spot: Spot) -> None:
        self.list.choose(self.list.chosen ^ {spot})
        self._show()

    def _clear(self) -> None:
        """Where it is none of the places, none of them is chosen."""
        self.list.choose([])
        self.picture.show_chosen(self.list.chosen)
        self.changed.emit()

    def _show(self) -> None:
        self.picture.show_chosen(self.list.chosen)
        self.nowhere.choose([])
        self.changed.emit()


class ConsentStep(Step):
    """Where data live, who sees them, and that the person agrees."""

    def __init__(self, folder: str) -> None:
        super().__init__(translate("first", "Your data stay here"))
        card = Card()
        card.add(
            text_label(
                translate(
                    "first",
                    "Everything is kept on this computer only, in {0}. There is no account, no "
                    "network use and no telemetry. Nobody gets anything unless you give it away.",
                ).format(folder)
            ),
            text_label(
                translate(
                    "first",
                    "It is encrypted where the computer offers a place for the key. Backups are "
                    "up to you. You can take everything along as one file, or delete all of it for "
                    "good, at any time.",
                )
            ),
        )
        self.agree = Choices(
            [(True, translate("first", "I have read this and agree that it is kept"))],
            is_several=True,
            name=translate("first", "Your consent"),
        )
        self.agree.changed.connect(self.changed)
        self.add(card, self.agree)

    @property
    def is_ready(self) -> bool:
        """The person agreed."""
        return self.agree.only is True

    @property
    def missing(self) -> str:
        """The consent."""
        return translate("first", "your consent is still missing")


def step_title(number: int, of: int) -> str:
    """Where in the steps one is."""
    return translate("first", "Step {0} of {1}").format(
        texts.number(number, 0), texts.number(of, 0)
    )
