"""How plots look, and their text: the same figures give the same bytes (extra `lab`)."""

import io
from typing import Any

from matplotlib.figure import Figure

STYLE: dict[Any, Any] = {
    "svg.hashsalt": "hipcoach",
    "font.size": 10,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": False,
}
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9")
"""Told apart by people of any colour vision (Okabe and Ito 2008)."""


def svg(figure: Figure) -> str:
    """Text of a figure; tells no time of making."""
    text = io.StringIO()
    figure.savefig(text, format="svg", metadata={"Date": None})
    return text.getvalue()
