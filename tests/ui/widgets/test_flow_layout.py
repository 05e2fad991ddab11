"""A row that breaks like text."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow_layout import FlowLayout


class _Box(QWidget):
    def sizeHint(self) -> QSize:
        return QSize(100, 40)


def _row(qtbot: QtBot, n: int) -> tuple[QWidget, FlowLayout, list[_Box]]:
    row = QWidget()
    qtbot.addWidget(row)
    layout = FlowLayout(row, spacing_px=10)
    boxes = [_Box() for _ in range(n)]
    for box in boxes:
        layout.addWidget(box)
    return row, layout, boxes


def test_a_wide_row_is_one_row(qtbot: QtBot) -> None:
    row, layout, _boxes = _row(qtbot, 3)
    assert layout.heightForWidth(320) == row.heightForWidth(320) == 40


def test_a_narrow_row_breaks(qtbot: QtBot) -> None:
    row, layout, _boxes = _row(qtbot, 3)
    assert layout.heightForWidth(319) == row.heightForWidth(319) == 40 + 10 + 40


def test_items_stand_beside_and_below_each_other(qtbot: QtBot) -> None:
    row, _, boxes = _row(qtbot, 3)
    row.resize(215, 200)
    row.grab()
    assert [(box.x(), box.y()) for box in boxes] == [(0, 0), (110, 0), (0, 50)]


def test_hidden_items_leave_no_hole(qtbot: QtBot) -> None:
    row, _, boxes = _row(qtbot, 3)
    boxes[0].hide()
    row.resize(400, 100)
    row.grab()
    assert boxes[1].x() == 0


def test_one_item_wider_than_the_row_still_has_one_row(qtbot: QtBot) -> None:
    row, layout, _boxes = _row(qtbot, 1)
    assert layout.heightForWidth(50) == row.heightForWidth(50) == 40
