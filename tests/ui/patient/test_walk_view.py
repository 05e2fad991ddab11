"""The walking view, told what a walk says."""

import pytest
from pytestqt.qtbot import QtBot

from coach.care.delivery import Delivery, Notice, Rule, ScreenState
from coach.care.limits import Limit
from coach.gait.events import WhyNot
from coach.records.errors import RecordFault
from coach.records.store import RecorderState
from coach.summary import WalkSummary
from sensors.errors import SensorFault
from sensors.source import LinkState
from tests.ui.updates import decision, peak, says, stride, trace, update
from ui import texts
from ui.patient.walk_view import WalkView


@pytest.fixture
def view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> WalkView:
    monkeypatch.setattr("ui.patient.walk_view._CONFIRMATION_MS", 100)
    view = WalkView()
    qtbot.addWidget(view)
    view.resize(1280, 900)
    view.show()
    qtbot.waitExposed(view)
    return view


def _summary(**changes: object) -> WalkSummary:
    plain: dict[str, object] = {
        "duration_s": 180.0,
        "n_strides": 150,
        "n_scored": 140,
        "unscored": {},
        "n_over": 14,
        "comfortable_share": 0.9,
        "n_cues": 6,
        "n_pain_marks": 2,
        "n_gaps": 1,
        "kept_in": None,
    }
    return WalkSummary(**{**plain, **changes})  # type: ignore[arg-type]


def _delivery(code: Notice) -> Delivery:
    return Delivery(1.0, code, Rule.NOTICE_LESSON)


def test_before_the_walk_it_is_ready(view: WalkView) -> None:
    assert view.state_view.face.word == "Ready"


def test_a_delivered_state_is_shown(view: WalkView) -> None:
    view.take([update(deliveries=(says(ScreenState.SMALLER_STEPS),))])
    assert view.state_view.face == texts.face(ScreenState.SMALLER_STEPS)


def test_silence_shows_its_reason(view: WalkView) -> None:
    unsure = Delivery(1.0, ScreenState.UNSURE, Rule.STATE_NOT_SCORED, reason=WhyNot.TURN)
    view.take([update(deliveries=(unsure,))])
    assert view.state_view.face.second == "turn"


def test_the_last_of_several_states_stands(view: WalkView) -> None:
    both = (says(ScreenState.SMALLER_STEPS), says(ScreenState.GOOD))
    view.take([update(deliveries=both)])
    assert view.state_view.face.word == "Good"


def test_strides_become_bars_that_know_how_they_were_judged(view: WalkView) -> None:
    over = decision(0.0, is_over=True)
    view.take([update(decisions=(over,), events=(peak(0.0), stride(0.0, 15.0)))])
    assert view.details.bars.bars[-1].is_over is True


def test_the_last_stride_stands_in_numbers_with_its_interval(view: WalkView) -> None:
    view.take([update(events=(stride(0.0, 9.0),))])
    told = view.details.last_stride.text()
    assert told == "Last stride: 9.0° (± 2.0°) behind your standing line, 1.32 m (± 0.10 m) long"


def test_an_unscored_stride_changes_no_numbers(view: WalkView) -> None:
    view.take([update(events=(stride(0.0, 25.0, is_scored=False),))])
    assert view.details.last_stride.text() == "No stride yet"


def test_plots_have_a_text_equivalent(view: WalkView) -> None:
    judged = (decision(0.0, is_over=False), decision(1.1, is_over=True))
    view.take([update(decisions=judged, events=(stride(0.0), stride(1.1, 14.0)))])
    told = "Within your limit: 1 of the last 2 judged strides."
    assert view.details.strip.accessibleDescription() == told
    assert view.details.bars.accessibleDescription() == told


def test_the_status_line_tells_link_rate_loss_gaps_and_battery(view: WalkView) -> None:
    view.take([update(samples=trace(0.0), elapsed_s=1.0)])
    view.refresh_words()
    assert view.status.statements == (
        "Sensor: connected",
        "100 readings a second",
        "0.4 % lost",
        "Gaps: 2",
        "Battery 80 %",
    )


def test_without_a_link_there_is_no_rate_and_no_loss_to_tell(view: WalkView) -> None:
    view.take([update(elapsed_s=1.0)])
    view.refresh_words()
    view.take([update(elapsed_s=1.0, link=LinkState.RECONNECTING)])
    view.refresh_words()
    assert view.status.statements == ("Sensor: trying again", "Gaps: 2", "Battery 80 %")


def test_the_status_line_tells_what_is_kept(view: WalkView) -> None:
    view.take([update(record=RecorderState(61.0, 0.5, None))])
    view.refresh_words()
    assert view.status.statements[-1] == "Kept up to 1:01"


def test_a_full_disk_is_told_once_with_what_to_do(view: WalkView) -> None:
    full = update(record=RecorderState(61.0, 9.0, RecordFault.DISK_FULL))
    view.take([full])
    view.refresh_words()
    assert "Make room on the disk." in view.notice.said
    view.notice.button.click()
    view.take([full])
    view.refresh_words()
    assert view.notice.said == ""


def test_the_badge_of_a_simulated_walk_is_visible(view: WalkView) -> None:
    view.status.show_badge(texts.simulated_badge())
    assert view.status.statements[0] == "SIMULATED WALK"


def test_a_notice_is_told_with_one_button(view: WalkView) -> None:
    view.take([update(deliveries=(_delivery(Notice.LESSON_MODE),))])
    assert "physiotherapist" in view.notice.said
    view.notice.button.click()
    assert view.notice.said == ""


