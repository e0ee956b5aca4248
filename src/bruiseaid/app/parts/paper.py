"""One page of a PDF on the screen, drawn from the file when it comes into view."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill
from bruiseaid.app.parts.page_image import image_of
from bruiseaid.report.pictures import Pages

_WIDEST = 760
_WHITE = QColor(255, 255, 255)  # paper is white in every theme


class Paper(QLabel):
    """One page. Its words are what a screen reader finds in its description."""

    def __init__(self, look: Look, pages: Pages, place: int) -> None:
        super().__init__()
        self._look, self._pages, self._place = look, pages, place
        self._drawn: QPixmap | None = None
        self.setObjectName(f"page:{place + 1}")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(f"Page {place + 1} of {len(pages.sizes)}")
        self.setAccessibleDescription(pages.words(place))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(look.px(_WIDEST))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        across, down = self._pages.sizes[self._place]
        return round(width * down / across)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(_WIDEST), self.heightForWidth(self._look.px(_WIDEST)))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 283)

    def drawn(self) -> QPixmap:
        """The page at the size at which it is shown."""
        wanted = round(self.width() * self.devicePixelRatioF())
        if self._drawn is None or abs(self._drawn.width() - wanted) > 1:
            across, _ = self._pages.sizes[self._place]
            picture = self._pages.picture(self._place, wanted * 72 / across)
            self._drawn = QPixmap.fromImage(image_of(picture))
        return self._drawn

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fill(painter, self.rect(), _WHITE)
        painter.drawPixmap(self.rect(), self.drawn())
        painter.setPen(QPen(self._look.colour("control"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
