"""The desktop learns to open walk files, and forgets it again."""

import configparser
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach.cli import commands
from coach.desktop import MIME_TYPE, desktop_files, install, remove
from coach.records.errors import KeepingError
from coach.records.tables import WALK

_MIME_SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def _entry(command: Path) -> configparser.SectionProxy:
    text = desktop_files(command)[Path("applications", "hipcoach-replay.desktop")]
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read_string(text)
    return parser["Desktop Entry"]


def _mime() -> ET.Element:
    name = Path("mime", "packages", "hipcoach-replay.xml")
    return ET.fromstring(desktop_files(Path("hipcoach"))[name])


def test_the_entry_opens_the_replay_with_the_file() -> None:
    entry = _entry(Path("/opt/hip coach/hipcoach"))
    assert entry["Exec"] == '"/opt/hip coach/hipcoach" replay %f'
    assert entry["MimeType"] == f"{MIME_TYPE};"


def test_signs_in_the_path_are_escaped() -> None:
    assert _entry(Path("/a$b%/hipcoach"))["Exec"] == '"/a\\\\$b%%/hipcoach" replay %f'


def test_the_type_of_walk_files_is_that_of_the_entry() -> None:
    kind = _mime().find(f"{_MIME_SPACE}mime-type")
    assert kind is not None
    assert kind.get("type") == MIME_TYPE
    glob = kind.find(f"{_MIME_SPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == "*.hipwalk"


def test_the_magic_is_the_application_id() -> None:
    matches = list(_mime().iter(f"{_MIME_SPACE}match"))
    assert matches[1].get("value") == WALK.application_id.to_bytes(4, "big").decode()
    assert matches[1].get("offset") == "68"


def test_what_is_installed_is_removed(tmp_path: Path) -> None:
    written = install(tmp_path, Path("/usr/bin/hipcoach"))
    assert len(written) == 3
    assert all(path.exists() for path in written)
    assert remove(tmp_path) == written
    assert not any(path.exists() for path in written)


def test_removing_what_is_not_there_removes_nothing(tmp_path: Path) -> None:
    assert remove(tmp_path) == ()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "applications").write_text("in the way")
    with pytest.raises(KeepingError):
        install(tmp_path, Path("hipcoach"))


@pytest.mark.skipif(sys.platform != "linux", reason="for Linux desktops")
def test_the_command_installs_for_this_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    told = CliRunner(catch_exceptions=False).invoke(commands, ["desktop"])
    assert told.exit_code == 0
    assert len(re.findall("Written: ", told.output)) == 3
    assert (
        CliRunner(catch_exceptions=False)
        .invoke(commands, ["desktop", "--remove"])
        .output.count("Removed: ")
        == 3
    )
