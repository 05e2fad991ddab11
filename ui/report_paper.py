"""Puts the pages of a report on paper: as PDF, and as pictures of what the PDF shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile

from PySide6.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
)
from PySide6.QtSvg import QSvgRenderer

from coach.follow_up.svg_charts import HEIGHT, WIDTH
from coach.records.errors import KeepingError, RecordFault
from ui.report_blocks import Block, Bullets, Figures, Heading, Page, Paragraph, Table

PAGE_MM = (210.0, 297.0)
_MARGIN_MM = 15.0
_DPI = 1200
_MM_PER_INCH = 25.4
_BODY_PT, _SMALLEST = 10.0, 0.6
_INK, _FAINT, _RULE = QColor("#14181c"), QColor("#46525d"), QColor("#c4ccd4")
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_CREATOR = "Hip Coach"


def write_pdf(path: Path, pages: Sequence[Page], title: str, footer: str) -> None:
    """Write pages as one PDF, whole or not at all.

    Raises
    ------
    KeepingError
        When the disk does not take it.
    """
    try:
        with NamedTemporaryFile(dir=path.parent, suffix=".pdf", delete=False) as file:
            place = Path(file.name)
        try:
            is_written = _write(place, pages, title, footer)
            if is_written:
                place.replace(path)
        finally:
            place.unlink(missing_ok=True)
    except OSError as error:
        raise KeepingError(
            RecordFault.FOLDER_NOT_WRITABLE, folder=str(path.parent), cause=error.strerror
        ) from error
    if not is_written:
        raise KeepingError(RecordFault.DISK_FAILS, file=str(path), cause="PDF")


def picture(page: Page, footer: str, n: int, n_pages: int, *, dpi: int = 96) -> QImage:
    """Return what a page of the PDF shows."""
    width, height = (round(mm / _MM_PER_INCH * dpi) for mm in PAGE_MM)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_page(painter, page, QSizeF(width, height), dpi, _foot(footer, n, n_pages))
    painter.end()
    return image


def _write(path: Path, pages: Sequence[Page], title: str, footer: str) -> bool:
    writer = QPdfWriter(str(path))
    writer.setCreator(_CREATOR)
    writer.setTitle(title)
    writer.setResolution(_DPI)
    size = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter()
    if not painter.begin(writer):
        return False
    whole = QSizeF(*(mm / _MM_PER_INCH * _DPI for mm in PAGE_MM))
    is_well = True
    for n, page in enumerate(pages, 1):
        if n > 1:
            is_well = writer.newPage() and is_well
        _paint_page(painter, page, whole, _DPI, _foot(footer, n, len(pages)))
    return painter.end() and is_well


def _foot(footer: str, n: int, n_pages: int) -> str:
    return f"{footer}   {n}/{n_pages}"


@dataclass(frozen=True, slots=True)
class _Pen:
    """How large things are: units a point, and by how much all is made smaller to fit."""

    painter: QPainter
    dpi: float
    scale: float

    def pt(self, points: float) -> float:
        """Units of so many points."""
        return points * self.scale * self.dpi / 72

    def font(self, factor: float = 1.0, *, is_bold: bool = False) -> QFont:
        """The body's font, larger by a factor."""
        font = QFont("sans-serif")
        font.setStyleHint(QFont.StyleHint.SansSerif)
        font.setPixelSize(max(1, round(self.pt(_BODY_PT * factor))))
        font.setBold(is_bold)
        return font

    def metrics(self, font: QFont) -> QFontMetricsF:
        """Measures of a font on this device."""
        return QFontMetricsF(font, self.painter.device())

    def text(
        self, text: str, at: QRectF, font: QFont, *, colour: QColor = _INK, is_dry: bool
    ) -> float:
        """Write wrapped text from the top of a place; return its height."""
        measured = self.metrics(font).boundingRect(
            QRectF(0, 0, at.width(), 1e7), int(_WRAP.value), text
        )
        if not is_dry:
            self.painter.setFont(font)
            self.painter.setPen(colour)
            box = QRectF(at.left(), at.top(), at.width(), measured.height() + self.pt(2))
            self.painter.drawText(box, int(_WRAP.value), text)
        return measured.height()


def _paint_page(painter: QPainter, page: Page, whole: QSizeF, dpi: float, foot: str) -> None:
    """Paint a page as large as it fits."""
    margin = _MARGIN_MM / _MM_PER_INCH * dpi
    field = QRectF(margin, margin, whole.width() - 2 * margin, whole.height() - 2 * margin)
    foot_height = 14 * dpi / 72
    room = field.height() - foot_height
    scale = page.largest
    while scale > _SMALLEST and _flow(_Pen(painter, dpi, scale), page, field, is_dry=True) > room:
        scale -= 0.02
    painter.save()
    painter.setClipRect(QRectF(0, 0, whole.width(), field.top() + room))
    _flow(_Pen(painter, dpi, scale), page, field, is_dry=False)
    painter.restore()
    pen = _Pen(painter, dpi, 1.0)
    at = QRectF(field.left(), field.bottom() - foot_height / 2, field.width(), foot_height)
    pen.text(foot, at, pen.font(0.75), colour=_FAINT, is_dry=False)


def _flow(pen: _Pen, page: Page, field: QRectF, *, is_dry: bool) -> float:
    """Put everything below each other; return how high it is."""
    y = field.top()
    for text, font, colour in (
        (page.title, pen.font(1.8, is_bold=True), _INK),
        (page.subtitle, pen.font(1.0), _FAINT),
    ):
        y += pen.text(text, _below(field, y), font, colour=colour, is_dry=is_dry) + pen.pt(2)
    y += pen.pt(6)
    for block in page.blocks:
        y += _block(pen, block, _below(field, y), is_dry=is_dry)
    return y - field.top()


