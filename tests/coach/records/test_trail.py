"""Whoever edits the database behind the program breaks the trail, and cannot sign."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import msgspec
import pytest

from coach.care.limits import Limit
from coach.care.plan import Permissions
from coach.records import roles, trail
from coach.records.entries import LimitEntry, Person
from coach.records.library import Library
from coach.records.trail import Broken, Checked, Link
from sensors.samples import Side

NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)
PIN = "482913"


@pytest.fixture
def person(library: Library) -> Person:
    return library.add_person("Maija")


@pytest.fixture
def anna(library: Library) -> roles.Session:
    return roles.add_physio(library, "Anna", PIN, NOON)


@pytest.fixture
def kept(library: Library, person: Person, anna: roles.Session) -> Library:
    """One own limit, two of Anna's, and what Anna opened."""
    _set(library, person, 14.0, "program", None)
    _set(library, person, 12.0, "Anna", anna)
    _set(library, person, 10.0, "Anna", anna)
    library.keep(person, Permissions(is_brisk_open=True), by="Anna", at=NOON, signer=anna.signer)
    return library


def _set(
    library: Library, person: Person, deg: float, by: str, session: roles.Session | None
) -> None:
    entry = LimitEntry(NOON, by, "because", Limit(extension_deg=deg))
    library.set_limit(person, Side.LEFT, entry, signer=session.signer if session else None)


def _edit(path: Path, sql: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(sql, values)


def _check(library: Library, person: Person) -> Checked:
    return library.check_trail(person, roles.keys_by_name(library))


def _broken(library: Library, person: Person) -> list[Broken]:
    return [fault.kind for fault in _check(library, person).faults]


def test_an_untouched_trail_holds(kept: Library, person: Person) -> None:
    checked = _check(kept, person)
    assert (checked.n_links, checked.n_signed, checked.faults) == (4, 3, ())


def test_a_raised_limit_is_seen(kept: Library, person: Person) -> None:
    _edit(kept.path, "UPDATE limit_set SET json=replace(json, '12.0', '30.0')")
    assert _broken(kept, person) == [Broken.CHANGED]


def test_another_author_is_seen(kept: Library, person: Person) -> None:
    _edit(kept.path, "UPDATE limit_set SET set_by='Anna' WHERE set_by='program'")
    assert _broken(kept, person) == [Broken.CHANGED]


def test_permissions_edited_are_seen(kept: Library, person: Person) -> None:
    _edit(
        kept.path,
        "UPDATE journal SET json=replace(json, '\"is_return_open\":false', "
        "'\"is_return_open\":true') WHERE kind='permissions'",
    )
    assert _broken(kept, person) == [Broken.CHANGED]


def test_a_limit_that_was_taken_out_is_missed(kept: Library, person: Person) -> None:
    _edit(kept.path, "DELETE FROM limit_set WHERE json LIKE '%12.0%'")
    assert _broken(kept, person) == [Broken.GONE]


def test_a_limit_slipped_in_is_seen(kept: Library, person: Person) -> None:
    _edit(
        kept.path,
        "INSERT INTO limit_set(profile_id, set_at, set_by, reason, json) "
        "SELECT profile_id, set_at, set_by, reason, json FROM limit_set ORDER BY id LIMIT 1",
    )
    assert _broken(kept, person) == [Broken.SLIPPED_IN]


def test_a_link_taken_out_with_its_row_breaks_the_next(kept: Library, person: Person) -> None:
    _edit(kept.path, "DELETE FROM limit_set WHERE json LIKE '%12.0%'")
    _edit(kept.path, "DELETE FROM journal WHERE kind='trail' AND json LIKE '%\"row\":2,%'")
    assert Broken.CHANGED in _broken(kept, person)


def test_a_chain_made_anew_lacks_the_signatures(kept: Library, person: Person) -> None:
    """The attacker knows this program, not the PIN."""
    _edit(kept.path, "UPDATE limit_set SET json=replace(json, '12.0', '30.0')")
    with closing(sqlite3.connect(kept.path)) as connection, connection:
        rows = connection.execute("SELECT id, json FROM journal WHERE kind='trail'").fetchall()
        links = [msgspec.json.decode(text, type=Link) for _, text in rows]
        connection.execute("DELETE FROM journal WHERE kind='trail'")
        for link in links:
            trail.append(connection, person.id, link.table, link.row, NOON.isoformat(), "x", None)
    assert _broken(kept, person) == [Broken.UNSIGNED] * 3


def test_signatures_of_a_key_of_one_s_own_are_not_anna_s(
    kept: Library, person: Person, tmp_path: Path
) -> None:
    mallory = roles.add_physio(kept, "Mallory", "590417", NOON)
    _set(kept, person, 30.0, "Anna", mallory)
    assert _broken(kept, person) == [Broken.SIGNATURE]


def test_a_signature_moved_to_another_row_is_seen(kept: Library, person: Person) -> None:
    _edit(
        kept.path,
        "UPDATE journal SET json=replace(json, '\"row\":2,', '\"row\":3,') WHERE kind='trail'",
    )
    assert Broken.CHANGED in _broken(kept, person)


def test_a_link_that_is_none_speaks_of_nothing(kept: Library, person: Person) -> None:
    _edit(kept.path, "UPDATE journal SET json='[]' WHERE kind='trail'")
    assert Broken.GONE in _broken(kept, person)


def test_rows_from_before_the_trail_are_counted_not_blamed(
    library: Library, person: Person
) -> None:
    _set(library, person, 14.0, "program", None)
    _edit(library.path, "DELETE FROM journal WHERE kind='trail'")
    _set(library, person, 12.0, "program", None)
    checked = _check(library, person)
    assert (checked.n_older, checked.faults) == (1, ())


def test_the_newest_links_taken_away_are_not_seen_but_the_head_differs(
    kept: Library, person: Person
) -> None:
    before = _check(kept, person)
    _edit(
        kept.path,
        "DELETE FROM journal WHERE id IN (SELECT id FROM journal WHERE kind='trail' "
        "ORDER BY id DESC LIMIT 1) OR kind='permissions'",
    )
    after = _check(kept, person)
    assert after.faults == ()
    assert after.head != before.head


def test_forgetting_a_person_forgets_their_trail(kept: Library, person: Person) -> None:
    kept.forget_person(person)
    assert _check(kept, person) == Checked()
