"""Two outcomes of a walk in numbers, side by side."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from coach.replay.what_if import Figures
from ui import texts
from ui.replay import replay_texts


class ComparisonTable(QWidget):
    """A row a figure: what it is, as recorded, under other settings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cells: dict[tuple[int, int], QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 4)
        self._grid.setColumnStretch(0, 1)

    def show_both(self, before: Figures, after: Figures) -> None:
        """Fill in both columns."""
        for i, row in enumerate(self._rows(before, after)):
            for j, text in enumerate(row):
                self._cell(i, j).setText(text)

    def _rows(self, before: Figures, after: Figures) -> list[tuple[str, str, str]]:
        both = (before, after)
        return [
            ("", self.tr("A: was"), self.tr("B: would be")),
            (self.tr("Cues"), *_counts(f.n_cues for f in both)),
            (self.tr("… foreseen"), *_counts(f.n_foreseen for f in both)),
            (self.tr("Strides over the limit"), *_counts(f.n_over for f in both)),
            (self.tr("Strides judged"), *_counts(f.n_scored for f in both)),
            (self.tr("Tones"), *_counts(f.n_tones for f in both)),
            (self.tr("Sentences"), *_counts(f.n_sentences for f in both)),
            (
                self.tr("Painful strides with a cue"),
                _of(before.n_painful_cued, before.n_painful),
                _of(after.n_painful_cued, after.n_painful),
            ),
            (
                self.tr("Median extension"),
                _degrees(before.median_extension_deg),
                _degrees(after.median_extension_deg),
            ),
            (
                self.tr("Median stride"),
                _metres(before.median_stride_length_m),
                _metres(after.median_stride_length_m),
            ),
        ]

    def _cell(self, i: int, j: int) -> QLabel:
        if (i, j) not in self.cells:
            cell = self.cells[i, j] = QLabel()
            cell.setWordWrap(j == 0)
            side = Qt.AlignmentFlag.AlignRight if j else Qt.AlignmentFlag.AlignLeft
            cell.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(cell, i, j)
        return self.cells[i, j]


def count(n: int) -> str:
    """Return a number of things as the language writes it."""
    return texts.number(n, 0)


def _counts(pair: Iterable[int]) -> tuple[str, str]:
    before, after = pair
    return count(before), count(after)


def _of(n: int, total: int) -> str:
    return replay_texts.translate("replay", "{0} of {1}").format(count(n), count(total))


def _degrees(value: float | None) -> str:
    return "–" if value is None else texts.degrees(value)


def _metres(value: float | None) -> str:
    return "–" if value is None else texts.metres(value)
