"""What can go wrong with a file or a radio: a code, what the person can do, and details as data.

The codes are worded in `coach.words` and translated by `ui.texts`; `str(error)` is for logs.
"""

from enum import StrEnum

Detail = str | int | float | None


class Advice(StrEnum):
    """The one thing a person can do about a fault."""

    CHECK_FILE_NAME = "check_file_name"
    CHECK_FILE_PERMISSION = "check_file_permission"
    CHOOSE_A_WALK_FILE = "choose_a_walk_file"
    EXPORT_AGAIN = "export_again"
    COPY_FILE_AGAIN = "copy_file_again"
    CONVERT_TO_MPS2 = "convert_to_mps2"
    CONVERT_TO_RADPS = "convert_to_radps"
    SPLIT_FILE = "split_file"
    ADD_SIDECAR = "add_sidecar"
    CORRECT_SIDECAR = "correct_sidecar"
    TELL_UNITS = "tell_units"
    TELL_PLACEMENT = "tell_placement"
    TELL_RATE = "tell_rate"
    TELL_DEVICE = "tell_device"
    GIVE_BOTH_FILES = "give_both_files"
    CHECK_PLACEMENT = "check_placement"
    RECORD_WITH_GRAVITY = "record_with_gravity"
    PLUG_IN_ADAPTER = "plug_in_adapter"
    TURN_BLUETOOTH_ON = "turn_bluetooth_on"
    ALLOW_BLUETOOTH = "allow_bluetooth"
    START_BLUETOOTH_SERVICE = "start_bluetooth_service"
    WAKE_SENSOR = "wake_sensor"
    COME_CLOSER = "come_closer"
    CLOSE_OTHER_APP = "close_other_app"
    WAIT_AND_TRY_AGAIN = "wait_and_try_again"
    UPDATE_FIRMWARE = "update_firmware"
    USE_SUPPORTED_SENSOR = "use_supported_sensor"
    SWITCH_ONE_OFF = "switch_one_off"
    RESTART_SENSOR = "restart_sensor"
    CHARGE_SENSOR = "charge_sensor"
    CONFIRM_SENSOR = "confirm_sensor"


