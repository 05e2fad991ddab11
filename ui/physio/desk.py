"""What the pages of the physio's area stand on: the home, who is in, and a signed way to keep."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from coach.care.limits import Limit
from coach.records import roles
from coach.records.entries import LimitEntry, Person
from coach.records.errors import RecordError
from coach.records.roles import Session
from coach.records.trail import Checked
from sensors.samples import Side
from ui.home.home import Home


class Desk(QObject):
    """One physio at work; what is kept here is in their name and signed."""

    page_requested = Signal(str)
    """A page of the area is wanted, by its key."""
    question = Signal(str, str, object, object)
    """Title, body, and the two answers, each a pair of words and what to do."""

    def __init__(self, home: Home, session: Session) -> None:
        super().__init__()
        self.home, self.session = home, session

    @property
    def name(self) -> str:
        """The physio's name."""
        return self.session.name

    def keep(self, *entries: object, side: Side | None = None) -> bool:
        """Keep entries, signed; False, with the home's `failed` sent, where that fails."""
        return self.keep_all([(entry, side) for entry in entries])

    def keep_all(self, entries: Iterable[tuple[object, Side | None]]) -> bool:
        """Keep entries of this leg or that, signed, before anybody shows anything anew."""
        return self._try(lambda: self._keep(entries))

    def set_limit(self, side: Side, limit: Limit | None, reason: str) -> bool:
        """Set a limit, signed, with its reason; False where that fails."""
        home = self.home
        entry = LimitEntry(home.now(), self.name, reason, limit)
        signer = self.session.signer
        return self._try(lambda: home.library.set_limit(home.person, side, entry, signer=signer))

    def choose(self, person: Person) -> bool:
        """Work with another person from now on."""
        try:
            self.home.show_person(person)
        except RecordError as error:
            self.home.failed.emit(error)
            return False
        return True

    def checked(self) -> Checked:
        """Whether what was set for this person is as it was.

        Raises
        ------
        RecordError
            When the library cannot be read.
        """
        library = self.home.library
        return library.check_trail(self.home.person, roles.keys_by_name(library))

    def _keep(self, entries: Iterable[tuple[object, Side | None]]) -> None:
        home, moment = self.home, self.home.now()
        for entry, side in entries:
            home.library.keep(
                home.person,
                entry,
                side=side,
                by=self.name,
                at=moment,
                signer=self.session.signer,
            )

    def _try(self, keep: Callable[[], None]) -> bool:
        try:
            keep()
        except RecordError as error:
            self.home.failed.emit(error)
            return False
        self.home.changed.emit()
        return True
