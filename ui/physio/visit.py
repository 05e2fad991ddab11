"""What a physiotherapist sees of whose home it is, since a day they choose."""

from coach.follow_up.gathered import gathered, last_visit
from coach.follow_up.review import Review, review
from coach.records.errors import RecordError
from ui.home.home import Home
from ui.physio.span_choice import SpanChoice


class Visit:
    """Follows who it is about and since when; what cannot be read is told to the home.

    Attributes
    ----------
    is_another : bool
        Whether the last `renew` found another person than the one before.
    """

    def __init__(self, home: Home, span: SpanChoice) -> None:
        self._home, self._span = home, span
        self._person_id = home.person.id
        self.is_another = False

    def renew(self) -> bool:
        """Offer the days as they are now; False where nothing can be read."""
        home = self._home
        try:
            found = gathered(home.library, home.person)
        except RecordError as error:
            home.failed.emit(error)
            return False
        self.is_another = home.person.id != self._person_id
        if self.is_another:
            self._person_id = home.person.id
            self._span.forget()
        self._span.set_now(home.now(), last_visit(found, home.now()))
        return True

    def seen(self) -> Review | None:
        """What was since the day that is chosen; None where it cannot be read."""
        home = self._home
        try:
            return review(gathered(home.library, home.person), self._span.since, home.now())
        except (RecordError, ValueError) as error:
            home.failed.emit(error)
            return None
