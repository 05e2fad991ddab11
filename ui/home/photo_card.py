"""Settings: the photo of where the sensor sits, kept with the leg that wears it."""

from PySide6.QtCore import QCoreApplication

from coach.records.errors import RecordError
from ui.home.home import Home
from ui.widgets.placement_photo import PlacementPhoto
from ui.widgets.sheet import Card

translate = QCoreApplication.translate


class PhotoCard(Card):
    """Keeps and shows the photo of the leg the home is about."""

    def __init__(self, home: Home) -> None:
        super().__init__(translate("settings", "Where the sensor sits"))
        self._home = home
        self.photo = PlacementPhoto()
        self.add(self.photo)
        self.photo.photo_chosen.connect(self._keep)
        self.photo.removal_requested.connect(self._remove)

    def refresh(self) -> None:
        """Show what is kept."""
        home = self._home
        try:
            kept = home.library.photo(home.person, home.side)
        except RecordError as error:
            home.failed.emit(error)
            return
        self.photo.show_photo(kept.jpeg if kept else None)

    def _keep(self, jpeg: bytes) -> None:
        home = self._home
        try:
            home.library.save_photo(home.person, home.side, jpeg)
        except RecordError as error:
            home.failed.emit(error)
            return
        home.changed.emit()

    def _remove(self) -> None:
        home = self._home
        try:
            home.library.forget_photo(home.person, home.side)
        except RecordError as error:
            home.failed.emit(error)
            return
        home.changed.emit()
