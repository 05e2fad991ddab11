"""Which state the far view shows: never flickering, never an invented "good"."""

from coach.care.delivery import Rule, ScreenState, Words
from coach.care.feedback_state import FeedbackState, View
from coach.gait.events import Posture, WhyNot

_STRIDES_TO_CHANGE = 2
_HOPEFUL = (ScreenState.UNSURE, ScreenState.LEARNING)
_STILL = (ScreenState.WAITING, ScreenState.STANDING, ScreenState.RESTING)
_NOT_BY_POSTURE = (ScreenState.NO_LINK, ScreenState.PAUSED)
_KEEPING = {
    Posture.UNKNOWN: _STILL,  # on the way from standing to walking
    Posture.TRANSFER: tuple(set(ScreenState).difference(_NOT_BY_POSTURE)),
}
"""What stays on the screen while the posture is not clear."""
_BY_POSTURE = {
    Posture.UNKNOWN: View(ScreenState.UNSURE, Rule.STATE_NOT_SCORED, WhyNot.NOT_WALKING),
    Posture.TRANSFER: View(ScreenState.WAITING, Rule.STATE_POSTURE),
    Posture.STANDING: View(ScreenState.STANDING, Rule.STATE_POSTURE),
    Posture.RESTING: View(ScreenState.RESTING, Rule.STATE_POSTURE),
    Posture.RUNNING: View(ScreenState.UNSURE, Rule.STATE_NOT_SCORED, WhyNot.RUNNING),
}


def current_view(s: FeedbackState) -> View:
    """What the state calls for at this moment; the first condition that holds wins."""
    if not s.is_linked:
        return View(ScreenState.NO_LINK, Rule.STATE_LINK)
    if s.is_paused:
        return View(ScreenState.PAUSED, Rule.STATE_PAUSED)
    if s.posture is Posture.WALKING:
        return _unready_view(s) or _trend_view(s)
    keeping = _KEEPING.get(s.posture, ())
    if s.view.state in keeping:
        return s.view
    if s.posture is Posture.UNKNOWN and not s.has_line:
        return View(ScreenState.UNSURE, Rule.STATE_NOT_SCORED, WhyNot.NOT_CALIBRATED)
    return _BY_POSTURE[s.posture]


def steady_view(s: FeedbackState) -> View:
    """The view after one more stride: another one must be called for by two strides in a row.

    Only leaving "unsure" and "learning" needs no second stride. Counts in `s`.
    """
    view = current_view(s)
    if view == s.view:
        s.next_view, s.n_next_view = None, 0
        return view
    s.n_next_view = s.n_next_view + 1 if view == s.next_view else 1
    s.next_view = view
    is_steady = s.n_next_view >= _STRIDES_TO_CHANGE or s.view.state in _HOPEFUL
    return view if is_steady else s.view


def _unready_view(s: FeedbackState) -> View | None:
    """Why walking strides cannot be judged now, or None when they can."""
    if s.limit is None:
        return View(ScreenState.NO_LIMIT, Rule.STATE_NO_LIMIT)
    if s.unsure is not None:
        return View(ScreenState.UNSURE, Rule.STATE_NOT_SCORED, s.unsure)
    if s.usual is None:
        return View(ScreenState.LEARNING, Rule.STATE_LEARNING)
    if s.is_on_their_own:
        return View(ScreenState.ON_YOUR_OWN, Rule.STATE_FADED)
    if not s.trend.is_settled:
        return View(ScreenState.UNSURE, Rule.STATE_STARTING, WhyNot.START)
    return None


def _trend_view(s: FeedbackState) -> View:
    if not s.is_above_floor and s.is_beyond_limit:
        return View(ScreenState.SMALL_ENOUGH, Rule.STATE_AT_FLOOR)
    if s.is_hollow:
        return View(ScreenState.HOW_DOES_IT_FEEL, Rule.STATE_SLOW_OR_UNEVEN)
    if not s.is_over:
        return View(ScreenState.GOOD, Rule.STATE_TREND)
    is_slower = s.sentence in (Words.A_LITTLE_SLOWER, Words.SLOW_THE_BELT_A_LITTLE)
    state = ScreenState.SLOWER if is_slower else ScreenState.SMALLER_STEPS
    return View(state, Rule.STATE_TREND)
