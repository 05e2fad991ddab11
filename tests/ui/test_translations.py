"""Translations are whole, up to date and compiled."""

import importlib.util
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

import assets

ROOT = Path(__file__).parents[2]
FOLDER = Path(assets.__file__).parent / "translations"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    path = ROOT / "scripts" / "update_translations.py"
    spec = importlib.util.spec_from_file_location("update_translations", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _messages(folder: Path) -> list[tuple[str, ET.Element]]:
    files = sorted(folder.glob("*_fi.ts"))
    return [
        (context.findtext("name", ""), message)
        for file in files
        for context in ET.parse(file).getroot().iter("context")
        for message in context.iter("message")
    ]


def _sources(folder: Path) -> set[tuple[str, str]]:
    return {(context, m.findtext("source", "")) for context, m in _messages(folder)}


def test_no_sentence_is_left_untranslated() -> None:
    unfinished = [
        message.findtext("source")
        for _, message in _messages(FOLDER)
        if message.find("translation[@type]") is not None or not message.findtext("translation")
    ]
    assert unfinished == []


def test_placeholders_survive_translation() -> None:
    def holes(text: str) -> list[str]:
        return sorted(re.findall(r"\{\d\}", text))

    wrong = [
        message.findtext("source")
        for _, message in _messages(FOLDER)
        if holes(message.findtext("source", "")) != holes(message.findtext("translation", ""))
    ]
    assert wrong == []


def test_every_sentence_of_the_program_is_in_the_files(tmp_path: Path, tool: ModuleType) -> None:
    tool.find_sentences(tmp_path)
    assert _sources(FOLDER) == _sources(tmp_path)


def test_the_compiled_file_is_up_to_date(tmp_path: Path, tool: ModuleType) -> None:
    tool.compile_translations(FOLDER, tmp_path)
    for compiled in tmp_path.glob("*.qm"):
        assert compiled.read_bytes() == (FOLDER / compiled.name).read_bytes()
    assert list(tmp_path.glob("*.qm"))
