"""Since the last visit, on one page: unsafe responses first, then all the rest, then the walks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from coach.follow_up.report import Report
from coach.follow_up.report_items import SectionKey
from ui import report_texts as words
from ui.physio.block_views import block_view
from ui.physio.span_choice import SpanChoice
from ui.physio.walk_list import WalkList
from ui.report_blocks import section_blocks
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.long_work import LongWork
from ui.widgets.sheet import Card, Sheet, text_label

_PARTS = (
    SectionKey.UNSAFE,
    SectionKey.PAIN,
    SectionKey.ADHERENCE,
    SectionKey.WALKING,
    SectionKey.TESTS,
    SectionKey.LIMITS,
    SectionKey.MOVEMENT,
)
_NARROW = (SectionKey.ADHERENCE, SectionKey.WALKING)
"""Stand beside each other."""


class ReviewView(Sheet):
    """Shows what a report tells, and the list of walks."""

    span_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Review"), parent)
        self.span = SpanChoice()
        self.work = LongWork()
        self.failed = text_label()
        self.failed.hide()
        self.cards = {key: Card(words.section(key)) for key in _PARTS}
        self.unsafe_badge = QLabel(self.tr("⚠ Look here first"))
        self.unsafe_badge.setObjectName("badge")
        badge = FlowLayout()
        badge.addWidget(self.unsafe_badge)
        self.walks = WalkList()
        self._bodies: list[QWidget] = []
        top = Card()
        top.add(self.span, self.work, self.failed)
        beside = QHBoxLayout()
        beside.setSpacing(14)
        for key in _NARROW:
            beside.addWidget(self.cards[key], 1, Qt.AlignmentFlag.AlignTop)
        listed = Card(words.section(SectionKey.WALKS))
        listed.add(self.walks)
        self.cards[SectionKey.UNSAFE].add(badge)
        self.add(top, self.cards[SectionKey.UNSAFE], self.cards[SectionKey.PAIN], beside)
        self.add(self.cards[SectionKey.TESTS], self.cards[SectionKey.LIMITS])
        self.add(self.cards[SectionKey.MOVEMENT], listed)
        self.span.changed.connect(self.span_changed)

    def set_report(self, told: Report) -> None:
        """Show everything anew."""
        for body in self._bodies:
            body.hide()
            body.deleteLater()
        self._bodies = []
        self.unsafe_badge.setVisible(bool(told.section(SectionKey.UNSAFE).ofs))
        for key, card in self.cards.items():
            for block in section_blocks(told, key):
                body = block_view(block, 1 if key in _NARROW else 2)
                self._bodies.append(body)
                card.add(body)
        self.walks.set_report(told)

    def tell_unread(self, names: tuple[str, ...]) -> None:
        """Say which files could not be read."""
        said = self.tr("Files that could not be read: {0}").format(", ".join(names))
        self.failed.setText(said)
        self.failed.setVisible(bool(names))
