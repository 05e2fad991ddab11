"""The limit of one leg: what is in force and why, and a way to lower it; never to raise it."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDoubleSpinBox

from coach.care.limits import Grade, Limit, LimitSource
from coach.care.threshold_result import grade_on
from coach.care_words import LOWERED
from coach.records.entries import LimitEntry
from coach.records.journal import PATIENT, PROGRAM
from sensors.samples import Side
from ui import care_texts, texts
from ui.theme import MIN_TARGET_PX
from ui.widgets.buttons import push_button
from ui.widgets.limit_control import LOWEST_LIMIT_DEG
from ui.widgets.sheet import Card, text_label

translate = QCoreApplication.translate


class LimitCard(Card):
    """Tells value, interval, grade, who set it and until when it holds."""

    limit_requested = Signal(object, object, str)
    """Side, the lower `Limit`, and the reason."""

    def __init__(self, side: Side) -> None:
        super().__init__(translate("limit", "My limit, {0} leg").format(care_texts.side(side)))
        self._side, self._limit = side, Limit()
        self.value, self.about = text_label("", 1.3, is_bold=True), text_label()
        self.history = text_label("", is_muted=True)
        self.lower_to = QDoubleSpinBox()
        self.lower_to.setDecimals(1)
        self.lower_to.setSingleStep(0.5)
        self.lower_to.setSuffix("°")
        self.lower_to.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.lower_to.setMaximumWidth(4 * MIN_TARGET_PX)
        self.lower_to.setAccessibleName(translate("limit", "A lower limit, degrees"))
        self.keep = push_button(translate("limit", "Lower my limit to this"))
        self.rule = text_label(
            translate(
                "limit",
                "You can lower a limit whenever it helps. Raising it is up to your "
                "physiotherapist.",
            ),
            is_muted=True,
        )
        self.add(self.value, self.about, self.lower_to, self.keep, self.rule, self.history)
        self.lower_to.valueChanged.connect(self._offer)
        self.keep.clicked.connect(self._request)

    def show_limits(self, history: tuple[LimitEntry, ...], today: date) -> None:
        """Show the history of limits, the one in force last, as it stands today."""
        entry = history[-1] if history else None
        limit = entry.limit if entry else None
        has_angle = limit is not None and limit.extension_deg is not None
        for widget in (self.lower_to, self.keep, self.rule):
            widget.setVisible(has_angle)
        self.history.setVisible(len(history) > 1)
        self.history.setText("\n".join(_line(each) for each in reversed(history[:-1][-5:])))
        if entry is None or limit is None:
            self.value.setText(translate("limit", "No limit yet"))
            self.about.setText(
                translate(
                    "limit",
                    "After three walks that were comfortable by morning the program suggests one "
                    "from your own usual strides. A physiotherapist can measure it.",
                )
            )
            return
        self._limit = limit
        self.value.setText(value_text(limit))
        self.about.setText("\n".join(about_lines(entry, today)))
        if limit.extension_deg is not None:
            self.lower_to.blockSignals(True)
            self.lower_to.setRange(LOWEST_LIMIT_DEG, limit.extension_deg)
            self.lower_to.setValue(limit.extension_deg)
            self.lower_to.blockSignals(False)
        self._offer()

    def _offer(self) -> None:
        extension_deg = self._limit.extension_deg
        is_lower = extension_deg is not None and self.lower_to.value() < extension_deg - 0.05
        self.keep.setEnabled(is_lower)

    def _request(self) -> None:
        lower = replace(
            self._limit,
            extension_deg=round(self.lower_to.value(), 1),
            extension_interval_deg=None,
            source=LimitSource.SET_BY_HAND,
            grade=None,
            set_by=PATIENT,
        )
        self.limit_requested.emit(self._side, lower, LOWERED)


def value_text(limit: Limit) -> str:
    """The limit in degrees and, where it has one, in metres."""
    parts = []
    if limit.extension_deg is not None:
        parts.append(texts.degrees(limit.extension_deg))
    if limit.stride_length_m is not None:
        parts.append(texts.metres(limit.stride_length_m))
    return "  ·  ".join(parts) or translate("limit", "No limit")


def about_lines(entry: LimitEntry, today: date) -> list[str]:
    """Where a limit comes from, how well it is known today, until when it holds."""
    limit = entry.limit or Limit()
    sources = {
        LimitSource.OWN_PROVISIONAL: translate(
            "limit", "Suggested from three of your own comfortable walks"
        ),
        LimitSource.LONG_STRIDE_TEST: translate("limit", "Measured by a long-stride test"),
        LimitSource.SET_BY_HAND: translate("limit", "Set by hand"),
    }
    who = {PATIENT: translate("limit", "you"), PROGRAM: translate("limit", "the program")}
    set_by = who.get(entry.set_by, care_texts.who(entry.set_by))
    lines = [
        sources[limit.source],
        translate("limit", "Set by {0} on {1}").format(set_by, care_texts.day(entry.set_at.date())),
    ]
    if limit.extension_interval_deg is not None:
        low, high = limit.extension_interval_deg
        lines.append(
            translate("limit", "Own pain begins between {0} and {1} (95 %)").format(
                texts.degrees(low), texts.degrees(high)
            )
        )
    grade = grade_on(limit, today)
    if grade is not None:
        lines.append(_grade(grade))
    if limit.expires_on is not None:
        lines.append(_until(limit).format(care_texts.day(limit.expires_on)))
    return lines


def _until(limit: Limit) -> str:
    if limit.source is LimitSource.OWN_PROVISIONAL:
        return translate("limit", "Holds until {0}; comfortable walks renew it")
    return translate("limit", "Holds until {0}; after that it is time to test again")


def _grade(grade: Grade) -> str:
    return {
        Grade.A: translate("limit", "Grade A: well known"),
        Grade.B: translate("limit", "Grade B: fairly well known"),
        Grade.C: translate("limit", "Grade C: roughly known"),
        Grade.N: translate("limit", "Grade N: pain was not provoked"),
    }[grade]


def _line(entry: LimitEntry) -> str:
    value = translate("limit", "none") if entry.limit is None else value_text(entry.limit)
    return f"{care_texts.day(entry.set_at.date())}: {value}"
