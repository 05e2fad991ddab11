"""The photo of where the sensor sits on a leg, with ways to choose another or none."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.records.errors import RecordError
from ui import texts
from ui.photos import small_photo

_LEAST_PX = 180


class PlacementPhoto(QWidget):
    """Shows the photo that is kept; what is wished for comes out as signals."""

    photo_chosen = Signal(bytes)
    """The JPEG to be kept in the place of the one before."""
    removal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixmap = QPixmap()
        self.picture, self.said = QLabel(), QLabel()
        self.picture.setMinimumSize(_LEAST_PX, _LEAST_PX)
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.picture.setWordWrap(True)
        self.picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.said.setWordWrap(True)
        self.said.hide()
        self.choose = QPushButton(self.tr("Choose a photo…"))
        self.choose.setAccessibleDescription(self.tr("A picture file of where the sensor sits"))
        self.choose.clicked.connect(self._ask)
        self.remove = QPushButton(self.tr("Remove the photo"))
        self.remove.clicked.connect(self.removal_requested)
        buttons = QHBoxLayout()
        buttons.addWidget(self.choose)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.picture, 1)
        column.addLayout(buttons)
        column.addWidget(self.said)
        self.show_photo(None)

    def show_photo(self, jpeg: bytes | None) -> None:
        """Show this one; None where none is kept."""
        self._pixmap = QPixmap()
        if jpeg is not None:
            self._pixmap.loadFromData(jpeg, "JPEG")
        self.said.hide()
        self.remove.setVisible(not self._pixmap.isNull())
        self._draw()

    def take(self, path: Path) -> None:
        """Wish for the picture in this file, or say why it cannot be kept."""
        try:
            jpeg = small_photo(path)
        except RecordError as error:
            words = texts.error_words(error)
            self.said.setText(str(words))
            self.said.show()
        else:
            self.said.hide()
            self.photo_chosen.emit(jpeg)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the picture as large as there is room for."""
        super().resizeEvent(event)
        self._draw()

    def _ask(self) -> None:
        pictures = self.tr("Pictures") + " (*.jpg *.jpeg *.png *.webp)"
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a photo"), "", pictures)
        if file:
            self.take(Path(file))

    def _draw(self) -> None:
        if self._pixmap.isNull():
            self.picture.setText(
                self.tr("No photo yet. A photo of the sensor on the thigh shows next time where.")
            )
            self.picture.setAccessibleName(self.picture.text())
            return
        ratio = self.devicePixelRatioF()
        size = QSize(
            round(self.picture.width() * ratio), round(self.picture.height() * ratio)
        ).boundedTo(self._pixmap.size())
        shown = self._pixmap.scaled(
            size,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self.picture.setPixmap(shown)
        self.picture.setAccessibleName(self.tr("Photo of where the sensor sits"))
