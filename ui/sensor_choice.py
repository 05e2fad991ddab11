"""The sensor of a walk, asked for before the walk begins; what asks is imported when it does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.patient.connect_sheet import ChosenSensor, ConnectSheet
    from ui.patient.walk_window import WalkWindow


class SensorChoice:
    """Opens the sheet that finds a sensor, once; then the walk of the window begins."""

    def __init__(self) -> None:
        self._chosen: ChosenSensor | None = None
        self._sheet: ConnectSheet | None = None

    @property
    def chosen(self) -> "ChosenSensor":
        """The sensor found.

        Raises
        ------
        RuntimeError
            Nobody was asked yet.
        """
        if self._chosen is None:
            raise RuntimeError("no sensor was chosen")
        return self._chosen

    def ask(self, window: "WalkWindow") -> bool:
        """Open the sheet unless a sensor is there; whether the walk has to wait."""
        if self._chosen is not None:
            return False
        if self._sheet is None:
            self._open(window)
        return True

    def _open(self, window: "WalkWindow") -> None:
        from coach.remembered import remembered_sensor
        from ui.patient.connect_sheet import ConnectSheet
        from ui.sensor_finder import SensorFinder

        sheet = self._sheet = ConnectSheet(SensorFinder(), remembered_sensor(), window)

        def take(chosen: "ChosenSensor") -> None:
            self._chosen = chosen
            window.start()

        def forget() -> None:
            self._sheet = None

        sheet.chosen.connect(take)
        sheet.finished.connect(forget)
        sheet.open()
