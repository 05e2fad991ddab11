"""Where a replay begins: open a file, drop it here, or choose one of the last."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ui.theme import MIN_TARGET_PX, scaled_font
from ui.widgets.buttons import push_button

_PATH = Qt.ItemDataRole.UserRole
_WIDEST_PX = 760


class StartPage(QWidget):
    """Setters in, wishes out."""

    open_requested = Signal()
    chosen = Signal(object)
    """With the path of a recent walk."""
    forget_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Look at a recorded walk"))
        title.setFont(scaled_font(self.font(), 1.6, is_bold=True))
        told = QLabel(
            self.tr(
                "Open a walk, or drop its file anywhere in this window: walks of Hip Coach "
                "(.hipwalk), walk tables (.csv), and what the apps of sensors and phones export."
            )
        )
        told.setWordWrap(True)
        self.open_button = push_button(self.tr("Open a walk …"), is_main=True)
        self.open_button.clicked.connect(self.open_requested)
        self.recent_title = QLabel(self.tr("Replayed last"))
        self.recent_title.setFont(scaled_font(self.font(), 1.1, is_bold=True))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Replayed last"))
        self.list.activated.connect(self._choose)
        self.own_title = QLabel(self.tr("Your walks"))
        self.own_title.setFont(scaled_font(self.font(), 1.1, is_bold=True))
        self.own = QListWidget()
        self.own.setAccessibleName(self.tr("Your walks"))
        self.own.activated.connect(self._choose)
        self.forget_button = push_button(self.tr("Forget this list"))
        self.forget_button.clicked.connect(self.forget_requested)
        inner = QWidget()
        inner.setMaximumWidth(_WIDEST_PX)
        column = QVBoxLayout(inner)
        for widget in (title, told):
            column.addWidget(widget)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.own_title)
        column.addWidget(self.own, 3)
        column.addWidget(self.recent_title)
        column.addWidget(self.list, 2)
        column.addWidget(self.forget_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 24, 24, 24)
        outer.addWidget(inner)
        self.show_own(())

    def show_own(self, walks: tuple[tuple[Path, str], ...]) -> None:
        """List the person's own walks, each with what it is called."""
        self.own.clear()
        for path, text in walks:
            self.own.addItem(_item(path, text))
        for widget in (self.own_title, self.own):
            widget.setVisible(bool(walks))

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """List the walks replayed last."""
        self.list.clear()
        for path in paths:
            self.list.addItem(_item(path, f"{path.name}   —   {path.parent}"))
        for widget in (self.recent_title, self.list, self.forget_button):
            widget.setVisible(bool(paths))

    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(_PATH))


def _item(path: Path, text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setData(_PATH, path)
    item.setToolTip(str(path))
    item.setSizeHint(QSize(0, MIN_TARGET_PX))
    return item
