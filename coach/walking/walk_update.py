"""What a walk tells while it goes on: the news of a moment, and how the walk stands then."""

from typing import NamedTuple

from coach.care.delivery import Delivery
from coach.care.limits import Decision, Limit
from coach.gait.events import GaitEvent, Posture, Trace
from coach.records.store import RecorderState
from coach.walking.guided import GuideState
from sensors.errors import SensorFault
from sensors.link_quality import LinkQuality
from sensors.source import LinkState


class WalkUpdate(NamedTuple):
    """What is new, and how the walk stands now.

    Attributes
    ----------
    trace : Trace or None
        Of the new samples; None where a button or the link, not samples, made the update.
    events, decisions, deliveries : tuples
        New ones, in the order they were known. While paused there are no decisions.
    posture : Posture
    link : LinkState
    battery : float or None
        0 to 1; None where the source does not tell.
    quality : LinkQuality
        Measured rate and lost share over the last ten seconds.
    n_gaps : int
        Losses too long to bridge, so far.
    t_s : float or None
        Time of the newest sample on the stream's clock.
    elapsed_s : float
        Sample time walked through, pauses left out.
    is_paused : bool
    limit : Limit or None
        By which strides are judged now.
    record : RecorderState or None
        How the keeping goes; None when the walk is not kept.
    worn_marks_s : tuple of float
        New pain marks that were made at the sensor: its button, or a double tap on it.
    link_fault : SensorFault or None
        Why the link is lost or not yet back.
    guide : GuideState or None
        How a guided walk stands; None for a walk by itself.
    n_unrated : int
        Pain marks that nobody rated yet.
    """

    trace: Trace | None
    events: tuple[GaitEvent, ...]
    decisions: tuple[Decision, ...]
    deliveries: tuple[Delivery, ...]
    posture: Posture
    link: LinkState
    battery: float | None
    quality: LinkQuality
    n_gaps: int
    t_s: float | None
    elapsed_s: float
    is_paused: bool
    limit: Limit | None
    record: RecorderState | None
    worn_marks_s: tuple[float, ...] = ()
    link_fault: SensorFault | None = None
    guide: GuideState | None = None
    n_unrated: int = 0
