"""A picture file becomes a small JPEG that tells nothing but the picture."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QImageWriter

from coach.records.errors import RecordError, RecordFault
from coach.records.library import MAX_PHOTO_BYTES
from ui.photos import small_photo


def _picture(path: Path, width: int = 300, height: int = 200) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x80A0C0)
    image.setText("Description", "the thigh of Maija")
    assert QImageWriter(str(path)).write(image)
    return path


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_a_picture_becomes_a_jpeg(tmp_path: Path, suffix: str) -> None:
    kept = QImage.fromData(small_photo(_picture(tmp_path / f"thigh.{suffix}")))
    assert (kept.width(), kept.height()) == (300, 200)


@pytest.mark.parametrize("suffix", ["jpg", "png"])
def test_what_a_picture_tells_besides_is_left_out(tmp_path: Path, suffix: str) -> None:
    assert b"Maija" in _picture(tmp_path / f"thigh.{suffix}").read_bytes()
    assert b"Maija" not in small_photo(tmp_path / f"thigh.{suffix}")


def test_a_large_picture_is_kept_small(tmp_path: Path) -> None:
    jpeg = small_photo(_picture(tmp_path / "thigh.jpg", 4000, 3000))
    kept = QImage.fromData(jpeg)
    assert (kept.width(), kept.height()) == (1600, 1200)
    assert len(jpeg) < MAX_PHOTO_BYTES


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xd8\xff", b"GIF89a" + bytes(50), b"<svg xmlns='http://www.w3.org/2000/svg'/>"],
    ids=["empty", "cut off", "gif", "svg"],
)
def test_what_is_no_photo_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "thigh.jpg").write_bytes(content)
    with pytest.raises(RecordError) as caught:
        small_photo(tmp_path / "thigh.jpg")
    assert caught.value.fault is RecordFault.NOT_A_PICTURE


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        small_photo(tmp_path / "thigh.jpg")


def test_a_picture_that_ends_in_the_middle_is_refused_or_whole(tmp_path: Path) -> None:
    path = _picture(tmp_path / "thigh.png", 2000, 1500)
    path.write_bytes(path.read_bytes()[:200])
    with pytest.raises(RecordError):
        small_photo(path)