class SensorFault(StrEnum):
    """Every way in which samples cannot be had; `advice` says what helps."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_A_WALK = "not_a_walk"
    COLUMNS_MISSING = "columns_missing"
    NOT_A_NUMBER = "not_a_number"
    TIME_GOES_BACK = "time_goes_back"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    TOO_LARGE = "too_large"
    ACC_UNITS = "acc_units"
    GYR_UNITS = "gyr_units"
    RATE_IMPLAUSIBLE = "rate_implausible"
    SIDECAR_MISSING = "sidecar_missing"
    SIDECAR_BAD = "sidecar_bad"
    UNITS_UNTOLD = "units_untold"
    PLACEMENT_UNTOLD = "placement_untold"
    RATE_UNTOLD = "rate_untold"
    DEVICE_UNTOLD = "device_untold"
    OTHER_HALF_MISSING = "other_half_missing"
    UPSIDE_DOWN = "upside_down"
    GRAVITY_REMOVED = "gravity_removed"

    NO_ADAPTER = "no_adapter"
    ADAPTER_OFF = "adapter_off"
    PERMISSION_DENIED = "permission_denied"
    NO_BLUETOOTH_SERVICE = "no_bluetooth_service"
    SENSOR_NOT_FOUND = "sensor_not_found"
    SAME_NAME_TWICE = "same_name_twice"
    CONNECTED_ELSEWHERE = "connected_elsewhere"
    BUSY = "busy"
    CONNECT_TIMEOUT = "connect_timeout"
    CONNECT_FAILED = "connect_failed"
    MODEL_UNKNOWN = "model_unknown"
    SERVICE_MISSING = "service_missing"
    FINGERPRINT_CHANGED = "fingerprint_changed"
    ANOTHER_SENSOR = "another_sensor"
    COMMAND_REFUSED = "command_refused"
    GARBAGE = "garbage"
    FLOOD = "flood"
    SILENT = "silent"
    LINK_LOST = "link_lost"
    POWERED_OFF = "powered_off"

    @property
    def advice(self) -> Advice:
        """The one thing a person can do about it."""
        return _ADVICE[self]


_ADVICE = {
    SensorFault.FILE_MISSING: Advice.CHECK_FILE_NAME,
    SensorFault.FILE_UNREADABLE: Advice.CHECK_FILE_PERMISSION,
    SensorFault.NOT_A_WALK: Advice.CHOOSE_A_WALK_FILE,
    SensorFault.COLUMNS_MISSING: Advice.EXPORT_AGAIN,
    SensorFault.NOT_A_NUMBER: Advice.EXPORT_AGAIN,
    SensorFault.TIME_GOES_BACK: Advice.EXPORT_AGAIN,
    SensorFault.EMPTY: Advice.EXPORT_AGAIN,
    SensorFault.TRUNCATED: Advice.COPY_FILE_AGAIN,
    SensorFault.TOO_LARGE: Advice.SPLIT_FILE,
    SensorFault.ACC_UNITS: Advice.CONVERT_TO_MPS2,
    SensorFault.GYR_UNITS: Advice.CONVERT_TO_RADPS,
    SensorFault.RATE_IMPLAUSIBLE: Advice.CORRECT_SIDECAR,
    SensorFault.SIDECAR_MISSING: Advice.ADD_SIDECAR,
    SensorFault.SIDECAR_BAD: Advice.CORRECT_SIDECAR,
    SensorFault.UNITS_UNTOLD: Advice.TELL_UNITS,
    SensorFault.PLACEMENT_UNTOLD: Advice.TELL_PLACEMENT,
    SensorFault.RATE_UNTOLD: Advice.TELL_RATE,
    SensorFault.DEVICE_UNTOLD: Advice.TELL_DEVICE,
    SensorFault.OTHER_HALF_MISSING: Advice.GIVE_BOTH_FILES,
    SensorFault.UPSIDE_DOWN: Advice.CHECK_PLACEMENT,
    SensorFault.GRAVITY_REMOVED: Advice.RECORD_WITH_GRAVITY,
    SensorFault.NO_ADAPTER: Advice.PLUG_IN_ADAPTER,
    SensorFault.ADAPTER_OFF: Advice.TURN_BLUETOOTH_ON,
    SensorFault.PERMISSION_DENIED: Advice.ALLOW_BLUETOOTH,
    SensorFault.NO_BLUETOOTH_SERVICE: Advice.START_BLUETOOTH_SERVICE,
    SensorFault.SENSOR_NOT_FOUND: Advice.WAKE_SENSOR,
    SensorFault.SAME_NAME_TWICE: Advice.SWITCH_ONE_OFF,
    SensorFault.CONNECTED_ELSEWHERE: Advice.CLOSE_OTHER_APP,
    SensorFault.BUSY: Advice.WAIT_AND_TRY_AGAIN,
    SensorFault.CONNECT_TIMEOUT: Advice.COME_CLOSER,
    SensorFault.CONNECT_FAILED: Advice.RESTART_SENSOR,
    SensorFault.MODEL_UNKNOWN: Advice.USE_SUPPORTED_SENSOR,
    SensorFault.SERVICE_MISSING: Advice.UPDATE_FIRMWARE,
    SensorFault.FINGERPRINT_CHANGED: Advice.CONFIRM_SENSOR,
    SensorFault.ANOTHER_SENSOR: Advice.WAKE_SENSOR,
    SensorFault.COMMAND_REFUSED: Advice.RESTART_SENSOR,
    SensorFault.GARBAGE: Advice.RESTART_SENSOR,
    SensorFault.FLOOD: Advice.RESTART_SENSOR,
    SensorFault.SILENT: Advice.RESTART_SENSOR,
    SensorFault.LINK_LOST: Advice.COME_CLOSER,
    SensorFault.POWERED_OFF: Advice.CHARGE_SENSOR,
}


class SensorError(Exception):
    """Samples cannot be had.

    Attributes
    ----------
    fault : SensorFault
        What happened.
    details : dict
        What a sentence about it may name: file, line, column, sensor, seconds, a likely cause.
    """

    def __init__(self, fault: SensorFault, **details: Detail) -> None:
        super().__init__(fault)
        self.fault = fault
        self.details = details

    @property
    def advice(self) -> Advice:
        """The one thing a person can do about it."""
        return self.fault.advice

    def __str__(self) -> str:
        named = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.fault}: {named}" if named else str(self.fault)


class RecordingError(SensorError):
    """A recorded walk cannot be read."""


class LinkError(SensorError):
    """A radio sensor cannot be found, connected or understood."""


class PacketError(SensorError):
    """The bytes of one notification are not what this model sends."""

    def __init__(self, reason: str, **details: Detail) -> None:
        super().__init__(SensorFault.GARBAGE, reason=reason, **details)
        self.args = (reason,)  # what pickle calls the class with
