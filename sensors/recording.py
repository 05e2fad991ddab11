"""A recorded walk: NAME.csv or NAME.csv.gz with NAME.json beside it, or the export of an app."""

import gzip
import io
from asyncio import sleep
from collections.abc import AsyncIterator, Generator, Iterable
from contextlib import closing, nullcontext
from copy import copy
from pathlib import Path
from typing import Annotated, BinaryIO, Literal

import msgspec
import numpy as np
from msgspec import Meta

from sensors.csv_rows import COLUMNS, Rows, read_rows
from sensors.errors import RecordingError, SensorFault
from sensors.imports.recognise import Export, read_export
from sensors.imports.told import NOTHING, Told
from sensors.samples import FloatArray, ImuBlock, Placement, Side, StreamInfo, StreamKind

WALK_FORMAT = "hipcoach-walk/1"

_MAX_SIDECAR_BYTES = 2**16
_LOWEST_RATE_HZ, _HIGHEST_RATE_HZ = 10, 1000
_SAME_RATE = 0.001  # a sidecar's rate is exact within this share, else the measured one is taken
_LIKELY_RATE = 0.1
_GRAVITY_MPS2 = (6.0, 14.0)  # median over some seconds; standing or walking 9.7 to 10.1
_GYR_MEDIAN_RADPS = 15.0  # no thigh turns faster than 860 deg/s half of the time
_UNITS_MIN_S = 1.0  # less is too little to judge units by
_LEAST_UP_MPS2 = 7.5  # within 40 degrees of upright
_DOWN_MPS2 = -5.0  # the axis that points up on a thigh that stands or walks feels +9.81
_EXPORT_ROWS = 2000
_ENDINGS = (".gz", ".csv", ".txt", ".zip")


class _Mounting(msgspec.Struct):
    up: Literal["+x", "-x", "+y", "-y", "+z", "-z"]
    anterior: Literal["+x", "-x", "+y", "-y", "+z", "-z"]


class _Sidecar(msgspec.Struct):
    """What a sidecar may say; other keys are passed over."""

    format: str = WALK_FORMAT
    rate_hz: Annotated[float, Meta(ge=_LOWEST_RATE_HZ, le=_HIGHEST_RATE_HZ)] | None = None
    side: Side | None = None
    leg_length_m: Annotated[float, Meta(ge=0.3, le=1.5)] | None = None
    height_m: Annotated[float, Meta(ge=0.8, le=2.6)] | None = None
    mounting: _Mounting | None = None


class Recording:
    """A recorded walk as a `Source`; may be iterated again and again.

    A walk file is read a few seconds at a time: memory does not grow with its length. An app's
    export is held in memory, whole. Rows that are missing were lost on the way; their times show
    it.

    Parameters
    ----------
    path : path
        Walk file, plain or gzip: a header, columns in any order, others beside them passed over.
        Or what a sensor's or phone's own app exported (`sensors.imports`): a file, zip or folder.
    block_samples : int, optional
        Most samples in a block; one second by default.
    told : Told, optional
        What the person says of it; wins over what stands in and beside the file.

    Attributes
    ----------
    info : StreamInfo
        `rate_hz` as the sidecar says where the times agree, else as measured over the first
        seconds; `duration_s` is not known before the end.
    progress : float
        Share of the file read by the last iteration so far, 0 to 1.
    maker : str or None
        Name of the app's format; None for a walk file.

    Raises
    ------
    RecordingError
        At once for what sidecar, header and first seconds show; while iterating for the rest.
    """

    def __init__(
        self, path: Path | str, block_samples: int | None = None, told: Told = NOTHING
    ) -> None:
        if block_samples is not None and block_samples < 1:
            raise ValueError(f"block_samples is {block_samples}, expected 1 or more")
        self.path = Path(path)
        self.progress = 0.0
        self._is_closed = False
        self._export = read_export(self.path, told)
        self.maker = None if self._export is None else self._export.maker
        with closing(self._rows()) as pieces:
            first = next(pieces, None)
        sidecar = _with_told(_read_sidecar(self.path), told)
        if first is None:
            raise RecordingError(SensorFault.EMPTY, path=str(self.path))
        rate_hz = _rate_hz(first.values[:, 0], sidecar, self.path)
        self._n_units_rows = _UNITS_MIN_S * rate_hz
        if len(first.values) >= self._n_units_rows:
            _check_acc_units(first.values[:, 1:4], self.path)
        self._block_samples = block_samples or round(rate_hz)
        self.info = _info(self.path, sidecar, rate_hz)
        if self._export is not None:
            _check_placement(self._export, self.info, self.path)

    def blocks(self) -> Generator[ImuBlock]:
        """Iterate over the samples without an event loop.

        Raises
        ------
        RecordingError
            The file cannot be read further.
        """
        for rows in self._rows():
            self.progress = rows.progress
            t_s = rows.values[:, 0].copy()
            acc = rows.values[:, 1:4].copy()
            gyr = rows.values[:, 4:7].copy()
            flags = np.zeros(len(t_s), np.uint8)
            if len(t_s) >= self._n_units_rows:
                _check_gyr_units(gyr, self.path)
            for start in range(0, len(t_s), self._block_samples):
                if self._is_closed:
                    return
                part = slice(start, start + self._block_samples)
                yield ImuBlock(t_s[part], acc[part], gyr[part], flags[part])

    async def __aiter__(self) -> AsyncIterator[ImuBlock]:
        """Iterate over the samples; other tasks run in between."""
        with closing(self.blocks()) as blocks:
            for block in blocks:
                yield block
                await sleep(0)

    async def aclose(self) -> None:
        """End any iteration; safe to call twice."""
        self._is_closed = True

    def _rows(self) -> Generator[Rows]:
        if self._export is None:
            yield from read_rows(self.path)
            return
        values = self._export.values
        for stop in range(_EXPORT_ROWS, len(values) + _EXPORT_ROWS, _EXPORT_ROWS):
            yield Rows(values[stop - _EXPORT_ROWS : stop], min(1.0, stop / len(values)))


