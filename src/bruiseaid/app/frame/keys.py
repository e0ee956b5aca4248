"""The keys that work everywhere in the window, and Escape and F6, which depend on what is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from bruiseaid.app.parts.boxes import LineBox, boxes
from bruiseaid.app.parts.enter import is_enter
from bruiseaid.app.parts.option_card import RadioCard, TickCard
from bruiseaid.app.parts.tab_order import stops_in
from bruiseaid.app.screens.state import FILE_CHECK, HELP, PORTAL, PREVIEW

if TYPE_CHECKING:
    from bruiseaid.app.frame.whole import Whole
    from bruiseaid.app.pages.question import QuestionPage
    from bruiseaid.app.session import Session


_LOOKED_AT = (HELP, PREVIEW, PORTAL, FILE_CHECK)
"""Pages on which one only looks at something; Escape goes back from them."""


def flush(page: QWidget) -> None:
    """Hands on what is being written, so that nothing is lost by moving on."""
    for box in boxes.inside(page):
        if box.is_pending():
            box.flush()


class Keys(QObject):
    """Turns the keys of the whole window into intentions."""

    def __init__(self, whole: Whole, session: Session) -> None:
        super().__init__(whole)
        self._whole, self._session = whole, session
        for keys, act in (
            ("F1", session.help),
            ("F2", session.emergency),
            ("F9", session.hide),
            ("Ctrl+Return", whole.forward),
            ("Ctrl+Enter", whole.forward),
            ("Alt+Left", self._back),
            ("Alt+N", self._act_now),
            ("Ctrl+K", whole.shelf.find_place),
            ("Ctrl+Z", session.undo_ticks),
            ("F6", self._next_area),
            ("Escape", self._escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), whole)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def take(self, event: QKeyEvent) -> bool:
        """Enter and Ctrl+0 on a question's page, when what has the focus does not want them; False: nothing done."""
        ui, page, focus = self._session.state.ui, self._whole.shelf.question_page(), QApplication.focusWidget()
        if page is None or focus is None or not page.isAncestorOf(focus) or ui.mark is not None or ui.entry is not None:
            return False
        if is_enter(event):
            return self._enter(page, focus)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() == Qt.Key.Key_0 and held == Qt.KeyboardModifier.ControlModifier and page.say_none()

    def _enter(self, page: QuestionPage, focus: QWidget) -> bool:
        """From an answer on to the next page; from the title first to the answers. No question is passed by unseen."""
        if focus is page.title and not page.is_answered():
            page.focus_first()
        elif page.goes_on_by_enter() and (focus is page.title or _is_an_answer(focus)):
            flush(self._whole)
            (self._session.ask_whether_blank if page.may_stay_blank() else self._whole.forward)()
        else:
            return False
        return True

    def _back(self) -> None:
        flush(self._whole)
        if self._whole.foot.isVisible():
            self._session.back()

    def _act_now(self) -> None:
        if self._whole.strip.isVisible():
            self._whole.strip.open_by_key()

    def _escape(self) -> None:
        ui = self._session.state.ui
        if ui.strip_open and self._whole.strip.isVisible():
            self._act_now()
        elif ui.form:
            self._session.close_form()
        elif ui.mark is not None:
            self._session.select_mark(None)
        elif ui.entry is not None:
            self._session.open_entry(ui.entry[0], None)
        elif ui.place in _LOOKED_AT:
            self._session.back()

    def _next_area(self) -> None:
        shown = [area for area in self._whole.areas() if area.isVisible()]
        focus = QApplication.focusWidget()
        here = next((place for place, area in enumerate(shown) if focus and area.isAncestorOf(focus)), -1)
        for step in range(1, len(shown) + 1):
            if _focus_inside(shown[(here + step) % len(shown)]):
                return


def _is_an_answer(focus: QWidget) -> bool:
    """An answer to choose or tick, or a box for a number or a part of a date."""
    return isinstance(focus, RadioCard | TickCard) or (isinstance(focus, LineBox) and focus.is_for_digits())


def _focus_inside(area: QWidget) -> bool:
    """Gives the focus to the first thing of an area that takes it; False if there is none."""
    for widget in stops_in(area):
        if widget.isVisible() and widget.isEnabled():
            widget.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
