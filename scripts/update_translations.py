#!/usr/bin/env python3
"""Brings assets/translations up to date with the sentences of the program.

Sentences of ``ui`` are found by lupdate, those of ``coach`` (in files named ``…words.py``) are
listed by `words_for_the_window`. New ones are marked unfinished until somebody translates them;
then run this once more, which compiles the ``.qm`` files.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "translations"
LANGUAGES = ("fi",)

sys.path.insert(0, str(ROOT))

from coach import care_words, intake_words, prescription_words, words  # noqa: E402
from coach.care.delivery import Notice, Words  # noqa: E402
from coach.records.errors import RecordFault  # noqa: E402
from sensors.errors import SensorFault  # noqa: E402


def words_for_the_window() -> list[str]:
    """Every sentence of ``coach`` that the window shows or says."""
    said = [words.DELIVERED[code] for code in (*Words, *Notice)]
    reasons = list(words.WHY_NOT.values())
    faults = [s for fault in (*SensorFault, *RecordFault) for s in words.fault_words(fault)]
    ended = (words.END_NOT_KEPT, words.NOT_WRITTEN)
    others = (*care_words.sentences(), *intake_words.sentences(), *prescription_words.SENTENCES)
    return sorted({*said, *reasons, *faults, *ended, *others})


def find_sentences(folder: Path) -> None:
    """Write what `ui` says into the ``.ts`` files of a folder, translations kept."""
    sources = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "ui").rglob("*.py"))]
    plain = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
    for language in LANGUAGES:
        file = str(folder / f"hipcoach_{language}.ts")
        _run("lupdate", *plain, "-target-language", language, *sources, "-ts", file)
        _write_words(folder / f"words_{language}.ts", language)


def compile_translations(folder: Path, into: Path) -> None:
    """Compile the ``.ts`` files of a folder to one ``.qm`` a language."""
    for language in LANGUAGES:
        files = sorted(str(path) for path in folder.glob(f"*_{language}.ts"))
        _run("lrelease", "-silent", *files, "-qm", str(into / f"hipcoach_{language}.qm"))


def _write_words(path: Path, language: str) -> None:
    known = _translations(path) if path.exists() else {}
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = "words"
    for source in words_for_the_window():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = source
        translation = ET.SubElement(message, "translation")
        translation.text = known.get(source, "")
        if not translation.text:
            translation.set("type", "unfinished")
    ET.indent(root, "    ")
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', "utf-8")


def _translations(path: Path) -> dict[str, str]:
    messages = ET.parse(path).getroot().iter("message")
    return {m.findtext("source", ""): m.findtext("translation", "") for m in messages}


def _run(tool: str, *arguments: str) -> None:
    program = Path(sys.executable).parent / f"pyside6-{tool}"
    subprocess.run([program, *arguments], check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def main() -> None:
    """Find and compile."""
    find_sentences(FOLDER)
    compile_translations(FOLDER, FOLDER)


if __name__ == "__main__":
    main()
