"""Dialogs in which somebody changes what they told of themselves in the first run."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from coach.care.warning_signs import HipHistory
from coach.records.entries import LegProfile
from coach.records.errors import RecordError
from sensors.samples import Side
from ui.home.first_steps import ConditionsStep, Step, SymptomsStep
from ui.home.home import Home
from ui.home.leg_step import LegStep

translate = QCoreApplication.translate


class AboutDialog(QDialog):
    """One step of the first run, asked again."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self.step = step
        self.setWindowTitle(step.heading.text())
        buttons = QDialogButtonBox()
        self.keep = buttons.addButton(
            translate("settings", "Keep this"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        cancel = translate("settings", "Leave it as it was")
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        step.changed.connect(lambda: self.keep.setEnabled(step.is_ready))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 12, 12)
        column.addWidget(step)
        column.addWidget(buttons)
        self.resize(980, 640)


def ask_about(key: str, home: Home, parent: QWidget) -> AboutDialog:
    """Open the dialog for ``conditions``, ``symptoms`` or ``leg``; what is kept goes home."""
    makers = {"conditions": _conditions, "symptoms": _symptoms, "leg": _leg}
    dialog = makers[key](home, parent)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def _conditions(home: Home, parent: QWidget) -> AboutDialog:
    step = ConditionsStep()
    about = home.about
    step.conditions.choose(about.conditions)
    for side, choices in step.hips.items():
        known = about.hips.get(side, ())
        choices.choose([known[-1].event if known else None])
    step.changed.emit()
    dialog = AboutDialog(step, parent)
    dialog.accepted.connect(
        lambda: home.keep(
            msgspec.structs.replace(
                home.about,
                conditions=step.told,
                hips=merged(home.about.hips, step.histories),
            )
        )
    )
    return dialog


def _symptoms(home: Home, parent: QWidget) -> AboutDialog:
    step = SymptomsStep()
    own = home.about.own_symptoms
    step.list.choose((symptom.region, symptom.side) for symptom in own.symptoms)
    step.picture.show_chosen(step.list.chosen)
    if own.symptoms:
        step.feelings.choose(symptom.feeling for symptom in own.symptoms)
    step.stiffness.setValue(own.morning_stiffness_min)
    step.limited.choose([True] if home.about.is_daily_life_limited else [])
    dialog = AboutDialog(step, parent)
    dialog.keep.setEnabled(step.is_ready)
    dialog.accepted.connect(
        lambda: home.keep(
            msgspec.structs.replace(
                home.about,
                own_symptoms=step.own,
                is_daily_life_limited=bool(step.limited.chosen),
            )
        )
    )
    return dialog


def _leg(home: Home, parent: QWidget) -> AboutDialog:
    step = LegStep()
    profile = home.library.profile(home.person, home.side) or LegProfile()
    step.sides.choose([home.about.sore_sides])
    if profile.height_m is not None:
        step.stature.setValue(100 * profile.height_m)
    if profile.leg_length_m is not None:
        step.leg.setValue(100 * profile.leg_length_m)
    dialog = AboutDialog(step, parent)
    dialog.keep.setEnabled(step.is_ready)
    dialog.accepted.connect(lambda: _keep_leg(home, step))
    return dialog


def _keep_leg(home: Home, step: LegStep) -> None:
    sides = step.sides.only or home.about.sore_sides
    try:
        for side in sides:
            profile = home.library.profile(home.person, side) or LegProfile()
            changed = msgspec.structs.replace(
                profile,
                leg_length_m=step.leg_length_m,
                height_m=step.height_m,
            )
            home.library.save_profile(home.person, side, changed)
    except RecordError as error:
        home.failed.emit(error)
        return
    home.keep(msgspec.structs.replace(home.about, sore_sides=sides))


def merged(
    known: Mapping[Side, tuple[HipHistory, ...]], told: Mapping[Side, tuple[HipHistory, ...]]
) -> dict[Side, tuple[HipHistory, ...]]:
    """Operations and fractures as the person tells them now; what a physio entered stays.

    Only a physiotherapist takes an entered one away: it closes things for a reason.
    """
    hips: dict[Side, tuple[HipHistory, ...]] = {}
    for side in Side:
        entered = tuple(history for history in known.get(side, ()) if history.is_entered)
        events = {history.event for history in entered}
        new = tuple(history for history in told.get(side, ()) if history.event not in events)
        if entered or new:
            hips[side] = entered + new
    return hips
