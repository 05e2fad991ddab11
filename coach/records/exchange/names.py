"""Names that may leave the house: pseudonyms, labels, and text no spreadsheet runs."""

import base64
import hashlib
import hmac
import re

_PSEUDONYM_CHARACTERS = 10  # 50 bits: no two of a million people share one
_FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "\n", "|")
_LABEL = re.compile(r"[A-Za-z0-9]{1,40}")


def pseudonym(name: str, secret: bytes) -> str:
    """A label that stands for a person in everything that is shared; the same at every export.

    Who holds `secret` can tell whose it is by trying the names they know; nobody else can. Letters
    and digits only, so that it is a label (`checked_label`).
    """
    code = hmac.new(secret, name.strip().casefold().encode(), hashlib.sha256).digest()
    return base64.b32encode(code).decode().lower()[:_PSEUDONYM_CHARACTERS]


def checked_label(text: str) -> str:
    """The same text, if it may name a subject or session in BIDS.

    Raises
    ------
    ValueError
        For anything but 1 to 40 letters and digits of ASCII.
    """
    if not _LABEL.fullmatch(text):
        raise ValueError(f"{text!r}: only letters a to z and digits, at most 40")
    return text


def harmless(text: str) -> str:
    """Text that a spreadsheet shows as it stands, instead of calculating it.

    An apostrophe before what would be a formula, as OWASP advises against CSV injection; line ends
    and tabs become spaces, so that a cell stays a cell.

    References
    ----------
    OWASP, CSV Injection, owasp.org/www-community/attacks/CSV_Injection.
    """
    begins = text.lstrip(" \u00a0\ufeff").startswith(_FORMULA_BEGINS)
    flat = re.sub(r"[\r\n\t\x00]+", " ", text).strip(" ")
    return f"'{flat}" if begins else flat
