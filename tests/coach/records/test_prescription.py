"""Prescriptions: taken as they were signed, and refused with a reason in every other case."""

import base64
import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coach.care.exercises import load_library
from coach.care.feedback_mode import FeedbackMode
from coach.care.limits import Grade, Limit, LimitSource
from coach.care.own_limit import ReturnLadder
from coach.care.permissions import Permissions
from coach.care.plan import Permissions as PlanPermissions
from coach.care.walking_dose import Pace, PrescribedDose, WalkDose
from coach.care.warning_signs import Approach, Condition, Event, HipHistory
from coach.records import prescription as rx
from coach.records import roles
from coach.records.entries import AboutPerson, Person
from coach.records.errors import PrescriptionError, RecordFault
from coach.records.library import Library
from coach.records.prescription import Opened, Prescription
from coach.records.prescription_entries import Given, Taken
from coach.records.signatures import new_signing_key, verifying_key
from sensors.samples import Side

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PRIVATE = new_signing_key()
ANNA = roles.Session("Anna", verifying_key(PRIVATE), PRIVATE)
MALLORY_PRIVATE = new_signing_key()
MALLORY = roles.Session("Anna", verifying_key(MALLORY_PRIVATE), MALLORY_PRIVATE)
OWN = msgspec.structs.replace(load_library()["M1"], id="X1")
LIMIT = Limit(
    extension_deg=12.0,
    extension_interval_deg=(10.0, 14.0),
    source=LimitSource.LONG_STRIDE_TEST,
    grade=Grade.A,
    expires_on=date(2026, 3, 30),
)
PERMISSIONS = Permissions(
    is_brisk_open=True,
    ladder=ReturnLadder(1.5, 12.0, 20.0, "Anna"),
    unlocked=frozenset({"A4"}),
    closed=frozenset({"K5"}),
    own=(OWN,),
    most_minutes=25.0,
    prescribed=PrescribedDose(WalkDose(12.0, Pace.USUAL), NOON),
    feedback=FeedbackMode.WORDS,
)
SET = Prescription(
    code="P-000001",
    physio="Anna",
    serial=5,
    issued_at=NOON,
    expires_on=date(2026, 4, 1),
    permissions=PERMISSIONS,
    limits={Side.RIGHT: LIMIT},
    sore_sides=(Side.RIGHT,),
    conditions=frozenset({Condition.BLOOD_THINNER}),
    hips={Side.LEFT: (HipHistory(Event.FRACTURE, date(2020, 1, 1), Approach.SIDE, True),)},
    message="Well done so far",
)


@pytest.fixture
def person(library: Library) -> Person:
    return library.add_person("Maija")


def _file(session: roles.Session = ANNA, **changes: Any) -> Opened:
    return rx.opened(rx.signed(msgspec.structs.replace(SET, **changes), session))


def _fault(library: Library, person: Person, told: Opened, now: datetime = NOON) -> RecordFault:
    with pytest.raises(PrescriptionError) as error:
        rx.take(library, person, told, now)
    return error.value.fault


def _opening_fault(content: bytes) -> RecordFault:
    with pytest.raises(PrescriptionError) as error:
        rx.opened(content)
    return error.value.fault


def _pin_and_take(library: Library, person: Person, told: Opened) -> None:
    rx.pin(library, person, told, NOON)
    rx.take(library, person, told, NOON)


def test_what_was_signed_comes_back_whole() -> None:
    assert _file().prescription == SET


def test_a_key_that_was_never_compared_changes_nothing(library: Library, person: Person) -> None:
    assert _fault(library, person, _file()) is RecordFault.PRESCRIPTION_UNPINNED
    assert library.limits(person, Side.RIGHT) == ()


