"""Fields of the physio's forms: one choice or none, a day, a length."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from ui.texts import from_words
from ui.theme import MIN_TARGET_PX
from ui.widgets.choices import Choices
from ui.widgets.sheet import text_label

translate = QCoreApplication.translate
Key = TypeVar("Key", bound=Hashable)
_FORMATS = ("d.M.yyyy", "yyyy-MM-dd", "d/M/yyyy")
_DAY_PX = 190


class Pick(Choices[Key], Generic[Key]):
    """One of several, or none: pressing the chosen one again takes the choice back."""

    def __init__(self, options: Iterable[tuple[Key, str]], *, name: str = "") -> None:
        super().__init__(options, is_several=True, name=name)
        for key, each in self.buttons.items():
            each.clicked.connect(lambda is_on, k=key: self.choose([k] if is_on else []))


def pick_of(words: Mapping[Key, str], name: str) -> Pick[Key]:
    """A `Pick` of the codes of a table of words."""
    return Pick([(key, from_words(text)) for key, text in words.items()], name=name)


def several_of(words: Mapping[Key, str], name: str) -> Choices[Key]:
    """Choices of the codes of a table of words, any number of them."""
    options = [(key, from_words(text)) for key, text in words.items()]
    return Choices(options, is_several=True, name=name)


def yes_no(name: str) -> Pick[bool]:
    """Yes, no, or not told."""
    return Pick([(True, translate("fields", "Yes")), (False, translate("fields", "No"))], name=name)


class DayField(QLineEdit):
    """A day that may be unknown; told as the language writes it, or year first."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(translate("fields", "day.month.year"))
        self.setFixedWidth(_DAY_PX)
        self.setMaxLength(12)
        self.textEdited.connect(self.changed)

    @property
    def day(self) -> date | None:
        """The day; None where there is none, or none that can be understood."""
        text = self.text().strip()
        found = (QDate.fromString(text, each) for each in (*_FORMATS, _short_format()))
        told = next((each for each in found if each.isValid()), None)
        if told is None or not 1900 <= told.year() <= 2200:
            return None
        return date(told.year(), told.month(), told.day())

    @property
    def is_understood(self) -> bool:
        """Whether it is empty or a day."""
        return not self.text().strip() or self.day is not None

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self.setText("" if day is None else f"{day.day}.{day.month}.{day.year}")


class LengthField(QDoubleSpinBox):
    """A length that may be unknown: the lowest value says so."""

    changed = Signal()

    def __init__(self, name: str, unit: str, most: float, decimals: int = 0) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setRange(0.0, most)
        self.setDecimals(decimals)
        self.setSuffix(f" {unit}")
        self.setSpecialValueText(translate("fields", "not known"))
        self.setMinimumSize(2 * MIN_TARGET_PX + 40, MIN_TARGET_PX)
        self.setMaximumWidth(_DAY_PX)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.valueChanged.connect(self.changed)

    @property
    def told(self) -> float | None:
        """The length; None while it is not known."""
        return self.value() if self.value() > 0 else None

    def show_told(self, value: float | None) -> None:
        """Show a length without saying that somebody told it."""
        self.blockSignals(True)
        self.setValue(0.0 if value is None else value)
        self.blockSignals(False)


def titled(title: str, field: QWidget) -> QWidget:
    """A field under its title."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    label = text_label(title, is_bold=True)
    if isinstance(field, QLineEdit | QDoubleSpinBox):
        label = QLabel(title)
        label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return box


def _short_format() -> str:
    return QLocale().dateFormat(QLocale.FormatType.ShortFormat)
