"""Signatures hold for one content and one key; words tell keys apart in both languages."""

import pytest

from coach.records import signatures
from coach.records.signatures import N_LIST, is_signed, new_signing_key, six_words, verifying_key

PUBLIC = bytes(range(32))


def _words(column: int) -> list[str]:
    lines = signatures.SPOKEN_WORDS_PATH.read_text("utf-8").splitlines()
    return [line.split()[column] for line in lines]


def _are_near(one: str, other: str) -> bool:
    """Whether one letter added, dropped or changed makes one of the other."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return sum(a != b for a, b in zip(one, other, strict=True)) < 2
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def test_a_signature_holds_for_its_content_and_key() -> None:
    private = new_signing_key()
    assert is_signed(verifying_key(private), b"12.0", signatures.signature(private, b"12.0"))


@pytest.mark.parametrize("content", [b"30.0", b"", b"12.0 "])
def test_a_signature_does_not_hold_for_anything_else(content: bytes) -> None:
    private = new_signing_key()
    signed = signatures.signature(private, b"12.0")
    assert not is_signed(verifying_key(private), content, signed)


def test_a_signature_does_not_hold_under_another_key() -> None:
    signed = signatures.signature(new_signing_key(), b"12.0")
    assert not is_signed(verifying_key(new_signing_key()), b"12.0", signed)


@pytest.mark.parametrize("key", [b"", bytes(31), bytes(32)])
def test_a_key_that_is_none_verifies_nothing(key: bytes) -> None:
    assert not is_signed(key, b"12.0", bytes(64))


def test_the_same_key_has_the_same_words() -> None:
    assert six_words(PUBLIC) == six_words(PUBLIC)


def test_the_words_of_a_key_never_change() -> None:
    """They were compared and pinned: the list and the way to it stay as they are."""
    assert " ".join(six_words(PUBLIC)) == "volcano copper arrow ribbon theatre vinegar"


def test_one_bit_of_a_key_changes_its_words() -> None:
    assert six_words(PUBLIC) != six_words(bytes([1, *PUBLIC[1:]]))


def test_finnish_words_stand_at_the_same_places() -> None:
    places = [_words(0).index(word) for word in six_words(PUBLIC, "en")]
    assert [_words(1)[place] for place in places] == list(six_words(PUBLIC, "fi_FI"))


@pytest.mark.parametrize("column", [0, 1], ids=["english", "finnish"])
def test_no_two_words_sound_nearly_alike(column: int) -> None:
    words = _words(column)
    near = [(a, b) for n, a in enumerate(words) for b in words[:n] if _are_near(a, b)]
    assert (len(words), near) == (N_LIST, [])
