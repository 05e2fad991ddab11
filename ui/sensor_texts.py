"""The sentences of finding a sensor, translated."""

from sensors.errors import SensorFault
from sensors.source import LinkState
from ui import texts
from ui.sensor_finder import Trial
from ui.texts import translate

N_BARS = 4
_LEAST_DBM = (-88, -75, -60)
"""Of two, three and four bars."""


def n_bars(signal_dbm: int | None) -> int:
    """Return how many of the four bars a signal has; all for a connected sensor."""
    if signal_dbm is None:
        return N_BARS
    return 1 + sum(signal_dbm >= least_dbm for least_dbm in _LEAST_DBM)


def signal(signal_dbm: int | None) -> str:
    """Return a signal as a word and its strength."""
    if signal_dbm is None:
        return translate("sensor", "already connected to this computer")
    word = (
        translate("sensor", "very weak signal"),
        translate("sensor", "weak signal"),
        translate("sensor", "good signal"),
        translate("sensor", "strong signal"),
    )[n_bars(signal_dbm) - 1]
    strength = translate("units", "{0} dBm").format(texts.number(signal_dbm, 0))
    return f"{word}, {strength}"


def row(name: str, model: str, signal_dbm: int | None) -> str:
    """Return what a line of the list says of a sensor."""
    shown = name or translate("sensor", "(no name)")
    return f"{shown}\n{model}  ·  {signal(signal_dbm)}"


def searching(n_found: int) -> str:
    """Say that the sheet is listening, and what helps where nothing is heard."""
    if n_found:
        return translate("sensor", "Choose your sensor. Still listening …")
    return translate("sensor", "Listening … Switch your sensor on and keep it near.")


def still_searching() -> str:
    """Say what helps when nothing was heard for some time."""
    return translate(
        "sensor",
        "No sensor heard yet. Shake it or press its button, charge it, and close other apps and "
        "phones that may hold it.",
    )


def others(n_others: int) -> str:
    """Say how many devices are near that the program has no driver for."""
    if n_others == 0:
        return ""
    text = translate("sensor", "Other Bluetooth devices nearby that are no sensors for this: {0}")
    return text.format(texts.number(n_others, 0))


def looking_for(name: str) -> str:
    """Say that the sensor worn last is waited for."""
    text = translate("sensor", "Waiting for {0}, which you wore last. Switch it on.")
    return text.format(name)


def trial(name: str, told: Trial) -> str:
    """Return how a sensor that is tried does."""
    if told.link is LinkState.CONNECTED:
        said = (texts.rate(told.rate_hz), texts.battery(told.battery))
        return "  ·  ".join((translate("sensor", "{0}: connected").format(name), *said))
    if told.link is LinkState.CONNECTING:
        return translate("sensor", "{0}: connecting …").format(name)
    text = translate("sensor", "{0}: the link was lost, trying again. {1}").format(
        name, reason(told.fault)
    )
    return text.strip()


def reason(fault: SensorFault | None) -> str:
    """Return what happened to a link; nothing where the loss says it all."""
    if fault in (None, SensorFault.LINK_LOST):
        return ""
    return texts.fault_words(fault).happened


def not_confirmed() -> str:
    """Say that nobody has tried this model with this version yet."""
    return translate(
        "sensor",
        "This model is not yet confirmed on hardware: its program was written from the maker's "
        "documents. Tell us how it goes.",
    )
