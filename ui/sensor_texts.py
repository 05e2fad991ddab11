"""The sentences of finding a sensor, translated."""

import unicodedata

from sensors.errors import SensorFault
from sensors.source import LinkState
from ui import texts
from ui.sensor_finder import Trial
from ui.texts import translate

N_BARS = 4
_LEAST_DBM = (-88, -75, -60)
"""Of two, three and four bars."""
_RIGHT_TO_LEFT = ("R", "AL", "AN")
_ADDRESS_SHOWN = 5
"""The last two pairs of an address, as it is printed on many sensors."""


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


def shown_name(name: str) -> str:
    """Return a name as it stands in a sentence, which no script in it may turn round."""
    if not name:
        return translate("sensor", "(no name)")
    is_turning = any(unicodedata.bidirectional(each) in _RIGHT_TO_LEFT for each in name)
    return f"\N{FIRST STRONG ISOLATE}{name}\N{POP DIRECTIONAL ISOLATE}" if is_turning else name


def row(name: str, model: str, signal_dbm: int | None, told_apart: tuple[str, ...] = ()) -> str:
    """Return what the two lines of a sensor in the list say of it."""
    first = "  ·  ".join((shown_name(name), *told_apart))
    return f"{first}\n{model}  ·  {signal(signal_dbm)}"


def address_end(address: str) -> str:
    """Tell sensors of one name apart by the end of their address."""
    return translate("sensor", "address … {0}").format(address[-_ADDRESS_SHOWN:])


def not_worn_last() -> str:
    """Say of a sensor of the same name that it is another one."""
    return translate("sensor", "not the one you wore last")


def same_names(*, can_blink: bool) -> str:
    """Say how sensors of one name are told apart."""
    if can_blink:
        return translate(
            "sensor",
            "Two have the same name. Hold yours close to the computer: its signal grows stronger. "
            "Or connect one and let it blink.",
        )
    return translate(
        "sensor",
        "Two have the same name. Hold yours close to the computer: its signal grows stronger.",
    )


def charge_soon() -> str:
    """Say that a battery will not last."""
    return translate("sensor", "Its battery is nearly empty. Charge it before a long walk.")


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


def looking_for(name: str, n_others: int) -> str:
    """Say that the sensor worn last is waited for, and what to do where it is not to be had."""
    if n_others:
        text = translate(
            "sensor", "Waiting for {0}, which you wore last. Switch it on, or choose another."
        )
    else:
        text = translate("sensor", "Waiting for {0}, which you wore last. Switch it on.")
    return text.format(shown_name(name))


def trial(name: str, told: Trial) -> str:
    """Return how a sensor that is tried does."""
    name = shown_name(name)
    if told.link is LinkState.CONNECTED:
        said = (texts.rate(told.rate_hz), texts.battery(told.battery))
        return "  ·  ".join((translate("sensor", "{0}: connected").format(name), *said))
    if told.link is LinkState.CONNECTING:
        return translate("sensor", "{0}: connecting …").format(name)
    text = translate("sensor", "{0}: the link was lost, trying again. {1}").format(
        name, reason(told.fault)
    )
    return text.strip()


def taken(name: str) -> str:
    """Say that a sensor was taken, and is handed over to the walk."""
    return translate("sensor", "{0} is ready. One moment …").format(shown_name(name))


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