def test_pain_is_confirmed_near_and_far_once(view: WalkView, qtbot: QtBot) -> None:
    view.take([update(samples=trace(0.0), elapsed_s=83.0, deliveries=(says(ScreenState.GOOD),))])
    view.confirm_pain()
    assert view.details.pain_note.text() == "Pain marked at 1:23."
    assert view.state_view.face.second == "pain marked"
    view.take([update(deliveries=(says(ScreenState.SMALLER_STEPS),))])
    assert view.state_view.face.second == "pain marked"
    qtbot.waitUntil(lambda: view.state_view.face.second == "same pace", timeout=6_000)
    assert view.details.pain_note.text() == ""


def test_a_pain_mark_hides_no_later_state(view: WalkView) -> None:
    view.show_state(ScreenState.GOOD)
    view.confirm_pain()
    view.show_state(ScreenState.PAUSED)
    assert view.state_view.face[:2] == ("Paused", "pain marked")


def test_the_limit_stands_in_plot_and_control(view: WalkView) -> None:
    view.show_limit(Limit(extension_deg=13.5))
    assert view.details.limit.limit.value() == 13.5
    assert view.details.limit.has_limit.isChecked()


def test_the_summary_says_the_share_first(view: WalkView) -> None:
    view.show_ended(texts.WindowState.ENDED, _summary())
    assert view.summary.lines[0] == "90 % of your strides were within your limit."


def test_the_summary_says_where_the_walk_is_kept(view: WalkView) -> None:
    view.show_ended(texts.WindowState.ENDED, _summary(kept_in="/walks/monday.hipwalk"))
    assert "File: Kept in /walks/monday.hipwalk" in view.summary.lines


def test_a_walk_without_a_limit_praises_nothing(view: WalkView) -> None:
    view.show_ended(texts.WindowState.ENDED, _summary(comfortable_share=None))
    assert view.summary.lines[0] == "No stride was judged by a limit."


def test_a_new_walk_begins_empty(view: WalkView) -> None:
    view.take([update(samples=trace(0.0), events=(stride(0.0),))])
    view.show_ended(texts.WindowState.ENDED, _summary())
    view.clear()
    assert view.details.bars.bars == ()
    assert not view.summary.isVisible()
    assert view.history.strides == []


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160), (800, 600)], ids=str)
@pytest.mark.parametrize("scale", [1.0, 2.0], ids=["100 %", "200 %"])
def test_no_control_is_cut_off(
    view: WalkView, qtbot: QtBot, size: tuple[int, int], scale: float
) -> None:
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * scale)
    view.setFont(font)
    view.controls.show_walking()
    view.resize(*size)
    qtbot.wait(1)
    row = view.controls
    shown = [widget for widget in row.in_order() if widget.isVisible()]
    assert view.size().toTuple() == size
    for widget in shown:
        assert row.rect().contains(widget.geometry()), widget.accessibleName()
        assert widget.width() >= widget.minimumSizeHint().width()


def test_there_is_always_room_for_the_far_word(view: WalkView) -> None:
    font = view.font()
    font.setPointSizeF(font.pointSizeF() * 2)
    view.setFont(font)
    view.resize(1280, 720)
    assert view.state_view.height() >= 0.3 * 720


def _show_link(view: WalkView, link: LinkState, fault: SensorFault | None = None) -> None:
    view.take([update()._replace(link=link, link_fault=fault)])
    view.refresh_words()


def test_a_sensor_that_is_still_connecting_is_not_called_lost(view: WalkView) -> None:
    no_link = (says(ScreenState.NO_LINK),)
    view.take([update(deliveries=no_link, link=LinkState.CONNECTING)])
    assert view.state_view.face == texts.face(texts.WindowState.STARTING)
    view.take([update(deliveries=no_link, link=LinkState.RECONNECTING)])
    assert view.state_view.face == texts.face(ScreenState.NO_LINK)


def test_a_lost_link_is_told_with_what_to_do(view: WalkView) -> None:
    _show_link(view, LinkState.RECONNECTING, SensorFault.LINK_LOST)
    assert view.notice.said.startswith("The link to the sensor is lost.")
    assert "closer together" in view.notice.said


def test_a_lost_link_is_told_once(view: WalkView) -> None:
    _show_link(view, LinkState.RECONNECTING, SensorFault.LINK_LOST)
    view.notice.button.click()
    _show_link(view, LinkState.RECONNECTING, SensorFault.ADAPTER_OFF)
    assert view.notice.said == ""
    assert view.status.statements[0] == "Sensor: trying again. Bluetooth is off."


def test_a_reason_that_changes_while_it_is_read_is_told_anew(view: WalkView) -> None:
    _show_link(view, LinkState.RECONNECTING, SensorFault.LINK_LOST)
    _show_link(view, LinkState.RECONNECTING, SensorFault.ADAPTER_OFF)
    assert view.notice.said.endswith("Turn Bluetooth on.")
    _show_link(view, LinkState.CONNECTED)
    assert view.notice.said == ""


def test_a_link_that_is_back_takes_its_notice_back(view: WalkView) -> None:
    _show_link(view, LinkState.RECONNECTING, SensorFault.LINK_LOST)
    _show_link(view, LinkState.CONNECTED)
    assert view.notice.said == ""


def test_a_link_that_is_back_takes_no_other_notice_away(view: WalkView) -> None:
    _show_link(view, LinkState.RECONNECTING)
    view.notice.button.click()
    view.take([update(deliveries=(_delivery(Notice.LESSON_MODE),))])
    said = view.notice.said
    _show_link(view, LinkState.CONNECTED)
    assert view.notice.said == said != ""
