"""The pages of a report as blocks of words, tables and figures; paper and HTML draw the same."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from coach.care.pain import Colour
from coach.care.pain_record import Activity
from coach.care.warning_signs import Level, WarningSign
from coach.follow_up.comparison import Quantity
from coach.follow_up.report import Report
from coach.follow_up.report_items import Item, Section, SectionKey
from coach.follow_up.unsafe import UnsafeKind
from ui import report_texts as words
from ui import texts
from ui.patient import trends_texts
from ui.physio import threshold_texts

translate = QCoreApplication.translate

_DASH = "–"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading within a page."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some sentences; a strong one is what the eye shall find first."""

    text: str
    is_strong: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """Lines of a list."""

    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table; the first cell of a row is its heading. Without a head it is a list of pairs."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture as SVG, its heading, and the same in words."""

    heading: str
    words: str
    svg: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures beside each other."""

    figures: tuple[Figure, ...]


Block = Heading | Paragraph | Bullets | Table | Figures


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its heading, what stands under it, its blocks, and how large it may be."""

    title: str
    subtitle: str
    blocks: tuple[Block, ...]
    largest: float = 1.0


def section_blocks(told: Report, key: SectionKey) -> tuple[Block, ...]:
    """Return one part of the report, without its heading."""
    section = told.section(key)
    if key is SectionKey.UNSAFE:
        return _unsafe(section)
    if key is SectionKey.TESTS:
        return _tests(told, section)
    if key is SectionKey.LIMITS:
        return _limits(section)
    if key is SectionKey.MOVEMENT:
        return _movement(section)
    if key is SectionKey.WALKS:
        return (walks_table(section),)
    if key is SectionKey.PAIN:
        story = Paragraph(trends_texts.sentence(told.review.pain.story), is_strong=True)
        items = [item for item in section.items if item.name not in _IN_THE_SENTENCE]
        return (story, pairs(words.section(key), items))
    return (pairs(words.section(key), section.items),)


def pairs(caption: str, items: Iterable[Item]) -> Table:
    """Return names and values below each other; counts of nothing are left out."""
    rows = tuple(
        (words.name(item), words.value(item))
        for item in items
        if not (item.name in _ONLY_IF_ANY and not item.value)
    )
    return Table(caption, (), rows)


_IN_THE_SENTENCE = frozenset({"change", "first_week", "last_week", "weeks"})
_ONLY_IF_ANY = frozenset(
    {
        "walks_beyond_the_plan",
        "exercises_beyond_the_plan",
        "slept_worse",
        "settled_in_2_h",
        "not_settled_in_2_h",
        "settling_unknown",
        "walks_after_pain_relief",
        "colour",
        "comfortable_share_without_feedback",
        "made_by",
    }
)


def unsafe_lines(section: Section) -> tuple[str, ...]:
    """Return a sentence for each unsafe response, newest first."""
    return tuple(_unsafe_line(section, of) for of in section.ofs)


def _unsafe(section: Section) -> tuple[Block, ...]:
    lines = unsafe_lines(section)
    if lines:
        return (Bullets(lines),)
    nothing = translate(
        "report", "Nothing unsafe was told in these days. Only what is told can stand here."
    )
    return (Paragraph(nothing),)


def _unsafe_line(section: Section, of: str) -> str:
    parts = {item.name: words.value(item) for item in section.of(of)}
    codes = {item.name: item.value for item in section.of(of)}
    kind, when = UnsafeKind(str(codes["kind"])), parts["day"]
    if kind is UnsafeKind.SILENCE_AFTER_RED:
        is_over = codes["is_over"] == "yes"
        text = (
            translate("report", "{0}: nothing was told for {1} after a red.")
            if is_over
            else translate("report", "{0}: nothing has been told for {1}, since a red.")
        )
        return text.format(when, parts["silent"])
    signs = [words.sign(WarningSign(str(i.value))) for i in section.of(of) if i.name == "sign"]
    if kind is UnsafeKind.WARNING_SIGN:
        seen = (
            translate("report", "A doctor has looked at it.")
            if codes.get("seen_by_doctor") == "yes"
            else translate("report", "No doctor's look was told.")
        )
        level = words.level(Level(str(codes["level"])))
        return translate("report", "{0}: warning sign ({1}): {2}. {3}").format(
            when, level, "; ".join(signs), seen
        )
    texts = {
        Activity.WALK: translate("report", "{0}: red walk. Pain {1} before, {2} at worst: {3}."),
        Activity.EXERCISES: translate(
            "report", "{0}: red exercises. Pain {1} before, {2} at worst: {3}."
        ),
        Activity.TEST: translate(
            "report", "{0}: red long-stride test. Pain {1} before, {2} at worst: {3}."
        ),
    }
    text = texts[Activity(str(codes["activity"]))]
    said = text.format(when, parts["pain_before"], parts["pain_worst"], parts["why"])
    return f"{said} {'; '.join(signs)}." if signs else said


