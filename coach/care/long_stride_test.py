"""The instrumented long-stride test as a state machine: ratings and strides in, next bout out."""

from dataclasses import dataclass

import msgspec

from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_plan import TestSettings, next_bout
from coach.care.long_stride_state import (
    Bout,
    Dropped,
    End,
    EntryCheck,
    Phase,
    Proposal,
    TestState,
    check_pain,
    check_state,
    not_today,
)
from coach.care.pain_threshold import SEVERE_PAIN, Posterior
from coach.gait.events import Stride, WhyNot

_MOST_RISE = 3
_HIGHEST_FIRST_PAIN = 3
_ENDS_BY_RATING = {None, End.COMPLETE, End.SEVERE_PAIN, End.PAIN_ROSE, End.PAINFUL_BOUTS}
_REGAINING_STRIDES = 2
"""Strides after a turn until the stride is as long as before; in the simulation two."""


@dataclass(frozen=True, slots=True)
class Progress:
    """What the physiotherapist sees while the patient walks."""

    n_scored: int
    is_enough: bool
    n_long_strides: int


class LongStrideTest:
    """One test of one leg, with the physiotherapist beside the patient.

    Reads no clock: times are seconds on any clock that runs on through pauses and restarts.
    `state` is all it remembers; save it with `to_json` after every call that changes it.

    Notes
    -----
    1. `rate_before` starts a bout once pain is within 1 of the first rating; after five minutes of
       waiting the test ends.
    2. `push` takes the strides as they come; `end_bout` when the patient stands.
    3. `rate_after` asks 0-10 and whether it was the person's own familiar pain, fits the threshold
       anew and proposes the next bout, or ends the test by a stop rule.
    4. `rate_again` takes the last rating back, also one that ended the test.
    5. `stop` ends at once; the pain of a bout so stopped can still be rated.
    """

    __test__ = False  # not a test of pytest's

    def __init__(self, entry: EntryCheck, settings: TestSettings | None = None) -> None:
        """Begin a test.

        Raises
        ------
        ValueError
            If there is a reason against a test today; ask `not_today` first.
        """
        if reasons := not_today(entry):
            raise ValueError(f"not today: {', '.join(reasons)}")
        self.settings = settings or TestSettings()
        self.state = TestState(entry)
        self._n_regaining = 0
        self._refit()

    @classmethod
    def from_json(cls, saved: bytes, settings: TestSettings | None = None) -> "LongStrideTest":
        """The test as it was saved; a bout that was being walked is to be walked again.

        Raises
        ------
        ValueError
            If this is not a saved test.
        """
        try:
            state = msgspec.json.decode(saved, type=TestState)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"not a saved test: {error}") from error
        check_state(state)
        test = cls(state.entry, settings)
        test.state = state
        if state.phase is Phase.WALK:
            test._drop_open_bout(Dropped.CRASHED)
        test._refit()
        return test

    def to_json(self) -> bytes:
        """All that `from_json` needs."""
        return msgspec.json.encode(self.state)

    @property
    def belief(self) -> Posterior | None:
        """What the bouts so far say of the threshold; None before the first one was rated."""
        return self._belief

    @property
    def proposal(self) -> Proposal | None:
        """The bout to come or in progress; None once the test has ended."""
        return self.state.proposal

    def preview(self, pain_before: int) -> Proposal | None:
        """The bout that would begin with this pain before it: for laying marks in time."""
        check_pain(pain_before)
        return next_bout(self.state, self._belief, self.settings, pain_before)

    @property
    def progress(self) -> Progress:
        """Counts of the bout in progress, or of the last one."""
        bout = self.state.bouts[-1] if self.state.bouts else None
        n_scored = 0 if bout is None else len(bout.strides)
        return Progress(n_scored, bout is not None and bout.is_enough, self.state.n_long_strides)

    def rate_before(self, pain: int, t_s: float, walk: str = "") -> Phase:
        """Rate the pain before the proposed bout; it starts, or waits, or the test ends.

        `walk` names the file that its samples go into. The target is chosen anew for this pain: the
        worse it hurts, the nearer is 5.
        """
        check_pain(pain)
        self._expect(Phase.RATE_BEFORE)
        state = self.state
        state.last_pain = pain
        if pain >= SEVERE_PAIN:
            self._end(End.SEVERE_PAIN)
        elif not self._is_waiting_over(t_s):
            highest = _HIGHEST_FIRST_PAIN if state.first_pain is None else state.first_pain + 1
            if pain > highest:
                state.waiting_since_s = (
                    t_s if state.waiting_since_s is None else state.waiting_since_s
                )
            else:
                self._start_bout(pain, walk)
        return state.phase

    def wait_left_s(self, t_s: float) -> float | None:
        """Seconds left for the pain to settle; None while nothing is waited for."""
        since_s = self.state.waiting_since_s
        return None if since_s is None else max(0.0, since_s + self.settings.wait_s - t_s)

    def check_wait(self, t_s: float) -> Phase:
        """End the test if pain has not settled within the wait."""
        if self.state.phase is Phase.RATE_BEFORE:
            self._is_waiting_over(t_s)
        return self.state.phase

    def push(self, stride: Stride) -> Progress:
        """Take a stride; outside a bout it is ignored.

        After a turn the first strides are still finding their length and are left out. The last
        long stride that the test allows ends its bout.
        """
        state = self.state
        if stride.why_not is WhyNot.TURN:
            self._n_regaining = _REGAINING_STRIDES
        elif self._n_regaining and stride.is_scored:
            self._n_regaining -= 1
        elif state.phase is Phase.WALK and stride.is_scored:
            bout = state.bouts[-1]
            bout.strides.append(stride)
            if bout.proposal.is_long:
                state.n_long_strides += 1
                if state.n_long_strides >= self.settings.long_strides:
                    state.phase = Phase.RATE_AFTER
        return self.progress

    def end_bout(self) -> None:
        """The patient stands: what is left of the bout is its rating."""
        self._expect(Phase.WALK)
        self.state.phase = Phase.RATE_AFTER

    def rate_after(
        self, pain: int | None, is_familiar: bool | None = None, toe_out_deg: float | None = None
    ) -> Phase:
        """Rate the pain of the bout, and say whether it is the person's own familiar pain.

        None as `pain` is for a test that was stopped and where nobody could be asked. A painless
        bout of too few strides is proposed again.

        Raises
        ------
        ValueError
            If the pain rose and nobody said whether it is familiar.
        """
        self._expect(Phase.RATE_AFTER)
        state, bout = self.state, self.state.bouts[-1]
        if pain is None:
            if state.end is None:
                raise ValueError("only a stopped test may leave a bout unrated")
            bout.dropped = Dropped.BROKEN_OFF
        else:
            check_pain(pain)
            if is_familiar is None and pain > bout.pain_before:
                raise ValueError("pain rose: is it the person's own familiar pain?")
            bout.pain_after, bout.is_familiar = pain, is_familiar
            bout.toe_out_deg, state.last_pain = toe_out_deg, pain
            if not bout.is_painful and not bout.is_enough:
                bout.dropped = Dropped.BROKEN_OFF
        state.phase = Phase.RATE_BEFORE
        end = state.end or self._stop_rule(bout)
        if end is not None:
            self._end(end)
        self._refit()
        return state.phase

    @property
    def can_rate_again(self) -> bool:
        """Whether the last thing that was told is the rating of a bout, and nobody stopped it."""
        state = self.state
        if not state.bouts or state.phase not in {Phase.RATE_BEFORE, Phase.ENDED}:
            return False
        bout, pain = state.bouts[-1], state.bouts[-1].pain_after
        is_newest = pain is not None and state.last_pain == pain and state.waiting_since_s is None
        may_be = bout.dropped in {None, Dropped.BROKEN_OFF} and state.end in _ENDS_BY_RATING
        return is_newest and may_be

    def rate_again(self) -> None:
        """Take the rating of the last bout back, which was entered by mistake; it is kept as such.

        Raises
        ------
        ValueError
            If there is none.
        """
        if not self.can_rate_again:
            raise ValueError("there is no rating to take back")
        state, bout = self.state, self.state.bouts[-1]
        if bout.pain_after is not None:
            bout.taken_back.append(bout.pain_after)
        bout.pain_after = bout.is_familiar = bout.dropped = None
        state.phase, state.end, state.proposal = Phase.RATE_AFTER, None, bout.proposal
        self._refit()

    def stop(self, reason: End) -> None:
        """End the test now; after a bout in progress its pain may still be rated."""
        if self.state.phase is Phase.ENDED:
            return
        self.state.end = reason
        if self.state.phase is Phase.PAUSED and self._is_bout_open():
            self.state.phase = Phase.RATE_AFTER
        if self.state.phase in {Phase.WALK, Phase.RATE_AFTER}:
            self.state.phase = Phase.RATE_AFTER
        else:
            self._end(reason)

    def name_end(self, reason: End) -> None:
        """Say afterwards why the test was stopped: a wish, or a warning sign.

        Raises
        ------
        ValueError
            If it was not stopped by anybody.
        """
        by_hand = {End.WISH, End.WARNING_SIGN}
        if self.state.end not in by_hand or reason not in by_hand:
            raise ValueError(f"a test that ended by {self.state.end} was not stopped by {reason}")
        self.state.end = reason

    def pause(self) -> None:
        """Interrupt the test; a bout in progress is to be walked again. The wait runs on."""
        if self.state.phase in {Phase.ENDED, Phase.PAUSED} or self.state.end is not None:
            raise ValueError(f"a test that is {self.state.phase} cannot be paused")
        if self.state.phase is Phase.WALK:
            self._drop_open_bout(Dropped.PAUSED)
        self.state.phase = Phase.PAUSED

    def resume(self) -> Phase:
        """Go on with the rating that is due."""
        self._expect(Phase.PAUSED)
        self.state.phase = Phase.RATE_AFTER if self._is_bout_open() else Phase.RATE_BEFORE
        self._refit()
        return self.state.phase

    def repeat_bout(self, note: str) -> None:
        """Leave the last bout out of the threshold, for a reason, and propose it again.

        Its strides and its pain still count for the stop rules.
        """
        self._expect(Phase.RATE_BEFORE)
        counted = self.state.counted
        if not counted or not note.strip():
            raise ValueError("a bout to repeat, and a reason, are needed")
        counted[-1].dropped, counted[-1].note = Dropped.REPEATED, note
        self._refit()

    def _start_bout(self, pain: int, walk: str) -> None:
        state = self.state
        state.waiting_since_s = None
        if state.first_pain is None:
            state.first_pain = pain
        self._propose(pain)
        if state.proposal is not None:
            state.bouts.append(Bout(state.proposal, pain, state.n_painful, walk=walk))
            state.phase = Phase.WALK

    def _stop_rule(self, bout: Bout) -> End | None:
        state = self.state
        if bout.pain_after is None or state.first_pain is None:
            return None
        if bout.pain_after >= SEVERE_PAIN:
            return End.SEVERE_PAIN
        if bout.pain_after - min(bout.pain_before, state.first_pain) >= _MOST_RISE:
            return End.PAIN_ROSE
        return End.PAINFUL_BOUTS if state.n_painful >= self.settings.painful_bouts else None

    def _is_waiting_over(self, t_s: float) -> bool:
        since_s = self.state.waiting_since_s
        is_over = since_s is not None and t_s - since_s > self.settings.wait_s
        if is_over:
            self._end(End.PAIN_DID_NOT_SETTLE)
        return is_over

    def _refit(self) -> None:
        """Fit the threshold to all rated bouts, and propose what comes next."""
        self._belief = belief_of(self.state)
        if self.state.phase is Phase.RATE_BEFORE:
            self._propose(self.state.first_pain or 0)

    def _propose(self, pain_before: int) -> None:
        self.state.proposal = next_bout(self.state, self._belief, self.settings, pain_before)
        if self.state.proposal is None:
            self._end(End.COMPLETE)

    def _end(self, reason: End) -> None:
        self.state.phase, self.state.end, self.state.proposal = Phase.ENDED, reason, None

    def _is_bout_open(self) -> bool:
        bouts = self.state.bouts
        return bool(bouts) and bouts[-1].pain_after is None and bouts[-1].dropped is None

    def _drop_open_bout(self, why: Dropped) -> None:
        self.state.bouts[-1].dropped = why
        self.state.phase = Phase.RATE_BEFORE

    def _expect(self, phase: Phase) -> None:
        if self.state.phase is not phase:
            raise ValueError(f"the test is at {self.state.phase}, not at {phase}")