def write_walk_csv(path: Path | str, info: StreamInfo, blocks: Iterable[ImuBlock]) -> None:
    """Write a walk and its sidecar, times to 10 us, values to 1e-6.

    Parameters
    ----------
    path : path
        NAME.csv, or NAME.csv.gz to compress; the sidecar is NAME.json beside it. Both are
        written over.
    info : StreamInfo
        What the sidecar says.
    blocks : iterable of ImuBlock
        As they came from the sensor: a grid's made-up samples do not belong in a file.

    Raises
    ------
    OSError
        The files cannot be written.
    """
    path = Path(path)
    mounting = None if info.placement is None else info.placement._asdict()
    sidecar = {
        "format": WALK_FORMAT,
        "rate_hz": info.rate_hz,
        "side": info.side,
        "leg_length_m": info.leg_length_m,
        "height_m": info.height_m,
        "mounting": mounting,
        "units": "acc m/s^2 (specific force), gyr rad/s, t_s seconds",
    }
    sidecar_path(path).write_bytes(msgspec.json.format(msgspec.json.encode(sidecar)) + b"\n")
    with path.open("wb") as file, _compressed(file, path) as target:
        target.write((",".join(COLUMNS) + "\n").encode())
        for block in blocks:
            text = io.BytesIO()
            rows = np.column_stack([block.t_s, block.acc_mps2, block.gyr_radps])
            np.savetxt(text, rows, fmt=["%.5f"] + 6 * ["%.6f"], delimiter=",")
            target.write(text.getvalue())


def _compressed(file: BinaryIO, path: Path) -> gzip.GzipFile | nullcontext[BinaryIO]:
    if path.suffix != ".gz":
        return nullcontext(file)
    return gzip.GzipFile("", "wb", 6, file, mtime=0)  # no time: the same walk, the same bytes


def sidecar_path(path: Path) -> Path:
    """Where the description of a recorded walk is."""
    return path.with_name(f"{_name(path)}.json")


def _name(path: Path) -> str:
    """Name of a walk: its file's without the endings."""
    name = path.name
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def _read_sidecar(path: Path) -> _Sidecar | None:
    """What stands beside the walk, None where nothing does."""
    beside = sidecar_path(path)
    if beside == path or path.suffix == ".json":
        return None
    bad = SensorFault.SIDECAR_BAD
    try:
        if not beside.exists():
            return None
        if not beside.is_file():
            raise RecordingError(bad, path=str(beside), reason="not a file")
        with beside.open("rb") as file:
            text = file.read(_MAX_SIDECAR_BYTES + 1)
    except OSError as error:
        raise RecordingError(bad, path=str(beside), reason=str(error)) from error
    if len(text) > _MAX_SIDECAR_BYTES:
        raise RecordingError(bad, path=str(beside), reason="too large")
    try:
        sidecar = msgspec.json.decode(text, type=_Sidecar)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise RecordingError(bad, path=str(beside), reason=str(error)) from error
    if sidecar.format != WALK_FORMAT:
        raise RecordingError(bad, path=str(beside), reason=f"format {sidecar.format[:40]!r}")
    worn = sidecar.mounting
    if worn is not None and worn.up[1] == worn.anterior[1]:
        raise RecordingError(bad, path=str(beside), reason="mounting: up and anterior on one axis")
    return sidecar


