"""The limit of each leg: what is in force and since when, and setting another by hand."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.care.limits import Limit, LimitSource
from coach.care.long_stride_result import LongStrideResult, result_of
from coach.care.long_stride_state import TestState
from coach.records.entries import LimitEntry
from coach.records.journal import PATIENT, PROGRAM
from sensors.samples import Side
from ui import care_texts
from ui.home.limit_card import about_lines, value_text
from ui.physio import threshold_texts
from ui.physio.desk import Desk
from ui.physio.fields import LengthField, titled
from ui.physio.gate import line_field
from ui.physio.intake_cards import side_by_side
from ui.physio.prescription_cards import degrees_field
from ui.texts import from_words
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.limit_control import HIGHEST_LIMIT_DEG, LOWEST_LIMIT_DEG
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
VALID_WEEKS = 4


class HandLimitCard(Card):
    """A limit by hand: degrees, metres or both, how long it holds, and why."""

    requested = Signal(object, int, str)
    """The `Limit` without its end, weeks, and the reason."""
    taken_away = Signal(str)
    """With the reason."""

    def __init__(self) -> None:
        super().__init__(translate("setlimit", "Set a limit"))
        self._proposed: Limit | None = None
        self.degrees = degrees_field(
            translate("setlimit", "Degrees behind the standing line"),
            LOWEST_LIMIT_DEG,
            HIGHEST_LIMIT_DEG,
        )
        self.metres = LengthField(
            translate("setlimit", "Stride"), translate("setlimit", "m"), 2.5, 2
        )
        self.metres.setSingleStep(0.05)
        self.metres.setSpecialValueText(translate("setlimit", "no limit in metres"))
        self.metres.setMinimumWidth(220)
        self.metres.setMaximumWidth(220)
        self.weeks = LengthField(
            translate("setlimit", "Holds for"), translate("setlimit", "weeks"), 26.0
        )
        self.weeks.setMinimum(1.0)
        self.weeks.setSpecialValueText("")
        self.weeks.setValue(VALID_WEEKS)
        self.reason = line_field(translate("setlimit", "Why"))
        self.reason.setMaximumWidth(16_777_215)
        self.reason.setMaxLength(300)
        self.set = push_button(translate("setlimit", "Set and sign this limit"), is_main=True)
        self.take_away = push_button(translate("setlimit", "Take the limit away"))
        self.missing = text_label(translate("setlimit", "A reason is needed."), is_bold=True)
        self.missing.hide()
        fields = (self.degrees, self.metres, self.weeks)
        row = QHBoxLayout()
        row.addWidget(self.set)
        row.addWidget(self.take_away)
        row.addStretch(1)
        self.add(
            side_by_side(*(titled(each.accessibleName(), each) for each in fields)),
            titled(self.reason.accessibleName(), self.reason),
            self.missing,
            row,
        )
        self.set.clicked.connect(self._ask)
        self.take_away.clicked.connect(self._ask_away)
        self.reason.textEdited.connect(self.missing.hide)

    def propose(self, limit: Limit, reason: str) -> None:
        """Put the limit of a test into the fields; unchanged, it keeps its grade and interval."""
        self._proposed = limit
        if limit.extension_deg is not None:
            self.degrees.setValue(limit.extension_deg)
        self.metres.show_told(limit.stride_length_m)
        self.reason.setText(reason)
        self.missing.hide()
        self.set.setFocus()

    def show_limit(self, limit: Limit | None) -> None:
        """Begin from the limit in force."""
        self._proposed = None
        if limit is not None and limit.extension_deg is not None:
            self.degrees.setValue(limit.extension_deg)
        self.metres.show_told(limit.stride_length_m if limit else None)
        self.reason.clear()
        self.take_away.setEnabled(limit is not None)

    def _ask(self) -> None:
        if self._has_reason():
            reason = self.reason.text().strip()
            self.requested.emit(self._chosen(), round(self.weeks.value()), reason)

    def _chosen(self) -> Limit:
        by_hand = Limit(
            extension_deg=round(self.degrees.value(), 1),
            stride_length_m=self.metres.told,
            source=LimitSource.SET_BY_HAND,
        )
        told = self._proposed
        if told is None or told.extension_deg is None:
            return by_hand
        shown_m = None if told.stride_length_m is None else round(told.stride_length_m, 2)
        is_same = (round(told.extension_deg, 1), shown_m) == (
            by_hand.extension_deg,
            by_hand.stride_length_m,
        )
        return told if is_same else by_hand

    def _ask_away(self) -> None:
        if self._has_reason():
            self.taken_away.emit(self.reason.text().strip())

    def _has_reason(self) -> bool:
        is_there = bool(self.reason.text().strip())
        self.missing.setVisible(not is_there)
        if not is_there:
            self.reason.setFocus()
        return is_there


class TestCard(Card):
    """What the newest long-stride test says."""

    __test__ = False  # not a test of pytest's
    taken = Signal()

    def __init__(self) -> None:
        super().__init__(" ")
        self.said = text_label()
        self.take = push_button(translate("setlimit", "Take its limit into the fields"))
        self.add(self.said, self.take)
        self.take.clicked.connect(self.taken)

    def show_result(self, day: date, result: LongStrideResult, limit: Limit | None) -> None:
        """Show where pain begins, by that test."""
        title = translate("setlimit", "From the long-stride test of {0}")
        self.set_title(title.format(care_texts.day(day)))
        self.said.setText("\n".join(threshold_texts.sentences(result)))
        self.take.setVisible(limit is not None)


class LimitPage(QWidget):
    """One leg at a time: the limit in force, another one by hand, and every one so far."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._side: Side | None = None
        self._person: int | None = None
        self.sides: Choices[Side] = Choices(
            [(side, care_texts.side(side)) for side in Side],
            name=translate("setlimit", "Which leg"),
        )
        self.value, self.about = text_label("", 1.4, is_bold=True), text_label()
        in_force = Card(translate("setlimit", "In force now"))
        in_force.add(self.value, self.about)
        self.history = text_label()
        self.all = Card(translate("setlimit", "Every limit so far"))
        self.all.add(self.history)
        self.hand, self.test = HandLimitCard(), TestCard()
        self._proposed: tuple[Limit, str] | None = None
        self.sheet = Sheet(translate("setlimit", "Limit"))
        self.sheet.add(self.sides, in_force, self.test, self.hand, self.all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.sheet)
        self.sides.changed.connect(self._choose)
        self.hand.requested.connect(self._set_by_hand)
        self.test.taken.connect(self._propose)
        self.hand.taken_away.connect(lambda why: self._set(None, why))

    def refresh(self) -> None:
        """Show what is in force."""
        home = self._desk.home
        if self._person != home.person.id:
            self._person, self._side = home.person.id, None
        side = self._side or home.side
        self.sides.choose([side])
        history = home.library.limits(home.person, side)
        entry = history[-1] if history else None
        self._show_in_force(entry)
        self._show_test(side)
        self.hand.show_limit(entry.limit if entry else None)
        self.history.setText("\n".join(_line(each) for each in reversed(history)))
        self.all.setVisible(bool(history))

    def _show_test(self, side: Side) -> None:
        home = self._desk.home
        newest = home.library.newest(home.person, TestState, side)
        self.test.setVisible(newest is not None)
        self._proposed = None
        if newest is None:
            return
        day = newest.at.date()
        result = result_of(newest.entry)
        limit = result.limit(self._desk.name, home.now().date())
        self.test.show_result(day, result, limit)
        if limit is not None:
            why = translate("setlimit", "Long-stride test of {0}").format(care_texts.day(day))
            self._proposed = limit, why

    def _propose(self) -> None:
        if self._proposed is not None:
            self.hand.propose(*self._proposed)

    def _show_in_force(self, entry: LimitEntry | None) -> None:
        if entry is None or entry.limit is None:
            self.value.setText(translate("setlimit", "No limit"))
            self.about.hide()
            return
        self.value.setText(value_text(entry.limit))
        lines = about_lines(entry, self._desk.home.now().date())
        if entry.reason:
            lines.append(translate("setlimit", "Why: {0}").format(from_words(entry.reason)))
        self.about.setText("\n".join(lines))
        self.about.show()

    def _choose(self) -> None:
        self._side = self.sides.only
        self.refresh()

    def _set_by_hand(self, limit: Limit, weeks: int, reason: str) -> None:
        until = self._desk.home.now().date() + timedelta(weeks=weeks)
        self._set(replace(limit, expires_on=until, set_by=self._desk.name), reason)

    def _set(self, limit: Limit | None, reason: str) -> None:
        side = self.sides.only
        if side is not None:
            self._desk.set_limit(side, limit, reason)


def _line(entry: LimitEntry) -> str:
    value = translate("setlimit", "No limit") if entry.limit is None else value_text(entry.limit)
    who = {
        PATIENT: translate("setlimit", "the person"),
        PROGRAM: translate("setlimit", "the program"),
    }.get(entry.set_by, care_texts.who(entry.set_by))
    line = f"{care_texts.day(entry.set_at.date())}   {value}   {who}"
    return f"{line}   “{from_words(entry.reason)}”" if entry.reason else line
