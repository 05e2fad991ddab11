"""Colours: contrast by the WCAG formula, both themes, every pair that meets on the screen."""

from dataclasses import astuple

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from ui.theme import DARK, LIGHT, MIN_TEXT_PX, Theme, contrast_ratio, scaled_font

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21.0)


def test_contrast_of_a_colour_with_itself_is_1() -> None:
    assert contrast_ratio("#5CC8FF", "#5CC8FF") == pytest.approx(1.0)


@THEMES
@pytest.mark.parametrize("name", ["text", "muted", "good", "caution", "stop"])
def test_everything_written_reaches_4_5_on_background_and_panel(theme: Theme, name: str) -> None:
    colour = getattr(theme, name)
    assert contrast_ratio(colour, theme.background) >= 4.5
    assert contrast_ratio(colour, theme.panel) >= 4.5


@THEMES
def test_borders_of_controls_reach_3_or_the_focus_ring_does(theme: Theme) -> None:
    assert contrast_ratio(theme.text, theme.panel) >= 3  # the ring
    assert contrast_ratio(theme.text, theme.line) >= 2  # ring against the border it replaces


@THEMES
def test_writing_on_a_coloured_button_reaches_4_5(theme: Theme) -> None:
    assert contrast_ratio(theme.background, theme.good) >= 4.5
    assert contrast_ratio(theme.background, theme.caution) >= 4.5


@pytest.mark.parametrize(
    ("theme", "expected"),
    [(DARK, (17.1, 9.8, 11.5, 6.4)), (LIGHT, (17.8, 7.4, 6.9, 10.8))],
    ids=["dark", "light"],
)
def test_contrasts_are_the_ones_that_were_chosen(theme: Theme, expected: tuple[float, ...]) -> None:
    colours = (theme.text, theme.good, theme.caution, theme.stop)
    found = tuple(contrast_ratio(colour, theme.background) for colour in colours)
    assert found == pytest.approx(expected, abs=0.1)


@THEMES
def test_all_colours_of_a_theme_are_different(theme: Theme) -> None:
    colours = astuple(theme)[1:]
    assert len(set(colours)) == len(colours)


def test_text_at_the_desk_is_at_least_16_px(qapp: QApplication) -> None:
    assert QPushButton().fontInfo().pixelSize() >= MIN_TEXT_PX


def test_a_scaled_font_follows_the_person_s_text_size(qapp: QApplication) -> None:
    font = qapp.font()
    assert scaled_font(font, 1.5).pointSizeF() == pytest.approx(1.5 * font.pointSizeF())
