"""Who walks, for `--person`: what is known of the leg with the sensor, and whose walk it is."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import click

from coach.care.limits import Limit
from coach.care.warning_signs import Lock
from coach.gait.pipeline import GaitSettings
from coach.records.entries import LegProfile, Person
from coach.records.library import Library
from coach.records.walk_entry import entry_of
from coach.today import about_person, limit_in_force, locks_of
from sensors.samples import Side, StreamKind


class Wearer(NamedTuple):
    """A person and the leg that wears the sensor.

    Attributes
    ----------
    limit : Limit or None
        The one in force; None too where cues wait for a physiotherapist.
    """

    person: Person
    side: Side
    profile: LegProfile
    limit: Limit | None

    def settings(self, gait: GaitSettings) -> GaitSettings:
        """The settings with what is known of this leg, where the stream does not tell it.

        Raises
        ------
        click.UsageError
            When the stream is of the other leg.
        """
        if gait.side not in {None, self.side}:
            raise click.UsageError(
                f"This walk was recorded on the {gait.side} leg: tell --side {gait.side}."
            )
        return replace(
            gait,
            side=self.side,
            placement=gait.placement or self.profile.placement,
            leg_length_m=gait.leg_length_m or self.profile.leg_length_m,
            height_m=gait.height_m or self.profile.height_m,
            worn=self.profile.worn,
        )

    def take_in(self, kept: list[Path]) -> None:
        """Put walks into the list as this person's; the simulated walker's are nobody's.

        Raises
        ------
        RecordError
            When one cannot be read, or the list cannot be written.
        """
        with Library.open() as library:
            for path in kept:
                if path.exists() and entry_of(path).kind != StreamKind.SIMULATION:
                    library.index_walk(path.absolute(), self.person)


def wearer(name: str, side: str | None, now: datetime) -> Wearer:
    """Somebody of the library, with the leg that was told or the only one that is known.

    Raises
    ------
    click.ClickException
        When nobody is called so, or the leg has to be told.
    RecordError
        When the library cannot be read.
    """
    with Library.open() as library:
        person = next((each for each in library.people() if each.name == name), None)
        if person is None:
            raise click.ClickException(
                f"Nobody here is called {name!r}. `hipcoach library` shows who walks here."
            )
        about = about_person(library, person)
        known = [each for each in Side if library.profile(person, each) is not None]
        legs = [Side(side)] if side else list(about.sore_sides[:1]) or known
        if len(legs) != 1:
            raise click.UsageError("Tell the leg that wears the sensor: --side left or right.")
        is_open = locks_of(about, now.date()).is_open(Lock.CUES)
        return Wearer(
            person,
            legs[0],
            library.profile(person, legs[0]) or LegProfile(),
            limit_in_force(library, person, legs[0]) if is_open else None,
        )
