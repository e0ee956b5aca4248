"""Buttons: primary, quiet, link and emergency, with a key cap where a key does the same."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bruiseaid.app.look import Look
from bruiseaid.app.painted.fill import fill
from bruiseaid.app.painted.signs import paint_sign
from bruiseaid.app.parts.enter import pressed_by_enter
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.living import Living
from bruiseaid.app.parts.one_press import OnePress

_KINDS = ("primary", "plain", "link", "emergency", "start")


class Button(OnePress, QPushButton):
    """A button that paints itself. `kind` is one of primary, plain, link, emergency, start.

    Its words stand as they are: an ampersand in them is doubled before Qt sees it.
    """

    def __init__(
        self, look: Look, name: str, kind: str = "plain", *, small: bool = False, key: str = "", sign: str = ""
    ) -> None:
        super().__init__()
        lean(self)
        assert kind in _KINDS
        self._look, self._kind, self._small = look, kind, small
        self._key, self._sign, self._words, self._letter = key, sign, "", ""
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        look.follow(self)
        buttons.add(self)

    def relaid(self) -> None:
        """Takes the size of the new look."""
        self.updateGeometry()

    def say(self, words: str, name: str = "") -> Button:
        """Shows those words; `name` is what a screen reader says, if the words alone are not enough."""
        if words != self._words or name != self.accessibleName():
            self._words = words
            self.setText(words.replace("&", "&&"))
            self._set_shortcut()
            self.setAccessibleName(name or words)
            self.updateGeometry()
            self.update()
        return self

    def words(self) -> str:
        """The words shown."""
        return self._words

    def kind(self) -> str:
        """What kind of button it is."""
        return self._kind

    def letter(self) -> str:
        """The letter that presses it together with Alt; empty if it has none."""
        return self._letter

    def take_letter(self, letter: str) -> None:
        """Takes a letter, which is underlined in the words."""
        if letter != self._letter:
            self._letter = letter
            self._set_shortcut()
            self.update()

    def _set_shortcut(self) -> None:
        """Qt forgets it with every change of the text."""
        self.setShortcut(QKeySequence(f"Alt+{self._letter}" if self._letter else ""))

    def become(self, kind: str) -> None:
        """Takes another kind."""
        self._kind = kind
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font())
        width = metrics.horizontalAdvance(self._words) + 2 * self._side_space()
        if self._sign:
            width += self._look.px(28)
        if self._key:
            width += self._key_width() + self._look.px(8)
        return QSize(width, self._look.px(self._tall()))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_words(painter)
        painter.end()

    def _tall(self) -> int:
        if self._kind == "start":
            return 56
        if self._kind == "link":
            return 28 if self._small else 32
        return 36 if self._small else 40 if self._kind == "emergency" else 44

    def _side_space(self) -> int:
        if self._kind == "link":
            return 0
        return self._look.px(28 if self._kind == "start" else 12 if self._small else 18)

    def _font(self) -> QFont:
        size = "heading" if self._kind == "start" else "hint" if self._small else "body"
        return self._look.font(size, bold=not (self._kind == "link" and self._small))

    def _key_width(self) -> int:
        return QFontMetrics(self._look.font("small")).horizontalAdvance(self._key) + self._look.px(11)

    def _ink(self) -> QColor:
        roles = {"primary": "on_accent", "start": "on_accent", "link": "link", "emergency": "on_emerg"}
        return self._look.colour(roles.get(self._kind, "ink"))

    def _paint_ground(self, painter: QPainter) -> None:
        look, box = self._look, QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self._kind == "link":
            return
        fill, edge = {
            "primary": ("accent", "accent"),
            "start": ("accent", "accent"),
            "emergency": ("emerg", "emerg_edge"),
        }.get(self._kind, ("surface", "control"))
        ground = look.colour(fill)
        if self.isDown() or self.underMouse():
            ground = look.colour("canvas") if fill == "surface" else ground.darker(112)
        painter.setBrush(ground)
        painter.setPen(QPen(look.colour(edge), 1.5))
        painter.drawRoundedRect(box, look.px(8), look.px(8))

    def _paint_words(self, painter: QPainter) -> None:
        look, left = self._look, self._side_space()
        font = self._font()
        underlined = self.underMouse() or self.hasFocus() or look.tokens.is_contrasting()
        if self._kind == "link" and underlined:
            font = QFont(font)
            font.setUnderline(True)
        painter.setFont(font)
        painter.setPen(self._ink())
        if self._sign:
            side = look.px(20)
            role = "on_emerg" if self._kind == "emergency" else "ink"
            paint_sign(painter, look, QRectF(left, (self.height() - side) / 2, side, side), self._sign, role)
            left += look.px(28)
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self._words)
        self._paint_letter(painter, left)
        if self._key:
            self._paint_key(painter)

    def _paint_letter(self, painter: QPainter, left: int) -> None:
        at = self._words.casefold().find(self._letter) if self._letter else -1
        if at < 0 or painter.font().underline():
            return
        metrics = painter.fontMetrics()
        x = left + metrics.horizontalAdvance(self._words[:at])
        wide = metrics.horizontalAdvance(self._words[at])
        y = (self.height() + metrics.ascent() - metrics.descent()) // 2 + 2
        fill(painter, QRect(x, y, wide, max(1, self._look.px(1))), self._ink())

    def _paint_key(self, painter: QPainter) -> None:
        look, width, tall = self._look, self._key_width(), self._look.px(20)
        left = self.width() - self._side_space() - width
        box = QRectF(left, (self.height() - tall) / 2, width, tall)
        painter.setFont(look.font("small"))
        painter.setPen(QPen(self._ink(), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)


buttons: Living[Button] = Living()
