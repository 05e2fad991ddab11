"""Lets a Linux desktop know the program: an entry in its menu, and that it opens walk files."""

import shutil
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import assets
from coach.records.errors import KeepingError, RecordFault

MIME_TYPE = "application/x-hipcoach-walk"
_NAME = "hipcoach-replay"
_MIME = f"""<?xml version="1.0" encoding="UTF-8"?>
<mime-info xmlns="http://www.freedesktop.org/standards/shared-mime-info">
  <mime-type type="{MIME_TYPE}">
    <comment>Walk recorded by Hip Coach</comment>
    <comment xml:lang="fi">Hip Coachin tallentama kävely</comment>
    <glob pattern="*.hipwalk"/>
    <magic priority="60">
      <match type="string" offset="0" value="SQLite format 3">
        <match type="string" offset="68" value="HipW"/>
      </match>
    </magic>
  </mime-type>
</mime-info>
"""
_ENTRY = """[Desktop Entry]
Type=Application
Version=1.1
Name=Hip Coach Replay
Name[fi]=Hip Coach, toisto
Comment=Look at a recorded walk, and try other limits on it
Comment[fi]=Katso tallennettua kävelyä ja kokeile siihen muita rajoja
Exec={command} replay %f
Icon=hipcoach
Terminal=false
Categories=MedicalSoftware;Science;
MimeType={mime_type};
"""
_REFRESH = (("update-mime-database", "mime"), ("update-desktop-database", "applications"))
_REFRESH_WITHIN_S = 20


def desktop_files(command: Path) -> Mapping[Path, str]:
    """Names below the data folder, and what stands in each, for the program at that path."""
    icon = Path(assets.__file__).parent / "icons" / "hipcoach.svg"
    return {
        Path("applications", f"{_NAME}.desktop"): _ENTRY.format(
            command=_quoted(command), mime_type=MIME_TYPE
        ),
        Path("mime", "packages", f"{_NAME}.xml"): _MIME,
        Path("icons", "hicolor", "scalable", "apps", "hipcoach.svg"): icon.read_text("utf-8"),
    }


def install(data_home: Path, command: Path) -> tuple[Path, ...]:
    """Write the files, let the desktop read them, and return what was written.

    Raises
    ------
    KeepingError
        When the folder cannot be written.
    """
    written = []
    for name, text in desktop_files(command).items():
        path = data_home / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        except OSError as error:
            raise KeepingError(
                RecordFault.FOLDER_NOT_WRITABLE, folder=str(path.parent), cause=error.strerror
            ) from error
        written.append(path)
    _refresh(data_home)
    return tuple(written)


def remove(data_home: Path) -> tuple[Path, ...]:
    """Take the files away again, and return those that were there."""
    removed = []
    for name in desktop_files(Path("hipcoach")):
        path = data_home / name
        with suppress(OSError):
            path.unlink()
            removed.append(path)
    _refresh(data_home)
    return tuple(removed)


def _quoted(command: Path) -> str:
    """A path as the desktop entry specification wants it in ``Exec``."""
    text = str(command)
    for character in ("\\", '"', "`", "$"):
        text = text.replace(character, f"\\{character}")
    return f'"{text}"'.replace("\\", "\\\\").replace("%", "%%")


def _refresh(data_home: Path) -> None:
    """Tell the desktop's own indexes; where the tools are missing it finds out by itself."""
    for tool, folder in _REFRESH:
        program = shutil.which(tool)
        if program is not None and (data_home / folder).is_dir():
            with suppress(OSError, subprocess.TimeoutExpired):
                subprocess.run(
                    [program, str(data_home / folder)],
                    check=False, capture_output=True, timeout=_REFRESH_WITHIN_S,
                )  # fmt: skip
