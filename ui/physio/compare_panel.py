"""Two to six walks over each other, each change beside the measurement error."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from coach.follow_up.comparison import (
    Compared,
    Direction,
    Quantity,
    ToCompare,
    Verdict,
    compared,
)
from coach.follow_up.report_items import Unit, unit_of_change
from coach.follow_up.walk_look import Mean
from ui import report_figures, texts
from ui import report_texts as words
from ui.physio.block_views import block_view
from ui.report_blocks import Bullets, Table
from ui.theme import current_theme
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate

_FORM = {
    Quantity.EXTENSION: (Unit.DEGREES, 1, 1.0),
    Quantity.STRIDE_LENGTH: (Unit.METRES, 2, 1.0),
    Quantity.CADENCE: (Unit.STEPS, 0, 1.0),
    Quantity.SPEED: (Unit.SPEED, 2, 1.0),
    Quantity.COMFORTABLE: (Unit.SHARE, 0, 100.0),
    Quantity.WORST_PAIN: (Unit.POINTS, 0, 1.0),
}


class ComparePanel(Sheet):
    """Shows walks beside each other; asks to go back."""

    back_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Walks beside each other"), parent)
        self.back = push_button(self.tr("Back to the review"))
        self.back.clicked.connect(self.back_requested)
        self.verdicts = Card(self.tr("What changed, from the first to the last"))
        self.curves = Card()
        self.table = Card(self.tr("Means of the scored strides (SD)"))
        self._parts: list[QWidget] = []
        self.add(self.back, self.verdicts, self.curves, self.table)

    def set_walks(self, walks: tuple[ToCompare, ...], names: tuple[str, ...]) -> None:
        """Show walks, oldest first, with what each is called."""
        from ui.physio import walk_plots

        for part in self._parts:
            part.deleteLater()
        rows = compared(walks)
        said = block_view(Bullets(tuple(sentence(row) for row in rows)))
        self.verdicts.add(said)
        table = block_view(_table(rows, names))
        self.table.add(table)
        self._parts = [said, table]
        figure = report_figures.curves([walk.look for walk in walks])
        self.curves.setVisible(figure is not None)
        if figure is None:
            return
        self.curves.set_title(figure.heading)
        curves = [
            (name, walk.look.curve)
            for name, walk in zip(names, walks, strict=True)
            if walk.look.curve is not None
        ]
        plot = walk_plots.mean_curves(curves, current_theme(self), self)
        walk_plots.names_of([(plot, figure.heading, figure.words)])
        words_ = text_label(figure.words, is_muted=True)
        self.curves.add(plot, words_)
        self._parts += [plot, words_]


def sentence(row: Compared) -> str:
    """Return what may be said of one change, beside what measuring alone can make of it."""
    name = words.quantity(row.quantity)
    if row.verdict is Verdict.OTHER_LEG:
        return translate("review", "{0}: measured on different legs, no comparison.").format(name)
    if row.change is None:
        return translate("review", "{0}: not measured in both.").format(name)
    change = change_amount(row.quantity, row.change)
    error = "" if row.error is None else change_amount(row.quantity, row.error)
    if change == change_amount(row.quantity, 0.0):
        return _said_of_none(row).format(name, change, error)
    return _said(row).format(name, change, error)


def _said_of_none(row: Compared) -> str:
    """Return the sentence of a change too small to be shown."""
    if row.error is None:
        return translate("review", "{0}: no change.")
    return translate(
        "review", "{0}: changed by {1}, less than the measurement error ({2}): no real change."
    )


def _said(row: Compared) -> str:
    """Return the sentence of a change: its direction, and what may be concluded."""
    is_more = (row.change or 0) > 0
    if row.verdict is Verdict.WITHIN_ERROR:
        if is_more:
            return translate(
                "review",
                "{0}: rose by {1}, less than the measurement error ({2}): no real change.",
            )
        return translate(
            "review", "{0}: fell by {1}, less than the measurement error ({2}): no real change."
        )
    if row.error is None:
        return _said_without_error(row.direction, is_more=is_more)
    return _said_of_real(row.direction, is_more=is_more)


def _said_without_error(direction: Direction, *, is_more: bool) -> str:
    said = {
        (Direction.BETTER, True): translate(
            "review",
            "{0}: rose by {1}, to the better; its measurement error is not known, "
            "so no conclusion.",
        ),
        (Direction.WORSE, False): translate(
            "review",
            "{0}: fell by {1}, to the worse; its measurement error is not known, so no conclusion.",
        ),
        (Direction.NEITHER, True): translate(
            "review", "{0}: rose by {1}; its measurement error is not known, so no conclusion."
        ),
        (Direction.NEITHER, False): translate(
            "review", "{0}: fell by {1}; its measurement error is not known, so no conclusion."
        ),
    }
    return said[direction, is_more]


def _said_of_real(direction: Direction, *, is_more: bool) -> str:
    said = {
        (Direction.BETTER, False): translate(
            "review", "{0}: fell by {1}, to the better; the measurement error is {2}."
        ),
        (Direction.WORSE, True): translate(
            "review", "{0}: rose by {1}, to the worse; the measurement error is {2}."
        ),
        (Direction.NEITHER, True): translate(
            "review",
            "{0}: rose by {1}; the measurement error is {2}. By itself neither better nor worse.",
        ),
        (Direction.NEITHER, False): translate(
            "review",
            "{0}: fell by {1}; the measurement error is {2}. By itself neither better nor worse.",
        ),
    }
    return said[direction, is_more]


def change_amount(quantity: Quantity, change: float) -> str:
    """Return by how much a quantity is another, without its sign."""
    unit, decimals, times = _FORM[quantity]
    return words.amount(times * abs(change), unit_of_change(unit), decimals)


def amount(quantity: Quantity, value: float) -> str:
    """Return an amount of a quantity with its unit."""
    unit, decimals, times = _FORM[quantity]
    return words.amount(times * value, unit, decimals)


def _table(rows: tuple[Compared, ...], names: tuple[str, ...]) -> Table:
    head = (
        translate("review", "Quantity"),
        *names,
        translate("review", "Change"),
        translate("review", "Measurement error"),
    )
    return Table(translate("review", "Walks beside each other"), head, tuple(map(_row, rows)))


def _row(row: Compared) -> tuple[str, ...]:
    def signed(value: float) -> str:
        said = change_amount(row.quantity, value)
        return f"+{said}" if value > 0 else f"−{said}" if value < 0 else said

    return (
        words.quantity(row.quantity),
        *(_cell(row.quantity, mean) for mean in row.values),
        "–" if row.change is None else signed(row.change),
        "–" if row.error is None else change_amount(row.quantity, row.error),
    )


def _cell(quantity: Quantity, mean: Mean) -> str:
    if mean.value is None:
        return "–"
    said = amount(quantity, mean.value)
    if mean.sd is None:
        return said
    _, decimals, times = _FORM[quantity]
    return f"{said} ({texts.number(times * mean.sd, decimals)})"
