"""Days, ratings and walks for the tests of care, told in a line each."""

from datetime import UTC, date, datetime, timedelta

from coach.care.pain import Judged, judge
from coach.care.pain_record import Activity, MorningAnswer, PainRecord, Relief
from coach.care.walking_dose import Pace, WalkDone, WalkDose
from coach.care.warning_signs import WarningSign
from sensors.samples import Side

DAY_0 = date(2026, 3, 2)
GREEN, AMBER, RED, UNKNOWN = "green", "amber", "red", "unknown"
_WORST = {GREEN: 2, UNKNOWN: 2, AMBER: 3, RED: 4}


def at(day: int, hour: int = 12, minute: int = 0) -> datetime:
    """A time of day so many days after the first."""
    midnight = datetime(DAY_0.year, DAY_0.month, DAY_0.day, tzinfo=UTC)
    return midnight + timedelta(days=day, hours=hour, minutes=minute)


def on(day: int) -> date:
    """A day so many days after the first."""
    return DAY_0 + timedelta(days=day)


def rating(
    day: int,
    before: int = 1,
    worst: int = 1,
    *,
    hour: int = 12,
    side: Side = Side.LEFT,
    activity: Activity = Activity.WALK,
    has_settled: bool | None = None,
    signs: tuple[WarningSign, ...] = (),
    taken: tuple[Relief, ...] = (),
) -> PainRecord:
    """The ratings of a walk that ended at an hour of a day."""
    return PainRecord(
        at(day, hour),
        side,
        before,
        worst,
        activity,
        has_settled,
        frozenset(signs),
        frozenset(taken),
    )


def morning(
    day: int, level: int = 1, *, answered: datetime | None = None, slept_worse: bool = False
) -> MorningAnswer:
    """The answer of the morning after a day, given that morning unless told otherwise."""
    when = at(day + 1, 8) if answered is None else answered
    return MorningAnswer(on(day), Side.LEFT, level, when, has_slept_worse=slept_worse)


def judged(
    day: int, colour: str = GREEN, activity: Activity = Activity.WALK, hour: int = 12
) -> Judged:
    """A walk or session of a colour: by a rise of 1, 2 or 3, or an unknown morning."""
    record = rating(day, 1, _WORST[colour], activity=activity, hour=hour)
    return judge(record, None if colour == UNKNOWN else morning(day))


def walk(
    day: int,
    colour: str = GREEN,
    *,
    dose_min: float | None = 10.0,
    minutes: float | None = None,
    pace: Pace = Pace.EASY,
    is_limping: bool | None = None,
    is_hollow: bool = False,
) -> WalkDone:
    """A walk that kept to its dose; a tolerance walk without one."""
    dose = None if dose_min is None else WalkDose(dose_min, pace)
    walked = minutes if minutes is not None else (dose_min or 15.0)
    return WalkDone(judged(day, colour), walked, dose, is_limping, is_hollow)
