"""Every model of sensor the program knows: a new one is one file and one line here."""

from sensors.devices.codec import Driver
from sensors.devices.metamotion import METAMOTION
from sensors.devices.movesense import MOVESENSE
from sensors.devices.open_imu import OPEN_IMU
from sensors.devices.text_imu import TEXT_IMU
from sensors.devices.witmotion import WITMOTION
from sensors.devices.xsens_dot import XSENS_DOT

DRIVERS: tuple[Driver, ...] = (XSENS_DOT, WITMOTION, MOVESENSE, METAMOTION, OPEN_IMU, TEXT_IMU)


def driver_for(
    name: str | None, company_ids: frozenset[int], services: frozenset[str]
) -> Driver | None:
    """Return the driver of an advertised sensor, None for a model nobody wrote one for."""
    return next((d for d in DRIVERS if d.recognises(name, company_ids, services)), None)
