"""Colours: contrast by the WCAG formula, both themes, every pair that meets on the screen."""

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from sensors.samples import FloatArray
from tests.ui.contrast import contrast_ratio
from ui.theme import CONTRAST, DARK, LIGHT, MIN_TEXT_PX, Theme, scaled_font

THEMES = pytest.mark.parametrize(
    "theme", [DARK, LIGHT, CONTRAST], ids=["dark", "light", "contrast"]
)


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
    colours = (theme.background, theme.text, theme.good, theme.caution, theme.stop)
    assert len(set(colours)) == len(colours)


def test_text_at_the_desk_is_at_least_16_px(qapp: QApplication) -> None:
    assert QPushButton().fontInfo().pixelSize() >= MIN_TEXT_PX


def test_a_scaled_font_follows_the_person_s_text_size(qapp: QApplication) -> None:
    font = qapp.font()
    assert scaled_font(font, 1.5).pointSizeF() == pytest.approx(1.5 * font.pointSizeF())


_BLINDNESS = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
"""Machado GM, Oliveira MM, Fernandes LAF (2009), doi 10.1109/TVCG.2009.113; severity 1.0."""


def _linear(colour: str) -> FloatArray:
    channels = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    return np.where(channels <= 0.04045, channels / 12.92, ((channels + 0.055) / 1.055) ** 2.4)


def _lab(linear: FloatArray) -> FloatArray:
    """CIE L*a*b* of linear sRGB, white D65."""
    to_xyz = np.array(
        [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]
    )
    t = to_xyz @ np.clip(linear, 0, 1) / np.array([0.9505, 1.0, 1.089])
    f = np.where(t > 0.008856, np.cbrt(t), 7.787 * t + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@THEMES
@pytest.mark.parametrize("blindness", _BLINDNESS)
def test_state_colours_stay_apart_in_every_colour_blindness(theme: Theme, blindness: str) -> None:
    seen = np.array(_BLINDNESS[blindness])
    labs = [_lab(seen @ _linear(c)) for c in (theme.good, theme.caution, theme.stop)]
    apart = [float(np.linalg.norm(one - other)) for one, other in combinations(labs, 2)]
    assert min(apart) >= 20  # twice what is seen as another colour at a glance