def test_what_is_set_is_in_force_in_the_physio_s_name(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    (entry,) = library.limits(person, Side.RIGHT)
    assert (entry.set_by, entry.reason) == ("Anna ℞", "Well done so far")
    assert entry.limit is not None
    assert entry.limit.extension_deg == 12.0


def test_permissions_are_in_force_from_when_they_are_taken(
    library: Library, person: Person
) -> None:
    rx.pin(library, person, _file(), NOON)
    later = NOON + timedelta(days=3)
    rx.take(library, person, _file(), later)
    newest = library.newest(person, PlanPermissions)
    assert newest is not None
    assert newest.entry.prescribed == PrescribedDose(WalkDose(12.0, Pace.USUAL), later)
    assert newest.entry.own == (OWN,)


def test_what_the_person_told_stays_beside_what_the_physio_entered(
    library: Library, person: Person
) -> None:
    told = AboutPerson(sore_sides=(Side.LEFT,), conditions=frozenset({Condition.PREGNANCY}))
    library.keep(person, told)
    _pin_and_take(library, person, _file())
    about = library.newest(person, AboutPerson)
    assert about is not None
    assert about.entry.conditions == {Condition.PREGNANCY, Condition.BLOOD_THINNER}
    assert about.entry.sore_sides == (Side.LEFT, Side.RIGHT)
    assert about.entry.hips[Side.LEFT][0].is_entered


def test_the_same_file_again_is_refused(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    assert _fault(library, person, _file()) is RecordFault.PRESCRIPTION_OLDER


def test_an_older_file_is_refused(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    old = _file(serial=4, limits={Side.RIGHT: Limit(extension_deg=30.0)})
    assert _fault(library, person, old) is RecordFault.PRESCRIPTION_OLDER
    assert len(library.limits(person, Side.RIGHT)) == 1


def test_a_newer_file_is_taken_without_comparing_again(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    rx.take(library, person, _file(serial=6), NOON)
    assert len(library.limits(person, Side.RIGHT)) == 2


def test_another_key_in_the_same_name_is_compared_anew(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    forged = _file(MALLORY, serial=9)
    assert _fault(library, person, forged) is RecordFault.PRESCRIPTION_UNPINNED


def test_the_prescription_of_another_patient_is_refused(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    foreign = _file(serial=6, code="P-000002")
    assert _fault(library, person, foreign) is RecordFault.PRESCRIPTION_FOREIGN


def test_one_for_somebody_else_on_this_computer_is_refused(
    library: Library, person: Person
) -> None:
    other = library.add_person("Aino")
    told = _file(code=other.pseudonym)
    assert _fault(library, person, told) is RecordFault.PRESCRIPTION_FOREIGN


def test_one_pinned_for_somebody_else_on_this_computer_is_refused(
    library: Library, person: Person
) -> None:
    rx.pin(library, library.add_person("Aino"), _file(), NOON)
    assert _fault(library, person, _file()) is RecordFault.PRESCRIPTION_FOREIGN


def test_the_last_day_counts(library: Library, person: Person) -> None:
    rx.pin(library, person, _file(), NOON)
    rx.take(library, person, _file(), datetime(2026, 4, 1, 23, tzinfo=UTC))
    assert len(library.entries(person, Taken)) == 1


def test_past_its_last_day_it_is_refused(library: Library, person: Person) -> None:
    rx.pin(library, person, _file(), NOON)
    late = datetime(2026, 4, 2, 1, tzinfo=UTC)
    assert _fault(library, person, _file(), late) is RecordFault.PRESCRIPTION_EXPIRED


def test_cut_off_halfway_it_is_taken_once_more(
    library: Library, person: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    rx.pin(library, person, _file(), NOON)
    with monkeypatch.context() as patch:
        patch.setattr(library, "set_limit", _killed)
        with pytest.raises(KeyboardInterrupt):
            rx.take(library, person, _file(), NOON)
    rx.take(library, person, _file(), NOON)
    assert len(library.limits(person, Side.RIGHT)) == 1


def _killed(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_the_kept_file_can_be_checked_again(library: Library, person: Person) -> None:
    _pin_and_take(library, person, _file())
    assert rx.newest_taken(library, person) == (SET, NOON)


def test_a_kept_file_that_was_edited_is_no_prescription(library: Library, person: Person) -> None:
    content = _file().content.replace(b"payload", b"payloud")
    library.keep(person, Taken(serial=5, public=ANNA.public, file=content), at=NOON)
    assert rx.newest_taken(library, person) is None


def _edited(**changes: Any) -> bytes:
    file = json.loads(_file().content)
    payload = json.loads(base64.b64decode(file["payload"]))
    payload |= changes
    file["payload"] = base64.b64encode(json.dumps(payload).encode()).decode()
    return json.dumps(file).encode()


@pytest.mark.parametrize(
    "changes",
    [
        {"serial": 99},
        {"code": "P-000002"},
        {"expires_on": "2030-01-01"},
        {"limits": {"right": {"extension_deg": 30.0}}},
        {"message": "Walk further"},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_an_edited_payload_is_refused(changes: dict[str, Any]) -> None:
    assert _opening_fault(_edited(**changes)) is RecordFault.PRESCRIPTION_CHANGED


def test_a_signature_of_another_purpose_is_refused() -> None:
    payload = msgspec.json.encode(SET)
    file = json.loads(_file().content)
    file["signature"] = base64.b64encode(ANNA.signer.sign(payload)).decode()
    assert _opening_fault(json.dumps(file).encode()) is RecordFault.PRESCRIPTION_CHANGED


def test_a_key_put_in_by_another_is_another_key() -> None:
    file = json.loads(_file().content)
    file["public"] = base64.b64encode(MALLORY.public).decode()
    assert _opening_fault(json.dumps(file).encode()) is RecordFault.PRESCRIPTION_CHANGED


CONTENT = _file().content


@given(at=st.integers(0, len(CONTENT) - 1), bit=st.integers(0, 7))
@settings(max_examples=300)
def test_one_bit_anywhere_is_refused_or_says_the_same(at: int, bit: int) -> None:
    content = bytearray(CONTENT)
    content[at] ^= 1 << bit
    try:
        told = rx.opened(bytes(content))
    except PrescriptionError:
        return
    assert told.prescription == SET  # a bit that base64 does not read


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", RecordFault.NOT_A_PRESCRIPTION),
        (b"\xff\xfe", RecordFault.NOT_A_PRESCRIPTION),
        (b"[]", RecordFault.NOT_A_PRESCRIPTION),
        (b'{"format":"hipcoach prescription"}', RecordFault.NOT_A_PRESCRIPTION),
        (
            b'{"format":"hipcoach prescription","version":2,"seal":"x"}',
            RecordFault.PRESCRIPTION_NEWER,
        ),
        (b"[" * 200_000, RecordFault.NOT_A_PRESCRIPTION),
    ],
    ids=["empty", "no_text", "a_list", "no_fields", "newer", "huge"],
)
def test_what_is_none_is_refused(content: bytes, fault: RecordFault) -> None:
    assert _opening_fault(content) is fault


@pytest.mark.parametrize(
    "changes",
    [
        {"limits": {"right": {"extension_deg": 90.0}}},
        {"limits": {"right": {"stride_length_m": -1.0}}},
        {"limits": {"right": {}}},
        {"serial": 0},
        {"permissions": {"most_minutes": 600}},
        {"something": "new"},
    ],
    ids=str,
)
def test_signed_nonsense_is_refused_as_well(changes: dict[str, Any]) -> None:
    payload = json.loads(msgspec.json.encode(SET)) | changes
    encoded = json.dumps(payload).encode()
    file = {
        "format": "hipcoach prescription",
        "version": 1,
        "public": base64.b64encode(ANNA.public).decode(),
        "payload": base64.b64encode(encoded).decode(),
        "signature": base64.b64encode(
            ANNA.signer.sign(b"hipcoach prescription 1\n" + encoded)
        ).decode(),
    }
    assert _opening_fault(json.dumps(file).encode()) is RecordFault.PRESCRIPTION_NEWER


def test_serials_grow_with_the_clock_and_past_it(library: Library, person: Person) -> None:
    first = rx.opened(rx.give(library, person, ANNA, SET, NOON)).prescription
    second = rx.opened(rx.give(library, person, ANNA, SET, NOON)).prescription
    third = rx.opened(rx.give(library, person, ANNA, SET, NOON - timedelta(days=9))).prescription
    assert first.serial < second.serial < third.serial
    assert first.serial == int(NOON.timestamp())


def test_a_given_file_is_for_the_person_s_code(library: Library, person: Person) -> None:
    told = rx.opened(rx.give(library, person, ANNA, SET, NOON)).prescription
    assert (told.code, told.physio) == (person.pseudonym, "Anna")
    assert told.expires_on == (NOON + rx.VALID_FOR).date()


def test_giving_is_noted_and_signed(library: Library, person: Person) -> None:
    rx.give(library, person, ANNA, SET, NOON)
    assert len(library.entries(person, Given)) == 1
    assert library.check_trail(person, {"Anna": frozenset({ANNA.public})}).n_signed == 1


def test_a_file_stays_small(tmp_path: Path) -> None:
    own = tuple(msgspec.structs.replace(OWN, id=f"X{n}") for n in range(1, 10))
    told = _file(permissions=Permissions(own=own))
    assert len(told.content) < rx.MOST_BYTES
