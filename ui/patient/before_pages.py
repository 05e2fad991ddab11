"""The two pages before a walk: where it goes, then the sensor on the thigh and the sound."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import assets
from coach import care_words
from coach.care.fading import SHARES
from coach.care.metronome import RAISES
from coach.care.pain_record import MARKS_THE_DAY, Relief
from coach.walking.walk_start import Ground, WalkStart, Wish
from sensors.samples import Side
from ui import care_texts, texts
from ui.patient import walk_texts
from ui.texts import from_words, translate
from ui.widgets.buttons import push_button
from ui.widgets.choices import Choices
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.sheet import Card, Sheet, text_label

_PICTURES = Path(assets.__file__).parent / "exercises" / "pictures"
_PICTURE_SIZE = QSize(360, 240)
_MPS_PER_KMH = 1 / 3.6
_SPEED_WIDTH_PX = 160
_PHOTO_HEIGHT_PX = 120
_ASKED_BEFORE = (Relief.PAINKILLER, Relief.COLD, Relief.HEAT)
_SLOWEST_KMH, _FASTEST_KMH = 0.5, 12.0


class GroundPage(Sheet):
    """Where the walk goes, what that asks for, and how much feedback there is.

    Parameters
    ----------
    wish : Wish or None
        What was chosen the last time; None the first time, and then nothing is chosen for anybody:
        what is said on a treadmill hangs on it.
    """

    next_requested = Signal()
    back_requested = Signal()

    def __init__(self, start: WalkStart, wish: Wish | None) -> None:
        super().__init__(translate("guided", "Before the walk"))
        self._start = start
        grounds = [g for g in Ground if g is not Ground.TREADMILL or start.may_use_treadmill]
        self.plan = text_label(care_texts.walk(start.choice), 1.3, is_bold=True)
        self.limit = text_label(walk_texts.about_limit(start))
        self.ground = Choices(
            [(each, walk_texts.ground(each)) for each in grounds],
            name=translate("guided", "Where do you walk?"),
        )
        self.hint = text_label()
        self.no_treadmill = text_label(walk_texts.no_treadmill(), is_muted=True)
        self.no_treadmill.setVisible(not start.may_use_treadmill)
        self.cord = _tick(translate("guided", "The safety cord is clipped on"))
        self.belt = _tick(translate("guided", "The speed of the belt is known:"))
        self.belt_kmh = _speed_box()
        self.belt_beat = _tick(
            translate("guided", "Metronome, a little above your own rhythm: shorter steps")
        )
        self.own_beat = _tick(
            translate("guided", "Metronome at your own rhythm (stops if it speeds you up)")
        )
        self.share = Choices(
            [(share, walk_texts.share(share)) for share in SHARES],
            name=translate("guided", "How much feedback?"),
        )
        self.taken = Choices(
            [(each, from_words(care_words.RELIEF[each])) for each in _ASKED_BEFORE],
            is_several=True,
            name=translate("guided", "Taken or used in the last hours?"),
        )
        self.taken.choose(start.taken_before & MARKS_THE_DAY)
        self.next = push_button(translate("guided", "Next"), is_main=True)
        self.back = push_button(translate("guided", "Not now"))
        self._lay_out()
        if wish is not None and wish.ground in grounds:
            self.ground.choose([wish.ground])
        self.share.choose([start.share])
        if wish is not None and wish.belt_mps is not None:
            self.belt.choose([True])
            self.belt_kmh.setValue(wish.belt_mps / _MPS_PER_KMH)
        for choices in (self.ground, self.cord, self.belt):
            choices.changed.connect(self._refresh)
        self.next.clicked.connect(self.next_requested)
        self.back.clicked.connect(self.back_requested)
        self._refresh()

    @property
    def wish(self) -> Wish:
        """What was chosen."""
        ground = self.ground.only or Ground.OVERGROUND
        is_belt = ground is Ground.TREADMILL
        is_known = is_belt and bool(self.belt.chosen)
        beats = self.belt_beat if is_belt else self.own_beat
        return Wish(
            ground,
            belt_mps=self.belt_kmh.value() * _MPS_PER_KMH if is_known else None,
            has_metronome=bool(beats.chosen) and (is_known or not is_belt),
            raised=RAISES[1] if is_belt else 0.0,
            share=self.share.only,
        )

    @property
    def taken_before(self) -> frozenset[Relief]:
        """What was taken or done against pain in the last hours."""
        return (self._start.taken_before - MARKS_THE_DAY) | self.taken.chosen

    def focus_first(self) -> None:
        """Let the keyboard go on where the ground is known; else a second Enter answers nothing."""
        (self.next if self.next.isEnabled() else self).setFocus()

    def _refresh(self) -> None:
        ground = self.ground.only
        is_belt = ground is Ground.TREADMILL
        is_known = bool(self.belt.chosen)
        self.hint.setText("" if ground is None else walk_texts.ground_hint(ground))
        self.hint.setVisible(ground is not None)
        for widget in (self.cord, self.belt):
            widget.setVisible(is_belt)
        self.belt_kmh.setVisible(is_belt and is_known)
        self.belt_beat.setVisible(is_belt and is_known)
        self.own_beat.setVisible(ground is not None and not is_belt)
        self.next.setEnabled(ground is not None and (not is_belt or bool(self.cord.chosen)))

    def _lay_out(self) -> None:
        plan = Card(translate("guided", "Today's walk"))
        taken = translate("guided", "Taken or used in the last hours?")
        plan.add(self.plan, self.limit, text_label(taken), self.taken)
        where = Card(translate("guided", "Where do you walk?"))
        where.add(self.ground, self.hint, self.no_treadmill, self.cord, self.belt, self.belt_kmh)
        where.add(self.belt_beat, self.own_beat)
        self.add(plan, where)
        if self._start.limit is not None:
            feedback = Card(translate("guided", "How much feedback?"))
            why = text_label(walk_texts.share_why(self._start.why_share), is_muted=True)
            feedback.add(self.share, why)
            self.add(feedback)
        self.add(_row(self.next, self.back))


class WearPage(Sheet):
    """The picture of the one placement, the sound, and the way to the sensor."""

    connect_requested = Signal()
    simulation_requested = Signal()
    tone_requested = Signal()
    voice_requested = Signal()
    back_requested = Signal()

    def __init__(self, start: WalkStart) -> None:
        super().__init__(translate("guided", "The sensor on your thigh"))
        side = start.side
        name = "left" if side is Side.LEFT else "right"
        self.picture = QSvgWidget(str(_PICTURES / f"placement_{name}.svg"))
        self.picture.setFixedSize(_PICTURE_SIZE)
        self.picture.setAccessibleName(walk_texts.strap(side))
        self.words = text_label(walk_texts.strap(side))
        self.seen = text_label(
            translate("guided", "The picture shows your legs from the front."), is_muted=True
        )
        self.site = text_label(is_muted=True)
        height_cm = start.profile.height_above_kneecap_cm
        if height_cm is not None:
            self.site.setText(
                translate("guided", "{0} cm above the kneecap").format(texts.number(height_cm, 0))
            )
        self.again = text_label(walk_texts.strap_again(), is_bold=True)
        self.again.setVisible(start.is_worn_before)
        self.site.setVisible(height_cm is not None)
        self.photo = QLabel()
        self.photo.setAccessibleName(translate("guided", "Your photo of where it sits"))
        self.photo.setVisible(_show_photo(self.photo, start.photo))
        self.anew = _tick(translate("guided", "Make ready from the start: knee lifts and steps"))
        self.anew.setVisible(start.is_worn_before)
        self.tone = push_button(translate("guided", "Play the tone"))
        self.voice = push_button(translate("guided", "Say something"))
        self.troubles = text_label()
        self.troubles.hide()
        self.connect_button = push_button(translate("guided", "Find my sensor"), is_main=True)
        self.simulation = push_button(translate("guided", "Try it with a simulated walker"))
        self.back = push_button(translate("guided", "Back"))
        self._lay_out()
        self.tone.clicked.connect(self.tone_requested)
        self.voice.clicked.connect(self.voice_requested)
        self.connect_button.clicked.connect(self.connect_requested)
        self.simulation.clicked.connect(self.simulation_requested)
        self.back.clicked.connect(self.back_requested)

    def show_troubles(self, sentences: list[str]) -> None:
        """Say what cannot be heard here."""
        self.troubles.setText("\n".join(sentences))
        self.troubles.setVisible(bool(sentences))

    def _lay_out(self) -> None:
        wear = Card()
        beside = QHBoxLayout()
        beside.setSpacing(18)
        beside.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.again, self.words, self.seen, self.site, self.photo, self.anew):
            column.addWidget(widget)
        column.addStretch(1)
        beside.addWidget(words, 1)
        wear.add(beside)
        sound = Card(translate("guided", "Do you hear both?"))
        sound.add(
            _row(self.tone, self.voice),
            self.troubles,
            text_label(walk_texts.headphones(), is_muted=True),
        )
        self.add(wear, sound, _row(self.connect_button, self.simulation, self.back))


def _show_photo(label: QLabel, jpeg: bytes | None) -> bool:
    """Show a photo as high as there is room beside the picture; False where there is none."""
    pixmap = QPixmap()
    if jpeg is None or not pixmap.loadFromData(jpeg, "JPG"):
        return False
    smooth = Qt.TransformationMode.SmoothTransformation
    label.setPixmap(pixmap.scaledToHeight(_PHOTO_HEIGHT_PX, smooth))
    return True


def _speed_box() -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setRange(_SLOWEST_KMH, _FASTEST_KMH)
    box.setDecimals(1)
    box.setSingleStep(0.1)
    box.setValue(3.0)
    box.setSuffix(translate("units", " km/h"))
    box.setFixedWidth(_SPEED_WIDTH_PX)
    box.setAccessibleName(translate("guided", "Speed of the belt, kilometres an hour"))
    return box


def _tick(text: str) -> Choices[bool]:
    """One thing to tick."""
    return Choices([(True, text)], is_several=True)


def _row(*buttons: QPushButton) -> FlowLayout:
    row = FlowLayout()
    for button in buttons:
        row.addWidget(button)
    return row
