"""The clocks of a computer that sleeps, or is set."""

from datetime import UTC, datetime, timedelta

from coach.walking.clock_watch import ClockWatch

_NOON = datetime(2026, 1, 2, 12, tzinfo=UTC)


def test_the_first_reading_is_kept_and_then_one_a_minute() -> None:
    watch = ClockWatch()
    kept = [watch.push(float(s), _NOON + timedelta(seconds=s)) for s in range(121)]
    assert [s for s, is_kept in enumerate(kept) if is_kept] == [0, 60, 120]


def test_a_computer_that_slept_is_noticed() -> None:
    watch = ClockWatch()
    watch.push(0.0, _NOON)
    assert watch.push(1.0, _NOON + timedelta(seconds=301))
    assert watch.ahead_s == 300.0


def test_a_clock_set_back_is_kept_and_is_no_sleep() -> None:
    watch = ClockWatch()
    watch.push(0.0, _NOON)
    assert watch.push(1.0, _NOON - timedelta(hours=1))
    assert watch.ahead_s == -3601.0


def test_a_clock_that_a_time_service_moves_is_not_worth_a_word() -> None:
    watch = ClockWatch()
    watch.push(0.0, _NOON)
    assert not watch.push(1.0, _NOON + timedelta(seconds=1.5))
