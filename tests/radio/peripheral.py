"""A simulated BLE sensor: its services, what it advertises, and every fault a test can give it."""

import socket
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from typing import Protocol

from dbus_fast import Variant

from tests.radio.faults import BluezError

Properties = dict[str, Variant]
Interfaces = dict[str, Properties]

GATT_SERVICE = "org.bluez.GattService1"
GATT_CHARACTERISTIC = "org.bluez.GattCharacteristic1"
DEVICE = "org.bluez.Device1"
BATTERY = "org.bluez.Battery1"


class Radio(Protocol):
    """What a peripheral needs of the fake BlueZ it is added to."""

    adapter_path: str

    def properties_changed(
        self, path: str, interface: str, changed: Properties, gone: tuple[str, ...] = ()
    ) -> None:
        """Tell every client that properties changed."""

    def lose(self, peripheral: "Peripheral", *, is_local: bool = False) -> None:
        """End the connection of a peripheral."""


@dataclass(slots=True, eq=False)
class Characteristic:
    """One GATT characteristic; `flags` as BlueZ writes them (read, write, notify, …).

    `on_write` may raise a `BluezError`, may return something to await; `errors` are raised one per
    call of any method, first come first served.
    """

    uuid: str
    flags: tuple[str, ...]
    value: bytes = b""
    on_write: Callable[[bytes], Awaitable[None] | None] | None = None
    on_read: Callable[[], bytes] | None = None
    on_subscribe: Callable[[bool], None] | None = None
    errors: list[BluezError] = field(default_factory=list)
    path: str = ""
    subscribers: set[str] = field(default_factory=set)
    """Unique D-Bus names that called StartNotify."""
    sockets: list[socket.socket] = field(default_factory=list)
    """Our ends of AcquireNotify."""
    handed_over: list[socket.socket] = field(default_factory=list)
    """Our copies of the clients' ends, which close once they are sent."""

    @property
    def is_notifying(self) -> bool:
        """Whether anybody would get a notification."""
        return bool(self.subscribers or self.sockets)

    def subscription_changed(self) -> None:
        """Tell the sensor's firmware whether it has a listener."""
        if self.on_subscribe is not None:
            self.on_subscribe(self.is_notifying)

    def unsubscribe_all(self) -> bool:
        """Forget all listeners; True when there were any over a socket."""
        had_listeners, had_sockets = self.is_notifying, bool(self.sockets)
        for end in self.sockets + self.handed_over:
            end.close()
        self.sockets.clear()
        self.handed_over.clear()
        self.subscribers.clear()
        if had_listeners:
            self.subscription_changed()
        return had_sockets

    def properties(self, service_path: str, mtu: int) -> Properties:
        """What BlueZ says of it."""
        properties = {
            "UUID": Variant("s", self.uuid),
            "Service": Variant("o", service_path),
            "Value": Variant("ay", self.value),
            "Flags": Variant("as", list(self.flags)),
            "MTU": Variant("q", mtu),
        }
        if "notify" in self.flags or "indicate" in self.flags:
            properties["Notifying"] = Variant("b", bool(self.subscribers))
            properties["NotifyAcquired"] = Variant("b", bool(self.sockets))
        if "write-without-response" in self.flags:
            properties["WriteAcquired"] = Variant("b", False)
        return properties


@dataclass(slots=True, eq=False)
class Service:
    """One GATT service."""

    uuid: str
    characteristics: list[Characteristic]
    path: str = ""


