"""The sensor that was worn last, remembered between starts in the user's own settings folder."""

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from platformdirs import user_config_path

from sensors.ble_settings import RememberedSensor

_MAX_BYTES = 4_000
_MAX_TEXT = 100


def remembered_path() -> Path:
    """The file it stands in."""
    return user_config_path("hipcoach", appauthor=False) / "sensor.json"


def remembered_sensor() -> RememberedSensor | None:
    """The sensor worn last; None where there is none, or the file is not what we wrote."""
    try:
        data = remembered_path().read_bytes()
        if len(data) > _MAX_BYTES:
            return None
        sensor = msgspec.json.decode(data, type=RememberedSensor)
    except (OSError, msgspec.MsgspecError):
        return None
    texts = (sensor.name, sensor.address, sensor.model, sensor.serial or "", sensor.fingerprint)
    is_plain = all(len(text) <= _MAX_TEXT and (text.isprintable() or not text) for text in texts)
    return sensor if is_plain and sensor.name else None


def remember(sensor: RememberedSensor) -> bool:
    """Remember this one; False where the folder cannot be written, which costs only comfort."""
    path = remembered_path()
    beside = path.with_suffix(".new")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
            file.write(msgspec.json.encode(sensor))
        beside.replace(path)
    except OSError:
        return False
    return True


def forget() -> None:
    """Forget it."""
    with suppress(OSError):
        remembered_path().unlink()
