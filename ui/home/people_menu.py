"""The menu that changes whose home is shown."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from coach.records.entries import Person


def ask_person(
    window: QWidget, people: Iterable[Person], chosen: Callable[[Person | None], object]
) -> QMenu:
    """Open the menu of people over a window; None is somebody new."""
    menu = QMenu(window)
    for person in people:
        name = person.name.replace("&", "&&")
        menu.addAction(name).triggered.connect(lambda _, p=person: chosen(p))
    menu.addSeparator()
    new = QCoreApplication.translate("home", "Somebody new")
    menu.addAction(new).triggered.connect(lambda: chosen(None))
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(window.mapToGlobal(QPoint(20, 60)))
    return menu
