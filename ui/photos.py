"""Makes a picture file into the small JPEG that is kept: nothing of the file itself gets there.

A photo from a telephone tells place, time and device besides the picture; a file from elsewhere
may be anything. So the picture is read within bounds, drawn anew and written again.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from coach.records.errors import LibraryError, RecordFault

_MAX_FILE_BYTES = 50_000_000
_MAX_SIDE_PX = 20_000
_KEPT_PX = 1600
_QUALITY = 85
_FORMATS = (b"jpeg", b"png", b"webp")


def small_photo(path: Path) -> bytes:
    """The picture in a file as a JPEG of at most 1600 pixels a side, without what it tells else.

    Raises
    ------
    LibraryError
        When it is no JPEG, PNG or WebP that can be read, or larger than any camera's.
    """
    try:
        if path.stat().st_size > _MAX_FILE_BYTES:
            raise LibraryError(RecordFault.NOT_A_PICTURE, file=path.name)
    except OSError as error:
        raise LibraryError(RecordFault.NOT_A_PICTURE, file=path.name) from error
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if (
        bytes(reader.format().data()) not in _FORMATS
        or size.isEmpty()
        or max(size.width(), size.height()) > _MAX_SIDE_PX
    ):
        raise LibraryError(RecordFault.NOT_A_PICTURE, file=path.name)
    if max(size.width(), size.height()) > _KEPT_PX:
        bounds = QSize(_KEPT_PX, _KEPT_PX)
        reader.setScaledSize(size.scaled(bounds, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise LibraryError(RecordFault.NOT_A_PICTURE, file=path.name)
    return _jpeg(image)


def _jpeg(image: QImage) -> bytes:
    drawn = QImage(image.size(), QImage.Format.Format_RGB32)  # without texts of the other
    drawn.fill(Qt.GlobalColor.white)
    painter = QPainter(drawn)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"jpeg")
    writer.setQuality(_QUALITY)
    if not writer.write(drawn):
        raise LibraryError(RecordFault.NOT_A_PICTURE)
    return bytes(buffer.data().data())
