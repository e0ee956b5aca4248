"""The pages, kept once made, of which one is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.ahead import Ahead, screen_at
from bruiseaid.app.pages.making import AnyPage, make_page
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.letting_go import let_go
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens import question
from bruiseaid.app.session import Session

if TYPE_CHECKING:
    from bruiseaid.app.pages.question import QuestionPage

MOST_KEPT = 6
"""The page shown, those that may be shown next, and a few more. Any other is made again when it is gone to."""


class Shelf(QStackedWidget):
    """Makes a page when it is first shown, or a little ahead, and shows it again later with other values.

    `room` tells how large the page of a screen will be.
    """

    def __init__(self, look: Look, session: Session, room: Callable[[Screen], QSize]) -> None:
        super().__init__()
        self.setObjectName("shelf")
        self._look, self._session, self._room = look, session, room
        self._used: list[str] = []
        self._pages: dict[str, AnyPage] = {}
        self._had_errors: dict[str, tuple[str, ...]] = {}
        self._record = ""
        self._shown: dict[str, Screen] = {}
        self._ahead = Ahead(self, lambda: session.state, self._make_ahead)
        self.addWidget(bare())  # stands there while no page does: a first page would be shown before it is filled

    def show_screen(self, screen: Screen, *, arrives: bool) -> None:
        """Shows the page of the screen; `arrives`: another one was shown before."""
        self._forget_other_record()
        page = self._page_for(screen)
        self._use(screen.place, shown=True)
        arrives = arrives or self.currentWidget() is not page
        if not (arrives and self._stands(screen)):
            self._show(page, screen)
        if arrives:
            page.resize(self.size())
            self.setCurrentWidget(page)
            page.arrive()
        self._drop_oldest()
        self._ahead.look()

    def _use(self, place: str, *, shown: bool) -> None:
        """Notes that a page was used; the one noted last is the one shown."""
        others = [one for one in self._used if one != place]
        at = len(others) if shown else len(others) - 1
        self._used = [*others[:at], place, *others[at:]]

    def kept(self) -> tuple[str, ...]:
        """The places whose pages are there, shown or not."""
        return tuple(self._pages)

    def _drop_oldest(self) -> None:
        """Keeps the pages used last, or just made: forty take as much memory as all the rest of the program."""
        for place in self._used[:-MOST_KEPT]:
            self._drop(place)

    @contextmanager
    def laid_out_once(self) -> Iterator[None]:
        """While the window makes room for another page, the one that goes is not laid out for it."""
        layout = self.layout()
        assert layout is not None
        layout.setEnabled(False)
        yield
        layout.setEnabled(True)

    def _stands(self, screen: Screen) -> bool:
        """Whether the page was left, or made ahead, with just that on it."""
        shown = self._shown.get(screen.place)
        return shown is not None and (shown.page, shown.panel) == (screen.page, screen.panel)

    def _make_ahead(self, place: str) -> bool:
        """Makes the page of a place to which the user has not gone yet; False if it is there already."""
        screen = screen_at(self._session.state, place)
        is_there = place in self._pages and self._stands(screen)
        if not is_there:
            page = self._page_for(screen)
            self._show(page, screen)
            page.resize(self._room(screen))
            page.grab(QRect(0, 0, 1, 1))  # has Qt style it and lay it out, which else waits until it is shown
        self._use(place, shown=False)
        self._drop_oldest()
        return not is_there

    def _show(self, page: AnyPage, screen: Screen) -> None:
        self._shown[screen.place] = screen
        if isinstance(screen.page, question.QuestionPage):
            self._show_question(page, screen, screen.page)  # type: ignore[arg-type]
        else:
            page.show_view(screen.page)  # type: ignore[union-attr,arg-type]

    def _show_question(self, page: QuestionPage, screen: Screen, view: question.QuestionPage) -> None:
        errors = tuple(words for one in (view.main, *view.others) for words in one.errors)
        newly = errors and not self._had_errors.get(screen.place)
        page.show_screen(screen, view)
        if newly:
            page.focus_wrong(view)
        self._had_errors[screen.place] = errors

    def _page_for(self, screen: Screen) -> AnyPage:
        kept = self._pages.get(screen.place)
        if kept is not None and isinstance(screen.page, question.QuestionPage):
            if kept.fits(screen.page):  # type: ignore[union-attr]
                return kept
            self._drop(screen.place)
        elif kept is not None:
            return kept
        made = make_page(self._look, self._session, screen.page)
        self._pages[screen.place] = made
        self.addWidget(made)
        return made

    def _forget_other_record(self) -> None:
        """Pages made for one record never serve another: nothing of one child can show in another's."""
        draft = self._session.state.draft
        record = f"{draft.id if draft is not None else ''} {self._session.state.protocol.sha256}"
        if record != self._record:
            self._record = record
            self.forget()

    def forget(self) -> None:
        """Drops all pages; they are made anew."""
        for place in list(self._pages):
            self._drop(place)

    def _drop(self, place: str) -> None:
        self._used = [one for one in self._used if one != place]
        if place not in self._pages:
            return
        page: QWidget = self._pages.pop(place)
        self._shown.pop(place, None)
        self.removeWidget(page)
        let_go(page)

    def question_page(self) -> QuestionPage | None:
        """The page of a question, if one is shown."""
        page = self.currentWidget()
        return page if hasattr(page, "say_none") else None  # type: ignore[return-value]

    def find_place(self) -> None:
        """Gives the focus to the search of the body map, if it is shown."""
        marks = getattr(self.currentWidget(), "marks", lambda: None)()
        if marks is not None:
            marks.search_place()

    def insist(self) -> None:
        """Gives the focus to what is missing, if the page shown has just said so."""
        if (insist := getattr(self.currentWidget(), "insist", None)) is not None:
            insist()

    def save_settings(self) -> None:
        """Keeps what is written on the settings page."""
        if (save := getattr(self.currentWidget(), "save", None)) is not None:
            save()
