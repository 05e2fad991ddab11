"""Walks that were rated after a long-stride test, as the threshold's update takes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from math import sqrt
from pathlib import Path
from statistics import fmean, stdev

from coach.care.long_stride_belief import belief_of
from coach.care.long_stride_result import LongStrideResult
from coach.care.pain_record import Activity, PainRecord
from coach.care.pain_threshold import Dose, RatedBout
from coach.care.threshold_result import Threshold, after_rated_walks, threshold_of
from coach.gait.events import Stride
from coach.records.entries import Person, WalkNote
from coach.records.errors import RecordError
from coach.records.folders import walks_folder
from coach.records.library import Library
from coach.records.walk_file import WalkFile
from coach.today import pain_records
from sensors.samples import Side

_MOST_WALKS = 12
"""The newest ones: a threshold changes over months."""
_FEWEST_STRIDES = 20


@dataclass(frozen=True, slots=True)
class Rated:
    """A rated walk, and the file that holds its strides."""

    record: PainRecord
    path: Path


def rated_since(library: Library, person: Person, side: Side, since: datetime) -> tuple[Rated, ...]:
    """The newest walks of a leg after a moment that were rated without pain relief, oldest first.

    Raises
    ------
    RecordError
        When the library cannot be read.
    """
    files = {
        (noted.entry.ended_at, noted.entry.side): noted.entry.walk
        for noted in library.entries(person, WalkNote)
    }
    found = [
        Rated(record, walks_folder() / Path(name).name)
        for record in pain_records(library, person)
        if record.activity is Activity.WALK
        and record.side is side
        and record.ended_at > since
        and not record.is_marked
        and (name := files.get((record.ended_at, side), ""))
    ]
    return tuple(found[-_MOST_WALKS:])


def kept_strides(path: Path) -> tuple[Stride, ...]:
    """The strides of a kept walk; none where it cannot be read."""
    try:
        with WalkFile.look(path) as walk:
            return walk.strides()
    except RecordError:
        return ()


def as_bouts(
    rated: Sequence[Rated], strides_of: Callable[[Path], Sequence[Stride]] = kept_strides
) -> tuple[RatedBout, ...]:
    """Each walk as one bout: the mean of its scored strides, and by how much the pain rose."""
    bouts = []
    for each in rated:
        strides = [stride for stride in strides_of(each.path) if stride.is_scored]
        if len(strides) < _FEWEST_STRIDES:
            continue
        peaks_deg = [stride.peak_thigh_extension_deg for stride in strides]
        sensor_sd_deg = fmean(stride.peak_thigh_extension_sd_deg for stride in strides)
        sd_deg = sqrt(stdev(peaks_deg) ** 2 / len(peaks_deg) + sensor_sd_deg**2)
        before = each.record.before
        dose = Dose(fmean(peaks_deg), sd_deg, pain_before=before)
        bouts.append(RatedBout(dose, max(0, each.record.worst - before)))
    return tuple(bouts)


def threshold_with(result: LongStrideResult, walks: Sequence[RatedBout]) -> Threshold | None:
    """What later walks make of a test's threshold; None where either says nothing."""
    belief = belief_of(result.state)
    if belief is None or not belief.bouts or not walks:
        return None
    return threshold_of(after_rated_walks(belief, walks), result.findings.worst_grade)
