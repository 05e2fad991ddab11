"""From samples to decisions: the gait pipeline and the judge, as one object."""

from dataclasses import dataclass, field
from typing import NamedTuple

from coach.care.feedback_state import FeedbackSettings
from coach.care.limits import Decision, Limit, StrideJudge
from coach.care.usual import Usual
from coach.gait.alignment import WornProfile
from coach.gait.events import GaitEvent, Trace
from coach.gait.pipeline import GaitPipeline, GaitSettings
from sensors.samples import ImuBlock


class CoachOutput(NamedTuple):
    """What one block of samples brought: the trace, the gait events and the decisions, in order."""

    trace: Trace
    events: tuple[GaitEvent, ...]
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class CoachSettings:
    """Everything a walk is judged by, and how much of it is delivered."""

    gait: GaitSettings
    limit: Limit | None = None
    feedback: FeedbackSettings = field(default_factory=FeedbackSettings)
    usual: Usual | None = None


class Coach:
    """Samples in, strides and decisions out; the same object live, in replay and in `analyze`."""

    def __init__(self, settings: CoachSettings) -> None:
        self.settings = settings
        self._pipeline = GaitPipeline(settings.gait)
        self._judge = StrideJudge(settings.limit)

    @property
    def limit(self) -> Limit | None:
        """The limit strides are judged by from now on."""
        return self._judge.limit

    @limit.setter
    def limit(self, limit: Limit | None) -> None:
        self._judge.limit = limit

    def worn_profile(self) -> WornProfile | None:
        """How the sensor is worn now, for the next walk; None before it is known."""
        return self._pipeline.worn_profile()

    def push(self, block: ImuBlock) -> CoachOutput:
        """Return what these samples brought."""
        output = self._pipeline.push(block)
        return CoachOutput(output.trace, output.events, self._judge.decisions(output.events))

    def finish(self) -> CoachOutput:
        """Return what is still open when the walk has ended."""
        output = self._pipeline.finish()
        return CoachOutput(output.trace, output.events, self._judge.decisions(output.events))
