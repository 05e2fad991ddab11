"""Limits set by hand, signed, with a reason; and the trail that tells whether they are as set."""

import sqlite3
from contextlib import closing
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from coach.care.limits import Limit
from coach.records import roles
from coach.records.entries import LimitEntry
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from tests.ui.physio.pages import shown
from ui.home.home import Home
from ui.physio.audit_page import AuditPage
from ui.physio.desk import Desk
from ui.physio.limit_page import LimitPage


@pytest.fixture
def limit(qtbot: QtBot, desk: Desk) -> LimitPage:
    return shown(qtbot, desk, LimitPage(desk))


@pytest.fixture
def audit(qtbot: QtBot, desk: Desk) -> AuditPage:
    page = AuditPage(desk)
    qtbot.addWidget(page)
    return page


def _newest(home: Home) -> LimitEntry:
    return home.library.limits(home.person, Side.RIGHT)[-1]


def test_a_limit_by_hand_is_signed_named_and_ends(
    limit: LimitPage, desk: Desk, clock: Clock
) -> None:
    limit.hand.degrees.setValue(11.5)
    limit.hand.reason.setText("Hurts from 13 on")
    limit.hand.set.click()
    entry = _newest(desk.home)
    assert (entry.set_by, entry.reason) == ("Anna", "Hurts from 13 on")
    assert entry.limit is not None
    assert entry.limit.expires_on == (clock() + timedelta(weeks=4)).date()
    assert desk.checked().n_signed == 1


def test_without_a_reason_nothing_is_set(limit: LimitPage, desk: Desk) -> None:
    limit.hand.set.click()
    assert limit.hand.missing.isVisible()
    assert desk.home.library.limits(desk.home.person, Side.RIGHT) == ()


def test_the_physio_may_raise_a_limit(limit: LimitPage, desk: Desk) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=8.0), "test")
    limit.hand.degrees.setValue(14.0)
    limit.hand.reason.setText("Six green weeks")
    limit.hand.set.click()
    raised = _newest(desk.home).limit
    assert raised is not None
    assert raised.extension_deg == 14.0


def test_a_limit_is_taken_away_with_a_reason(limit: LimitPage, desk: Desk) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=8.0), "test")
    limit.hand.reason.setText("Full strides are fine")
    limit.hand.take_away.click()
    assert _newest(desk.home).limit is None


def test_the_other_leg_has_its_own(limit: LimitPage, desk: Desk) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=8.0), "test")
    limit.sides.buttons[Side.LEFT].click()
    assert limit.value.text() == "No limit"


def test_the_trail_says_who_what_and_why(audit: AuditPage, desk: Desk) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=8.0), "Hurts from 9 on")
    audit.refresh()
    assert audit.found.text().startswith("✓")
    assert "Anna   Limit, right: 8.0°   “Hurts from 9 on”" in audit.rows.text()


def test_an_edited_database_is_told(audit: AuditPage, desk: Desk) -> None:
    desk.set_limit(Side.RIGHT, Limit(extension_deg=8.0), "test")
    with closing(sqlite3.connect(desk.home.library.path)) as connection, connection:
        connection.execute("UPDATE limit_set SET json=replace(json, '8.0', '28.0')")
    audit.refresh()
    assert audit.found.text().startswith("✗")
    assert "changed after it was kept" in audit.faults.text()


def test_a_second_key_of_a_name_is_counted(audit: AuditPage, desk: Desk, clock: Clock) -> None:
    roles.forget_pins(desk.home.library)
    roles.add_physio(desk.home.library, "Anna", "590417", clock())
    audit.refresh()
    assert "Anna has signed with 2 keys here" in audit.about.text()
