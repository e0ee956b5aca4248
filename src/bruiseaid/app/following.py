"""How the window looks: as the settings say, else as the system asks, and again when either changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QPalette

from bruiseaid.app.look import Look
from bruiseaid.app.session import Session
from bruiseaid.app.tokens import DARK, LIGHT, Tokens, contrasting


def tokens_for(theme: str) -> Tokens:
    """The colours of that theme; an empty one, or "system", follows the system."""
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return high_contrast(QGuiApplication.palette())
    if theme in ("light", "dark"):
        return DARK if theme == "dark" else LIGHT
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def high_contrast(palette: QPalette) -> Tokens:
    """The system's own colours and none of ours: tints vanish, every edge is text."""
    role = QPalette.ColorRole
    return contrasting(
        window=palette.color(role.Window).name(),
        text=palette.color(role.WindowText).name(),
        chosen=palette.color(role.Highlight).name(),
        on_chosen=palette.color(role.HighlightedText).name(),
        link=palette.color(role.Link).name(),
    )


def scale_of(text_size: str) -> float:
    """1.0 to 2.0 for "100" to "200"; anything else is 1.0."""
    percent = int(text_size) if text_size.isascii() and text_size.isdigit() else 100
    return min(max(percent, 100), 200) / 100


class Following(QObject):
    """Keeps the look in step with the settings and the system."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__(session)
        self._look, self._session = look, session
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow)
        hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        session.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        settings = self._session.state.settings
        tokens, scale = tokens_for(settings.theme), scale_of(settings.text_size)
        if (tokens, scale) != (self._look.tokens, self._look.scale):
            self._look.become(tokens, scale)
