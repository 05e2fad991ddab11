"""Every model of sensor the program knows: a new one is one file and one line here."""

from sensors.devices.codec import Driver

DRIVERS: tuple[Driver, ...] = ()


def driver_for(
    name: str | None, company_ids: frozenset[int], services: frozenset[str]
) -> Driver | None:
    """Return the driver of an advertised sensor, None for a model nobody wrote one for."""
    return next((d for d in DRIVERS if d.recognises(name, company_ids, services)), None)
