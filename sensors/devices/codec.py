"""What every device file tells: how to know the sensor, what to say, how to read its bytes."""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from sensors.errors import PacketError
from sensors.samples import FloatArray
from sensors.source import Battery

STANDARD_GRAVITY_MPS2 = 9.80665
RADPS_PER_DPS = math.pi / 180

BATTERY_LEVEL = "00002a19-0000-1000-8000-00805f9b34fb"
SERIAL_NUMBER = "00002a25-0000-1000-8000-00805f9b34fb"
FIRMWARE_REVISION = "00002a26-0000-1000-8000-00805f9b34fb"


class Samples(NamedTuple):
    """What one decoded packet says of the movement; times are for `sensors.clock` to make.

    Attributes
    ----------
    acc_mps2, gyr_radps : (n, 3) arrays
        Specific force and angular rate, finite, n >= 1, in the sensor's frame.
    is_clipped : (n,) bool array
        At least one axis stood at the end of its range.
    tick : int or None
        Device clock at the first sample, as sent: its unit and width stand in `Driver.tick`.
    counter : int or None
        Number of the packet, as sent: its width stands in `Driver.counter_bits`.
    n_lost_before : int
        Samples the codec itself knows to be missing before the first one.
    is_loss_sure : bool
        No more than these are missing there; else others may be.
    angles_rad : (n, 3) array or None
        Orientation by the sensor's own fusion, if it sends it: roll, pitch and yaw (z-y'-x'').
    """

    acc_mps2: FloatArray
    gyr_radps: FloatArray
    is_clipped: NDArray[np.bool_]
    tick: int | None = None
    counter: int | None = None
    n_lost_before: int = 0
    is_loss_sure: bool = False
    angles_rad: FloatArray | None = None


class ButtonPress(NamedTuple):
    """The button on the sensor was pressed."""


class GoingToSleep(NamedTuple):
    """The sensor says that it is switching itself off; the link will go with it."""


class Refused(NamedTuple):
    """The sensor refused a command; `status` is its own code."""

    status: int


class Identity(NamedTuple):
    """What the sensor says of itself; None is "not said"."""

    serial: str | None = None
    firmware: str | None = None
    rate_hz: float | None = None


Item = Samples | Battery | ButtonPress | GoingToSleep | Refused | Identity


class Decoder(Protocol):
    """Bytes of one connection in, items out; holds what is left of an unfinished packet."""

    def push(self, char: str, payload: bytes) -> tuple[Item, ...]:
        """Return what a notification on, or a value read from, this characteristic says.

        Raises
        ------
        PacketError
            The bytes are not what this sensor sends; the decoder can go on.
        """
        ...

    def reset(self) -> None:
        """Forget everything unfinished: the link was lost."""
        ...


class Subscribe(NamedTuple):
    """Enable notifications of a characteristic; all it sends goes to `Decoder.push`."""

    char: str


class Unsubscribe(NamedTuple):
    """Disable notifications of a characteristic."""

    char: str


class Write(NamedTuple):
    """Write, with response."""

    char: str
    data: bytes


class Read(NamedTuple):
    """Read; the value goes to `Decoder.push`."""

    char: str


class Pause(NamedTuple):
    """Wait."""

    duration_s: float


class Ask(NamedTuple):
    """Write, wait for a notification beginning with one of the prefixes, go on with its steps.

    The answer goes to `Decoder.push` as well. No known answer in `timeout_s`: the model is not
    one we know.
    """

    char: str
    data: bytes
    answer_char: str
    answers: "tuple[tuple[bytes, Steps], ...]"
    timeout_s: float = 2.0


Step = Subscribe | Unsubscribe | Write | Read | Pause | Ask
Steps = tuple[Step, ...]


class Tick(NamedTuple):
    """A device clock: seconds per tick, and the width after which it wraps."""

    unit_s: float
    n_bits: int


