"""The trail: every limit and permission, who set it, when and why, and whether it still holds."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from coach import intake_words
from coach.care.intake import Goals, LegIntake
from coach.care.long_stride_state import TestState
from coach.care.permissions import Permissions
from coach.records import roles
from coach.records.entries import LimitEntry
from coach.records.journal import PATIENT, PROGRAM
from coach.records.prescription_entries import Given, Pinned, Taken
from coach.records.trail import Checked
from sensors.samples import Side
from ui import care_texts, texts
from ui.home.limit_card import value_text
from ui.physio.desk import Desk
from ui.texts import from_words
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate
_SHOWN = 100


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the trail."""

    at: datetime
    by: str
    what: str
    why: str = ""


class AuditView(Sheet):
    """What the check found, and the rows, newest first."""

    def __init__(self) -> None:
        super().__init__(translate("audit", "Trail"))
        self.found = text_label("", 1.1, is_bold=True)
        self.about = text_label("", is_muted=True)
        self.faults = text_label()
        check = Card(translate("audit", "Is it as it was set?"))
        check.add(self.found, self.faults, self.about)
        self.rows = text_label()
        rows = Card(translate("audit", "Who set what, and why"))
        rows.add(self.rows)
        self.add(check, rows)

    def show_check(self, checked: Checked, n_keys: dict[str, int] | None = None) -> None:
        """Say whether the trail holds, and who signs here with how many keys."""
        is_whole = not checked.faults
        self.found.setText(
            translate("audit", "✓ Every entry is as it was set.")
            if is_whole
            else translate("audit", "✗ Something was changed from outside this program.")
        )
        kinds = list(dict.fromkeys(fault.kind for fault in checked.faults))
        self.faults.setText("\n".join(from_words(intake_words.BROKEN[kind]) for kind in kinds))
        self.faults.setVisible(not is_whole)
        about = translate(
            "audit", "{0} entries, {1} signed by a physiotherapist. Mark of the newest: {2}"
        ).format(texts.number(checked.n_links, 0), texts.number(checked.n_signed, 0), checked.mark)
        if checked.n_older:
            about += "\n" + translate("audit", "{0} entries are older than the trail.").format(
                texts.number(checked.n_older, 0)
            )
        about += "\n" + translate(
            "audit",
            "Not seen here: newest entries that were taken away together with their marks. Compare "
            "the mark with the one on your last report.",
        )
        for name, n in (n_keys or {}).items():
            if n > 1:
                about += "\n" + translate(
                    "audit",
                    "{0} has signed with {1} keys here: one for each time a PIN was made anew.",
                ).format(name, texts.number(n, 0))
        self.about.setText(about)

    def show_rows(self, rows: list[Row]) -> None:
        """Show who did what."""
        newest = sorted(rows, key=lambda row: row.at, reverse=True)[:_SHOWN]
        self.rows.setText(
            "\n".join(_line(row) for row in newest) or translate("audit", "Nothing yet.")
        )


class AuditPage(AuditView):
    """Joins the trail to the library."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk

    def refresh(self) -> None:
        """Check anew and show all."""
        home = self._desk.home
        known = roles.keys_by_name(home.library)
        self.show_check(self._desk.checked(), {name: len(keys) for name, keys in known.items()})
        rows = [
            Row(entry.set_at, entry.set_by, _limit(side, entry), entry.reason)
            for side in Side
            for entry in home.library.limits(home.person, side)
        ]
        for kind, what in (
            (LegIntake, translate("audit", "Intake")),
            (Goals, translate("audit", "Goals")),
            (TestState, translate("audit", "Long-stride test")),
            (Permissions, translate("audit", "What the plan may do")),
            (Given, translate("audit", "Prescription given")),
            (Pinned, translate("audit", "Six words compared")),
            (Taken, translate("audit", "Prescription taken")),
        ):
            for noted in home.library.entries(home.person, kind):
                said = what if noted.side is None else f"{what}, {care_texts.side(noted.side)}"
                rows.append(Row(noted.at, noted.by, said))
        self.show_rows(rows)


def _limit(side: Side, entry: LimitEntry) -> str:
    value = translate("audit", "no limit") if entry.limit is None else value_text(entry.limit)
    return translate("audit", "Limit, {0}: {1}").format(care_texts.side(side), value)


def _line(row: Row) -> str:
    who = {
        PATIENT: translate("audit", "the person"),
        PROGRAM: translate("audit", "the program"),
    }.get(row.by, care_texts.who(row.by))
    line = f"{care_texts.day(row.at.date())} {row.at:%H:%M}   {who}   {row.what}"
    return f"{line}   “{from_words(row.why)}”" if row.why else line
