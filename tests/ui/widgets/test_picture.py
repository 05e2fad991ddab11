"""Drawn pictures: each colour has a place on dark windows; frames change; missing ones are none."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from coach.care.exercises import PICTURES, load_library
from tests.ui.contrast import contrast_ratio
from ui.theme import DARK, LIGHT
from ui.widgets.picture import PictureView, recoloured

_ALL = sorted(PICTURES.glob("*.svg"))
_SWING = load_library()["M3"].pictures
_COLOURS = {c.upper() for p in _ALL for c in re.findall(r"#[0-9A-Fa-f]{6}", p.read_text("utf-8"))}


def _on_dark(colour: str) -> str:
    return recoloured(f'fill="{colour}"', DARK)[6:-1]


@pytest.mark.parametrize("colour", sorted(_COLOURS))
def test_every_colour_has_another_one_on_dark(colour: str) -> None:
    assert _on_dark(colour) != colour


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    "colour", ["#4A5B6C", "#E06A00", "#00598F"], ids=["body", "worked", "arrow"]
)
def test_what_matters_stands_out_from_the_card(colour: str, theme: object) -> None:
    card, shown = "#EEF2F5", colour
    if theme is DARK:
        card, shown = _on_dark(card), _on_dark(colour)
    assert contrast_ratio(shown, card) >= 2.8  # of orange on light; its outline is black besides


def test_the_dashes_stand_out_from_what_works() -> None:
    assert contrast_ratio(_on_dark("#FFFFFF"), _on_dark("#E06A00")) >= 4.5


def test_light_pictures_stay_as_they_are_drawn() -> None:
    svg = _SWING[0].read_text("utf-8")
    assert recoloured(svg, LIGHT) == svg


def test_a_frame_that_is_not_there_is_the_last(qtbot: QtBot) -> None:
    view = PictureView(is_beside=False, has_motion=False)
    qtbot.addWidget(view)
    view.set_pictures(_SWING, "Small leg swing")
    view.show_frame(7)
    assert view.frame == 1
    assert view.accessibleName() == "Small leg swing"


def test_beside_each_other_they_are_twice_as_wide(qtbot: QtBot) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.set_height(100)
    view.set_pictures(_SWING, "")
    assert view.sizeHint().width() == 2 * 150 + 10


def test_pictures_that_are_not_there_are_none(qtbot: QtBot, tmp_path: Path) -> None:
    view = PictureView()
    qtbot.addWidget(view)
    view.set_pictures([tmp_path / "X1_1.svg"], "")
    assert not view.has_pictures


def test_it_is_drawn_in_the_colours_of_the_window(qtbot: QtBot) -> None:
    view = PictureView(is_beside=False, has_motion=False)
    qtbot.addWidget(view)
    view.set_pictures(_SWING, "")
    view.resize(300, 200)
    colour = view.grab().toImage().pixelColor(40, 40)
    assert colour == QColor(_on_dark("#EEF2F5"))


def test_without_motion_the_frame_to_look_at_is_the_bright_one(qtbot: QtBot) -> None:
    view = PictureView(has_motion=False, dims_others=True)
    qtbot.addWidget(view)
    view.set_pictures(_SWING, "")
    view.resize(310, 100)

    def brightest(from_x: int) -> int:
        image = view.grab().toImage()
        pixels = [(x, y) for x in range(from_x, from_x + 150, 2) for y in range(0, 100, 2)]
        return max(image.pixelColor(x, y).red() for x, y in pixels)

    first = (brightest(0), brightest(160))
    view.show_frame(1)
    second = (brightest(0), brightest(160))
    assert first[0] > first[1] + 50
    assert second[1] > second[0] + 50
