"""`hipcoach physio`: who has a PIN, and the owner's way back."""

import json
from datetime import UTC, datetime

from click.testing import CliRunner

from coach.cli import commands
from coach.records import roles
from coach.records.library import Library

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def _with_anna() -> None:
    with Library.open() as library:
        roles.add_physio(library, "Anna", "482913", NOON)


def test_nobody_is_told_where_nobody_is() -> None:
    result = CliRunner(catch_exceptions=False).invoke(commands, ["physio"])
    assert result.output == "No physiotherapist has a PIN here.\n"


def test_a_physio_is_told_with_six_words() -> None:
    _with_anna()
    told = json.loads(
        CliRunner(catch_exceptions=False).invoke(commands, ["physio", "--json"]).output
    )
    assert len(told["physios"]["Anna"].split()) == 6


def test_pins_are_taken_away_once_that_was_confirmed() -> None:
    _with_anna()
    CliRunner(catch_exceptions=False).invoke(commands, ["physio", "--forget-pins", "--yes"])
    with Library.open() as library:
        assert roles.physios(library) == ()


def test_pins_stay_where_nobody_confirms() -> None:
    _with_anna()
    result = CliRunner(catch_exceptions=False).invoke(
        commands, ["physio", "--forget-pins"], input="n\n"
    )
    with Library.open() as library:
        assert (result.exit_code, len(roles.physios(library))) == (1, 1)
