"""One line that tells truthfully how the link, the data and the battery are."""

from PySide6.QtWidgets import QLabel, QWidget

from ui.widgets.flow_layout import FlowLayout


class StatusLine(QWidget):
    """A row of short statements, with a badge in front when the walk is not a real one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        layout = FlowLayout(self, spacing_px=18)
        self._badge = QLabel()
        self._badge.setObjectName("badge")
        self._badge.hide()
        layout.addWidget(self._badge)
        self._labels: list[QLabel] = []

    @property
    def statements(self) -> tuple[str, ...]:
        """What is said now, the badge first where there is one."""
        badge = (self._badge.text(),) if self._badge.text() else ()
        return (*badge, *(label.text() for label in self._labels if label.text()))

    def show_badge(self, text: str) -> None:
        """Show a badge, or none for an empty text."""
        self._badge.setText(text)
        self._badge.setVisible(bool(text))

    def show_statements(self, *statements: str) -> None:
        """Show these statements in order, and no other."""
        while len(self._labels) < len(statements):
            self._labels.append(QLabel())
            self._add(self._labels[-1])
        silent = ("",) * (len(self._labels) - len(statements))
        for label, text in zip(self._labels, (*statements, *silent), strict=True):
            if label.text() != text:
                label.setText(text)
                label.setVisible(bool(text))
        self.setAccessibleName(". ".join(self.statements))

    def _add(self, label: QLabel) -> None:
        layout = self.layout()
        assert layout is not None
        layout.addWidget(label)
