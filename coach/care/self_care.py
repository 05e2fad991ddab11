"""Help between walks and exercises: how the ball is used, and what is logged but not advised.

The law is care.md, "Exercises: corrections to the library".
"""

from enum import StrEnum

from coach.care.pain_record import Relief, refuse_bad_rating

LONGEST_SPOT_S = 120.0
"""No spot is pressed for longer."""
TENDER_AT_MOST = 5
"""More than that is not tender but sharp: less weight on the ball."""


class Help(StrEnum):
    """What a person may log."""

    BALL = "ball"
    COLD = "cold"
    HEAT = "heat"
    REST = "rest"
    SLEEP = "sleep"
    WATER = "water"
    MANUAL_THERAPY = "manual_therapy"
    MYOFASCIAL = "myofascial"
    ACUPUNCTURE = "acupuncture"
    MEDICINE = "medicine"
    INJECTION = "injection"
    OTHER = "other"

    @property
    def exercise_id(self) -> str | None:
        """The item of the library that tells how; None for what is logged and not advised."""
        return _IN_LIBRARY.get(self)

    @property
    def relief(self) -> Relief | None:
        """What of it marks the pain of the next hours; None for what does not."""
        return _RELIEF.get(self)


_IN_LIBRARY = {
    Help.BALL: "R1",
    Help.COLD: "R2",
    Help.HEAT: "R3",
    Help.REST: "R6",
    Help.SLEEP: "R5",
    Help.WATER: "W3",
}
_RELIEF = {
    Help.COLD: Relief.COLD,
    Help.HEAT: Relief.HEAT,
    Help.MEDICINE: Relief.PAINKILLER,
    Help.REST: Relief.POSITION,
    Help.WATER: Relief.SWIMMING,
}
ADVISED = tuple(Help(each) for each in Help if each in _IN_LIBRARY)
"""What the library tells how to do."""
LOGGED_ONLY = tuple(each for each in Help if each not in _IN_LIBRARY)
"""What others do or prescribe: written down, never advised."""


class SpotEnd(StrEnum):
    """Why a spot is finished."""

    HALVED = "halved"
    TIME = "time"
    TOO_SHARP = "too_sharp"


def spot_end(before: int, now: int, elapsed_s: float) -> SpotEnd | None:
    """Why to leave this spot; None while it goes on.

    Parameters
    ----------
    before, now : int
        How sore the pressing is at first and now, 0 to 10.

    Raises
    ------
    ValueError
        If a rating is not 0 to 10.
    """
    refuse_bad_rating(before)
    refuse_bad_rating(now)
    if now > max(before, TENDER_AT_MOST):
        return SpotEnd.TOO_SHARP
    if 2 * now <= before:
        return SpotEnd.HALVED
    return SpotEnd.TIME if elapsed_s >= LONGEST_SPOT_S else None
