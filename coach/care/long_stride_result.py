"""What a long-stride test came to, whole: threshold, findings, metres, and the test itself."""

from dataclasses import dataclass
from datetime import date, timedelta

from coach.care.length_line import LengthLine, length_line
from coach.care.limits import Limit
from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_state import TestState
from coach.care.threshold_result import (
    InMetres,
    TestFindings,
    Threshold,
    findings_of,
    in_metres,
    limit_of,
    threshold_of,
)

VALID_DAYS = 28
"""A limit is good for four weeks (the default of whoever locks it); then its grade is lower."""


@dataclass(frozen=True, slots=True)
class LongStrideResult:
    """A test that has ended; `threshold` is None where no bout was rated."""

    state: TestState
    threshold: Threshold | None
    findings: TestFindings
    metres: InMetres | None
    line: LengthLine | None

    def limit(self, set_by: str, today: date) -> Limit | None:
        """The limit to propose; None where the test gives none."""
        if self.threshold is None or self.metres is None:
            return None
        return limit_of(self.threshold, self.metres, set_by, today + timedelta(days=VALID_DAYS))


def result_of(state: TestState) -> LongStrideResult:
    """What the bouts of a test came to, as they stand."""
    findings = findings_of(state)
    belief = belief_of(state)
    line = length_line(stride for bout in state.counted for stride in bout.strides)
    if belief is None or not belief.bouts:
        return LongStrideResult(state, None, findings, None, line)
    threshold = threshold_of(belief, findings.worst_grade)
    return LongStrideResult(state, threshold, findings, in_metres(threshold, line), line)