def _below(field: QRectF, y: float) -> QRectF:
    return QRectF(field.left(), y, field.width(), 0.0)


def _block(pen: _Pen, block: Block, at: QRectF, *, is_dry: bool) -> float:
    match block:
        case Heading():
            top = pen.pt(7)
            place = _below(at, at.top() + top)
            font = pen.font(1.15, is_bold=True)
            return top + pen.text(block.text, place, font, is_dry=is_dry) + pen.pt(3)
        case Paragraph():
            font = pen.font(1.2 if block.is_strong else 1.0, is_bold=block.is_strong)
            return pen.text(block.text, at, font, is_dry=is_dry) + pen.pt(4)
        case Bullets():
            return _bullets(pen, block, at, is_dry=is_dry)
        case Table():
            paint = _table if block.head else _pairs
            return paint(pen, block, at, is_dry=is_dry) + pen.pt(5)
        case Figures():
            return _figures(pen, block, at, is_dry=is_dry)


def _bullets(pen: _Pen, block: Bullets, at: QRectF, *, is_dry: bool) -> float:
    y, indent = at.top(), pen.pt(11)
    for line in block.lines:
        pen.text("•", _below(at, y), pen.font(), is_dry=is_dry)
        place = QRectF(at.left() + indent, y, at.width() - indent, 0.0)
        y += pen.text(line, place, pen.font(), is_dry=is_dry) + pen.pt(2)
    return y - at.top() + pen.pt(3)


def _pairs(pen: _Pen, block: Table, at: QRectF, *, is_dry: bool) -> float:
    """Names and values in two columns of pairs."""
    half = (len(block.rows) + 1) // 2
    gap = pen.pt(16)
    width = (at.width() - gap) / 2
    columns = (block.rows[:half], block.rows[half:])
    heights = []
    for i, rows in enumerate(columns):
        place = QRectF(at.left() + i * (width + gap), at.top(), width, 0.0)
        heights.append(_rows(pen, rows, place, (0.52, 0.48), is_dry=is_dry))
    return max(heights)


def _table(pen: _Pen, block: Table, at: QRectF, *, is_dry: bool) -> float:
    shares = _shares(pen, block, at.width())
    font = pen.font(0.8, is_bold=True)
    height = _row(pen, block.head, at, shares, font, is_dry=is_dry)
    place = _below(at, at.top() + height)
    return height + _rows(pen, block.rows, place, shares, is_dry=is_dry, factor=0.85)


def _rows(
    pen: _Pen,
    rows: Sequence[tuple[str, ...]],
    at: QRectF,
    shares: Sequence[float],
    *,
    is_dry: bool,
    factor: float = 0.92,
) -> float:
    y = at.top()
    for row in rows:
        y += _row(pen, row, _below(at, y), shares, pen.font(factor), is_dry=is_dry)
    return y - at.top()


def _row(
    pen: _Pen,
    cells: Sequence[str],
    at: QRectF,
    shares: Sequence[float],
    font: QFont,
    *,
    is_dry: bool,
) -> float:
    gap = pen.pt(4)
    height = 0.0
    for text, (left, width) in zip(cells, _columns(at, shares), strict=True):
        place = QRectF(left, at.top() + pen.pt(1.5), width - gap, 0.0)
        height = max(height, pen.text(text, place, font, is_dry=is_dry))
    height += pen.pt(3)
    if not is_dry:
        pen.painter.setPen(QPen(_RULE, pen.pt(0.5)))
        y = at.top() + height
        pen.painter.drawLine(round(at.left()), round(y), round(at.right()), round(y))
    return height


def _columns(at: QRectF, shares: Sequence[float]) -> Iterator[tuple[float, float]]:
    left = at.left()
    for share in shares:
        yield left, share * at.width()
        left += share * at.width()


def _shares(pen: _Pen, block: Table, width: float) -> list[float]:
    """How wide each column is: room for its longest word, and more for longer cells."""
    metrics = pen.metrics(pen.font(0.85, is_bold=True))
    least, extra = [], []
    for column in zip(block.head, *block.rows, strict=True):
        word = max(metrics.horizontalAdvance(w) for cell in column for w in (*cell.split(" "), "–"))
        longest = max(metrics.horizontalAdvance(cell) for cell in column)
        least.append(word + pen.pt(6))
        extra.append(longest - word)
    left = max(0.0, width - sum(least))
    more = min(1.0, left / sum(extra)) if sum(extra) else 0.0
    widths = [small + more * large for small, large in zip(least, extra, strict=True)]
    return [each / max(sum(widths), 1.0) for each in widths]


def _figures(pen: _Pen, block: Figures, at: QRectF, *, is_dry: bool) -> float:
    """Figures side by side, each with its heading and its words."""
    n, gap = len(block.figures), pen.pt(10)
    width = (at.width() - (n - 1) * gap) / n
    highest = 0.0
    for i, figure in enumerate(block.figures):
        left, y = at.left() + i * (width + gap), at.top() + pen.pt(4)
        for text, font, colour in (
            (figure.heading, pen.font(0.85, is_bold=True), _INK),
            (figure.words, pen.font(0.75), _FAINT),
        ):
            place = QRectF(left, y, width, 0.0)
            y += pen.text(text, place, font, colour=colour, is_dry=is_dry) + pen.pt(1)
        height = width * HEIGHT / WIDTH
        if not is_dry:
            renderer = QSvgRenderer(QByteArray(figure.svg.encode()))
            renderer.render(pen.painter, QRectF(left, y, width, height))
        highest = max(highest, y + height - at.top())
    return highest + pen.pt(4)
