"""What the pages of the home stand on: the library, whose home it is, and what was kept."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from coach.care.exercises import Library as Exercises
from coach.care.exercises import load_library
from coach.care.permissions import with_own
from coach.care_words import reason_sentence
from coach.records.entries import AboutPerson, Person
from coach.records.errors import RecordError
from coach.records.journal import PATIENT
from coach.records.library import Library
from coach.today import Today, about_person, permissions_of, take_up, today
from sensors.samples import Side
from ui.sounds import Sounds

if TYPE_CHECKING:
    from ui.exercises.worn_sensor import WornSensor
    from ui.home.still_break import StillBreakKeeper

PERSON_SETTING = "person"
"""The setting that holds whose home was open last: the id."""
VOLUME_SETTING = "volume_percent"
"""The setting that holds how loud tones and voice are, 0 to 100."""
LANGUAGE_SETTING = "language"
"""The setting that holds the language: two letters."""


def now_here() -> datetime:
    """The time on this computer's clock, with its zone."""
    return datetime.now().astimezone()


class Home(QObject):
    """One person's home; pages ask it and tell it.

    Parameters
    ----------
    now
        The clock, so that a test or a tour can live on another day.
    """

    changed = Signal()
    """Something was kept; pages show it anew."""
    page_requested = Signal(str)
    walk_requested = Signal()
    failed = Signal(object)
    """With the `RecordError` of what could not be kept or read."""
    language_requested = Signal(str)
    gone = Signal()
    """All there was of the person is deleted."""
    look_chosen = Signal(object)
    """With the `Look` somebody chose."""

    def __init__(
        self,
        library: Library,
        person: Person,
        now: Callable[[], datetime] = now_here,
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__()
        self.library, self.person, self.now = library, person, now
        self.sounds = sounds or Sounds()

    @cached_property
    def _every_exercise(self) -> Exercises:
        return load_library()

    @property
    def exercises(self) -> Exercises:
        """The exercise library, with what a physio added for this person."""
        return with_own(self._every_exercise, permissions_of(self.library, self.person).own)

    @cached_property
    def worn(self) -> "WornSensor":
        """The sensor that is worn outside of walks; off until somebody puts it on."""
        from ui.exercises.worn_sensor import WornSensor

        return WornSensor(self)

    @cached_property
    def still_break(self) -> "StillBreakKeeper":
        """What tells when it is time for a break from staying still.

        Raises
        ------
        RecordError
            When the library cannot be read.
        """
        from ui.home.still_break import StillBreakKeeper

        keeper = StillBreakKeeper(self)
        self.worn.posture_changed.connect(keeper.see_posture)
        return keeper

    @property
    def about(self) -> AboutPerson:
        """What the person told of themselves."""
        return about_person(self.library, self.person)

    @property
    def side(self) -> Side:
        """The leg that wears the sensor: the sore one, or the worse of two."""
        sides = self.about.sore_sides
        return sides[0] if sides else Side.RIGHT

    def today(self) -> Today:
        """The person's day as it stands now.

        Raises
        ------
        RecordError
            When the library cannot be read.
        """
        return today(self.library, self.person, self.exercises, self.now())

    def keep(
        self,
        *entries: object,
        side: Side | None = None,
        by: str = PATIENT,
        at: datetime | None = None,
    ) -> bool:
        """Keep entries in the journal, say so; False, with `failed` sent, where that fails."""
        moment = at or self.now()
        try:
            for entry in entries:
                self.library.keep(self.person, entry, side=side, by=by, at=moment)
        except RecordError as error:
            self.failed.emit(error)
            return False
        self.changed.emit()
        return True

    def take_up(self, day: Today) -> bool:
        """Keep that today's plan is followed; False, with `failed` sent, where that fails."""
        plan = day.plan
        reasons = (plan.walk.reason, plan.stage.reason, *plan.advice)
        try:
            take_up(self.library, self.person, day, tuple(map(reason_sentence, reasons)))
        except RecordError as error:
            self.failed.emit(error)
            return False
        return True

    def set_up(self, key: str, value: object) -> bool:
        """Keep a setting; False, with `failed` sent, where that fails."""
        try:
            self.library.save_setting(key, value)
        except RecordError as error:
            self.failed.emit(error)
            return False
        return True

    def show_person(self, person: Person) -> None:
        """Make this the home of somebody else, on every page.

        Raises
        ------
        RecordError
            When the library cannot be written.
        """
        self.library.save_setting(PERSON_SETTING, person.id)
        self.person = person
        self.changed.emit()

    def open_page(self, key: str) -> None:
        """Show another page."""
        self.page_requested.emit(key)
