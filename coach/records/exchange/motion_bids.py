"""A walk as a Motion-BIDS dataset: samples, what each channel is, strides and marks as events.

References
----------
BIDS specification 1.9, "Motion"; Jeung et al. 2024, Motion-BIDS, doi 10.1038/s41597-024-03559-8.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from coach.records.exchange.bids_texts import (
    DESCRIPTION,
    EVENT_COLUMNS,
    PARTICIPANTS_COLUMNS,
    README,
    TASK,
    TASK_DESCRIPTION,
    TRACKING_SYSTEM,
)
from coach.records.exchange.names import checked_label, harmless
from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.outgoing import OutgoingWalk
from coach.records.exchange.stride_columns import STRIDE_COLUMNS, Value, stride_values
from sensors.samples import Placement

_MISSING = "n/a"
_CHANNELS = (
    *((f"acc_{axis}", axis, "ACCEL", "m/s^2") for axis in "xyz"),
    *((f"gyr_{axis}", axis, "GYRO", "rad/s") for axis in "xyz"),
)
_LATENCY = "latency"
_OPPOSITE = dict(zip("APSIRL", "PAISLR", strict=True))


@dataclass(frozen=True, slots=True)
class BidsNames:
    """Under which labels a walk appears; letters and digits only (`names.pseudonym`).

    `with_notes` lets remarks out, which may tell who somebody is.
    """

    subject: str
    session: str | None = None
    with_notes: bool = False

    def __post_init__(self) -> None:
        checked_label(self.subject)
        if self.session is not None:
            checked_label(self.session)

    @property
    def folder(self) -> Path:
        """Where the walk's files are, from the dataset's folder on."""
        session = [] if self.session is None else [f"ses-{self.session}"]
        return Path(f"sub-{self.subject}", *session, "motion")

    def file(self, suffix: str, *, has_tracksys: bool = True) -> str:
        """Name of one of the walk's files."""
        session = "" if self.session is None else f"_ses-{self.session}"
        tracksys = f"_tracksys-{TRACKING_SYSTEM}" if has_tracksys else ""
        return f"sub-{self.subject}{session}_task-{TASK}{tracksys}_{suffix}"


def write_motion_bids(folder: Path, walk: OutgoingWalk, names: BidsNames) -> tuple[Path, ...]:
    """Write a dataset of one walk into a folder that is not there yet.

    Samples stand as they came, with their times as a LATENCY channel; lost ones are missing. No
    date leaves: times count from the first sample.

    Raises
    ------
    KeepingError
        When the folder is there already or the disk does not take it.
    SensorError, RecordError
        When the samples cannot be read to their end.
    """
    with new_outputs(folder) as (place,):
        motion = place / names.folder
        motion.mkdir(parents=True)
        _write_json(place / "dataset_description.json", DESCRIPTION)
        (place / "README").write_text(README, encoding="utf-8")
        _write_participants(place, walk, names)
        n_rows = _write_motion(motion / names.file("motion.tsv"), walk)
        _write_json(motion / names.file("motion.json"), _motion_json(walk, n_rows))
        _write_channels(motion, walk, names)
        _write_events(motion, walk, names)
    return (folder,)


def _write_participants(place: Path, walk: OutgoingWalk, names: BidsNames) -> None:
    leg, height = walk.gait.leg_length_m, walk.gait.height_m
    row = [f"sub-{names.subject}", walk.info.side, leg, height]
    _write_tsv(place / "participants.tsv", list(PARTICIPANTS_COLUMNS), [row])
    described = {name: told for name, told in PARTICIPANTS_COLUMNS.items() if told}
    _write_json(place / "participants.json", described)


def _write_motion(path: Path, walk: OutgoingWalk) -> int:
    """Write the samples; return how many."""
    n_rows = 0
    with path.open("w", encoding="ascii", newline="\n") as file:
        for block in walk.blocks():
            table = np.column_stack([block.acc_mps2, block.gyr_radps, block.t_s - walk.start_s])
            np.savetxt(file, table, fmt=["%.6f"] * 6 + ["%.5f"], delimiter="\t")
            n_rows += len(table)
    return n_rows


