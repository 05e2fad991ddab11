"""Cyclic garbage is collected on the window's thread, and on no other."""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class CollectsHere(QObject):
    """Takes the collector over for the thread it lives on, while its event loop runs.

    Python collects on whichever thread happens to allocate. A widget in a cycle would then be torn
    down on the thread of a walk or a recording, where Qt crashes.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.timeout.connect(self.look)
        timer.start(_EVERY_MS)

    def look(self) -> None:
        """Collect what is due by Python's own thresholds."""
        due = [
            generation
            for generation, (n, limit) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if n > limit > 0
        ]
        if due:
            gc.collect(max(due))
