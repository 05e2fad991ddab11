"""Keeps what is added to a walk while it is replayed, and writes what leaves."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from coach.program import this_program
from coach.records.amend import add_analysis, add_note
from coach.records.folders import unused
from coach.records.marks import Note, NoteTag
from coach.records.store import AnalysisSettings
from coach.replay.opened import OpenedWalk, open_walk
from coach.replay.worker import Call
from ui.background import Background
from ui.replay import replay_texts
from ui.replay.analyst import Analyst
from ui.replay.view import ReplayView


class Keeper(QObject):
    """Notes and analyses are written here, aside; whole files by the worker."""

    walk_kept = Signal(object)
    """With the path of a recording that was kept as a walk."""

    def __init__(self, view: ReplayView, analyst: Analyst, background: Background) -> None:
        super().__init__(view)
        self._view, self._analyst, self._background = view, analyst, background
        self._calls: dict[int, Callable[[object], None]] = {}
        view.what_if.keep_requested.connect(self.keep_analysis)
        view.marks.note_requested.connect(self.keep_note)
        view.marks.samples_requested.connect(self.export_samples)
        view.marks.strides_requested.connect(self.export_strides)
        view.marks.keep_walk_requested.connect(self.keep_walk)
        analyst.called.connect(self._take_called)
        analyst.failed.connect(self._take_failed)

    def keep_note(self, text: str, tag: NoteTag | None, is_for_loop: bool) -> None:
        """Keep a note at the cursor, or for the loop."""
        session = self._view.session
        if session is None:
            return
        loop, walk = session.playhead.loop, session.walk
        note = Note(session.cursor_s, text, None, tag)
        if is_for_loop and loop is not None:
            note = Note(loop[0], text, loop[1], tag)

        def work() -> None:
            _make_changeable(walk)
            add_note(walk.path, note.t_s, text, note.end_s, tag)

        def kept(_: object) -> None:
            session.set_notes((*session.walk.notes, note))
            self._view.marks.note_was_kept()

        self._background.run(work, kept, self._say_failure)

    def keep_analysis(self) -> None:
        """Keep what the other settings bring, beside what the file holds."""
        session, panel = self._view.session, self._view.what_if
        if session is None or session.after is None or session.what is None:
            return
        if not session.walk.is_kept:
            panel.show_saved(self.tr("Keep this recording as a walk first; that is under Notes."))
            return
        what, outcome, walk = session.what, session.after, session.walk
        settings = AnalysisSettings(what.gait, what.limit, what.neutral_shift_deg, what.judged_too)

        def work() -> OpenedWalk:
            _make_changeable(walk)
            add_analysis(
                walk.path, settings, outcome.strides, outcome.decisions,
                program=this_program(), made_at=datetime.now().astimezone(),
            )  # fmt: skip
            return open_walk(walk.path)

        def kept(now: OpenedWalk) -> None:
            session.walk = replace(session.walk, analyses=now.analyses)
            self._view.show_kept()
            panel.show_saved(self.tr("Kept in the walk's file, beside the one as recorded."))

        self._background.run(
            work, kept, lambda error: panel.show_saved(str(replay_texts.error_words(error)))
        )

    def export_samples(self) -> None:
        """Write the samples of the loop, or of the whole walk."""
        from coach.replay.leaving import write_samples

        session = self._view.session
        target = self._target("_walk.csv")
        if session is not None and target is not None:
            self._call(write_samples, session.walk, session.playhead.loop, target)

    def export_strides(self) -> None:
        """Write the strides of the loop, or of the whole walk, of the panel that is shown."""
        from coach.replay.leaving import write_strides

        session = self._view.session
        target = self._target("_strides.csv")
        if session is not None and target is not None:
            shown, loop = session.outcome, session.playhead.loop
            self._call(write_strides, session.walk, shown.strides, shown.decisions, loop, target)

    def keep_walk(self) -> None:
        """Keep a recording of others as a walk, and show that."""
        from coach.replay.keeping import keep_as_walk

        session = self._view.session
        target = self._target(".hipwalk")
        if session is not None and target is not None:
            self._call(keep_as_walk, session.walk, target)

    def _target(self, ending: str) -> Path | None:
        session = self._view.session
        if session is None:
            return None
        name, _ = QFileDialog.getSaveFileName(
            self._view,
            self.tr("Write to"),
            str(unused(session.walk.path.with_name(session.walk.info.name), ending)),
            options=QFileDialog.Option.DontConfirmOverwrite,  # nothing is ever written over
        )
        return Path(name) if name else None

    def _call(self, function: Callable[..., object], *arguments: object) -> None:
        number = self._analyst.new_number()

        def done(result: object) -> None:
            names = result if isinstance(result, tuple) else (result,)
            written = ", ".join(str(name) for name in names)
            self._view.marks.show_said(self.tr("Written: {0}").format(written))
            if isinstance(result, Path):
                self.walk_kept.emit(result)

        self._calls[number] = done
        self._view.marks.show_said(self.tr("Writing …"))
        self._analyst.do(Call(number, function, arguments))

    def _take_called(self, number: int, result: object) -> None:
        done = self._calls.pop(number, None)
        if done is not None:
            done(result)

    def _take_failed(self, number: int, error: Exception) -> None:
        if self._calls.pop(number, None) is not None:
            self._say_failure(error)

    def _say_failure(self, error: Exception) -> None:
        self._view.marks.show_said(str(replay_texts.error_words(error)))


def _make_changeable(walk: OpenedWalk) -> None:
    from coach.replay.keeping import made_changeable

    made_changeable(walk)
