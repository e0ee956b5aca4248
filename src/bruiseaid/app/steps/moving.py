"""Moving through a record, opening and closing what is on the page, and the ways out."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from bruiseaid.app import changing
from bruiseaid.app.screens.faults import faults_of
from bruiseaid.app.screens.missing import Missing
from bruiseaid.app.screens.practice import is_of_a_story
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.road import page_after_result, place_after, place_before, places
from bruiseaid.app.screens.settings import RULES_FOLDER
from bruiseaid.app.screens.state import (
    CHECK,
    CLOSING,
    DECISION,
    DO_NOW,
    DRILL,
    EMERGENCY,
    FILE_CHECK,
    FINISHED,
    FIRST,
    HELP,
    HOME,
    LADDER,
    PORTAL,
    PRACTICE,
    PREVIEW,
    SETTINGS,
    State,
    Ui,
    asked_at,
)
from bruiseaid.app.steps.core import Holding
from bruiseaid.record.noting import half_written

_BLANK = "Choose an answer with Space, or press Ctrl + Enter to leave it blank."
_BESIDE_DO_NOW = (LADDER, DECISION, CLOSING, DRILL)


def _form_at(state: State, place: str) -> str:
    """The form that was left half-written at that place, which opens again; empty if there is none."""
    if state.draft is None or state.outcome is None or place not in (DO_NOW, LADDER):
        return ""
    there = state.outcome.ladder if place == LADDER else state.outcome.actions
    names = {one.id for one in there}
    return next((form for form in half_written(state.draft) if form in names), "")


class Moving(Holding):
    """Where the user is."""

    @abstractmethod
    def finish(self, *, early: bool) -> None:
        """Makes the record, or says what is missing."""

    @abstractmethod
    def practise(self) -> None:
        """Shows the stories to practise with."""

    @abstractmethod
    def begin(self) -> None:
        """Begins a record with the settings as they are."""

    @abstractmethod
    def save_form(self) -> bool:
        """Saves the form that is open, if anything is written in it; False: it stays, or leads elsewhere."""

    @abstractmethod
    def decide(self) -> None:
        """Keeps the decision about the level, or says what is missing."""

    def change(self, place: str, question: str = "") -> None:
        """Goes to a page to put one thing right there; Continue and Back then lead here again.

        A question that shares the page of another is gone to itself, and unfolded where it is folded. From a question
        that was itself gone to like this, they lead to where that began.
        """
        beside, ui = question if question != asked_at(place) else "", self._state.ui
        came = ui.came if asked_at(ui.place) and ui.came else ui.place
        self._move(place, came=came, wanted=(beside, ""), field_open=beside)

    def put_in(self, missing: Missing) -> None:
        """Goes to the very thing that is missing, opened where it is one of several; Continue and Back lead back."""
        wanted = (missing.question, missing.field)
        opened: dict[str, object] = {"wanted": wanted}
        if missing.index is not None and question_of(self._state, missing.question).type == "marks":
            opened |= {"mark": missing.index, "more_open": True}
        elif missing.index is not None:
            opened |= {"entry": (missing.question, missing.index)}
        self._move(missing.place, came=self._state.ui.place, **opened)

    def go_to(self, place: str) -> None:
        """Goes to a place; on the way the draft remembers it."""
        here = self._state.ui.place
        self._move(place, came=here if place == DO_NOW and asked_at(here) else "")

    def look_over(self) -> None:
        self._move(CHECK, came="", looking=True)

    def _move(self, place: str, came: str, **opened: object) -> None:
        self.about_to_move.emit()
        fresh: dict[str, object] = {
            **dict.fromkeys(("errors", "written"), MappingProxyType({})),
            **dict.fromkeys(("mark", "entry")),
            "strip_open": False,
            "why_open": False,
            "term_open": "",
            "sources_open": "",
            "form": _form_at(self._state, place),
            "said": "",
            "took": ("", ""),
            "came": came,
            "wanted": ("", ""),
            "field_open": "",
            "looking": self._state.ui.looking and CHECK in (place, came),
            **opened,
        }
        if self._state.draft is None or place in (HOME, SETTINGS):
            self._ui(place=place, **fresh)
            return
        insisted = self._state.ui.insisted if CHECK in (place, came) else False  # the list stands on the way back
        draft = replace(self._draft(), page=place)
        self._keep_place(draft, place=place, panel_open=False, insisted=insisted, **fresh)

    def forward(self) -> None:
        place = self._state.ui.place
        if asked_at(place):
            self._continue()
        elif not self.save_form():
            return
        elif place == DO_NOW:
            self._go_on()
        elif place == DRILL:
            self.practise()
        elif place == PRACTICE:
            self.leave()
        elif place in (LADDER, CLOSING):
            self.go_to(self._state.ui.came or DO_NOW)
        elif place == DECISION:
            self.decide()
        elif place == CHECK:
            self.finish(early=False)
        elif place in (EMERGENCY, HELP):
            self._return()
        elif place == FINISHED:
            self.leave()

    def _continue(self) -> None:
        errors = changing.page_errors(self._state, asked_at(self._state.ui.place))
        if errors:
            self._ui(errors=MappingProxyType(errors), **self._opened_at_fault(errors))
            return
        if page_after_result(self._state) is not None:
            passed = self._state.ui.passed | {self._state.ui.place}
            self._state = replace(self._state, ui=replace(self._state.ui, passed=passed))
        self._next()

    def ask_whether_blank(self) -> None:
        """Enter was pressed where there is no answer and need be none: says how to give one, and how to go on."""
        self._ui(errors=MappingProxyType({asked_at(self._state.ui.place): (_BLANK,)}))

    def _opened_at_fault(self, errors: Iterable[str]) -> dict[str, object]:
        """What is opened so that what is wrong is seen: an entry of a list, or a mark with all its details."""
        for question in (question_of(self._state, name) for name in errors if name in self._state.typed):
            faults = faults_of(self._state, question, self._state.typed[question.id], self._state.now)
            index = next((fault.path[0] for fault in faults if len(fault.path) > 1), None)
            if index is not None:
                is_mark = question.type == "marks"
                return {"mark": index, "more_open": True} if is_mark else {"entry": (question.id, index)}
        return {}

    def _next(self) -> None:
        if self._state.ui.came:
            self.go_to(self._state.ui.came)
        else:
            self._go_on()

    def _go_on(self) -> None:
        """Goes on along the road, at whose end a story is compared with the answers."""
        place = place_after(self._state)
        self.go_to(DRILL if place == CHECK and is_of_a_story(self._state) else place)

    def back(self) -> None:
        place = self._state.ui.place
        before = self._state.ui.came or (DO_NOW if place in _BESIDE_DO_NOW else place_before(self._state))
        if place in (*_BESIDE_DO_NOW, *places(self._state)) and before:
            self._move(before, came="")  # or Back would lead from there to here again
        elif place in (PREVIEW, PORTAL, FILE_CHECK):
            self.forward()
        elif place == FINISHED:
            self.go_to(CHECK)
        elif place in (EMERGENCY, HELP) or (place == SETTINGS and self._state.ui.left != FIRST):
            self._return()
        else:
            self.leave()

    def later(self) -> None:
        place = self._state.ui.place
        if asked_at(place):
            self._next()
        elif place == DO_NOW:
            self.go_to(LADDER)
        elif place == CHECK:
            self.leave()
        elif place == DRILL:
            self.finish(early=True)
        elif place == SETTINGS:
            self.begin()

    def leave(self) -> None:
        self.about_to_move.emit()
        self._end_moving()
        ui = replace(Ui(), hidden=self._state.ui.hidden)
        empty = replace(self._state, draft=None, journey=None, judgement=None, drafts=self._drafts.list(), ui=ui)
        self._state = empty
        self._adopt_rules()
        self._ui()

    def emergency(self) -> None:
        self._beside(EMERGENCY)

    def help(self) -> None:
        self._beside(HELP)

    def settings(self) -> None:
        ui = self._state.ui
        written = {name: words for name, words in ui.written.items() if name != RULES_FOLDER}
        self._state = replace(self._state, ui=replace(ui, written=MappingProxyType(written)))
        self._beside(SETTINGS)

    def _beside(self, place: str) -> None:
        self.about_to_move.emit()
        ui = self._state.ui
        if ui.place == place:
            self._return()
        else:
            left = ui.left if ui.place in (EMERGENCY, FILE_CHECK, HELP, SETTINGS) else ui.place
            self._ui(place=place, left=left, hidden=False)

    def _return(self) -> None:
        self._ui(place=self._state.ui.left)

    # ---- what is open on the page ------------------------------------------------------------------------------------

    def show_tab(self, tab: str) -> None:
        self._ui(map_tab=tab)

    def show_figure(self, kind: str) -> None:
        self._ui(figure=kind)

    def toggle_more(self) -> None:
        self._ui(more_open=not self._state.ui.more_open)

    def unfold(self, name: str) -> None:
        self._ui(field_open="" if self._state.ui.field_open == name else name)

    def toggle_term(self, term: str) -> None:
        self._ui(term_open="" if self._state.ui.term_open == term else term)

    def toggle_source(self, name: str) -> None:
        self._ui(sources_open="" if self._state.ui.sources_open == name else name)

    def toggle_why(self) -> None:
        self._ui(why_open=not self._state.ui.why_open)

    def toggle_strip(self) -> None:
        self._ui(strip_open=not self._state.ui.strip_open)

    def toggle_panel(self) -> None:
        self._ui(panel_open=not self._state.ui.panel_open)

    def lock(self) -> None:
        """Hides the screen, if it is not hidden yet."""
        if not self._state.ui.hidden:
            self.hide()

    def hide(self) -> None:
        self._ui(hidden=not self._state.ui.hidden)
