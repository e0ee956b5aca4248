"""The window: opens with a picture of the start page at once, and takes in the rest when the session is there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow

from bruiseaid.app.opening import Opening
from bruiseaid.app.tokens import Tokens

if TYPE_CHECKING:
    from bruiseaid.app.frame.whole import Whole
    from bruiseaid.app.look import Look
    from bruiseaid.app.parts.one_press import SecondPresses
    from bruiseaid.app.parts.steady_press import SteadyPresses
    from bruiseaid.app.rules_in_force import RulesInForce
    from bruiseaid.app.session import Session

_EDGE, _TITLE_BAR = 8, 48
"""What a window manager puts round the window, at most, in px."""


class Window(QMainWindow):
    """The one top window. Until `begin` it only shows the first picture."""

    look: Look
    session: Session
    whole: Whole
    rules: RulesInForce
    _second_presses: SecondPresses
    _steady_presses: SteadyPresses

    def __init__(self, tokens: Tokens, scale: float) -> None:
        super().__init__()
        self.begun = False
        self.setWindowTitle("bruiseaid")
        self.setMinimumSize(640, 400)
        self.resize(1280, 800)
        self.opening = Opening(tokens, scale)
        self.setCentralWidget(self.opening)

    def show_fitting(self) -> None:
        """Shows the window as it is designed where the screen has room for it and its title bar, else maximised."""
        room = self.screen().availableGeometry()
        if room.width() >= self.width() + 2 * _EDGE and room.height() >= self.height() + _TITLE_BAR:
            self.show()
            return
        self.resize(min(self.width(), room.width() - 2 * _EDGE), min(self.height(), room.height() - _TITLE_BAR))
        self.showMaximized()

    def begin(self, look: Look, session: Session) -> None:
        """Shows the session from now on."""
        from bruiseaid.app.frame.keys import flush
        from bruiseaid.app.frame.whole import Whole
        from bruiseaid.app.parts.dress import dress
        from bruiseaid.app.parts.focus_ring import FocusRing
        from bruiseaid.app.parts.in_sight import InSight
        from bruiseaid.app.parts.one_press import SecondPresses
        from bruiseaid.app.parts.steady_press import SteadyPresses
        from bruiseaid.app.sweeping import Sweeping

        Sweeping(self)
        self.look, self.session = look, session
        session.setParent(self)
        dress(self, look)
        self._in_sight = InSight(look, self)
        session.changed.connect(self._in_sight.stay)  # before the page changes
        self.whole = Whole(look, session)
        self.setCentralWidget(self.whole)
        self._ring = FocusRing(look, self)
        self._second_presses = SecondPresses(self)
        self._steady_presses = SteadyPresses(self, lambda: flush(self))
        if self.isVisible():
            self._watch_presses()
        self.begun = True
        self.setAcceptDrops(True)
        look.changed.connect(self._restyle)
        self.whole.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.begun:
            self._watch_presses()

    def _watch_presses(self) -> None:
        self._second_presses.watch()
        self._steady_presses.watch()  # what is watched last is asked first

    def _restyle(self) -> None:
        from bruiseaid.app.parts.dress import dress

        dress(self, self.look)
        self.whole.restyle()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _file_in(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """A file dropped anywhere is checked as a record."""
        path = _file_in(event.mimeData())
        if path is not None and self.begun:
            from bruiseaid.app.frame.keys import flush

            event.acceptProposedAction()
            flush(self)
            self.session.check_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.begun:
            from bruiseaid.app.frame.keys import flush

            flush(self)
            self.session.wait_for_disk()
        super().closeEvent(event)


def _file_in(dropped: QMimeData) -> Path | None:
    """The first file of this computer among what is dropped."""
    return next((Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()), None)
