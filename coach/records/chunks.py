"""About a second of samples as one compressed, checked blob, to the bit and back; pure."""

import zlib
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from coach.records.columns import BYTES_PER_COLUMN, column_bytes, packed, unpacked
from coach.records.errors import RecordFault, WalkFileError
from sensors.samples import ImuBlock

MAX_SAMPLES = 10_000
"""Most samples one chunk may claim; a second of the fastest sensor is far below."""

_F8 = np.dtype("<f8")
_N_COLUMNS = 7
_BYTES_PER_SAMPLE = _N_COLUMNS * _F8.itemsize + 1


class Chunk(NamedTuple):
    """Consecutive samples as stored: time of first and last, count, crc32 of the blob, blob.

    The blob is zlib over the seven columns of `coach.records.columns`, time first, and one byte a
    flag. Until version 2 of the file it was zlib over ``t_s | acc_mps2 | gyr_radps | flags``,
    little-endian doubles row by row; the length tells which.
    """

    start_s: float
    end_s: float
    n: int
    crc32: int
    blob: bytes


def chunk_of(block: ImuBlock) -> Chunk:
    """The block as stored; every bit of its samples is kept."""
    columns = (block.t_s, *block.acc_mps2.T, *block.gyr_radps.T)
    payload = b"".join(packed(column) for column in columns)
    blob = zlib.compress(payload + np.asarray(block.flags, np.uint8).tobytes(), 6)
    t_s = block.t_s
    return Chunk(float(t_s[0]), float(t_s[-1]), len(t_s), zlib.crc32(blob), blob)


def block_of(chunk: Chunk) -> ImuBlock:
    """The samples of a chunk.

    Raises
    ------
    WalkFileError
        When the blob is not what was written, claims too much, or holds impossible values.
    """
    n = chunk.n
    n_bytes = n * _BYTES_PER_SAMPLE + _N_COLUMNS * BYTES_PER_COLUMN
    payload = checked_payload(chunk, MAX_SAMPLES, n_bytes)
    try:
        if len(payload) == n_bytes:
            block = _from_columns(payload, n)
        elif len(payload) == n * _BYTES_PER_SAMPLE:
            block = _from_rows(payload, n)
        else:
            raise ValueError("length differs")
    except ValueError as error:
        raise _damaged(chunk, str(error)) from None
    if not all(np.isfinite(part).all() for part in block[:3]):
        raise _damaged(chunk, "value not finite")
    if (np.diff(block.t_s) <= 0).any() or block.t_s[0] != chunk.start_s:
        raise _damaged(chunk, "time out of order")
    return block


def joined(blocks: Sequence[ImuBlock]) -> ImuBlock:
    """Consecutive blocks as one."""
    if len(blocks) == 1:
        return blocks[0]
    return ImuBlock(
        np.concatenate([block.t_s for block in blocks]),
        np.concatenate([block.acc_mps2 for block in blocks]),
        np.concatenate([block.gyr_radps for block in blocks]),
        np.concatenate([block.flags for block in blocks]),
    )


def pieces(block: ImuBlock, n_samples: int) -> Iterator[ImuBlock]:
    """The block in parts of at most `n_samples`."""
    for first in range(0, len(block.t_s), n_samples):
        span = slice(first, first + n_samples)
        yield ImuBlock(
            block.t_s[span], block.acc_mps2[span], block.gyr_radps[span], block.flags[span]
        )


def checked_payload(chunk: Chunk, max_n: int, max_bytes: int) -> bytes:
    """What the blob of a chunk holds once decompressed.

    Raises
    ------
    WalkFileError
        When the blob is not what was written, or it or its count is larger than that.
    """
    if not 0 < chunk.n <= max_n:
        raise _damaged(chunk, f"{chunk.n} entries claimed")
    if zlib.crc32(chunk.blob) != chunk.crc32:
        raise _damaged(chunk, "checksum differs")
    inflater = zlib.decompressobj()
    try:
        payload = inflater.decompress(chunk.blob, max_bytes)
    except zlib.error:
        raise _damaged(chunk, "cannot be decompressed") from None
    if not inflater.eof or inflater.unused_data:
        raise _damaged(chunk, "length differs")
    return payload


def _from_columns(payload: bytes, n: int) -> ImuBlock:
    each = column_bytes(n)
    t_s, *motion = (unpacked(payload, i * each, n) for i in range(_N_COLUMNS))
    flags = np.frombuffer(payload, np.uint8, offset=_N_COLUMNS * each)
    return ImuBlock(t_s, np.column_stack(motion[:3]), np.column_stack(motion[3:]), flags)


def _from_rows(payload: bytes, n: int) -> ImuBlock:
    """As it was until version 2."""
    numbers = np.frombuffer(payload, _F8, _N_COLUMNS * n).astype(np.float64, copy=False)
    return ImuBlock(
        numbers[:n],
        numbers[n : 4 * n].reshape(n, 3),
        numbers[4 * n :].reshape(n, 3),
        np.frombuffer(payload, np.uint8, offset=_N_COLUMNS * n * _F8.itemsize),
    )


def _damaged(chunk: Chunk, cause: str) -> WalkFileError:
    return WalkFileError(RecordFault.DAMAGED, second=chunk.start_s, cause=cause)
