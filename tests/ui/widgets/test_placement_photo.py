"""The photo of the placement: shown, chosen, removed; a file that is none is told."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.photos import small_photo
from ui.widgets.placement_photo import PlacementPhoto


@pytest.fixture
def photo(qtbot: QtBot) -> PlacementPhoto:
    widget = PlacementPhoto()
    qtbot.addWidget(widget)
    widget.resize(400, 400)
    widget.show()
    return widget


def test_without_a_photo_it_says_so_and_nothing_can_be_removed(photo: PlacementPhoto) -> None:
    assert photo.picture.text().startswith("No photo yet.")
    assert not photo.remove.isVisible()


def test_a_chosen_picture_comes_out_as_jpeg(
    photo: PlacementPhoto, picture: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(photo.photo_chosen) as chosen:
        photo.take(picture)
    assert chosen.args == [small_photo(picture)]


def test_what_is_kept_is_shown_with_a_name(photo: PlacementPhoto, picture: Path) -> None:
    photo.show_photo(small_photo(picture))
    assert not photo.picture.pixmap().isNull()
    assert photo.picture.accessibleName() == "Photo of where the sensor sits"
    assert photo.remove.isVisible()


def test_a_file_that_is_none_is_told(photo: PlacementPhoto, tmp_path: Path) -> None:
    (tmp_path / "x.jpg").write_bytes(b"nothing")
    photo.take(tmp_path / "x.jpg")
    assert photo.said.isVisible()
    assert photo.said.text().startswith("This file is not a picture")


def test_removing_is_a_wish(photo: PlacementPhoto, picture: Path, qtbot: QtBot) -> None:
    photo.show_photo(small_photo(picture))
    with qtbot.waitSignal(photo.removal_requested):
        photo.remove.click()
