"""What can go wrong with a kept walk: a code, what the person can do, and details as data.

The codes are worded in `coach.words` and translated by `ui.texts`; `str(error)` is for logs.
"""

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
    FREE_SPACE = "free_space"
    KEEP_WALKING = "keep_walking"
    UPDATE_HIP_COACH = "update_hip_coach"


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


class WalkFileError(RecordError):
    """A walk file cannot be read."""


class KeepingError(RecordError):
    """A walk cannot be written to the disk, now or at all."""
