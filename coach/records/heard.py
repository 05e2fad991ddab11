"""What a radio said in about a second, as one compressed, checked blob, and read again; pure.

The blob is zlib over a table of the characteristics' names and then, one after the other, arrival
time, index into that table, length and bytes of every notification. Two entries are none: a link
that was lost, and a recording that went on after it had been cut off; both have an empty name.
"""

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from math import isfinite
from typing import NamedTuple

from coach.records.chunks import Chunk, checked_payload
from coach.records.errors import RecordFault, WalkFileError
from sensors.devices.codec import Driver
from sensors.notifications import NotificationReader
from sensors.samples import ImuBlock, SampleFlag
from sensors.source import RawNotification

MAX_NOTIFICATIONS = 10_000
"""Most notifications one blob may claim; a flood is cut off far below."""

_MAX_BYTES = 2_000_000
_MAX_CHARS = 64
_HEAD = struct.Struct("<dBH")
_OFFSET = struct.Struct("<d")
_LINK_LOST = b""


class Continued(NamedTuple):
    """The recording went on after it had been cut off: times of what follows are later by this."""

    offset_s: float


class LinkLost(NamedTuple):
    """The link was lost at this host time."""

    arrival_s: float


Heard = RawNotification | Continued | LinkLost


def heard_chunk(heard: Sequence[Heard]) -> Chunk:
    """What was heard, as stored; start and end are arrival times on the host's clock."""
    raw = [_as_raw(each) for each in heard]
    names = list(dict.fromkeys(each.char for each in raw))
    table = "\n".join(names).encode("ascii")
    parts = [struct.pack("<H", len(table)), table]
    for each in raw:
        parts.append(_HEAD.pack(each.arrival_s, names.index(each.char), len(each.payload)))
        parts.append(each.payload)
    blob = zlib.compress(b"".join(parts), 6)
    return Chunk(raw[0].arrival_s, raw[-1].arrival_s, len(raw), zlib.crc32(blob), blob)


def heard_in(chunk: Chunk) -> list[Heard]:
    """What was heard, from a blob.

    Raises
    ------
    WalkFileError
        When the blob is not what was written, or claims too much.
    """
    payload = checked_payload(chunk, MAX_NOTIFICATIONS, _MAX_BYTES)
    try:
        (n_table,) = struct.unpack_from("<H", payload)
        names = payload[2 : 2 + n_table].decode("ascii").split("\n")
        at, heard = 2 + n_table, []
        for _ in range(chunk.n):
            arrival_s, name_idx, n_bytes = _HEAD.unpack_from(payload, at)
            at += _HEAD.size + n_bytes
            raw = RawNotification(arrival_s, names[name_idx], payload[at - n_bytes : at])
            if len(raw.payload) != n_bytes or not isfinite(arrival_s):
                raise ValueError("cut short")
            heard.append(_from_raw(raw))
        if at != len(payload) or len(names) > _MAX_CHARS:
            raise ValueError("length differs")
    except (ValueError, struct.error, IndexError) as error:
        raise WalkFileError(
            RecordFault.DAMAGED, second=chunk.start_s, cause="notifications cannot be read"
        ) from error
    return heard


def decoded_again(heard: Iterable[Heard], driver: Driver, rate_hz: float) -> Iterator[ImuBlock]:
    """The samples that the notifications say, as they were made live, bit for bit."""
    reader, goes_on = NotificationReader(driver, rate_hz), Later(0.0)
    for each in heard:
        match each:
            case Continued():
                reader, goes_on = NotificationReader(driver, rate_hz), Later(each.offset_s)
            case LinkLost():
                reader.link_lost()
            case RawNotification():
                items = reader.push((each,))
                yield from (goes_on.block(item) for item in items if isinstance(item, ImuBlock))


class Later:
    """Blocks of a recording that goes on: later by `offset_s`, the first one after a gap."""

    def __init__(self, offset_s: float) -> None:
        self._offset_s = offset_s
        self._is_first = offset_s > 0

    def t_s(self, t_s: float) -> float:
        """The time in the whole walk."""
        return t_s + self._offset_s

    def block(self, block: ImuBlock) -> ImuBlock:
        """The block at its time in the whole walk."""
        if self._offset_s == 0 or not len(block.t_s):
            return block
        flags = block.flags.copy()
        if self._is_first:
            flags[0] |= SampleFlag.AFTER_GAP
            self._is_first = False
        return block._replace(t_s=block.t_s + self._offset_s, flags=flags)


def _as_raw(heard: Heard) -> RawNotification:
    match heard:
        case Continued():
            return RawNotification(0.0, "", _OFFSET.pack(heard.offset_s))
        case LinkLost():
            return RawNotification(heard.arrival_s, "", _LINK_LOST)
    return heard


def _from_raw(raw: RawNotification) -> Heard:
    if raw.char:
        return raw
    if raw.payload == _LINK_LOST:
        return LinkLost(raw.arrival_s)
    (offset_s,) = _OFFSET.unpack(raw.payload)
    if not isfinite(offset_s):
        raise ValueError("offset not finite")
    return Continued(offset_s)
