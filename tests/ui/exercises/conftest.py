"""The home of the other pages' tests, with a page of exercises in the stage that builds."""

import pytest
from pytestqt.qtbot import QtBot

from coach.care.exercises import Stage
from coach.care.plan import StageState
from tests.ui.home.conftest import (  # noqa: F401 - fixtures
    Clock,
    _own_folders,
    clock,
    home,
    library,
)
from ui.exercises.page import ExercisesPage
from ui.home.home import Home


@pytest.fixture
def page(qtbot: QtBot, home: Home) -> ExercisesPage:  # noqa: F811
    home.library.keep(home.person, StageState(Stage.BUILD), at=home.now())
    page = ExercisesPage(home)
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    page.refresh()
    home.changed.connect(page.refresh)
    return page
