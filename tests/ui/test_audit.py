"""The audit of pages finds what it is there for."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.audit import complaints


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page)
    page.resize(400, 300)
    return page


def _add(page: QWidget, widget: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    layout.addWidget(widget)
    page.show()


def test_a_good_page_has_no_complaint(page: QWidget) -> None:
    _add(page, QPushButton("Begin"))
    assert complaints(page) == []


def test_a_nameless_field_is_found(page: QWidget) -> None:
    _add(page, QLineEdit())
    assert "has no name" in complaints(page)[0]


def test_a_small_button_is_found(page: QWidget) -> None:
    button = QPushButton("x")
    button.setStyleSheet("min-height: 0; min-width: 0; padding: 0;")
    button.setFixedSize(20, 20)
    _add(page, button)
    assert "20 x 20" in complaints(page)[0]


def test_words_that_are_cut_off_are_found(page: QWidget) -> None:
    label = QLabel("many words " * 20)
    label.setWordWrap(True)
    label.setFixedSize(120, 30)
    _add(page, label)
    assert "cuts its words off" in complaints(page)[0]
