"""Settings as the person changes them: kept at once; a limit only goes down; data leave and go."""

import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.reasons import Rule
from coach.care.warning_signs import Approach, Condition, Event, HipHistory
from coach.records.entries import LimitEntry
from coach.records.journal import PROGRAM
from sensors.samples import Side
from tests.ui.home.conftest import Clock
from ui.home.about_dialogs import ask_about, merged
from ui.home.data_card import DeleteDialog, PassphraseDialog
from ui.home.first_steps import ConditionsStep, SymptomsStep
from ui.home.home import VOLUME_SETTING, Home
from ui.home.leg_step import LegStep
from ui.home.settings_page import SettingsPage
from ui.look import LOOK_SETTING, Look, dress


@pytest.fixture
def page(qtbot: QtBot, home: Home) -> SettingsPage:
    page = SettingsPage(home)
    qtbot.addWidget(page)
    home.changed.connect(page.refresh)
    page.resize(1000, 900)
    page.refresh()
    page.show()
    qtbot.waitExposed(page)
    return page


def _limit(home: Home, clock: Clock, extension_deg: float = 14.0) -> Limit:
    limit = Limit(extension_deg=extension_deg, set_by="Fysio")
    home.library.set_limit(home.person, Side.RIGHT, LimitEntry(clock(), "Fysio", "test", limit))
    home.changed.emit()
    return limit


def test_what_is_chosen_of_the_look_is_kept(page: SettingsPage, home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.look_chosen):
        page.look.theme.buttons["contrast"].click()
    assert home.library.setting(LOOK_SETTING, Look) == Look("contrast", 100)


