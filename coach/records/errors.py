"""What can go wrong with a kept walk: a code, what the person can do, and details as data.

The codes are worded in `coach.words` and translated by `ui.texts`; `str(error)` is for logs.
"""

import errno
from enum import StrEnum

from sensors.errors import Detail


class RecordAdvice(StrEnum):
    """The one thing a person can do about a record that cannot be kept or read."""

    CHECK_FILE_NAME = "check_file_name"
    CHECK_FOLDER = "check_folder"
    CHOOSE_ANOTHER_NAME = "choose_another_name"
    CHOOSE_A_WALK_FILE = "choose_a_walk_file"
    COPY_FILE_AGAIN = "copy_file_again"
    END_THE_OTHER_WALK = "end_the_other_walk"
    EXPORT_THE_SAMPLES = "export_the_samples"
    FREE_SPACE = "free_space"
    KEEP_WALKING = "keep_walking"
    UPDATE_HIP_COACH = "update_hip_coach"
    ASK_WHO_SHARED_IT = "ask_who_shared_it"
    CHOOSE_A_PASSPHRASE = "choose_a_passphrase"
    CHOOSE_A_LONGER_ONE = "choose_a_longer_one"
    CHECK_PASSPHRASE_FILE = "check_passphrase_file"
    CHOOSE_A_PHOTO = "choose_a_photo"
    ENTER_PASSPHRASE = "enter_passphrase"
    FIND_KEY_FILE = "find_key_file"
    RESTORE_BACKUP = "restore_backup"
    START_A_NEW_WALK = "start_a_new_walk"
    TRY_PASSPHRASE_AGAIN = "try_passphrase_again"
    UNLOCK_KEYRING = "unlock_keyring"
    WAIT_FOR_THE_OTHER = "wait_for_the_other"
    CHOOSE_ANOTHER_PIN = "choose_another_pin"
    TRY_PIN_AGAIN = "try_pin_again"
    WAIT_BEFORE_PIN = "wait_before_pin"
    REMOVE_PINS = "remove_pins"
    ASK_PHYSIO_FOR_NEW_FILE = "ask_physio_for_new_file"
    CHOOSE_A_PRESCRIPTION = "choose_a_prescription"
    CHOOSE_THE_OTHER_PERSON = "choose_the_other_person"
    COMPARE_SIX_WORDS = "compare_six_words"
    KEEP_THE_NEWER_ONE = "keep_the_newer_one"


class RecordFault(StrEnum):
    """Every way in which a walk cannot be kept or read; `advice` says what helps."""

    FILE_MISSING = "file_missing"
    FILE_UNREADABLE = "file_unreadable"
    NOT_A_WALK_FILE = "not_a_walk_file"
    NEWER_VERSION = "newer_version"
    DAMAGED = "damaged"
    TOO_LARGE = "too_large"
    IN_USE = "in_use"
    EXISTS = "exists"
    FOLDER_NOT_WRITABLE = "folder_not_writable"
    DISK_FULL = "disk_full"
    DISK_FAILS = "disk_fails"
    LAGGING = "lagging"
    MEMORY_FULL = "memory_full"
    KEY_FILE_MISSING = "key_file_missing"
    KEY_FILE_DAMAGED = "key_file_damaged"
    KEY_LOST = "key_lost"
    WRONG_KEY = "wrong_key"
    LOCKED = "locked"
    WRONG_PASSPHRASE = "wrong_passphrase"
    PASSPHRASE_TOO_SHORT = "passphrase_too_short"
    PASSPHRASE_FILE_UNREADABLE = "passphrase_file_unreadable"
    NO_PASSPHRASE = "no_passphrase"
    PASSPHRASE_WANTED = "passphrase_wanted"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_MISSING = "keyring_missing"
    NOTHING_TO_CONTINUE = "nothing_to_continue"
    LIBRARY_DAMAGED = "library_damaged"
    LIBRARY_NEWER = "library_newer"
    LIBRARY_IN_USE = "library_in_use"
    NO_ANGLES = "no_angles"
    NOT_A_PICTURE = "not_a_picture"
    NAME_TAKEN = "name_taken"
    WRONG_PIN = "wrong_pin"
    PIN_WAITS = "pin_waits"
    PIN_TOO_SHORT = "pin_too_short"
    PIN_TOO_SIMPLE = "pin_too_simple"
    PIN_UNRECOVERABLE = "pin_unrecoverable"
    NOT_A_PRESCRIPTION = "not_a_prescription"
    PRESCRIPTION_NEWER = "prescription_newer"
    PRESCRIPTION_CHANGED = "prescription_changed"
    PRESCRIPTION_EXPIRED = "prescription_expired"
    PRESCRIPTION_FOREIGN = "prescription_foreign"
    PRESCRIPTION_OLDER = "prescription_older"
    PRESCRIPTION_UNPINNED = "prescription_unpinned"

    @property
    def advice(self) -> RecordAdvice:
        """The one thing a person can do about it."""
        return _ADVICE[self]


