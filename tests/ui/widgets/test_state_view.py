"""The far view: large enough from three metres, and told apart by shape, place and colour."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.delivery import ScreenState
from ui import texts
from ui.theme import DARK, LIGHT, apply_theme, scaled_font
from ui.widgets.state_view import SECOND_CAP, WORD_CAP, Face, Hue, Mark, Place, StateView

SIZES = [(1280, 360), (1920, 560), (1920, 1080), (1366, 768), (3840, 2160)]
GOOD = Face("Good", "", Mark.ROUND, Place.LEFT, Hue.GOOD)


@pytest.fixture
def view(qtbot: QtBot) -> StateView:
    view = StateView()
    qtbot.addWidget(view)
    return view


def _photo(view: StateView, width: int = 1280, height: int = 400) -> QImage:
    view.resize(width, height)
    return view.grab().toImage()


def _columns_with(image: QImage, colour: str) -> list[int]:
    wanted = QColor(colour).rgb()
    middle = range(0, image.height(), 4)
    return [x for x in range(image.width()) if any(image.pixel(x, y) == wanted for y in middle)]


@pytest.mark.parametrize("state", [*ScreenState, *texts.WindowState])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_english_words_have_capitals_of_22_per_cent_of_the_view(
    view: StateView, state: texts.FarState, size: tuple[int, int]
) -> None:
    view.show_face(texts.face(state))
    view.resize(*size)
    assert view.word_fit().cap_px >= WORD_CAP * size[1]


@pytest.mark.parametrize("state", [*ScreenState, *texts.WindowState])
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_finnish_words_have_capitals_of_22_per_cent_of_the_view(
    view: StateView, finnish: None, state: texts.FarState, size: tuple[int, int]
) -> None:
    view.show_face(texts.face(state))
    view.resize(*size)
    assert view.word_fit().cap_px >= WORD_CAP * size[1]


def test_the_promised_capital_height_is_what_is_painted(view: StateView) -> None:
    view.show_face(GOOD._replace(word="H", mark=Mark.BAR))
    image = _photo(view, 900, 500)
    white = QColor(DARK.good).rgb()
    letter = [y for y in range(500) if any(image.pixel(x, y) == white for x in range(260, 900, 2))]
    painted_px = max(letter) - min(letter) + 1
    assert painted_px == pytest.approx(view.word_fit().cap_px, rel=0.03)


@pytest.mark.parametrize("state", list(ScreenState))
def test_words_stay_inside_the_view(view: StateView, state: ScreenState) -> None:
    view.show_face(texts.face(state))
    image = _photo(view)
    background = QColor(DARK.background).rgb()
    rows = range(image.height())
    edges = [image.pixel(x, y) for x in (0, image.width() - 1) for y in rows]
    assert set(edges) == {background}


@pytest.mark.parametrize(
    ("place", "low", "high"),
    [(Place.LEFT, 0, 0.35), (Place.CENTRE, 0.3, 0.7), (Place.RIGHT, 0.65, 1)],
    ids=["left", "centre", "right"],
)
def test_the_shape_stands_in_its_place(
    view: StateView, place: Place, low: float, high: float
) -> None:
    view.show_face(Face("", "", Mark.OCTAGON, place, Hue.STOP))
    image = _photo(view)
    columns = _columns_with(image, DARK.stop)
    assert low * image.width() <= min(columns)
    assert max(columns) <= high * image.width()


def test_a_face_wears_the_colours_of_the_theme(view: StateView, qapp: QApplication) -> None:
    view.show_face(GOOD)
    assert _columns_with(_photo(view), DARK.good)
    apply_theme(qapp, LIGHT)
    assert _columns_with(_photo(view), LIGHT.good)


def test_shapes_paint_different_pictures(view: StateView) -> None:
    pictures = []
    for mark in Mark:
        view.show_face(Face("", "", mark, Place.LEFT, Hue.PLAIN))
        pictures.append(bytes(_photo(view, 400, 300).constBits()))
    assert len(set(pictures)) == len(Mark)


def test_a_screen_reader_hears_both_lines(view: StateView) -> None:
    view.show_face(texts.face(ScreenState.SMALLER_STEPS))
    assert view.accessibleName() == "Smaller steps, same pace"


def test_a_screen_reader_can_ask_for_the_time(view: StateView) -> None:
    view.show_time("12:03")
    assert view.accessibleDescription() == "12:03"


def test_the_time_has_capitals_of_11_per_cent(view: StateView) -> None:
    view.show_time("12:03")
    image = _photo(view, 1280, 400)
    text = QColor(DARK.text).rgb()
    right = range(1000, 1280, 2)
    rows = [y for y in range(300, 400) if any(image.pixel(x, y) == text for x in right)]
    assert (max(rows) - min(rows) + 1) / 400 == pytest.approx(SECOND_CAP, abs=0.012)


def test_larger_desk_text_leaves_the_far_word_as_large(view: StateView) -> None:
    view.show_face(GOOD)
    view.resize(1280, 400)
    before_px = view.word_fit().cap_px
    view.setFont(scaled_font(view.font(), 2.0))
    assert view.word_fit().cap_px == pytest.approx(before_px, rel=0.01)


def test_letters_are_squeezed_before_they_shrink(view: StateView) -> None:
    view.show_face(GOOD._replace(word="Extraordinarily", place=Place.CENTRE))
    view.resize(1000, 400)
    fit = view.word_fit()
    assert fit.squeeze < 1
    assert fit.cap_px >= WORD_CAP * 400


def test_the_view_takes_no_focus(view: StateView) -> None:
    assert view.focusPolicy() == Qt.FocusPolicy.NoFocus