def _tests(told: Report, section: Section) -> tuple[Block, ...]:
    """Each test with all it came to, in sentences."""
    if not section.ofs:
        return (Paragraph(translate("report", "No long-stride test in these days.")),)
    lines: list[str] = []
    for of, line in zip(section.ofs, told.review.tests, strict=True):
        head = translate("report", "{0}, leg: {1}. Bouts: {2}, painful: {3}. {4}").format(
            *(_of(section, of, name) for name in ("day", "leg", "bouts", "painful_bouts", "end"))
        )
        lines += [head, *threshold_texts.sentences(line.result)]
    return (Bullets(tuple(lines)),)


def _limits(section: Section) -> tuple[Block, ...]:
    if not section.ofs:
        return (Paragraph(translate("report", "No limit is set.")),)
    head = (
        translate("report", "Leg"),
        translate("report", "Set on"),
        translate("report", "Set by"),
        translate("report", "Hip extension"),
        translate("report", "Stride"),
        translate("report", "Grade today"),
        translate("report", "Source"),
        translate("report", "Valid until"),
        translate("report", "In force"),
        translate("report", "Reason"),
    )
    rows = tuple(
        tuple(
            _of(section, of, name)
            for name in (
                *("leg", "set_on", "set_by", "thigh_extension", "stride_length", "grade"),
                *("source", "expires_on", "in_force", "reason"),
            )
        )
        for of in section.ofs
    )
    return (Table(translate("report", "Limits"), head, rows),)


def _of(section: Section, of: str, name: str) -> str:
    item = section.item(name, of)
    return _DASH if item is None else words.value(item)


def _movement(section: Section) -> tuple[Block, ...]:
    if not section.ofs:
        text = translate(
            "report", "There are no two walks without caveats in these days to set side by side."
        )
        return (Paragraph(text),)
    head = (
        translate("report", "Mean of scored strides"),
        translate("report", "First walk"),
        translate("report", "Last walk"),
        translate("report", "Change"),
        translate("report", "Measurement error"),
        translate("report", "What it means"),
    )
    rows = tuple(
        (
            words.quantity(Quantity(of)),
            *(
                _of(section, of, name)
                for name in ("first", "last", "change", "measurement_error", "verdict")
            ),
        )
        for of in section.ofs
    )
    return (Table(words.section(SectionKey.MOVEMENT), head, rows),)


def walks_head() -> tuple[str, ...]:
    """Return the names of the columns of the walks."""
    return (
        translate("report", "Walk"),
        translate("report", "Min"),
        translate("report", "Pain"),
        translate("report", "Colour"),
        translate("report", "In limit"),
        translate("report", "Extension (SD)"),
        translate("report", "Stride"),
        translate("report", "Scored"),
        translate("report", "Lost"),
        translate("report", "Caveats"),
    )


def walks_table(section: Section) -> Table:
    """Return the walks, newest first."""
    rows = tuple(_walk_row(section, of) for of in section.ofs)
    return Table(translate("report", "Walks, the newest first"), walks_head(), rows)


def _walk_row(section: Section, of: str) -> tuple[str, ...]:
    def told(name: str) -> str:
        return _of(section, of, name)

    flags = [words.value(item) for item in section.of(of) if item.name in ("flag", "file")]
    extension, spread = told("thigh_extension"), told("thigh_extension_sd")
    pain = section.item("pain_worst", of)
    return (
        _walk_day(of),
        _plain(section.item("minutes", of)),
        _DASH if pain is None else f"{told('pain_before')}\u00a0→\u00a0{told('pain_worst')}",
        _marked(section.item("colour", of)),
        told("comfortable_share"),
        extension if spread == _DASH else f"{extension} ({spread})",
        told("stride_length"),
        told("strides_scored"),
        told("samples_lost"),
        ", ".join(flags) or _DASH,
    )


def _marked(item: Item | None) -> str:
    """A colour with its mark, for eyes and printers that see none."""
    if item is None or item.value is None:
        return _DASH
    return f"{words.colour_mark(Colour(str(item.value)))} {words.value(item)}"


def _walk_day(of: str) -> str:
    when, _, hour = of.partition(" ")
    return f"{trends_texts.day(date.fromisoformat(when))} {hour}"


def _plain(item: Item | None) -> str:
    """The number without its unit, for a column that names it."""
    if item is None or not isinstance(item.value, float):
        return _DASH
    return texts.number(item.value, item.decimals)
