"""The pages, kept once made, of which one is shown."""

from __future__ import annotations

from typing import TypeAlias

from PySide6.QtWidgets import QStackedWidget, QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.pages.check import CheckPage
from bruiseaid.app.pages.do_now import DoNowPage
from bruiseaid.app.pages.emergency import EmergencyPage
from bruiseaid.app.pages.finished import FinishedPage
from bruiseaid.app.pages.help import HelpPage
from bruiseaid.app.pages.home import HomePage
from bruiseaid.app.pages.ladder import LadderPage
from bruiseaid.app.pages.question import QuestionPage
from bruiseaid.app.pages.settings import SettingsPage
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens import check, do_now, ladder, others, question
from bruiseaid.app.session import Session

AnyPage: TypeAlias = (
    HomePage
    | SettingsPage
    | QuestionPage
    | DoNowPage
    | LadderPage
    | CheckPage
    | FinishedPage
    | EmergencyPage
    | HelpPage
)


class Shelf(QStackedWidget):
    """Makes a page when it is first shown, and shows it again later with other values."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self.setObjectName("shelf")
        self._look, self._session = look, session
        self._pages: dict[str, AnyPage] = {}
        self._record = ""

    def show_screen(self, screen: Screen, *, arrives: bool) -> None:
        """Shows the page of the screen; `arrives`: another one was shown before."""
        self._forget_other_record()
        page = self._page_for(screen)
        self._show(page, screen)
        if self.currentWidget() is not page:
            self.setCurrentWidget(page)
            arrives = True
        if arrives:
            page.arrive()

    def _show(self, page: AnyPage, screen: Screen) -> None:
        match page, screen.page:
            case QuestionPage(), question.QuestionPage() as view:
                newly = view.main.errors and not getattr(page, "had_errors", ())
                page.show_screen(screen, view)
                if newly:
                    page.focus_wrong(screen, view)
                page.had_errors = view.main.errors  # type: ignore[attr-defined]
            case _:
                page.show_view(screen.page)  # type: ignore[union-attr,arg-type]

    def _page_for(self, screen: Screen) -> AnyPage:
        kept = self._pages.get(screen.place)
        if isinstance(kept, QuestionPage) and isinstance(screen.page, question.QuestionPage):
            if kept.fits(screen.page):
                return kept
            self._drop(screen.place)
        elif kept is not None:
            return kept
        made = self._make(screen)
        self._pages[screen.place] = made
        self.addWidget(made)
        return made

    def _make(self, screen: Screen) -> AnyPage:
        look, do = self._look, self._session
        zone = do.state.protocol.time_zone
        match screen.page:
            case question.QuestionPage() as view:
                return QuestionPage(look, view, zone, do)
            case others.SettingsPage() as view:
                return SettingsPage(look, view, do)
            case do_now.DoNowPage():
                return DoNowPage(look, do)
            case ladder.LadderPage():
                return LadderPage(look, do)
            case check.CheckPage():
                return CheckPage(look, do)
            case others.FinishedPage():
                return FinishedPage(look, do)
            case others.EmergencyPage():
                return EmergencyPage(look, do)
            case others.HelpPage():
                return HelpPage(look)
            case others.HomePage():
                return HomePage(look, do)

    def _forget_other_record(self) -> None:
        """Pages made for one record never serve another: nothing of one child can show in another's."""
        draft = self._session.state.draft
        record = draft.id if draft is not None else ""
        if record != self._record:
            self._record = record
            self.forget()

    def forget(self) -> None:
        """Drops all pages; they are made anew."""
        for place in list(self._pages):
            self._drop(place)

    def _drop(self, place: str) -> None:
        page: QWidget = self._pages.pop(place)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()

    def find_place(self) -> None:
        """Gives the focus to the search of the body map, if it is shown."""
        page = self.currentWidget()
        marks = page.marks() if isinstance(page, QuestionPage) else None
        if marks is not None:
            marks.search_place()

    def insist(self) -> None:
        """Gives the focus to what is missing, if the page shown has just said so."""
        page = self.currentWidget()
        if isinstance(page, CheckPage):
            page.insist()

    def save_settings(self) -> None:
        """Keeps what is written on the settings page."""
        page = self.currentWidget()
        if isinstance(page, SettingsPage):
            page.save()