@dataclass(frozen=True, slots=True)
class Driver:
    """One model of sensor, as data.

    Attributes
    ----------
    model : str
        Name of the model for people.
    service : str
        The service it must have; without it the firmware is too old (`SERVICE_MISSING`).
    chars : tuple of str
        The characteristics it must have.
    names : tuple of str
        What its advertised name may begin with.
    company_ids : frozenset of int
        Bluetooth company identifiers of its manufacturer data.
    is_service_own : bool
        Whether advertising the service tells the model; False for one that others use too.
    start : mapping of float to Steps
        Steps that make it stream, by nominal rate in Hz; the first is the preferred rate.
    stop : Steps
        Steps that end the stream.
    decoder : callable
        A fresh decoder for one connection.
    tick, counter_bits
        What `Samples.tick` and `Samples.counter` are; None where the sensor has none.
    tells_losses : bool
        Whether the decoder of a sensor without time or number knows of nearly every loss.
    parts_within_s : float or None
        The parts of one packet come within so long; a part that waits longer waits in vain.
    identity, battery : Steps
        Ask for serial and firmware, for the battery level: best effort, errors are no fault.
    identify, power_off : Steps
        Blink; switch off. Empty where it cannot.
    n_samples_per_packet : int
        Usual number of samples a packet, for the lead of a cue and for tests.
    is_confirmed : bool
        Whether it was run with the sensor itself; what is open stands in docs/sensors.md.
    """

    model: str
    service: str
    chars: tuple[str, ...]
    names: tuple[str, ...]
    start: Mapping[float, Steps]
    stop: Steps
    decoder: Callable[[], Decoder]
    company_ids: frozenset[int] = field(default_factory=frozenset)
    is_service_own: bool = True
    tick: Tick | None = None
    counter_bits: int | None = None
    tells_losses: bool = False
    parts_within_s: float | None = None
    identity: Steps = ()
    battery: Steps = ()
    identify: Steps = ()
    power_off: Steps = ()
    n_samples_per_packet: int = 1
    is_confirmed: bool = False

    @property
    def rate_hz(self) -> float:
        """The preferred nominal rate."""
        return next(iter(self.start))

    def recognises(
        self, name: str | None, company_ids: frozenset[int], services: frozenset[str]
    ) -> bool:
        """Whether an advertisement is one of this model's: name, company or service is enough."""
        return (
            (self.is_service_own and self.service in services)
            or bool(self.company_ids & company_ids)
            or (name is not None and name.startswith(self.names))
        )


def samples(
    acc_mps2: FloatArray,
    gyr_radps: FloatArray,
    *,
    acc_range_mps2: float,
    gyr_range_radps: float,
    tick: int | None = None,
    counter: int | None = None,
) -> Samples:
    """Samples with their clipping marked.

    Raises
    ------
    PacketError
        A value is not finite, or more than twice the range: no movement, broken bytes.
    """
    largest = np.maximum(
        np.abs(acc_mps2).max(axis=1) / acc_range_mps2,
        np.abs(gyr_radps).max(axis=1) / gyr_range_radps,
    )
    if not bool(np.all(largest <= 2)):
        raise PacketError("a value is not finite or far outside its range")
    return Samples(acc_mps2, gyr_radps, largest >= 0.999, tick, counter)


def int16_triples(payload: bytes) -> FloatArray:
    """Return (n, 3) counts from little-endian 16-bit integers; the length is the caller's check."""
    return np.frombuffer(payload, "<i2").astype(np.float64).reshape(-1, 3)


def text(payload: bytes) -> str | None:
    """Printable ASCII up to the first zero, None where there is none."""
    cut = payload.split(b"\0", 1)[0]
    return "".join(chr(b) for b in cut if 32 <= b < 127).strip() or None


def battery_level(payload: bytes) -> Battery:
    """Level from the standard battery characteristic, or any whose first byte is percent."""
    if not payload or payload[0] > 100:
        raise PacketError("battery level is not a percentage")
    return Battery(payload[0] / 100)
