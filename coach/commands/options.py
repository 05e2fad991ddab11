"""Options that several commands share, and the numbers they take."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from coach.care.limits import Limit


class Between(click.ParamType[float]):
    """A finite number within a range, with its unit in the refusal."""

    def __init__(self, low: float, high: float, unit: str) -> None:
        self.low, self.high, self.unit = low, high, unit
        self.name = unit

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        """Return the number, or say between what it must lie."""
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if not self.low <= number <= self.high:
            self.fail(f"{value!r} is not a number from {self.low:g} to {self.high:g} {self.unit}.")
        return number


class WalkPath(click.Path):
    """Where a walk goes: a file whose name ends in .hipwalk, for by that every command knows it."""

    name = "walk file"

    def __init__(self) -> None:
        super().__init__(path_type=Path, dir_okay=False)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path, or ask for another name."""
        path = super().convert(value, param, ctx)
        if Path(str(value)).suffix != ".hipwalk":
            self.fail(f"{str(value)!r} does not end in .hipwalk, as the name of a walk does.")
        return path


_LIMITS = (
    click.option(
        "--limit-deg",
        type=Between(-30, 60, "degrees"),
        help="Your own limit, degrees of thigh extension behind your standing line.",
    ),
    click.option(
        "--limit-m",
        type=Between(0.1, 3, "metres"),
        help="Your own limit, metres of stride.",
    ),
)


def limit_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the two limit options to a command."""
    for option in reversed(_LIMITS):
        command = option(command)
    return command


_WORN = (
    click.option("--side", type=click.Choice(["left", "right"]), help="The leg that wears it."),
    click.option(
        "--leg-length",
        "leg_length_m",
        type=Between(0.3, 1.5, "metres"),
        help="Hip to floor, metres; without it there is no stride length.",
    ),
)


def worn_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add what is to be known of a worn sensor to a command."""
    for option in reversed(_WORN):
        command = option(command)
    return command


plain_option = click.option(
    "--plain", "is_plain", is_flag=True, help="Keep the walk unprotected, for a lab."
)


def limit(limit_deg: float | None, limit_m: float | None) -> "Limit | None":
    """The limit given on the command line; None when there is none."""
    from coach.care.limits import Limit

    if limit_deg is None and limit_m is None:
        return None
    return Limit(extension_deg=limit_deg, stride_length_m=limit_m)


def by_hand_of(known: "Limit", limit_deg: float | None, limit_m: float | None) -> "Limit":
    """The limit of a person, with what the command line gives instead; nothing given is no change.

    Raises
    ------
    click.UsageError
        It was set by somebody and would be raised.
    """
    from coach.care.limit_change import by_hand

    if limit_deg is None and limit_m is None:
        return known
    lowered = by_hand(known, limit_deg, limit_m)
    if lowered is None:
        raise click.UsageError(
            "This person's limit was set with them and can only be lowered here. "
            "To raise it, set it where it was set."
        )
    return lowered
