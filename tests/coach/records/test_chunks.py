import zlib
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.records.chunks import MAX_SAMPLES, Chunk, block_of, chunk_of, joined, pieces
from coach.records.errors import RecordFault, WalkFileError
from sensors.samples import ImuBlock
from tests.coach.walks import still

_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
_TIMES = st.lists(_NUMBER, min_size=1, max_size=30, unique=True).map(sorted)


def _same_bits(a: ImuBlock, b: ImuBlock) -> bool:
    return _bits(a) == _bits(b)


def _bits(block: ImuBlock) -> list[bytes]:
    numbers = [array.tobytes() for array in (block.t_s, block.acc_mps2, block.gyr_radps)]
    return [*numbers, block.flags.tobytes()]


def _with_payload(payload: bytes, n: int) -> Chunk:
    blob = zlib.compress(payload)
    return Chunk(0.0, 1.0, n, zlib.crc32(blob), blob)


def _fault_of(chunk: Chunk) -> RecordFault:
    with pytest.raises(WalkFileError) as caught:
        block_of(chunk)
    return caught.value.fault


@settings(max_examples=50)
@given(t_s=_TIMES, data=st.data())
def test_every_bit_comes_back(t_s: list[float], data: st.DataObject) -> None:
    if any(a == b for a, b in pairwise(t_s)):  # 0.0 and -0.0
        return
    n = len(t_s)
    values = np.array(data.draw(st.lists(_NUMBER, min_size=6 * n, max_size=6 * n)))
    flags = np.array(data.draw(st.lists(st.integers(0, 7), min_size=n, max_size=n)), np.uint8)
    block = ImuBlock(
        np.array(t_s), values[: 3 * n].reshape(n, 3), values[3 * n :].reshape(n, 3), flags
    )
    assert _same_bits(block_of(chunk_of(block)), block)


@pytest.mark.parametrize("n_samples", [1, 7, 100])
def test_pieces_joined_are_the_block(n_samples: int) -> None:
    block = still(0.0, 100)
    assert _same_bits(joined(list(pieces(block, n_samples))), block)


def test_a_flipped_bit_is_noticed() -> None:
    chunk = chunk_of(still(0.0, 100))
    spoiled = bytes([chunk.blob[0], chunk.blob[1] ^ 1, *chunk.blob[2:]])
    assert _fault_of(chunk._replace(blob=spoiled)) is RecordFault.DAMAGED


def test_a_blob_that_inflates_without_end_is_cut_short() -> None:
    bomb = _with_payload(bytes(200_000_000), 100)
    assert _fault_of(bomb) is RecordFault.DAMAGED


@pytest.mark.parametrize("n", [0, -1, MAX_SAMPLES + 1, 2**62])
def test_a_sample_count_no_second_has_is_refused(n: int) -> None:
    assert _fault_of(chunk_of(still(0.0, 100))._replace(n=n)) is RecordFault.DAMAGED


def test_a_count_that_differs_from_the_blob_is_refused() -> None:
    assert _fault_of(chunk_of(still(0.0, 100))._replace(n=99)) is RecordFault.DAMAGED


def test_bytes_that_are_not_compressed_are_refused() -> None:
    blob = b"not zlib"
    assert _fault_of(Chunk(0.0, 1.0, 1, zlib.crc32(blob), blob)) is RecordFault.DAMAGED


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_a_value_that_is_not_finite_is_refused(value: float) -> None:
    block = still(0.0, 3)
    block.acc_mps2[1, 1] = value
    assert _fault_of(chunk_of(block)) is RecordFault.DAMAGED


def test_time_that_stands_still_is_refused() -> None:
    block = still(0.0, 3)
    block.t_s[1] = block.t_s[2]
    assert _fault_of(chunk_of(block)) is RecordFault.DAMAGED


def test_a_second_as_it_was_kept_until_version_2_is_read() -> None:
    block = still(0.0, 100)
    numbers = b"".join(part.tobytes() for part in (block.t_s, block.acc_mps2, block.gyr_radps))
    old = _with_payload(numbers + block.flags.tobytes(), 100)
    assert _same_bits(block_of(old), block)


def test_a_column_of_no_kind_is_refused() -> None:
    payload = bytearray(zlib.decompress(chunk_of(still(0.0, 3)).blob))
    payload[0] = 99
    assert _fault_of(_with_payload(bytes(payload), 3)) is RecordFault.DAMAGED


@pytest.mark.parametrize("step", [0.0, np.inf, np.nan])
def test_a_step_that_makes_numbers_infinite_is_refused(step: float) -> None:
    payload = bytearray(zlib.decompress(chunk_of(still(0.0, 3)).blob))
    payload[:9] = bytes([2]) + np.float64(step).tobytes()
    assert _fault_of(_with_payload(bytes(payload), 3)) is RecordFault.DAMAGED


@given(st.integers(1, 5), st.data())
def test_whatever_bytes_stand_in_columns_give_numbers_or_are_refused(
    n: int, data: st.DataObject
) -> None:
    n_bytes = len(zlib.decompress(chunk_of(still(0.0, n)).blob))
    payload = bytearray(data.draw(st.binary(min_size=n_bytes, max_size=n_bytes)))
    for column in range(7):  # else hardly any has a kind
        payload[column * (n_bytes - n) // 7] %= 4
    try:
        block = block_of(_with_payload(bytes(payload), n))
    except WalkFileError:
        return
    assert np.isfinite(block.acc_mps2).all()
