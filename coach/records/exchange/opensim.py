"""Tables OpenSim reads: the thigh's angle as a motion (.mot), the samples as a storage (.sto).

References
----------
OpenSim documentation, "Storage (.sto) Files" and "Motion (.mot) Files".
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from coach.records.exchange.new_files import new_outputs
from coach.records.exchange.outgoing import OutgoingWalk, thigh_angles
from sensors.samples import FloatArray, Side

_NOTE = (
    "Thigh flexion against the person's own standing neutral, from one sensor on the thigh. "
    "It is hip flexion only as far as the pelvis keeps still."
)
_COORDINATES = {Side.RIGHT: "hip_flexion_r", Side.LEFT: "hip_flexion_l", None: "thigh_flexion"}
_BODIES = {Side.RIGHT: "femur_r_imu", Side.LEFT: "femur_l_imu", None: "femur_imu"}
_SIGNALS = ("acc_x", "acc_y", "acc_z", "gyr_x", "gyr_y", "gyr_z")


def write_mot(path: Path, walk: OutgoingWalk) -> tuple[Path, ...]:
    """Write the thigh's angle as the coordinate `hip_flexion` of the worn side, in degrees.

    Flexion is positive, as in OpenSim's gait models. Rows begin where a standing neutral is known.
    Where nobody told the side, the column is `thigh_flexion`, which no model has.

    Raises
    ------
    RecordError
        NO_ANGLES; KeepingError when the file is there already or the disk does not take it.
    SensorError
        When the samples cannot be read to their end.
    """
    t_s, flexion_deg = thigh_angles(walk)
    rows = np.column_stack([t_s, flexion_deg])
    with new_outputs(path) as (place,):
        names = [_COORDINATES[walk.info.side]]
        _write(place, "Coordinates", names, [rows], in_degrees=True, note=_NOTE)
    return (path,)


def write_sto(path: Path, walk: OutgoingWalk) -> tuple[Path, ...]:
    """Write the samples as they came: specific force in m/s^2 and angular rate in rad/s.

    They are in the sensor's own frame; the header tells the placement where it is known.

    Raises
    ------
    KeepingError
        When the file is there already or the disk does not take it.
    SensorError, RecordError
        When the samples cannot be read to their end.
    """
    placement = walk.info.placement
    worn = "not told" if placement is None else f"up {placement.up}, anterior {placement.anterior}"
    note = f"acc: specific force, m/s^2; gyr: angular rate, rad/s; sensor frame, {worn}."
    body = _BODIES[walk.info.side]
    tables = [
        np.column_stack([block.t_s - walk.start_s, block.acc_mps2, block.gyr_radps])
        for block in walk.blocks()
    ]
    with new_outputs(path) as (place,):
        names = [f"{body}_{signal}" for signal in _SIGNALS]
        _write(place, "Samples", names, tables, in_degrees=False, note=note)
    return (path,)


def _write(
    place: Path,
    title: str,
    names: Sequence[str],
    tables: Sequence[FloatArray],
    *,
    in_degrees: bool,
    note: str,
) -> None:
    n_rows = sum(len(table) for table in tables)
    with place.open("w", encoding="ascii", newline="\n") as file:
        file.writelines(_header(title, names, n_rows, in_degrees=in_degrees, note=note))
        for table in tables:
            np.savetxt(file, table, fmt=["%.5f"] + ["%.6f"] * len(names), delimiter="\t")


def _header(
    title: str, names: Sequence[str], n_rows: int, *, in_degrees: bool, note: str
) -> Iterator[str]:
    yield f"{title}\n"
    yield "version=1\n"
    yield f"nRows={n_rows}\n"
    yield f"nColumns={len(names) + 1}\n"
    yield f"inDegrees={'yes' if in_degrees else 'no'}\n"
    yield f"description={note}\n"
    yield "endheader\n"
    yield "\t".join(["time", *names]) + "\n"