def _with_told(sidecar: _Sidecar | None, told: Told) -> _Sidecar | None:
    """What stands beside the walk, with what the person says instead where they do."""
    if told.placement is None and told.rate_hz is None and told.side is None:
        return sidecar
    both = _Sidecar() if sidecar is None else copy(sidecar)
    if told.placement is not None:
        both.mounting = msgspec.convert(told.placement._asdict(), _Mounting)
    both.rate_hz = told.rate_hz or both.rate_hz
    both.side = told.side or both.side
    return both


def _check_placement(export: Export, info: StreamInfo, path: Path) -> None:
    """Refuse an export whose placement nobody told, or that hangs upside down by it."""
    if info.placement is None:
        likely = _likely_up(export.values)
        details = {} if likely is None else {"likely_up": likely}
        raise RecordingError(
            SensorFault.PLACEMENT_UNTOLD, path=str(path), format=export.maker, **details
        )
    column = 1 + "xyz".index(info.placement.up[1])
    sign = -1.0 if info.placement.up[0] == "-" else 1.0
    upward = float(np.median(export.values[:, column])) * sign
    if upward < _DOWN_MPS2:
        raise RecordingError(SensorFault.UPSIDE_DOWN, path=str(path), median_up=upward)


def _likely_up(values: FloatArray) -> str | None:
    """The axis that points up most of the time, by gravity; None where none clearly does."""
    usual = np.median(values[:, 1:4], axis=0)
    axis = int(np.argmax(np.abs(usual)))
    if abs(usual[axis]) < _LEAST_UP_MPS2:
        return None
    return f"{'+' if usual[axis] > 0 else '-'}{'xyz'[axis]}"


def _info(path: Path, sidecar: _Sidecar | None, rate_hz: float) -> StreamInfo:
    told = sidecar or _Sidecar()
    worn = told.mounting
    return StreamInfo(
        name=_name(path).encode(errors="replace").decode(),  # bytes that are no UTF-8 stay out
        kind=StreamKind.RECORDING,
        rate_hz=rate_hz,
        side=told.side,
        placement=None if worn is None else Placement(worn.up, worn.anterior),
        leg_length_m=told.leg_length_m,
        height_m=told.height_m,
    )


def _rate_hz(t_s: FloatArray, sidecar: _Sidecar | None, path: Path) -> float:
    """Rate of the stream by its own times, or as told where both agree."""
    told = None if sidecar is None else sidecar.rate_hz
    if len(t_s) < 2:
        if told is None:
            raise RecordingError(SensorFault.SIDECAR_MISSING, path=str(path))
        return told
    measured = _measured_rate_hz(t_s)
    if not _LOWEST_RATE_HZ <= measured <= _HIGHEST_RATE_HZ:
        seems = "ms" if 0.01 <= measured < 1 else "us" if measured < 0.01 else None
        raise RecordingError(
            SensorFault.RATE_IMPLAUSIBLE, path=str(path), measured_hz=measured, looks_like=seems
        )
    if told is None:
        return float(round(measured)) if _is_near(measured, round(measured)) else measured
    if abs(measured / told - 1) > _LIKELY_RATE:
        raise RecordingError(
            SensorFault.RATE_IMPLAUSIBLE, path=str(path), measured_hz=measured, told_hz=told
        )
    return told if _is_near(measured, told) else measured


def _is_near(measured_hz: float, told_hz: float) -> bool:
    return abs(measured_hz / told_hz - 1) <= _SAME_RATE


def _measured_rate_hz(t_s: FloatArray) -> float:
    """Samples a second where none are lost: steps of a whole number of periods, summed."""
    steps_s = np.diff(t_s)
    n_periods = np.round(steps_s / np.median(steps_s))
    is_whole = (n_periods >= 1) & (n_periods <= 20)
    return float(n_periods[is_whole].sum() / steps_s[is_whole].sum())


def _check_acc_units(acc: FloatArray, path: Path) -> None:
    """Refuse a specific force that is not near gravity in the median."""
    size = float(np.median(np.linalg.norm(acc, axis=1)))
    low, high = _GRAVITY_MPS2
    if low <= size <= high:
        return
    scale = size / 9.81
    seems = "g" if 0.07 < scale < 0.14 else "mg" if 70 < scale < 140 else None
    if scale < 0.07:
        seems = "without gravity"
    raise RecordingError(SensorFault.ACC_UNITS, path=str(path), median=size, looks_like=seems)


def _check_gyr_units(gyr: FloatArray, path: Path) -> None:
    """Refuse rates at which no thigh turns."""
    size = float(np.median(np.linalg.norm(gyr, axis=1)))
    if size > _GYR_MEDIAN_RADPS:
        raise RecordingError(SensorFault.GYR_UNITS, path=str(path), median=size, looks_like="deg/s")