def test_a_volume_set_by_key_is_heard_and_kept(
    page: SettingsPage, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[float] = []
    monkeypatch.setattr(home.sounds, "set_volume", heard.append)
    QTest.keyClick(page.sound.volume, Qt.Key.Key_PageDown)
    assert (heard, home.library.setting(VOLUME_SETTING, int)) == ([0.9], 90)


def test_a_volume_set_by_mouse_is_heard_at_once_and_kept_when_let_go(
    page: SettingsPage, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[float] = []
    monkeypatch.setattr(home.sounds, "set_volume", heard.append)
    page.sound.volume.setSliderDown(True)
    page.sound.volume.setValue(40)
    assert (heard, home.library.setting(VOLUME_SETTING, int)) == ([0.4], None)
    page.sound.volume.setSliderDown(False)
    assert home.library.setting(VOLUME_SETTING, int) == 40


def test_letters_grow_from_the_size_the_system_has(qapp: QApplication) -> None:
    before = qapp.font().pointSizeF()
    dress(qapp, Look("dark", 200))
    dress(qapp, Look("dark", 150))
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * before)
    dress(qapp, Look("dark", 100))
    assert qapp.font().pointSizeF() == pytest.approx(before)


def test_only_a_lower_limit_can_be_kept(page: SettingsPage, home: Home, clock: Clock) -> None:
    _limit(home, clock)
    card = page.limits[Side.RIGHT]
    assert not card.keep.isEnabled()
    card.lower_to.setValue(99.0)
    assert card.lower_to.value() == 14.0
    card.lower_to.setValue(12.5)
    card.keep.click()
    first, second = home.library.limits(home.person, Side.RIGHT)
    assert (first.set_by, second.set_by) == ("Fysio", "patient")
    assert second.limit is not None
    assert second.limit.extension_deg == 12.5


def test_a_limit_in_metres_stays_when_the_angle_is_lowered(
    page: SettingsPage, home: Home, clock: Clock
) -> None:
    limit = replace(_limit(home, clock), stride_length_m=1.3)
    home.library.set_limit(home.person, Side.RIGHT, LimitEntry(clock(), "Fysio", "test", limit))
    page.refresh()
    page.limits[Side.RIGHT].lower_to.setValue(12.0)
    page.limits[Side.RIGHT].keep.click()
    lowered = home.library.limits(home.person, Side.RIGHT)[-1].limit
    assert lowered is not None
    assert lowered.stride_length_m == 1.3


def test_an_expired_limit_has_the_grade_of_today(
    page: SettingsPage, home: Home, clock: Clock
) -> None:
    limit = Limit(extension_deg=14.0, grade=Grade.B, expires_on=clock().date() - timedelta(days=1))
    home.library.set_limit(home.person, Side.RIGHT, LimitEntry(clock(), "Fysio", "test", limit))
    page.refresh()
    assert "Grade C" in page.limits[Side.RIGHT].about.text()


def test_walks_renew_a_limit_of_own_walks(page: SettingsPage, home: Home, clock: Clock) -> None:
    limit = Limit(extension_deg=14.0, source=LimitSource.OWN_PROVISIONAL, expires_on=clock().date())
    home.library.set_limit(home.person, Side.RIGHT, LimitEntry(clock(), PROGRAM, "walks", limit))
    page.refresh()
    assert page.limits[Side.RIGHT].about.text().endswith("comfortable walks renew it")


def test_only_sore_legs_have_a_limit_here(page: SettingsPage) -> None:
    assert page.limits[Side.RIGHT].isVisible()
    assert not page.limits[Side.LEFT].isVisible()


def test_conditions_can_be_changed(page: SettingsPage, home: Home) -> None:
    dialog = ask_about("conditions", home, page)
    step = dialog.step
    assert isinstance(step, ConditionsStep)
    step.conditions.buttons[Condition.DIZZINESS].click()
    dialog.keep.click()
    assert home.about.conditions == {Condition.DIZZINESS}


def test_that_daily_life_is_limited_can_be_told(page: SettingsPage, home: Home) -> None:
    dialog = ask_about("symptoms", home, page)
    step = dialog.step
    assert isinstance(step, SymptomsStep)
    step.limited.buttons[True].click()
    dialog.accept()
    rules = [reason.rule for reason in home.today().plan.advice]
    assert rules == [Rule.DAILY_LIFE_LIMITED]


def test_what_a_physio_entered_of_an_operation_is_not_taken_away_by_the_patient() -> None:
    from datetime import date

    entered = HipHistory(Event.REPLACEMENT, date(2025, 1, 1), Approach.BACK, True)
    assert merged({Side.LEFT: (entered,)}, {}) == {Side.LEFT: (entered,)}
    told = {Side.LEFT: (HipHistory(Event.REPLACEMENT),), Side.RIGHT: (HipHistory(Event.FRACTURE),)}
    assert merged({Side.LEFT: (entered,)}, told) == {
        Side.LEFT: (entered,),
        Side.RIGHT: told[Side.RIGHT],
    }


def test_the_sore_side_can_be_changed(page: SettingsPage, home: Home) -> None:
    dialog = ask_about("leg", home, page)
    step = dialog.step
    assert isinstance(step, LegStep)
    step.sides.buttons[(Side.LEFT,)].click()
    step.stature.setValue(180)
    dialog.keep.click()
    assert home.side is Side.LEFT
    profile = home.library.profile(home.person, Side.LEFT)
    assert profile is not None
    assert profile.height_m == 1.8


def test_everything_can_be_taken_along(
    page: SettingsPage, home: Home, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(page.data.work.done):
        page.data.write_to(tmp_path / "all.zip")
    with zipfile.ZipFile(tmp_path / "all.zip") as target:
        assert "person.json" in target.namelist()
    assert "not encrypted" in page.data.said.text()


def test_a_disk_that_does_not_take_it_is_told(
    page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "all.zip").write_text("there already")
    with qtbot.waitSignal(page.data.work.failed):
        page.data.write_to(tmp_path / "all.zip")
    assert page.data.said.text()
    assert (tmp_path / "all.zip").read_text() == "there already"


def test_nothing_is_deleted_before_the_name_is_typed(page: SettingsPage, qtbot: QtBot) -> None:
    dialog = DeleteDialog("Maija", ["a.hipwalk"], page)
    assert not dialog.delete.isEnabled()
    dialog.typed.setText("maija")
    assert not dialog.delete.isEnabled()
    dialog.typed.setText("Maija")
    assert dialog.delete.isEnabled()


def test_delete_leaves_nobody(page: SettingsPage, home: Home, qtbot: QtBot) -> None:
    with qtbot.waitSignal(home.gone):
        page.data.delete_everything()
    assert home.library.people() == ()


@pytest.mark.parametrize(
    ("first", "second", "may"),
    [
        ("short", "short", False),
        ("ten characters", "ten character", False),
        ("ten characters", "ten characters", True),
    ],
)
def test_a_passphrase_is_long_and_told_twice_alike(
    page: SettingsPage, first: str, second: str, may: bool
) -> None:
    dialog = PassphraseDialog(page)
    dialog.first.setText(first)
    dialog.second.setText(second)
    assert dialog.keep.isEnabled() is may


def test_a_photo_is_kept_with_the_leg_and_shown(
    page: SettingsPage, home: Home, picture: Path
) -> None:
    page.photo.photo.take(picture)
    kept = home.library.photo(home.person, Side.RIGHT)
    assert kept is not None
    assert kept.jpeg.startswith(b"\xff\xd8\xff")
    assert not page.photo.photo.picture.pixmap().isNull()


def test_a_photo_can_be_removed(page: SettingsPage, home: Home, picture: Path) -> None:
    page.photo.photo.take(picture)
    page.photo.photo.remove.click()
    assert home.library.photo(home.person, Side.RIGHT) is None
    assert page.photo.photo.picture.pixmap().isNull()
