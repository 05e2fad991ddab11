"""How patient a Bluetooth source is, and what it knows its sensor by."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, repeat


@dataclass(frozen=True, slots=True)
class BleSettings:
    """How patient a source is.

    Attributes
    ----------
    connect_timeout_s : float
        One attempt to connect.
    first_pauses_s : tuple of float
        Pauses between the attempts for the first connection; after the last it fails.
    silent_after_s : float
        A stream that brings nothing good for so long is started anew, once.
    back_off_s : tuple of float
        Pauses between the attempts after a loss; the last one repeats.
    give_up_after_s : float
        A lost sensor that is not back by then ends the walk.
    find_timeout_s : float
        How long a lost sensor is listened for at each attempt but the first.
    max_notifications_hz : float
        More than these are a flood.
    battery_every_s : float
        How often the battery is asked.
    measures_rate : bool
        Whether the rate of a sensor that tells no time is measured in its first seconds.
    """

    connect_timeout_s: float = 15.0
    first_pauses_s: tuple[float, ...] = (0.5, 2.0)
    silent_after_s: float = 2.0
    back_off_s: tuple[float, ...] = (0.0, 0.5, 1.0, 2.0, 4.0, 8.0)
    give_up_after_s: float = 600.0
    find_timeout_s: float = 5.0
    max_notifications_hz: float = 2000.0
    battery_every_s: float = 60.0
    measures_rate: bool = True

    def pauses_s(self) -> Iterator[float]:
        """Pauses after a loss, without end."""
        return chain(self.back_off_s, repeat(self.back_off_s[-1]))


@dataclass(frozen=True, slots=True)
class RememberedSensor:
    """What to know a sensor by at the next start; its address differs per machine on macOS.

    `fingerprint` is that of its services (`sensors.ble_link.Link`), `serial` what it says of
    itself, None where it says nothing.
    """

    name: str
    address: str
    model: str
    serial: str | None
    fingerprint: str
