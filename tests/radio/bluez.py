"""A fake `org.bluez`: unmodified Bleak talks to it over a private D-Bus, no Bluetooth needed.

Written against the public BlueZ D-Bus documentation and calibrated against bluetoothd 5.66: a
remote loss is one PropertiesChanged, a local disconnect two; GATT objects stay cached when the
link goes and are not announced again; stopping a scan takes the RSSI away; Battery1 lives only
while connected.
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress

from dbus_fast import Message, Variant

from tests.radio.faults import (
    BluezError,
    aborted_by_us,
    in_progress,
    not_ready,
    unknown_method,
    unknown_object,
)
from tests.radio.gatt import answer_characteristic
from tests.radio.peripheral import (
    BATTERY,
    DEVICE,
    Characteristic,
    Interfaces,
    Peripheral,
    Properties,
)
from tests.radio.service import BusService, Reply

ADAPTER = "org.bluez.Adapter1"
PROPERTIES = "org.freedesktop.DBus.Properties"
OBJECTS = "org.freedesktop.DBus.ObjectManager"
_GIVE_UP_S = 25.0
"""So long a connect waits for its device to advertise."""


class FakeBluez:
    """BlueZ as Bleak sees it: one adapter (or none), and the peripherals in its air."""

    def __init__(self, *, has_adapter: bool = True, is_powered: bool = True) -> None:
        self.adapter_path = "/org/bluez/hci0"
        self.has_adapter = has_adapter
        self.is_powered = is_powered
        self.advertising_interval_s = 0.02
        self.scan_errors: list[BluezError] = []
        self.scanners: set[str] = set()
        self._peripherals: dict[str, Peripheral] = {}
        self._visible: set[str] = set()
        self._connecting: dict[str, asyncio.Event] = {}
        self._service = BusService("org.bluez", self._answer, self._client_gone)

    async def start(self, address: str) -> None:
        """Take the name `org.bluez` on the bus at that address."""
        await self._service.start(address)
        self._service.spawn(self._advertise())

    async def stop(self) -> None:
        """Leave the bus, as a bluetoothd that crashed: nobody is told anything."""
        await self._service.stop()
        for peripheral in self._peripherals.values():
            for characteristic in peripheral.all_characteristics():
                characteristic.unsubscribe_all()

    @property
    def calls(self) -> list[str]:
        """The method of every call so far."""
        return [member for _, member in self._service.calls]

    def add(self, peripheral: Peripheral) -> Peripheral:
        """Put a sensor within reach."""
        peripheral.attach(self)
        self._peripherals[peripheral.path] = peripheral
        return peripheral

    def set_powered(self, is_powered: bool) -> None:
        """Switch the adapter; off ends every connection and scan."""
        self.is_powered = is_powered
        if not is_powered:
            self.scanners.clear()
            for peripheral in self._peripherals.values():
                self.lose(peripheral)
        self.properties_changed(self.adapter_path, ADAPTER, {"Powered": Variant("b", is_powered)})

    def lose(self, peripheral: Peripheral, *, is_local: bool = False) -> None:
        """End a connection: one signal when it broke, two when this side closed it."""
        if not peripheral.is_connected:
            return
        peripheral.is_connected = False
        for each in peripheral.all_characteristics():
            if each.unsubscribe_all():
                gone = {"NotifyAcquired": Variant("b", False)}
                self.properties_changed(each.path, "org.bluez.GattCharacteristic1", gone)
        if peripheral.battery_percent is not None:
            self._removed(peripheral.path, [BATTERY])
        unresolved = {"ServicesResolved": Variant("b", False)}
        unconnected = {"Connected": Variant("b", False)}
        for changed in (unresolved, unconnected) if is_local else (unresolved | unconnected,):
            self.properties_changed(peripheral.path, DEVICE, changed)
        if peripheral.on_connection is not None:
            peripheral.on_connection(False)

    def remove(self, peripheral: Peripheral) -> None:
        """Forget a device, as BlueZ does some time after a scan or on RemoveDevice."""
        self.lose(peripheral, is_local=True)
        if peripheral.is_resolved:
            for path, interfaces in reversed(peripheral.gatt_objects().items()):
                self._removed(path, list(interfaces))
            peripheral.is_resolved = False
        self._visible.discard(peripheral.path)
        self._removed(peripheral.path, [DEVICE])

    def properties_changed(
        self, path: str, interface: str, changed: Properties, gone: tuple[str, ...] = ()
    ) -> None:
        """Tell every client that properties changed."""
        body = [interface, changed, list(gone)]
        self._service.signal(path, PROPERTIES, "PropertiesChanged", "sa{sv}as", body)

    def _added(self, path: str, interfaces: Interfaces) -> None:
        self._service.signal("/", OBJECTS, "InterfacesAdded", "oa{sa{sv}}", [path, interfaces])

    def _removed(self, path: str, interfaces: list[str]) -> None:
        self._service.signal("/", OBJECTS, "InterfacesRemoved", "oas", [path, interfaces])

    async def _advertise(self) -> None:
        while True:
            await asyncio.sleep(self.advertising_interval_s)
            if not self.scanners or not self.is_powered:
                continue
            for peripheral in list(self._peripherals.values()):
                if peripheral.is_advertising and not peripheral.is_connected:
                    self._advertise_one(peripheral)

    def _advertise_one(self, peripheral: Peripheral) -> None:
        if peripheral.path in self._visible:
            signal = {"RSSI": Variant("n", peripheral.rssi_dbm)}
            self.properties_changed(peripheral.path, DEVICE, signal)
        else:
            self._visible.add(peripheral.path)
            properties = peripheral.device_properties(self.adapter_path)
            self._added(peripheral.path, {DEVICE: properties})

    def _client_gone(self, name: str) -> None:
        self.scanners.discard(name)
        for peripheral in self._peripherals.values():
            for each in peripheral.all_characteristics():
                if name in each.subscribers:
                    each.subscribers.discard(name)
                    each.subscription_changed()

    def _answer(self, message: Message) -> Reply:
        path, member = message.path or "", message.member or ""
        match message.interface:
            case "org.freedesktop.DBus.ObjectManager" if member == "GetManagedObjects":
                return Message.new_method_return(message, "a{oa{sa{sv}}}", [self._objects()])
            case "org.bluez.Adapter1":
                return self._answer_adapter(message, member)
            case "org.bluez.Device1":
                return self._answer_device(self._device(path), member)
            case "org.bluez.GattCharacteristic1":
                return answer_characteristic(message, *self._characteristic(path), self)
            case "org.freedesktop.DBus.Properties" if member == "Set":
                return None
        raise unknown_method(f"{message.interface}.{member}")

    def _objects(self) -> dict[str, Interfaces]:
        if not self.has_adapter:
            return {}
        objects: dict[str, Interfaces] = {self.adapter_path: {ADAPTER: self._adapter_properties()}}
        for path in self._visible:
            peripheral = self._peripherals[path]
            objects[path] = {DEVICE: peripheral.device_properties(self.adapter_path)}
            if peripheral.is_resolved:
                objects |= peripheral.gatt_objects()
        return objects

    def _adapter_properties(self) -> Properties:
        return {
            "Address": Variant("s", "00:00:5E:00:53:01"),
            "Name": Variant("s", "fake"),
            "Alias": Variant("s", "fake"),
            "Powered": Variant("b", self.is_powered),
            "Discovering": Variant("b", bool(self.scanners)),
            "Roles": Variant("as", ["central", "peripheral"]),
            "UUIDs": Variant("as", []),
        }

    def _device(self, path: str) -> Peripheral:
        if path not in self._visible:
            raise unknown_object(path)
        return self._peripherals[path]

    def _characteristic(self, path: str) -> tuple[Peripheral, Characteristic]:
        for peripheral in self._peripherals.values():
            for each in peripheral.all_characteristics():
                if each.path == path:
                    if not peripheral.is_connected:
                        raise BluezError("Failed", "Not connected")
                    return peripheral, each
        raise unknown_object(path)

    def _answer_adapter(self, message: Message, member: str) -> Reply:
        sender = message.sender or ""
        answers: dict[str, Callable[[], None]] = {
            "SetDiscoveryFilter": lambda: None,
            "StartDiscovery": lambda: self._start_discovery(sender),
            "StopDiscovery": lambda: self._stop_discovery(sender),
            "RemoveDevice": lambda: self.remove(self._device(message.body[0])),
        }
        if member not in answers:
            raise unknown_method(member)
        answers[member]()
        return None

    def _start_discovery(self, client: str) -> None:
        if not self.is_powered:
            raise not_ready()
        if self.scan_errors:
            raise self.scan_errors.pop(0)
        if client in self.scanners:
            raise in_progress()
        self.scanners.add(client)
        self.properties_changed(self.adapter_path, ADAPTER, {"Discovering": Variant("b", True)})

    def _stop_discovery(self, client: str) -> None:
        if not self.is_powered:
            raise not_ready()
        if client not in self.scanners:
            raise BluezError("Failed", "No discovery started")
        self.scanners.discard(client)
        if not self.scanners:
            for path in self._visible:
                self.properties_changed(path, DEVICE, {}, ("RSSI",))
            stopped = {"Discovering": Variant("b", False)}
            self.properties_changed(self.adapter_path, ADAPTER, stopped)

    def _answer_device(self, peripheral: Peripheral, member: str) -> Reply:
        if member == "Connect":
            return self._connect(peripheral)
        if member == "Disconnect":
            return self._disconnect(peripheral)
        raise unknown_method(member)

    async def _connect(self, peripheral: Peripheral) -> Message | None:
        if not self.is_powered:
            raise not_ready()
        waiting = self._connecting[peripheral.path] = asyncio.Event()
        try:
            await self._wait_for_advertisement(peripheral, waiting)
        finally:
            del self._connecting[peripheral.path]
        if peripheral.connect_errors:
            raise peripheral.connect_errors.pop(0)
        peripheral.is_connected = True
        self.properties_changed(peripheral.path, DEVICE, {"Connected": Variant("b", True)})
        if peripheral.on_connection is not None:
            peripheral.on_connection(True)
        self._service.spawn(self._resolve(peripheral))
        return None

    async def _wait_for_advertisement(self, peripheral: Peripheral, end: asyncio.Event) -> None:
        """As the kernel does: the connect waits until the device is heard, or somebody ends it."""
        loop = asyncio.get_running_loop()
        start_s = loop.time()
        pause_s = peripheral.connect_delay_s
        while not end.is_set():
            with suppress(TimeoutError):
                async with asyncio.timeout(pause_s):
                    await end.wait()
            if loop.time() - start_s > _GIVE_UP_S or not self.is_powered:
                break
            if peripheral.is_advertising and not end.is_set():
                return
            pause_s = self.advertising_interval_s
        raise aborted_by_us()

    async def _resolve(self, peripheral: Peripheral) -> None:
        await asyncio.sleep(peripheral.resolve_delay_s)
        if not peripheral.is_connected:
            return
        if not peripheral.is_resolved:
            peripheral.is_resolved = True
            for path, interfaces in peripheral.gatt_objects().items():
                self._added(path, interfaces)
        if peripheral.battery_percent is not None:
            level = {"Percentage": Variant("y", peripheral.battery_percent)}
            self._added(peripheral.path, {BATTERY: level})
        resolved = {
            "ServicesResolved": Variant("b", True),
            "UUIDs": Variant("as", peripheral.known_uuids()),
        }
        self.properties_changed(peripheral.path, DEVICE, resolved)

    async def _disconnect(self, peripheral: Peripheral) -> Message | None:
        if peripheral.path in self._connecting:
            self._connecting[peripheral.path].set()
        await asyncio.sleep(0)
        self.lose(peripheral, is_local=True)
        return None
