"""A session of exercises: what comes next, easier or harder, left out, and when it ends.

The law is care.md, "Pain traffic light" and "Own symptoms and warning signs".
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from coach.care.exercise_choice import ExerciseChoice, Person, Way
from coach.care.exercise_form import FormSummary
from coach.care.exercise_pace import Amount
from coach.care.exercises import Exercise, Library
from coach.care.pain import Colour, while_active
from coach.care.pain_record import refuse_bad_rating
from coach.care.symptoms import Change, OwnSymptoms, Symptom, red_in_use
from coach.care.warning_signs import WarningSign

HARDER_UP_TO_PAIN = 2
"""With more pain than that nothing is made harder today."""
_PAINFUL_RISE = 2
_NOTHING = Amount()
_EASIER_THAN = {Way.HARDER: Way.AS_IT_STANDS, Way.AS_IT_STANDS: Way.EASIER}


class SkipWhy(StrEnum):
    """Why an exercise was left out."""

    HURTS = "hurts"
    NO_TIME = "no_time"
    NO_EQUIPMENT = "no_equipment"
    TOO_HARD = "too_hard"
    NOT_TODAY = "not_today"


class After(StrEnum):
    """What follows the rating after an exercise."""

    GO_ON = "go_on"
    ASK = "ask"
    """A little too much: end here, or go on the easier way."""
    STOP_PAIN = "stop_pain"
    STOP_SIGN = "stop_sign"


@dataclass(frozen=True, slots=True)
class Item:
    """An exercise of the session, and the way it is done."""

    exercise_id: str
    way: Way = Way.AS_IT_STANDS


@dataclass(frozen=True, slots=True)
class Felt:
    """Something beside pain that was felt, and how it compares with what is usual."""

    symptom: Symptom
    change: Change = Change.AS_USUAL


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one exercise.

    `skipped` says why it was left out, `form` how it went where a sensor counted.
    """

    item: Item
    pain_before: int
    amount: Amount = _NOTHING
    pain_after: int | None = None
    is_painful: bool = False
    skipped: SkipWhy | None = None
    form: FormSummary | None = None


class Session:
    """Leads through a day's exercises for one leg; reads no clock and keeps nothing itself.

    Raises
    ------
    ValueError
        If the rating is not 0 to 10.
    """

    def __init__(
        self,
        items: Iterable[ExerciseChoice],
        library: Library,
        person: Person,
        own: OwnSymptoms,
        pain_before: int,
    ) -> None:
        refuse_bad_rating(pain_before)
        self._library, self._person, self._own = library, person, own
        self._items = [Item(choice.exercise_id, choice.way) for choice in items]
        self.n_items = len(self._items)
        self.pain_before = self.worst = self._pain_now = pain_before
        self.signs: frozenset[WarningSign] = frozenset()
        self.results: tuple[Result, ...] = ()
        self._goes_easier = False

    @property
    def item(self) -> Item | None:
        """The exercise to do now; None once the session is over."""
        return self._items[0] if self._items else None

    @property
    def number(self) -> int:
        """Which of the session's exercises it is, from 1."""
        return self.n_items - len(self._items) + 1

    @property
    def exercise(self) -> Exercise | None:
        """The same, from the library."""
        return self._library[self._items[0].exercise_id] if self._items else None

    def exercise_of(self, item: Item) -> Exercise:
        """An item's exercise, from the library."""
        return self._library[item.exercise_id]

    @property
    def n_done(self) -> int:
        """Exercises that were rated after."""
        return sum(result.pain_after is not None for result in self.results)

    def easier(self) -> Item | None:
        """The easier way of this one, else the easier exercise; None when there is neither."""
        item = self.item
        if item is None:
            return None
        if item.way is not Way.EASIER:
            return replace(item, way=_EASIER_THAN[item.way])
        taken = {each.exercise_id for each in self._items}
        step = self._library[item.exercise_id]
        while step.easier_id is not None:
            step = self._library[step.easier_id]
            if step.id not in taken and self._person.may_do(step):
                return Item(step.id)
        return None

    def harder(self) -> Item | None:
        """The harder exercise where it is open, else the harder way; None with pain today."""
        item = self.item
        if item is None or self._pain_now > HARDER_UP_TO_PAIN or item.way is Way.HARDER:
            return None
        if item.way is Way.EASIER:
            return replace(item, way=Way.AS_IT_STANDS)
        harder_id = self._library[item.exercise_id].harder_id
        taken = {each.exercise_id for each in self._items}
        if harder_id and harder_id not in taken and self._person.may_do(self._library[harder_id]):
            return Item(harder_id)
        return replace(item, way=Way.HARDER)

    def take(self, item: Item) -> None:
        """Do this one instead of what was to come."""
        if self._items:
            self._items[0] = item

    def skip(self, why: SkipWhy) -> Result:
        """Leave this exercise out.

        Raises
        ------
        ValueError
            If the session is over.
        """
        result = Result(self._now(), self._pain_now, skipped=why, is_painful=why is SkipWhy.HURTS)
        self._close(result)
        return result

    def rate(
        self,
        amount: Amount,
        pain: int,
        felt: Iterable[Felt] = (),
        form: FormSummary | None = None,
    ) -> tuple[Result, After]:
        """The pain after this exercise, and what else was felt; what follows.

        Raises
        ------
        ValueError
            If the rating is not 0 to 10, or the session is over.
        """
        refuse_bad_rating(pain)
        found = {red_in_use(each.symptom, self._own, each.change) for each in felt}
        signs = frozenset(sign for sign in found if sign is not None)
        is_painful = bool(signs) or pain - self._pain_now >= _PAINFUL_RISE
        result = Result(self._now(), self._pain_now, amount, pain, is_painful, form=form)
        self.signs |= signs
        self.worst, self._pain_now = max(self.worst, pain), pain
        self._close(result)
        after = self._after()
        if after in (After.STOP_PAIN, After.STOP_SIGN):
            self.end()
        return result, after

    def go_on_easier(self) -> None:
        """After a little too much: what is left is done the easier way."""
        self._goes_easier = True
        self._make_easier()

    def end(self) -> None:
        """No more today."""
        self._items.clear()

    def _now(self) -> Item:
        if self.item is None:
            raise ValueError("the session is over")
        return self.item

    def _close(self, result: Result) -> None:
        self.results = (*self.results, result)
        del self._items[0]
        if self._goes_easier:
            self._make_easier()

    def _make_easier(self) -> None:
        if self.item is not None and self.item.way is not Way.EASIER:
            self.take(replace(self.item, way=Way.EASIER))

    def _after(self) -> After:
        if self.signs:
            return After.STOP_SIGN
        colour = while_active(self.pain_before, self.worst).colour
        if colour is Colour.RED and self.worst > self.pain_before:
            return After.STOP_PAIN
        rose = self.worst - self.pain_before >= _PAINFUL_RISE
        return After.ASK if rose and self._items and not self._goes_easier else After.GO_ON