def _motion_json(walk: OutgoingWalk, n_rows: int) -> dict[str, object]:
    rate_hz = walk.info.rate_hz
    is_timed = walk.duration_s > 0 and n_rows > 1
    return {
        "TaskName": TASK,
        "TaskDescription": TASK_DESCRIPTION,
        "TrackingSystemName": TRACKING_SYSTEM,
        "SamplingFrequency": rate_hz,
        "SamplingFrequencyEffective": (n_rows - 1) / walk.duration_s if is_timed else rate_hz,
        "RecordingDuration": walk.duration_s,
        "RecordingType": "discontinuous" if walk.gaps else "continuous",
        "MotionChannelCount": len(_CHANNELS) + 1,
        "ACCELChannelCount": 3,
        "GYROChannelCount": 3,
        "LATENCYChannelCount": 1,
        "TrackedPointsCount": 1,
        "MissingValues": _MISSING,
    }


def _write_channels(motion: Path, walk: OutgoingWalk, names: BidsNames) -> None:
    point = "thigh" if walk.info.side is None else f"{walk.info.side}_thigh"
    columns = [
        "name",
        "component",
        "type",
        "tracked_point",
        "units",
        "reference_frame",
        "placement",
    ]
    rows: list[Sequence[Value]] = [
        [name, axis, kind, point, unit, "sensor", point] for name, axis, kind, unit in _CHANNELS
    ]
    rows.append([_LATENCY, None, "LATENCY", None, "s", None, None])
    _write_tsv(motion / names.file("channels.tsv"), columns, rows)
    frame: dict[str, object] = {
        "Description": "Axes as printed on the sensor, turning with it; strapped to the thigh.",
        "RotationRule": "right-hand",
    }
    if walk.info.placement is not None:
        frame["SpatialAxes"] = spatial_axes(walk.info.placement)
    described = {"reference_frame": {"LongName": "Frame", "Levels": {"sensor": frame}}}
    _write_json(motion / names.file("channels.json"), described)


def spatial_axes(placement: Placement) -> str:
    """Where x, y and z of the sensor point on a standing person, such as ``SAL``.

    S is up, A to the front, R to the right; the third axis is up × anterior, to the left.
    """
    letters = {placement.up[1]: (placement.up[0], "S")}
    letters[placement.anterior[1]] = (placement.anterior[0], "A")
    (third,) = set("xyz") - set(letters)
    signs = [-1 if sign == "-" else 1 for sign, _ in letters.values()]
    is_cyclic = (placement.up[1] + placement.anterior[1]) in {"xy", "yz", "zx"}
    points_left = signs[0] * signs[1] * (1 if is_cyclic else -1) > 0
    letters[third] = ("+", "L" if points_left else "R")
    return "".join(
        _OPPOSITE[letter] if sign == "-" else letter
        for sign, letter in (letters[axis] for axis in "xyz")
    )


def _write_events(motion: Path, walk: OutgoingWalk, names: BidsNames) -> None:
    columns = [column.name for column in STRIDE_COLUMNS]
    empty: list[Value] = [None] * len(columns)
    rows: list[list[Value]] = []
    for row in walk.strides:
        stride = row.stride
        duration_s = None if stride.end_s is None else stride.end_s - stride.start_s
        onset_s = stride.start_s - walk.start_s
        rows.append([onset_s, duration_s, "stride", None, None, *stride_values(walk, row)])
    rows += (
        [mark.t_s - walk.start_s, 0.0, "pain", mark.level, None, *empty] for mark in walk.pain_marks
    )
    for gap in walk.gaps:
        length_s = None if gap.end_s is None else gap.end_s - gap.start_s
        rows.append([gap.start_s - walk.start_s, length_s, f"gap_{gap.reason}", None, None, *empty])
    for note in walk.notes if names.with_notes else ():
        at_s = 0.0 if note.t_s is None else note.t_s - walk.start_s
        length_s = note.end_s - note.t_s if note.t_s is not None and note.end_s is not None else 0.0
        rows.append([at_s, length_s, "note", None, harmless(note.text), *empty])
    rows.sort(key=_onset_s)
    path = motion / names.file("events.tsv", has_tracksys=False)
    _write_tsv(path, [*EVENT_COLUMNS, *columns], rows)
    described = EVENT_COLUMNS | {
        column.name: {"Description": column.meaning}
        | ({} if column.unit is None else {"Units": column.unit})
        for column in STRIDE_COLUMNS
    }
    _write_json(path.with_suffix(".json"), described)


def _onset_s(row: Sequence[Value]) -> float:
    onset_s = row[0]
    return onset_s if isinstance(onset_s, float) else 0.0


def _write_tsv(path: Path, columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(columns) + "\n")
        file.writelines("\t".join(map(_cell, row)) + "\n" for row in rows)


def _cell(value: Value) -> str:
    if value is None or value == "":
        return _MISSING
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:.5f}" if isinstance(value, float) else str(value)


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
