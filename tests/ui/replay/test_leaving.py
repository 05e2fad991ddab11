"""A replay that is closed, cancelled or left for another file at any moment of its work."""

import threading
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from coach.replay.worker import Call
from tests.ui.replay.desks import Silence, Thread
from ui.replay.analyst import Analyst
from ui.replay.desk import ReplayDesk


def _close(desk: ReplayDesk) -> None:
    desk.close_all()
    delete(desk)


def _give_up(desk: ReplayDesk) -> None:
    if desk.session is not None:
        desk.session.give_up()
    _close(desk)


@pytest.mark.parametrize("leave", [_close, _give_up, delete], ids=["closed", "enough", "deleted"])
def test_it_may_be_left_at_any_moment(
    qapp: QApplication, walk_path: Path, tmp_path: Path, leave: Callable[[ReplayDesk], None]
) -> None:
    broken = tmp_path / "broken.hipwalk"
    broken.write_bytes(walk_path.read_bytes()[:9000])
    random = Random(8)
    for _ in range(12):
        desk = ReplayDesk(sounds=Silence(), run=Thread)
        desk.show()
        for path in random.choices([walk_path, broken, tmp_path], k=random.randrange(1, 4)):
            desk.open(path)
            for _ in range(random.randrange(40)):
                qapp.processEvents()
        leave(desk)
        qapp.processEvents()
    desk.background.close()
    assert [each for each in qapp.topLevelWidgets() if isinstance(each, ReplayDesk)] == []


def test_a_window_that_goes_takes_the_worker_with_it(qtbot: QtBot) -> None:
    n_before, owner = threading.active_count(), QWidget()
    analyst = Analyst(owner, Thread)
    with qtbot.waitSignal(analyst.called):
        analyst.do(Call(1, max, (1, 2)))
    delete(owner)
    qtbot.waitUntil(lambda: threading.active_count() == n_before)


def test_an_answer_nobody_can_read_is_told_as_a_lost_worker(qtbot: QtBot) -> None:
    analyst = Analyst(run=Thread)
    with qtbot.waitSignal(analyst.failed):
        analyst.do(Call(1, _Unreadable, ()))
    analyst.close()


class _Unreadable:
    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        return int, ("no number",)
