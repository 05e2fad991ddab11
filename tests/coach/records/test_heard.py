import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.records.chunks import Chunk, joined
from coach.records.errors import RecordFault, WalkFileError
from coach.records.heard import Continued, Heard, LinkLost, decoded_again, heard_chunk, heard_in
from sensors.notifications import NotificationReader
from sensors.samples import ImuBlock, SampleFlag
from sensors.source import RawNotification
from tests.coach.records.streams import STREAMS, driver_of, notifications, walk_at

_TIMES = st.floats(0, 1e9)
_RAW = st.builds(
    RawNotification, _TIMES, st.sampled_from(["2a19", "ffe4", "15172004-4947-11e9-8646"]),
    st.binary(max_size=40),
)  # fmt: skip
_HEARD = st.one_of(_RAW, st.builds(LinkLost, _TIMES), st.builds(Continued, _TIMES))


def _chunk(payload: bytes, n: int) -> Chunk:
    blob = zlib.compress(payload)
    return Chunk(0.0, 1.0, n, zlib.crc32(blob), blob)


def _fault_of(chunk: Chunk) -> RecordFault:
    with pytest.raises(WalkFileError) as caught:
        heard_in(chunk)
    return caught.value.fault


@settings(max_examples=40, deadline=None)
@given(st.lists(_HEARD, min_size=1, max_size=30))
def test_every_notification_comes_back_as_it_came(heard: list[Heard]) -> None:
    again = heard_in(heard_chunk(heard))
    assert again == heard
    assert [type(each) for each in again] == [type(each) for each in heard]


@pytest.mark.parametrize(
    ("payload", "n"),
    [
        (b"", 1),
        (b"\x04\x00abcd", 1),
        (b"\x01\x00a" + struct.pack("<dBH", 1.0, 0, 9) + b"short", 1),
        (b"\x01\x00a" + struct.pack("<dBH", 1.0, 7, 0), 1),
        (b"\x01\x00a" + struct.pack("<dBH", float("nan"), 0, 0), 1),
        (b"\x01\x00a" + struct.pack("<dBH", 1.0, 0, 0) + b"more", 1),
        (b"\x00\x00" + struct.pack("<dBH", 1.0, 0, 3) + b"odd", 1),
        (b"\x00\x00" + struct.pack("<dBHd", 1.0, 0, 8, float("inf")), 1),
        (b"\x01\x00\xff" + struct.pack("<dBH", 1.0, 0, 0), 1),
        (bytes(50_000_000), 1),
        (b"\x01\x00a" + struct.pack("<dBH", 1.0, 0, 0), 2**40),
    ],
    ids=[
        "empty",
        "none",
        "short",
        "index",
        "nan",
        "more",
        "mark",
        "offset",
        "name",
        "bomb",
        "many",
    ],
)
def test_a_blob_nobody_wrote_is_refused(payload: bytes, n: int) -> None:
    assert _fault_of(_chunk(payload, n)) is RecordFault.DAMAGED


@pytest.mark.parametrize(("model", "rate_hz"), STREAMS)
def test_decoded_again_it_gives_the_samples_of_a_reader(model: str, rate_hz: float) -> None:
    acc, gyr, _ = walk_at(rate_hz, 3.0)
    raw = notifications(model, rate_hz, acc, gyr)
    live = joined(
        [
            b
            for b in NotificationReader(driver_of(model), rate_hz).push(raw)
            if isinstance(b, ImuBlock)
        ]
    )
    again = joined(list(decoded_again(raw, driver_of(model), rate_hz)))
    assert [a.tobytes() for a in again] == [a.tobytes() for a in live]


def test_a_recording_that_goes_on_is_later_and_after_a_gap() -> None:
    model, rate_hz = STREAMS[0]
    acc, gyr, _ = walk_at(rate_hz, 3.0)
    raw = notifications(model, rate_hz, acc, gyr)
    heard: list[Heard] = [*raw[:60], Continued(100.0), *raw[60:]]
    blocks = list(decoded_again(heard, driver_of(model), rate_hz))
    second = next(block for block in blocks if block.t_s[0] >= 100.0)
    assert second.t_s[0] == 100.0
    assert second.flags[0] & SampleFlag.AFTER_GAP
