"""What if: the walk under other settings, beside how it was, in words and numbers."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from coach.care.limits import Limit, LimitSource
from coach.gait.pipeline import GaitSettings
from coach.gait.stride_making import KnownDistance
from coach.replay.what_if import MAY_BE_JUDGED, Difference, Figures, WhatIf
from ui import texts
from ui.replay import replay_texts
from ui.replay.comparison import ComparisonTable, count
from ui.theme import scaled_font
from ui.widgets.buttons import push_button
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.wheel import WheelForPage

if TYPE_CHECKING:
    from coach.records.marks import AnalysisRecord

_AFTER_MS = 250
_NOT_TOLD = 0.0


class WhatIfPanel(QScrollArea):
    """A limit first, its answer below it, then what else can be otherwise."""

    wanted = Signal(object)
    """With a `WhatIf`, or None to go back to as recorded."""
    keep_requested = Signal()
    kept_chosen = Signal(object)
    """With the `AnalysisRecord` to be shown."""
    change_requested = Signal(int)
    """To the next (+1) or previous (-1) cue that differs."""
    standing_requested = Signal()
    """Take the standing line from the loop."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("What if"))
        self._gait = GaitSettings(100.0)
        self._limit: Limit | None = None
        self._region: tuple[float, float] | None = None
        self._known: KnownDistance | None = None
        self._is_filling = False
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_MS)
        self._later.timeout.connect(self._tell)
        self._make_fields()
        self._make_answer()
        self._lay_out()

    def show_walk(self, gait: GaitSettings, limit: Limit | None, programs: str) -> None:
        """Begin from what a walk was judged by; `programs` tells which version made A and B."""
        self.programs.setText(programs)
        self._gait, self._limit, self._known = gait, limit, None
        self._fill(WhatIf(gait, limit))
        self.show_result(None, None, None, is_whole=False)

    def enter(self) -> None:
        """Put the keyboard where the first question is asked: the limit in degrees."""
        if not self.has_deg.isChecked() and not self.has_m.isChecked():
            self._is_filling = True
            self.has_deg.setChecked(True)
            self._is_filling = False
        field = self.limit_deg if self.has_deg.isChecked() else self.limit_m
        field.setFocus()
        field.selectAll()

    def show_kept(self, records: "tuple[AnalysisRecord, ...]") -> None:
        """List the analyses that were kept earlier."""
        self.kept.clear()
        self.kept.addItem(self.tr("These settings"), None)
        for record in records:
            self.kept.addItem(replay_texts.analysis(record), record)
        self.kept.setVisible(bool(records))

    def show_region(self, region: tuple[float, float] | None) -> None:
        """Offer what can be taken from the loop."""
        self._region = region
        for widget in (self.stand_button, self.distance, self.distance_button):
            widget.setEnabled(region is not None)

    def show_shift(self, shift_deg: float) -> None:
        """Take the standing line from elsewhere."""
        self.shift.setValue(shift_deg)

    def show_kept_settings(self, what: WhatIf) -> None:
        """Fill in the settings of an analysis that was kept."""
        self._fill(what)

    def show_result(
        self,
        before: Figures | None,
        after: Figures | None,
        changed: Difference | None,
        *,
        is_whole: bool,
    ) -> None:
        """Say what the other settings bring."""
        has_both = before is not None and after is not None and changed is not None
        self.table.setVisible(has_both)
        for button in (self.back_button, self.on_button, self.keep_button):
            button.setEnabled(has_both)
        if not (before and after and changed):
            waiting = self.tr("The samples are being gone through; the answer follows.")
            recorded = "" if before is None else self._recorded(before.n_cues)
            self.answer.setText(recorded)
            self.words.setText("" if is_whole else waiting)
            return
        limit = _limit_text(self.settings().limit)
        self.answer.setText(
            replay_texts.would_have(after.n_cues, limit) if limit else self.tr("Without a limit.")
        )
        lines = replay_texts.difference_lines(changed, before.n_cues, after.n_cues)
        if after.n_cues:
            lines += replay_texts.heard(after)
        self.words.setText("\n".join(lines))
        self.table.show_both(before, after)

    def _recorded(self, n_cues: int) -> str:
        return self.tr("As recorded there were {0} cues.").format(count(n_cues))

    def show_saved(self, text: str) -> None:
        """Say that the analysis was kept, or why not."""
        self.saved.setText(text)

    def settings(self) -> WhatIf:
        """What the fields say now."""
        limit_deg = self.limit_deg.value() if self.has_deg.isChecked() else None
        limit_m = self.limit_m.value() if self.has_m.isChecked() else None
        limit = None
        if limit_deg is not None or limit_m is not None:
            limit = self._limit_of(limit_deg, limit_m)
        told_m = self.leg_length.value()
        known = () if self._known is None else (self._known,)
        gait = replace(
            self._gait,
            leg_length_m=told_m if told_m > _NOT_TOLD else self._gait.leg_length_m,
            known_distances=(*self._gait.known_distances, *known),
        )
        too = tuple(why for why, box in self.too.items() if box.isChecked())
        return WhatIf(gait, limit, self.shift.value(), too)

    def _limit_of(self, limit_deg: float | None, limit_m: float | None) -> Limit:
        """The recorded limit where nothing of it is otherwise, else one set by hand."""
        told = replace(
            self._limit or Limit(),
            extension_deg=limit_deg,
            stride_length_m=limit_m,
            dead_band_deg=self.band_deg.value(),
            dead_band_m=self.band_m.value(),
        )
        if told == self._limit:
            return told
        return replace(
            told,
            extension_interval_deg=None,
            stride_length_interval_m=None,
            source=LimitSource.SET_BY_HAND,
            grade=None,
            expires_on=None,
            set_by="",
        )

    def _make_fields(self) -> None:
        self.has_deg = QCheckBox(self.tr("Limit in degrees"))
        self.has_m = QCheckBox(self.tr("Limit in metres"))
        self.limit_deg = self._spin((-30.0, 60.0), 0.5, 1, "°", self.tr("Limit in degrees"))
        self.limit_m = self._spin((0.1, 3.0), 0.05, 2, " m", self.tr("Limit in metres"))
        self.band_deg = self._spin((0.0, 10.0), 0.5, 1, "°", self.tr("Dead band in degrees"))
        self.band_m = self._spin((0.0, 0.5), 0.01, 2, " m", self.tr("Dead band in metres"))
        self.shift = self._spin(
            (-20.0, 20.0), 0.5, 1, "°", self.tr("Standing line further in front")
        )
        self.leg_length = self._spin((0.0, 1.5), 0.01, 2, " m", self.tr("Leg length"))
        self.leg_length.setSpecialValueText(self.tr("as in the file"))
        self.distance = self._spin(
            (1.0, 2000.0), 1.0, 1, " m", self.tr("Distance walked in the loop")
        )
        self.too = {why: QCheckBox(replay_texts.why_not(why)) for why in MAY_BE_JUDGED}
        for box in (self.has_deg, self.has_m, *self.too.values()):
            box.toggled.connect(self._change)
        self.has_deg.toggled.connect(self.limit_deg.setEnabled)
        self.has_m.toggled.connect(self.limit_m.setEnabled)
        self.limit_deg.setEnabled(False)
        self.limit_m.setEnabled(False)
        self.stand_button = push_button(self.tr("The person stands in the loop"))
        self.stand_button.clicked.connect(self.standing_requested)
        self.distance_button = push_button(self.tr("Walked in the loop"))
        self.distance_button.clicked.connect(self._take_distance)
        self.again_button = push_button(self.tr("Again by this version"))
        self.again_button.clicked.connect(self._tell)
        self.reset_button = push_button(self.tr("Back to recorded"))
        self.reset_button.clicked.connect(self._reset)

    def _make_answer(self) -> None:
        self.answer, self.words, self.saved = QLabel(), QLabel(), QLabel()
        self.programs = QLabel()
        self.programs.setObjectName("muted")
        self.programs.setWordWrap(True)
        self.answer.setFont(scaled_font(self.font(), 1.2, is_bold=True))
        for label in (self.answer, self.words, self.saved):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.table = ComparisonTable()
        self.back_button = push_button(self.tr("◂ Change"))
        self.on_button = push_button(self.tr("Change ▸"))
        self.back_button.clicked.connect(lambda: self.change_requested.emit(-1))
        self.on_button.clicked.connect(lambda: self.change_requested.emit(1))
        self.keep_button = push_button(self.tr("Keep it"))
        self.keep_button.clicked.connect(self.keep_requested)
        self.kept = QComboBox()
        self.kept.setAccessibleName(self.tr("Analyses kept earlier"))
        self.kept.activated.connect(self._choose_kept)

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        for pair in ((self.has_deg, self.limit_deg), (self.has_m, self.limit_m)):
            column.addWidget(_flowing(pair))
        for widget in (self.answer, self.words, self.table):
            column.addWidget(widget)
        column.addWidget(_flowing((self.back_button, self.on_button)))
        column.addWidget(_flowing((self.keep_button, self.reset_button)))
        column.addWidget(self.saved)
        column.addWidget(self.kept)
        column.addWidget(self.programs)
        column.addWidget(self.again_button)
        column.addWidget(self._heading(self.tr("More settings")))
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow(self.tr("Dead band"), self.band_deg)
        form.addRow(self.tr("Dead band of the length"), self.band_m)
        form.addRow(self.tr("Standing line further in front by"), self.shift)
        form.addRow(self.stand_button)
        form.addRow(self.tr("Leg length"), self.leg_length)
        form.addRow(self.tr("Known distance"), self.distance)
        form.addRow(self.distance_button)
        column.addLayout(form)
        column.addWidget(self._heading(self.tr("Judge these strides too")))
        for box in self.too.values():
            column.addWidget(box)
        column.addStretch(1)
        self.setWidget(inner)
        WheelForPage(self)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text)
        label.setFont(scaled_font(self.font(), 1.1, is_bold=True))
        return label

    def _fill(self, what: WhatIf) -> None:
        self._is_filling = True
        limit = what.limit or Limit()
        self.has_deg.setChecked(limit.extension_deg is not None)
        self.has_m.setChecked(limit.stride_length_m is not None)
        self.limit_deg.setValue(15.0 if limit.extension_deg is None else limit.extension_deg)
        self.limit_m.setValue(1.3 if limit.stride_length_m is None else limit.stride_length_m)
        self.band_deg.setValue(limit.dead_band_deg)
        self.band_m.setValue(limit.dead_band_m)
        self.shift.setValue(what.neutral_shift_deg)
        length_m = what.gait.leg_length_m
        is_own = length_m is None or length_m == self._gait.leg_length_m
        self.leg_length.setValue(_NOT_TOLD if is_own or length_m is None else length_m)
        for why, box in self.too.items():
            box.setChecked(why in what.judged_too)
        self._is_filling = False

    def _change(self) -> None:
        if not self._is_filling:
            self.kept.setCurrentIndex(0)
            self.saved.setText("")
            self._later.start()

    def _tell(self) -> None:
        self.wanted.emit(self.settings())

    def _take_distance(self) -> None:
        if self._region is not None:
            self._known = KnownDistance(*self._region, self.distance.value())
            self._change()

    def _reset(self) -> None:
        self._known = None
        self._fill(WhatIf(self._gait, self._limit))
        self._later.stop()
        self.saved.setText("")
        self.kept.setCurrentIndex(0)
        self.wanted.emit(None)

    def _choose_kept(self, i: int) -> None:
        record = self.kept.itemData(i)
        self._later.stop()
        if record is None:
            self._tell()
        else:
            self.kept_chosen.emit(record)

    def _spin(
        self, between: tuple[float, float], step: float, decimals: int, unit: str, name: str
    ) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(*between)
        spin.setSingleStep(step)
        spin.setDecimals(decimals)
        spin.setSuffix(unit)
        spin.setAccessibleName(name)
        spin.setKeyboardTracking(True)
        spin.setAlignment(Qt.AlignmentFlag.AlignCenter)
        spin.valueChanged.connect(self._change)
        return spin


def _flowing(widgets: tuple[QWidget, ...]) -> QWidget:
    """A row that breaks where letters are large."""
    row = QWidget()
    flow = FlowLayout(row, 8)
    for widget in widgets:
        flow.addWidget(widget)
    return row


def _limit_text(limit: Limit | None) -> str:
    if limit is None:
        return ""
    if limit.extension_deg is not None:
        return texts.degrees(limit.extension_deg)
    return "" if limit.stride_length_m is None else texts.metres(limit.stride_length_m)
