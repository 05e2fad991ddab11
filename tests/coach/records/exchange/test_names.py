import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.records.exchange.names import checked_label, harmless, pseudonym


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+358 40", "'+358 40"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'=1"),
        ("  =1", "'=1"),
        ("\ufeff=1", "'\ufeff=1"),
        ("|calc", "'|calc"),
        ("Matti", "Matti"),
        ("a\r\n=b", "a =b"),
        ("", ""),
    ],
)
def test_a_formula_becomes_text(text: str, shown: str) -> None:
    assert harmless(text) == shown


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=40))
def test_no_text_begins_a_formula_or_ends_a_cell(text: str) -> None:
    shown = harmless(text)
    assert not shown.lstrip(" \u00a0\ufeff").startswith(("=", "+", "-", "@", "\t", "\r", "|"))
    assert not re.search(r"[\t\r\n\x00]", shown)


def test_a_pseudonym_is_the_same_at_every_export() -> None:
    assert pseudonym("Matti M", b"key") == pseudonym(" matti m ", b"key")


def test_a_pseudonym_needs_the_secret() -> None:
    assert pseudonym("Matti", b"one") != pseudonym("Matti", b"two")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40), st.binary(max_size=40))
def test_a_pseudonym_is_a_label(name: str, secret: bytes) -> None:
    assert checked_label(pseudonym(name, secret))


@pytest.mark.parametrize("text", ["", "a b", "a-b", "ä", "../x", "a" * 41, "x\n"])
def test_what_is_no_label_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="letters"):
        checked_label(text)
