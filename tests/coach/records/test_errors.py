"""What the system says of a disk, as a fault; and an error as it stands in a log."""

import errno

import pytest

from coach.records.errors import KeepingError, RecordFault, not_written


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, RecordFault.DISK_FULL),
        (errno.EDQUOT, RecordFault.DISK_FULL),
        (errno.EACCES, RecordFault.FOLDER_NOT_WRITABLE),
        (errno.EROFS, RecordFault.FOLDER_NOT_WRITABLE),
    ],
    ids=["disk full", "quota used up", "not allowed", "read-only"],
)
def test_a_full_disk_is_told_apart_from_a_folder_that_may_not_be_written(
    number: int, fault: RecordFault
) -> None:
    assert not_written(OSError(number, "no")) is fault


def test_a_log_line_names_the_fault_and_its_details() -> None:
    error = KeepingError(RecordFault.DISK_FULL, file="walk.hipwalk")
    assert str(error) == "disk_full: file='walk.hipwalk'"
    assert str(KeepingError(RecordFault.DISK_FULL)) == "disk_full"
