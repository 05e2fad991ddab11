"""What an error of Bleak means for the person; also those of systems no test here runs on."""

import pytest
from bleak.exc import (
    BleakBluetoothNotAvailableError,
    BleakBluetoothNotAvailableReason,
    BleakCharacteristicNotFoundError,
    BleakDBusError,
    BleakDeviceNotFoundError,
    BleakError,
    BleakGATTProtocolError,
)

from sensors.ble_faults import as_link_errors, fault_of
from sensors.errors import LinkError, SensorFault

FAULTS = [
    (TimeoutError(), SensorFault.CONNECT_TIMEOUT),
    (BleakDeviceNotFoundError("AA"), SensorFault.SENSOR_NOT_FOUND),
    (BleakCharacteristicNotFoundError("2a19"), SensorFault.SERVICE_MISSING),
    (BleakGATTProtocolError(0x80), SensorFault.COMMAND_REFUSED),
    (BleakDBusError("org.bluez.Error.InProgress", []), SensorFault.BUSY),
    (BleakDBusError("org.bluez.Error.Failed", ["x"]), SensorFault.CONNECT_FAILED),
    (
        BleakDBusError("org.bluez.Error.Failed", ["le-connection-concurrent-connection-limit"]),
        SensorFault.BUSY,
    ),
    (BleakError("adapter 'hci0' not found"), SensorFault.NO_ADAPTER),
    (BleakError("device 'dev_D4' not found"), SensorFault.SENSOR_NOT_FOUND),
    (BleakError("Bleak requires BlueZ >= 5.55."), SensorFault.NO_BLUETOOTH_SERVICE),
    (BleakError("failed to discover services, device disconnected"), SensorFault.LINK_LOST),
    (BleakError("Could not get GATT services: Unreachable"), SensorFault.CONNECT_TIMEOUT),
    (BleakError("Could not get GATT services: Access Denied"), SensorFault.CONNECTED_ELSEWHERE),
    (BleakError("Failed to start scanner. Is Bluetooth turned on?"), SensorFault.ADAPTER_OFF),
    (PermissionError(13, "denied"), SensorFault.PERMISSION_DENIED),
    (ConnectionRefusedError(111, "refused"), SensorFault.NO_BLUETOOTH_SERVICE),
    (EOFError(), SensorFault.NO_BLUETOOTH_SERVICE),
    (OSError(-2147020577, "device not ready"), SensorFault.CONNECT_FAILED),
]


@pytest.mark.parametrize(
    ("error", "fault"), FAULTS, ids=[f"{type(e).__name__}-{f}" for e, f in FAULTS]
)
def test_an_error_has_its_fault(error: Exception, fault: SensorFault) -> None:
    assert fault_of(error) is fault


@pytest.mark.parametrize("reason", BleakBluetoothNotAvailableReason)
def test_every_reason_for_no_bluetooth_has_a_fault(
    reason: BleakBluetoothNotAvailableReason,
) -> None:
    fault = fault_of(BleakBluetoothNotAvailableError("no", reason))
    assert fault in {
        SensorFault.NO_ADAPTER,
        SensorFault.ADAPTER_OFF,
        SensorFault.PERMISSION_DENIED,
        SensorFault.NO_BLUETOOTH_SERVICE,
    }


def test_the_cause_is_kept_for_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "sensors.ble_faults")
    with pytest.raises(LinkError) as caught, as_link_errors(sensor="Thigh"):
        raise BleakError("Not connected")
    assert caught.value.details == {"sensor": "Thigh"}
    assert isinstance(caught.value.__cause__, BleakError)
    assert "Not connected" in caplog.text


def test_a_link_error_passes_unchanged() -> None:
    with pytest.raises(LinkError) as caught, as_link_errors(sensor="Thigh"):
        raise LinkError(SensorFault.MODEL_UNKNOWN)
    assert caught.value.fault is SensorFault.MODEL_UNKNOWN


def test_a_mistake_of_ours_is_not_taken_for_the_world() -> None:
    with pytest.raises(ZeroDivisionError), as_link_errors():
        raise ZeroDivisionError