@dataclass(slots=True, eq=False)
class Peripheral:
    """One simulated sensor. All faults are attributes or methods, so a test reads like a story."""

    address: str
    name: str | None
    services: list[Service]
    advertised_uuids: tuple[str, ...] = ()
    manufacturer: dict[int, bytes] = field(default_factory=dict)
    rssi_dbm: int = -55
    mtu: int = 247
    battery_percent: int | None = None
    """What BlueZ itself exports as Battery1 while connected."""
    is_advertising: bool = True
    connect_delay_s: float = 0.01
    resolve_delay_s: float = 0.01
    connect_errors: list[BluezError] = field(default_factory=list)
    """One is popped at each Connect."""
    on_connection: Callable[[bool], None] | None = None
    is_connected: bool = False
    is_resolved: bool = False
    """Whether BlueZ holds its GATT objects; they stay cached when the link goes."""
    radio: Radio | None = None
    path: str = ""

    def attach(self, radio: Radio) -> None:
        """Give every object its path; handles are counted as BlueZ does."""
        self.radio = radio
        self.path = f"{radio.adapter_path}/dev_{self.address.upper().replace(':', '_')}"
        handle = 1
        for service in self.services:
            service.uuid = service.uuid.lower()
            service.path = f"{self.path}/service{handle:04x}"
            handle += 1
            for characteristic in service.characteristics:
                characteristic.uuid = characteristic.uuid.lower()
                characteristic.path = f"{service.path}/char{handle:04x}"
                handle += 2

    def all_characteristics(self) -> Iterator[Characteristic]:
        """Every characteristic of every service."""
        for service in self.services:
            yield from service.characteristics

    def characteristic(self, uuid: str) -> Characteristic:
        """The first characteristic of that UUID."""
        return next(each for each in self.all_characteristics() if each.uuid == uuid.lower())

    def notify(self, uuid: str, payload: bytes) -> bool:
        """Send a notification; False when nobody listens and the radio would drop it."""
        characteristic = self.characteristic(uuid)
        if not self.is_connected or self.radio is None or not characteristic.is_notifying:
            return False
        _send_to_sockets(characteristic, payload)
        if characteristic.subscribers:
            characteristic.value = payload
            self.radio.properties_changed(
                characteristic.path, GATT_CHARACTERISTIC, {"Value": Variant("ay", payload)}
            )
        return True

    def drop_link(self) -> None:
        """Go out of reach, or let the battery die."""
        if self.radio is not None:
            self.radio.lose(self)

    def device_properties(self, adapter_path: str) -> Properties:
        """What BlueZ says of the device."""
        properties = {
            "Address": Variant("s", self.address),
            "AddressType": Variant("s", "random"),
            "Alias": Variant("s", self.name or self.address.replace(":", "-")),
            "Paired": Variant("b", False),
            "Bonded": Variant("b", False),
            "Trusted": Variant("b", False),
            "Blocked": Variant("b", False),
            "Connected": Variant("b", self.is_connected),
            "Adapter": Variant("o", adapter_path),
            "ServicesResolved": Variant("b", self.is_connected and self.is_resolved),
            "UUIDs": Variant("as", self.known_uuids()),
        }
        if self.name is not None:
            properties["Name"] = Variant("s", self.name)
        if self.manufacturer:
            blocks = {company: Variant("ay", data) for company, data in self.manufacturer.items()}
            properties["ManufacturerData"] = Variant("a{qv}", blocks)
        if self.is_advertising and not self.is_connected:
            properties["RSSI"] = Variant("n", self.rssi_dbm)
        return properties

    def known_uuids(self) -> list[str]:
        """Advertised services, and after the first connect also the discovered ones."""
        discovered = {service.uuid for service in self.services} if self.is_resolved else set()
        return sorted({*self.advertised_uuids, *discovered})

    def gatt_objects(self) -> dict[str, Interfaces]:
        """Every GATT object with its properties, by path."""
        objects: dict[str, Interfaces] = {}
        for service in self.services:
            objects[service.path] = {
                GATT_SERVICE: {
                    "UUID": Variant("s", service.uuid),
                    "Device": Variant("o", self.path),
                    "Primary": Variant("b", True),
                    "Includes": Variant("ao", []),
                }
            }
            for each in service.characteristics:
                objects[each.path] = {GATT_CHARACTERISTIC: each.properties(service.path, self.mtu)}
        return objects


def _send_to_sockets(characteristic: Characteristic, payload: bytes) -> None:
    for end in list(characteristic.sockets):
        try:
            end.send(payload)
        except BlockingIOError:
            continue  # BlueZ drops too when the reader is too slow
        except OSError:
            end.close()
            characteristic.sockets.remove(end)