_ADVICE = {
    RecordFault.FILE_MISSING: RecordAdvice.CHECK_FILE_NAME,
    RecordFault.FILE_UNREADABLE: RecordAdvice.CHECK_FOLDER,
    RecordFault.NOT_A_WALK_FILE: RecordAdvice.CHOOSE_A_WALK_FILE,
    RecordFault.NEWER_VERSION: RecordAdvice.UPDATE_HIP_COACH,
    RecordFault.DAMAGED: RecordAdvice.COPY_FILE_AGAIN,
    RecordFault.TOO_LARGE: RecordAdvice.CHOOSE_A_WALK_FILE,
    RecordFault.IN_USE: RecordAdvice.END_THE_OTHER_WALK,
    RecordFault.EXISTS: RecordAdvice.CHOOSE_ANOTHER_NAME,
    RecordFault.FOLDER_NOT_WRITABLE: RecordAdvice.CHECK_FOLDER,
    RecordFault.DISK_FULL: RecordAdvice.FREE_SPACE,
    RecordFault.DISK_FAILS: RecordAdvice.CHECK_FOLDER,
    RecordFault.LAGGING: RecordAdvice.KEEP_WALKING,
    RecordFault.MEMORY_FULL: RecordAdvice.FREE_SPACE,
    RecordFault.KEY_FILE_MISSING: RecordAdvice.FIND_KEY_FILE,
    RecordFault.KEY_FILE_DAMAGED: RecordAdvice.FIND_KEY_FILE,
    RecordFault.KEY_LOST: RecordAdvice.ASK_WHO_SHARED_IT,
    RecordFault.WRONG_KEY: RecordAdvice.FIND_KEY_FILE,
    RecordFault.LOCKED: RecordAdvice.ENTER_PASSPHRASE,
    RecordFault.WRONG_PASSPHRASE: RecordAdvice.TRY_PASSPHRASE_AGAIN,
    RecordFault.PASSPHRASE_TOO_SHORT: RecordAdvice.CHOOSE_A_LONGER_ONE,
    RecordFault.PASSPHRASE_FILE_UNREADABLE: RecordAdvice.CHECK_PASSPHRASE_FILE,
    RecordFault.NO_PASSPHRASE: RecordAdvice.CHOOSE_A_PASSPHRASE,
    RecordFault.PASSPHRASE_WANTED: RecordAdvice.CHOOSE_A_PASSPHRASE,
    RecordFault.KEYRING_LOCKED: RecordAdvice.UNLOCK_KEYRING,
    RecordFault.KEYRING_MISSING: RecordAdvice.ENTER_PASSPHRASE,
    RecordFault.NOTHING_TO_CONTINUE: RecordAdvice.START_A_NEW_WALK,
    RecordFault.LIBRARY_DAMAGED: RecordAdvice.RESTORE_BACKUP,
    RecordFault.LIBRARY_NEWER: RecordAdvice.UPDATE_HIP_COACH,
    RecordFault.LIBRARY_IN_USE: RecordAdvice.WAIT_FOR_THE_OTHER,
    RecordFault.NO_ANGLES: RecordAdvice.EXPORT_THE_SAMPLES,
    RecordFault.NOT_A_PICTURE: RecordAdvice.CHOOSE_A_PHOTO,
    RecordFault.NAME_TAKEN: RecordAdvice.CHOOSE_ANOTHER_NAME,
    RecordFault.WRONG_PIN: RecordAdvice.TRY_PIN_AGAIN,
    RecordFault.PIN_WAITS: RecordAdvice.WAIT_BEFORE_PIN,
    RecordFault.PIN_TOO_SHORT: RecordAdvice.CHOOSE_ANOTHER_PIN,
    RecordFault.PIN_TOO_SIMPLE: RecordAdvice.CHOOSE_ANOTHER_PIN,
    RecordFault.PIN_UNRECOVERABLE: RecordAdvice.REMOVE_PINS,
    RecordFault.NOT_A_PRESCRIPTION: RecordAdvice.CHOOSE_A_PRESCRIPTION,
    RecordFault.PRESCRIPTION_NEWER: RecordAdvice.UPDATE_HIP_COACH,
    RecordFault.PRESCRIPTION_CHANGED: RecordAdvice.ASK_PHYSIO_FOR_NEW_FILE,
    RecordFault.PRESCRIPTION_EXPIRED: RecordAdvice.ASK_PHYSIO_FOR_NEW_FILE,
    RecordFault.PRESCRIPTION_FOREIGN: RecordAdvice.CHOOSE_THE_OTHER_PERSON,
    RecordFault.PRESCRIPTION_OLDER: RecordAdvice.KEEP_THE_NEWER_ONE,
    RecordFault.PRESCRIPTION_UNPINNED: RecordAdvice.COMPARE_SIX_WORDS,
}


class RecordError(Exception):
    """A walk cannot be kept or read.

    Attributes
    ----------
    fault : RecordFault
        What happened.
    details : dict
        What a sentence about it may name: file, second, a likely cause.
    """

    def __init__(self, fault: RecordFault, **details: Detail) -> None:
        super().__init__(fault)
        self.fault = fault
        self.details = details

    @property
    def advice(self) -> RecordAdvice:
        """The one thing a person can do about it."""
        return self.fault.advice

    def __str__(self) -> str:
        named = ", ".join(f"{name}={value!r}" for name, value in self.details.items())
        return f"{self.fault}: {named}" if named else str(self.fault)


def not_written(error: OSError) -> RecordFault:
    """What it means that something could not be made or written."""
    is_full = error.errno in {errno.ENOSPC, errno.EDQUOT}
    return RecordFault.DISK_FULL if is_full else RecordFault.FOLDER_NOT_WRITABLE


class WalkFileError(RecordError):
    """A walk file cannot be read."""


class ProtectionError(RecordError):
    """A protected record cannot be unlocked, or not be protected."""


class LibraryError(RecordError):
    """The library cannot be read or written."""


class KeepingError(RecordError):
    """A walk cannot be written to the disk, now or at all."""


class PrescriptionError(RecordError):
    """A physio's prescription is not taken."""
