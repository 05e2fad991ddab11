"""The texts inside a zip or a folder, found without unpacking anything."""

import struct
import zipfile
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from sensors.csv_rows import open_regular, refused
from sensors.errors import SensorFault
from sensors.imports.text import BROKEN_ZIP, TextFile

_SUFFIXES = (".csv", ".txt")
_MOST_FILES = 200
_MAX_ZIP_BYTES = 2**28
_MAX_LIST_BYTES = 2**20
_END = struct.Struct("<4s4H2LH")  # PKWARE APPNOTE 4.3.16
_END_MARK, _ZIP64_MARK, _ZIP64_BYTES = b"PK\x05\x06", b"PK\x06\x07", 20


def texts_in(path: Path) -> list[TextFile]:
    """Texts of a folder, or of a zip at any depth.

    Raises
    ------
    RecordingError
        TRUNCATED or FILE_UNREADABLE for a broken zip, TOO_LARGE for one no app makes.
    """
    if path.is_dir():
        return _texts_of_folder(path)
    with open_regular(path) as file:
        _refuse_odd_zip(file, path)
        try:
            with zipfile.ZipFile(file) as archive:
                names = [info.filename for info in archive.infolist() if not info.is_dir()]
        except BROKEN_ZIP as error:
            raise refused(SensorFault.FILE_UNREADABLE, path, reason=str(error)) from error
    kept = [name for name in names if _is_text(PurePosixPath(name))]
    return [TextFile(path, name) for name in kept[:_MOST_FILES]]


def is_zip(path: Path) -> bool:
    """Whether a file begins like a zip."""
    with open_regular(path) as file:
        return file.read(4) == b"PK\x03\x04"


def _texts_of_folder(path: Path) -> list[TextFile]:
    try:
        files = sorted(each for each in path.iterdir() if _is_text(each) and each.is_file())
    except OSError as error:
        raise refused(SensorFault.FILE_UNREADABLE, path, reason=str(error)) from error
    return [TextFile(each) for each in files[:_MOST_FILES]]


def _is_text(path: Path | PurePosixPath) -> bool:
    is_hidden = path.name.startswith(".") or "__MACOSX" in path.parts
    return path.suffix.lower() in _SUFFIXES and not is_hidden


def _refuse_odd_zip(file: BinaryIO, path: Path) -> None:
    """Refuse a zip whose list of files alone would fill the memory."""
    n_bytes = file.seek(0, 2)
    tail_from = max(0, n_bytes - _END.size - 2**16)
    file.seek(tail_from)
    tail = file.read()
    file.seek(0)
    is_last = tail[-_END.size :][:4] == _END_MARK and tail[-2:] == b"\0\0"
    at = len(tail) - _END.size if is_last else tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise refused(SensorFault.TRUNCATED, path)
    list_bytes = _END.unpack_from(tail, at)[5]
    is_zip64 = tail[max(0, at - _ZIP64_BYTES) :][:4] == _ZIP64_MARK
    if n_bytes > _MAX_ZIP_BYTES or list_bytes > _MAX_LIST_BYTES or is_zip64:
        raise refused(SensorFault.TOO_LARGE, path)
