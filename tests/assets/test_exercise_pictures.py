"""The pictures are those that the script draws, and Qt can draw every one of them."""

import runpy
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

import assets
from coach.care.exercises import Exercise, Kind, Leg, load_library

_ROOT = Path(assets.__file__).parents[1]
_PICTURES = sorted((_ROOT / "assets" / "exercises" / "pictures").glob("*.svg"))
_WORKED, _CARD = "#E06A00", "#EEF2F5"
_each = pytest.mark.parametrize("picture", _PICTURES, ids=lambda path: path.stem)


def _drawn(picture: Path, background: str) -> QImage:
    renderer = QSvgRenderer(str(picture))
    assert renderer.isValid()
    image = QImage(180, 120, QImage.Format.Format_RGB32)
    image.fill(QColor(background))
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, 180, 120))
    painter.end()
    return image


def test_files_are_what_the_script_draws(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(_ROOT / "scripts"))
    script = runpy.run_path(str(_ROOT / "scripts" / "draw_exercises.py"))
    script["write"](tmp_path)
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == {
        p.name: p.read_bytes() for p in _PICTURES
    }


@_each
def test_only_the_corners_let_the_window_through(picture: Path) -> None:
    dark, light = _drawn(picture, "#0F1419"), _drawn(picture, "#FFFFFF")
    differing = [
        (x, y)
        for x in range(0, 180, 3)
        for y in range(0, 120, 3)
        if dark.pixel(x, y) != light.pixel(x, y)
    ]
    assert all(min(x, 179 - x) + min(y, 119 - y) < 8 for x, y in differing)


@_each
def test_nothing_is_drawn_off_the_card(picture: Path) -> None:
    image = _drawn(picture, "#FFFFFF")
    edge = [(x, y) for x in range(10, 170, 2) for y in (1, 118)]
    edge += [(x, y) for y in range(10, 110, 2) for x in (1, 178)]
    assert {image.pixelColor(x, y).name().upper() for x, y in edge} == {_CARD}


@pytest.mark.parametrize("exercise", load_library().values(), ids=lambda exercise: exercise.id)
def test_what_works_stands_out_by_colour_outline_and_dashes(exercise: Exercise) -> None:
    if exercise.leg is Leg.TOGETHER and exercise.kind in (Kind.SELF_CARE, Kind.STILL_BREAK):
        return
    shapes = [e.attrib for path in exercise.pictures for e in ET.parse(path).getroot().iter()]
    strokes = {(a.get("stroke") or "") for a in shapes} | {(a.get("fill") or "") for a in shapes}
    assert {_WORKED, "#14181C", "#FFFFFF"} <= strokes


def test_two_frames_show_two_poses() -> None:
    for exercise in load_library().values():
        texts = [path.read_text("utf-8") for path in exercise.pictures]
        assert len(set(texts)) == exercise.frames
