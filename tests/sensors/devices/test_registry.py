"""Which advertised sensors are known, and what every driver must tell."""

from pathlib import Path

import pytest

from sensors.devices.codec import Ask, Driver, Read, Step, Steps, Subscribe, Unsubscribe, Write
from sensors.devices.registry import DRIVERS, driver_for

_NONE: frozenset[int] = frozenset()
_each_driver = pytest.mark.parametrize("driver", DRIVERS, ids=lambda driver: driver.model)


@pytest.mark.parametrize(
    ("name", "companies", "services", "model"),
    [
        ("Xsens DOT", {0x0886}, set(), "Movella DOT"),
        ("left thigh", {0x0886}, set(), "Movella DOT"),
        ("Movella DOT", set(), set(), "Movella DOT"),
        ("WT901BLE67", set(), set(), "WitMotion WT901BLE"),
        ("WT9011DCL-BT50", set(), set(), "WitMotion WT901BLE"),
        (None, set(), {"0000ffe5-0000-1000-8000-00805f9a34fb"}, "WitMotion WT901BLE"),
        ("Movesense 223430000019", set(), set(), "Movesense"),
        ("MetaWear", set(), set(), "MetaMotion"),
        ("mine", set(), {"326a9000-85cb-9195-d9dd-464cfbbae75a"}, "MetaMotion"),
        ("OpenIMU BEEF", set(), set(), "Open IMU"),
        ("TextIMU", set(), {"6e400001-b5a3-f393-e0a9-e50e24dcca9e"}, "Text IMU"),
    ],
)
def test_an_advertised_sensor_is_recognised(
    name: str | None, companies: set[int], services: set[str], model: str
) -> None:
    driver = driver_for(name, frozenset(companies), frozenset(services))
    assert driver is not None
    assert driver.model == model


@pytest.mark.parametrize(
    ("name", "services"),
    [
        (None, set()),
        ("", set()),
        ("Polar H10 12345678", {"0000180d-0000-1000-8000-00805f9b34fb"}),
        ("WTVB01-BT50", set()),
        ("keyboard", {"6e400001-b5a3-f393-e0a9-e50e24dcca9e"}),
        ("keyboard", {"0000ffe5-0000-1000-8000-00805f9b34fb"}),
    ],
    ids=["nothing", "empty", "heart rate", "vibration sibling", "a uart", "Bluetooth's own ffe5"],
)
def test_other_devices_are_not_claimed(name: str | None, services: set[str]) -> None:
    assert driver_for(name, _NONE, frozenset(services)) is None


def _flat(steps: Steps) -> list[Step]:
    flat: list[Step] = []
    for step in steps:
        flat.append(step)
        if isinstance(step, Ask):
            flat += [inner for _, then in step.answers for inner in _flat(then)]
    return flat


@_each_driver
def test_start_and_stop_use_only_characteristics_the_driver_names(driver: Driver) -> None:
    named = set(driver.chars)
    steps = [step for start in driver.start.values() for step in _flat(start)]
    used = {
        step.char
        for step in [*steps, *_flat(driver.stop)]
        if isinstance(step, Subscribe | Unsubscribe | Write | Read | Ask)
    }
    optional = {"15171002-4947-11e9-8646-d663bd873d93", "15171004-4947-11e9-8646-d663bd873d93"}
    assert used - named <= optional


@_each_driver
def test_every_start_subscribes_before_it_starts_and_every_stop_ends_it(driver: Driver) -> None:
    stop = _flat(driver.stop)
    for start in driver.start.values():
        subscribed = {step.char for step in _flat(start) if isinstance(step, Subscribe)}
        unsubscribed = {step.char for step in stop if isinstance(step, Unsubscribe)}
        assert unsubscribed
        assert unsubscribed <= subscribed


@_each_driver
def test_uuids_are_written_as_bleak_writes_them(driver: Driver) -> None:
    assert all(uuid == uuid.lower() and len(uuid) == 36 for uuid in (driver.service, *driver.chars))


@_each_driver
def test_two_connections_get_two_decoders(driver: Driver) -> None:
    assert driver.decoder() is not driver.decoder()


def test_models_are_told_apart_by_name() -> None:
    assert len({driver.model for driver in DRIVERS}) == len(DRIVERS)


@_each_driver
def test_the_sensors_page_tells_what_is_unconfirmed(driver: Driver) -> None:
    page = (Path(__file__).parents[3] / "docs" / "sensors.md").read_text(encoding="utf-8")
    unconfirmed = page.partition("## Not yet confirmed on hardware")[2]
    maker = driver.model.removesuffix(" WT901BLE").replace("Text", "Open")
    assert f"**{maker}**" in unconfirmed
