"""One walk of a review: how good it is, how the person walked, decisions, pain, notes."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.follow_up.report_items import Unit
from coach.follow_up.walk_look import Mean, WalkLook
from coach.records.marks import Note
from ui import report_figures, texts
from ui import report_texts as words
from ui.physio.block_views import pairs_view
from ui.physio.note_form import NoteForm
from ui.replay.replay_texts import tag as tag_name
from ui.theme import current_theme
from ui.widgets.buttons import push_button
from ui.widgets.sheet import Card, Sheet, text_label

translate = QCoreApplication.translate


class WalkPanel(Sheet):
    """Shows a walk; asks to go back, and for a note to be kept."""

    back_requested = Signal()
    note_kept = Signal(float, float, object, str)
    """First and last second on the stream's clock, `NoteTag` or None, and the words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.back = push_button(self.tr("Back to the review"))
        self.back.clicked.connect(self.back_requested)
        self.flags = text_label()
        self.facts = Card(self.tr("This walk"))
        self.plots = Card(self.tr("How the thigh moved"))
        self.notes_card = Card(self.tr("Notes"))
        self.notes = text_label()
        self.form = NoteForm()
        self._look: WalkLook | None = None
        self._name = ""
        self._drawn: QWidget | None = None
        self._pairs: QWidget | None = None
        self._time_plot: QWidget | None = None
        self.facts.add(self.flags)
        self.notes_card.add(self.notes, self.form)
        self.add(self.back, self.facts, self.plots, self.notes_card)
        self.form.kept.connect(self._keep)
        self.form.stretch_changed.connect(self._mark)

    @property
    def look(self) -> WalkLook | None:
        """The walk that is shown."""
        return self._look

    @property
    def name(self) -> str:
        """What the walk is called."""
        return self._name

    def set_look(self, look: WalkLook, name: str) -> None:
        """Show a walk."""
        self._look = look
        self.set_heading(self.tr("Walk of {0}").format(name))
        self._name = name
        flags = ", ".join(words.flag(flag) for flag in look.quality.flags)
        self.flags.setText(
            self.tr("Caveats: {0}.").format(flags) if flags else self.tr("No caveats.")
        )
        if self._pairs is not None:
            self._pairs.deleteLater()
        self._pairs = pairs_view(facts(look))
        self.facts.add(self._pairs)
        self._draw(look)
        self.notes.setText("\n".join(note_line(note, look.start_s) for note in look.notes))
        self.notes.setVisible(bool(look.notes))
        self.form.set_duration(look.quality.duration_s)

    def _draw(self, look: WalkLook) -> None:
        from ui.physio import walk_plots

        if self._drawn is not None:
            self._drawn.deleteLater()
        self._drawn = QWidget()
        column = QVBoxLayout(self._drawn)
        column.setContentsMargins(0, 0, 0, 0)
        theme = current_theme(self)
        time_plot = walk_plots.strides_over_time(look, theme, self)
        self._time_plot = time_plot
        shown = [(time_plot, self.tr("Strides over time"), strides_words(look))]
        curve = report_figures.curves([look])
        if look.curve is not None and curve is not None:
            plot = walk_plots.mean_curves([("", look.curve)], theme, self)
            shown.append((plot, curve.heading, curve.words))
        lengths = report_figures.length_against_extension(look)
        if lengths is not None:
            plot = walk_plots.length_against_extension(look, theme, self)
            shown.append((plot, lengths.heading, lengths.words))
        walk_plots.names_of(shown)
        for plot, title, said in shown:
            column.addWidget(text_label(title, 1.05, is_bold=True))
            column.addWidget(plot)
            column.addWidget(text_label(said, is_muted=True))
        self.plots.add(self._drawn)

    def _mark(self, first_s: float, last_s: float) -> None:
        if self._time_plot is not None:
            from ui.physio import walk_plots

            walk_plots.mark_stretch(self._time_plot, current_theme(self), first_s, last_s)

    def _keep(self, first_s: float, last_s: float, tag: object, text: str) -> None:
        if self._look is not None:
            start_s = self._look.start_s
            self.note_kept.emit(start_s + first_s, start_s + last_s, tag, text)


def facts(look: WalkLook) -> list[tuple[str, str]]:
    """Return what a walk comes to, with units and spread."""
    means, quality = look.means, look.quality
    strides = translate("review", "{0} of {1}").format(
        texts.number(quality.n_scored, 0), texts.number(quality.n_strides, 0)
    )
    share = means.comfortable_share
    rows = [
        (
            translate("review", "Hip extension, measured at the thigh"),
            _mean(means.extension_deg, Unit.DEGREES, 1),
        ),
        (translate("review", "Stride length"), _mean(means.stride_length_m, Unit.METRES, 2)),
        (translate("review", "Cadence"), _mean(means.cadence_spm, Unit.STEPS, 0)),
        (translate("review", "Walking speed"), _mean(means.walking_speed_mps, Unit.SPEED, 2)),
        (
            translate("review", "Strides within the limit"),
            "–" if share is None else texts.percent(share),
        ),
        (translate("review", "Strides scored"), strides),
        (translate("review", "Decided to be over the limit"), texts.number(look.n_cued, 0)),
        (translate("review", "Measured over the limit"), texts.number(look.n_over, 0)),
        (translate("review", "Pain marks"), _pain(look)),
        (translate("review", "Time"), texts.walked_time(quality.duration_s)),
        (translate("review", "Gaps"), _gaps(look)),
    ]
    limit = look.limit
    if limit is not None and limit.extension_deg is not None:
        rows.append((translate("review", "Limit of this walk"), texts.degrees(limit.extension_deg)))
    return rows


def strides_words(look: WalkLook) -> str:
    """Return what the plot of strides over time shows."""
    return translate(
        "review",
        "● {0} within the limit   ▲ {1} over it   × {2} not scored   dashed: the limit",
    ).format(
        texts.number(len(look.scored) - look.n_over, 0),
        texts.number(look.n_over, 0),
        texts.number(len(look.strides) - len(look.scored), 0),
    )


def note_line(note: Note, start_s: float) -> str:
    """Return a note with its time and what it is about."""
    when = translate("review", "whole walk")
    if note.t_s is not None and note.end_s is not None:
        when = translate("review", "{0} to {1}").format(
            texts.walked_time(note.t_s - start_s), texts.walked_time(note.end_s - start_s)
        )
    elif note.t_s is not None:
        when = texts.walked_time(note.t_s - start_s)
    if note.tag is None:
        return translate("review", "{0}: {1}").format(when, note.text)
    return translate("review", "{0}, {1}: {2}").format(when, tag_name(note.tag), note.text)


def _mean(mean: Mean, unit: Unit, decimals: int) -> str:
    if mean.value is None:
        return "–"
    value = words.amount(mean.value, unit, decimals)
    if mean.sd is None:
        return value
    return translate("review", "{0} (SD {1})").format(value, texts.number(mean.sd, decimals))


def _pain(look: WalkLook) -> str:
    if not look.pain_marks:
        return translate("review", "none")
    said = translate("review", "{0} at {1}")
    return ", ".join(
        said.format(
            "?" if mark.level is None else texts.number(mark.level, 0),
            texts.walked_time(mark.t_s - look.start_s),
        )
        for mark in look.pain_marks
    )


def _gaps(look: WalkLook) -> str:
    quality = look.quality
    lost = "–" if quality.lost_share is None else texts.percent(quality.lost_share, 1)
    return translate("review", "{0}, {1} s in all; {2} of the samples lost").format(
        texts.number(quality.n_gaps, 0), texts.number(quality.lost_s, 0), lost
    )
