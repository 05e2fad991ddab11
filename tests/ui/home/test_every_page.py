"""Every page of a home that has been lived in: named, large enough, whole, in every look."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.audit import complaints
from tests.ui.lived_in import LOOKS, home_of, lived_in_for_weeks, put_away, settle
from ui.home.pages import PAGES
from ui.home.window import HomeWindow


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    with lived_in_for_weeks(folder):
        return folder


@pytest.fixture
def window(lived_in: Path, look: tuple[str, int], qapp: QApplication) -> Iterator[HomeWindow]:
    with home_of(lived_in, look, qapp) as home:
        window = HomeWindow(home)
        window.resize(1280, 720)
        window.show()
        yield window
        put_away(window)


@pytest.mark.parametrize("key", [page.key for page in PAGES])
@LOOKS
def test_a_page_is_named_large_enough_and_whole(window: HomeWindow, key: str) -> None:
    window.show_page(key)
    settle()
    assert complaints(window) == []
