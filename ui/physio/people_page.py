"""The people of this computer: find one, choose one, add one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from coach.care.intake import LegIntake
from coach.records.entries import AboutPerson, Person
from coach.records.errors import RecordError
from coach.records.library import Library
from coach.records.walk_names import is_of_test
from coach.today import about_person, limit_in_force
from sensors.samples import Side
from ui import care_texts
from ui.physio.desk import Desk
from ui.physio.gate import line_field
from ui.physio.person_cards import side_options
from ui.physio.shared_walks_card import SharedWalksCard
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_NEXT_VISIT = "review"
"""The page that a visit begins with once the intake is made."""
_FIND_FROM = 8
"""From so many people on there is a field to find one."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list: who it is, and what is known in a line."""

    person: Person
    about: str


class PeopleView(Sheet):
    """The list, and a form for somebody new."""

    chosen = Signal(object)
    """With the `Person`."""
    added = Signal(str, object)
    """Name, and the sore sides."""

    def __init__(self) -> None:
        super().__init__(translate("people", "People"))
        self.search = line_field(translate("people", "Find by name"))
        self.search.setPlaceholderText(translate("people", "Find by name"))
        self.search.textChanged.connect(self._filter)
        self.nobody = text_label(translate("people", "Nobody of that name."), is_muted=True)
        self.rows: dict[int, QPushButton] = {}
        self._lines: dict[int, QWidget] = {}
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.new = NewPersonCard()
        self.new.add_button.clicked.connect(self._add)
        self.new.name.returnPressed.connect(self._add)
        self.add(self.search, self._list, self.nobody, self.new)

    def show_people(self, rows: Iterable[Row], chosen: Person) -> None:
        """Show who is here; the one being worked with is marked."""
        for old in self._lines.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.rows.clear()
        self._lines.clear()
        for row in rows:
            is_chosen = row.person.id == chosen.id
            each = push_button("")
            each.setObjectName("choice")
            each.setCheckable(True)
            each.setChecked(is_chosen)
            mark = "✓" if is_chosen else "○"
            name = row.person.name.replace("&", "&&")
            each.setText(f"{mark}  {name}")
            each.setAccessibleName(f"{row.person.name}, {row.about}")
            each.setProperty("find", row.person.name.casefold())
            each.clicked.connect(lambda _, person=row.person: self.chosen.emit(person))
            self.rows[row.person.id] = each
            line = self._lines[row.person.id] = _line(each, row.about)
            self._column.addWidget(line)
        self.search.setVisible(len(self.rows) >= _FIND_FROM)
        self._filter()

    def _filter(self) -> None:
        wanted = self.search.text().strip().casefold()
        for person_id, each in self.rows.items():
            self._lines[person_id].setVisible(wanted in str(each.property("find")))
        lines = self._lines.values()
        self.nobody.setVisible(bool(lines) and all(line.isHidden() for line in lines))

    def _add(self) -> None:
        told = self.new.told()
        if told is not None:
            self.added.emit(*told)
            self.new.name.clear()


class NewPersonCard(Card):
    """A name or a code, and which hip it is."""

    def __init__(self, title: str = "") -> None:
        super().__init__(title or translate("people", "Somebody new"))
        self.name = line_field(translate("people", "Name, or a code"))
        self.sides = Choices(side_options(), name=translate("people", "Which hip is sore?"))
        self.missing = text_label(translate("people", "Choose which hip is sore."), is_bold=True)
        self.missing.hide()
        self.sides.changed.connect(self.missing.hide)
        self.add_button = push_button(translate("people", "Add, and begin the intake"))
        self.add(
            text_label(self.name.accessibleName(), is_bold=True),
            self.name,
            text_label(self.sides.accessibleName(), is_bold=True),
            self.sides,
            self.missing,
            self.add_button,
        )

    def told(self) -> tuple[str, tuple[Side, ...]] | None:
        """Name and sore sides; None, with what is missing shown, as long as something is."""
        name, sides = self.name.text().strip(), self.sides.only
        if name and sides:
            return name, sides
        if not name:
            self.name.setFocus()
        else:
            self.missing.show()
        return None


class PeoplePage(PeopleView):
    """Joins the list to the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.shared = SharedWalksCard(desk)
        self.add(self.shared)
        self.shared.finished.connect(self._show_brought)
        self.chosen.connect(self._choose)
        self.added.connect(self._add_person)

    def refresh(self) -> None:
        """Show who is here now."""
        library = self._desk.home.library
        rows = [Row(person, _about(library, person)) for person in library.people()]
        rows.sort(key=lambda row: row.person.name.casefold())
        self.show_people(rows, self._desk.home.person)
        self.shared.show_person()

    def may_leave(self) -> bool:
        """Work that goes on keeps the page."""
        return not self.shared.work.is_running

    @property
    def is_busy(self) -> bool:
        """Whether walks come in."""
        return self.shared.work.is_running

    def _show_brought(self) -> None:
        """Bring what came of it into sight: the list above it may have grown."""
        QTimer.singleShot(0, self.shared.told, lambda: self.ensureWidgetVisible(self.shared.told))

    def _choose(self, person: Person) -> None:
        if not self._desk.choose(person):
            self.refresh()
            return
        is_known = self._desk.home.library.newest(person, LegIntake) is not None
        self._desk.page_requested.emit(_NEXT_VISIT if is_known else "intake")

    def _add_person(self, name: str, sides: tuple[Side, ...]) -> None:
        library = self._desk.home.library
        try:
            is_known = any(person.name == name for person in library.people())
            person = library.add_person(name)
        except RecordError as error:
            self._desk.home.failed.emit(error)
            return
        if self._desk.choose(person):
            if not is_known:
                self._desk.keep(AboutPerson(sore_sides=sides))
            self._desk.page_requested.emit("intake")


def _line(name: QPushButton, about: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    row.addWidget(name)
    row.addWidget(text_label(about, is_muted=True), 1)
    return line


def _about(library: Library, person: Person) -> str:
    about = about_person(library, person)
    parts = [care_texts.side(side) for side in about.sore_sides]
    walks = [
        walk.entry.started_at
        for walk in library.walks()
        if walk.person_id == person.id and not is_of_test(walk.path)
    ]
    if walks:
        parts.append(translate("people", "last walk {0}").format(_day(max(walks))))
    limits = [limit_in_force(library, person, side) for side in about.sore_sides]
    until = [limit.expires_on for limit in limits if limit is not None and limit.expires_on]
    if until:
        parts.append(translate("people", "limit until {0}").format(care_texts.day(min(until))))
    elif not any(limits):
        parts.append(translate("people", "no limit"))
    return "  ·  ".join(parts)


def _day(moment: str) -> str:
    return care_texts.day(datetime.fromisoformat(moment).date())
