"""One walk, live: a source, the gait pipeline, the decision, the delivery and the record."""

from dataclasses import dataclass
from typing import NamedTuple

from coach.care.limits import Decision, Limit, StrideJudge
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
    """Everything a walk is judged by."""

    gait: GaitSettings
    limit: Limit | None = None


class Coach:
    """Samples in, strides and decisions out; the same object live, in replay and in `analyze`."""

    def __init__(self, settings: CoachSettings) -> None:
        self.settings = settings
        self._pipeline = GaitPipeline(settings.gait)
        self._judge = StrideJudge(settings.limit)

    def push(self, block: ImuBlock) -> CoachOutput:
        """Return what these samples brought."""
        output = self._pipeline.push(block)
        return CoachOutput(output.trace, output.events, self._judge.decisions(output.events))

    def finish(self) -> CoachOutput:
        """Return what is still open when the walk has ended."""
        output = self._pipeline.finish()
        return CoachOutput(output.trace, output.events, self._judge.decisions(output.events))
