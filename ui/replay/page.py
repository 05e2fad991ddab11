"""The replay as a page of the home: the person's own walks stand first."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.records.entries import IndexedWalk
from coach.records.walk_names import is_of_test
from ui import texts
from ui.home.home import Home
from ui.replay import replay_texts
from ui.replay.desk import ReplayDesk

_MOST_LISTED = 30


class ReplayPage(QWidget):
    """Joins the replay desk to the home."""

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._home = home
        self.desk = ReplayDesk()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.desk)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.desk.close_all)

    def refresh(self) -> None:
        """Bring the lists up to date."""
        own = [walk for walk in self._home.library.walks() if self._is_own(walk)]
        own.sort(key=lambda walk: walk.entry.started_at, reverse=True)
        self.desk.start.show_own(
            tuple((walk.path, _line(walk)) for walk in own[:_MOST_LISTED] if walk.path.exists())
        )
        self.desk.refresh()

    def _is_own(self, walk: IndexedWalk) -> bool:
        return walk.person_id in {None, self._home.person.id}


def _line(walk: IndexedWalk) -> str:
    entry = walk.entry
    when = replay_texts.day(entry.started_at) or walk.path.stem
    line = replay_texts.translate(
        "replay", "{0}   {1}, strides: {2}, over the limit: {3}, pain marks: {4}"
    )
    counts = (entry.n_strides, entry.n_over, entry.n_pain_marks)
    length = texts.walked_time(entry.duration_s)
    if is_of_test(walk.path):
        line = replay_texts.translate("replay", "{0}   {1}, long-stride test, strides: {2}")
    return line.format(when, length, *(texts.number(count, 0) for count in counts))
