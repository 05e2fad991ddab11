"""Figures as rows to be read: what was measured, with its unit, and what it must show."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import NamedTuple

from coach.lab.figures import Figures


class Range(NamedTuple):
    """From where to where a figure is good enough, both ends included."""

    low: float = -inf
    high: float = inf

    def holds(self, value: float) -> bool:
        """Whether the value is good enough."""
        return self.low <= value <= self.high

    def text(self) -> str:
        """Return how a person writes it."""
        if self.low == -inf:
            return f"≤ {self.high:g}"
        return f"≥ {self.low:g}" if self.high == inf else f"{self.low:g}–{self.high:g}"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure; `value` is None where nothing could be measured.

    `must` is what the program has to show, `aim` what it strives for; None where neither is set.
    `basis` says what it was measured on.
    """

    label: str
    value: float | None
    unit: str = ""
    digits: int = 2
    must: Range | None = None
    aim: Range | None = None
    basis: str = ""

    def text(self) -> str:
        """Return value and unit, or a dash."""
        if self.value is None:
            return "–"
        space = "" if self.unit in {"", "°"} else " "
        return f"{self.value:.{self.digits}f}{space}{self.unit}"

    def verdict(self) -> str:
        """Whether the figure, as shown, is what it has to be; empty where nothing is asked."""
        if self.value is None or (self.must is None and self.aim is None):
            return ""
        shown = round(self.value, self.digits)
        if self.must is not None and not self.must.holds(shown):
            return "not met"
        if self.aim is None:
            return "must met"
        if self.aim.holds(shown):
            return "aim reached"
        return "" if self.must is None else "must met"

    def as_fields(self) -> dict[str, str | float | None]:
        """Return the row for programs; what is asked as a person writes it."""
        return {
            "label": self.label,
            "value": self.value,
            "unit": self.unit,
            "must": self.must and self.must.text(),
            "aim": self.aim and self.aim.text(),
            "verdict": self.verdict(),
            "basis": self.basis,
        }


COVER = Range(0.85, 0.95)
"""How often a 90 % interval may hold the truth."""


def rows_of(figures: Figures) -> tuple[Row, ...]:
    """Every figure of some walks, in the order in which a page shows them."""
    return (*found_rows(figures), *length_rows(figures), *cue_rows(figures))


def found_rows(f: Figures, basis: str = "") -> tuple[Row, ...]:
    """Figures of strides, their angle and when it is known."""
    none = Range(high=0)
    f1 = f.f1 if f.n_strides or f.n_false else None
    return (
        Row("Walks", f.n_walks, digits=0, basis=basis),
        Row("Straight strides", f.n_strides, digits=0, basis=basis),
        Row("Gait cycles of their own", f.n_cycles, digits=0, basis=basis),
        Row("Strides found, F1", f1, "", 4, Range(0.995), Range(1.0), basis),
        Row("Missed", f.n_missed, digits=0, basis=basis),
        Row("False", f.n_false, digits=0, basis=basis),
        Row(f"Scored, of {f.n_turns} that must not be", f.n_turns_scored, "", 0, none, none, basis),
        Row("Thigh extension, RMSE", f.extension_rmse_deg, "°", 2, *_up_to(1.0, 0.7), basis),
        Row("… mean error", f.extension_bias_deg, "°", basis=basis),
        Row("… spread about each walk's mean", f.extension_spread_deg, "°", basis=basis),
        Row("… 90 % interval covers", f.extension_cover90, "", 2, COVER, None, basis),
        Row("Peak known after, P95", f.late_p95_ms, "ms", 0, *_up_to(45, 40), basis),
    )


def length_rows(f: Figures) -> tuple[Row, ...]:
    """Figures of stride length; errors are mean absolute ones."""
    return (
        Row("Strides with a length", 100 * (f.length_given or 0.0), "%", 0),
        Row("Length by leg alone, error", f.length_plain_mape, "%", 1, *_up_to(6.5, 5)),
        Row("… 90 % interval covers", f.length_plain_cover90, "", 2, COVER),
        Row("Length calibrated, error", f.length_calibrated_mape, "%", 1, *_up_to(3.0, 2.0)),
        Row("… in centimetres", f.length_calibrated_mae_cm, "cm", 1, *_up_to(4.0, 2.5)),
        Row("… 90 % interval covers", f.length_calibrated_cover90, "", 2, COVER),
        Row("… gait cycles of their own", f.n_calibrated_cycles, digits=0),
    )


def cue_rows(f: Figures) -> tuple[Row, ...]:
    """The figures of decisions against a limit; shares are in percent."""
    caught = 100 * f.n_cue_caught / f.n_cue_over if f.n_cue_over else None
    false = 100 * f.n_cue_false / f.n_cue_under if f.n_cue_under else None
    lead_ms = f.cue_lead_median_ms
    return (
        Row(
            f"Caught, of {f.n_cue_over} strides clearly over the limit",
            caught, "%", 1, Range(90), Range(97),
        ),
        Row(
            f"Cued, of {f.n_cue_under} strides clearly under it",
            false, "%", 1, Range(high=10), Range(high=3),
        ),
        Row("Lead before the peak, median", lead_ms, "ms", 0, Range(80), Range(150)),
    )  # fmt: skip


def _up_to(must: float, aim: float) -> tuple[Range, Range]:
    return Range(high=must), Range(high=aim)


def as_lines(rows: Sequence[Row]) -> list[str]:
    """Rows for a terminal, aligned; rows without a value are left out."""
    told = [row for row in rows if row.value is not None]
    width = max((len(row.label) for row in told), default=0)
    lines = []
    for row in told:
        must = f"must {row.must.text()}" if row.must else ""
        aim = f"aim {row.aim.text()}" if row.aim else ""
        line = f"  {row.label:<{width}}  {row.text():>9}  {must:<14} {aim:<10} {row.verdict()}"
        lines.append(line.rstrip())
    return lines
