"""The one thing in the window that changes: the record being made, and where in it the user is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Signal

from bruiseaid.app import changing, doing
from bruiseaid.app.screen import Screen, screen_for
from bruiseaid.app.screens.check import can_finish_early, missing_answers
from bruiseaid.app.screens.frame import places
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.marks import case_view, figure_kind, tab_with, undrawn
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.state import (
    CHECK,
    DO_NOW,
    EMERGENCY,
    FINISHED,
    HELP,
    HOME,
    LADDER,
    SETTINGS,
    State,
    Ui,
    asked_at,
    asking,
)
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.engine.case import Answer, Case
from bruiseaid.engine.journey import replay
from bruiseaid.engine.recommend import recommend
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.drafts import Drafts, DraftUnreadable
from bruiseaid.store.settings import Settings


class Session(QObject):
    """Holds the state and carries out intentions. `changed` is sent after each, when the screen may be another."""

    changed = Signal()

    def __init__(self, protocol: Protocol, settings: Settings, drafts: Drafts, around: Surroundings) -> None:
        super().__init__()
        self._drafts, self._around = drafts, around
        self._state = State(protocol, settings, around.now(), Ui(), drafts=drafts.list())

    @property
    def state(self) -> State:
        """The state just now."""
        return self._state

    def screen(self) -> Screen:
        """The screen just now."""
        return screen_for(self._state)

    # ---- the state and how it changes -----------------------------------------------------------------------------

    def _ui(self, **changes: object) -> None:
        """Changes where the window is or what is open; the case stays as it is."""
        ui = replace(self._state.ui, **changes)  # type: ignore[arg-type]
        self._state = replace(self._state, ui=ui, now=self._around.now())
        self.changed.emit()

    def _keep(self, draft: Draft, **changes: object) -> None:
        """Saves the draft, works out what follows from it, and shows it."""
        now = self._around.now()
        self._work_out(replace(draft, saved_at=now), now)
        self._ui(problem=self._saved(), **changes)

    def _saved(self) -> str:
        """Saves the draft; the sentence to show if that did not work, else nothing."""
        draft, outcome = self._draft(), self._state.outcome
        try:
            self._drafts.save(draft, age=age_words(draft.case), level=(outcome.level if outcome else None) or "")
        except OSError:
            return "The last answer could not be saved on this computer. Look at the disk, then answer it again."
        return ""

    def _work_out(self, draft: Draft, now: datetime) -> None:
        journey, outcome = replay(draft.case), recommend(draft.case, now)
        self._state = replace(self._state, draft=draft, journey=journey, outcome=outcome, now=now)

    def tick(self) -> None:
        """A minute has passed: what is due is worked out again."""
        if self._state.draft is not None:
            self._work_out(self._state.draft, self._around.now())
        self._ui()

    def minute(self) -> str:
        """The present minute, to tell when it has passed."""
        return f"{self._around.now():%H:%M}"

    def tell(self, problem: str) -> None:
        """Shows a sentence about something that went wrong, until the next answer."""
        self._ui(problem=problem)

    def _draft(self) -> Draft:
        assert self._state.draft is not None, "no record is open"
        return self._state.draft

    # ---- answering ------------------------------------------------------------------------------------------------

    def answer(self, question: str, answer: Answer) -> None:
        given = changing.answered(self._state, question, answer, self._around.now())
        ui = self._state.ui
        errors = {key: value for key, value in ui.errors.items() if key != question}
        if given.shown_at_once:
            errors[question] = given.errors
        folded = "" if ui.field_open != question else question
        before = self._urgent()
        self._keep(given.draft, typed=given.typed, errors=MappingProxyType(errors), field_open=folded)
        self._stay_on_the_road(question)
        if self._urgent() and not before:
            self._ui(strip_open=True)

    def _stay_on_the_road(self, question: str) -> None:
        """Goes to the page that now holds the question just answered, if the page shown is not asked any more."""
        here, journey = self._state.ui.place, self._state.journey
        if journey is None or not asked_at(here) or here in places(self._state):
            return
        page = next((page for page in journey.pages if question in page.questions), journey.pages[0])
        self.go_to(asking(page.questions[0]))

    def _urgent(self) -> bool:
        """Whether the most urgent level is certain: then the strip opens by itself."""
        outcome = self._state.outcome
        return outcome is not None and outcome.act_now and outcome.least == self._state.protocol.levels[-1].id

    def answer_field(self, question: str, index: int | None, field: str, value: str) -> None:
        known = question_of(self._state, question)
        before = answer_of(self._state, known)
        after = changing.with_detail(before, index, field, value)
        folding = self._state.ui.mark is not None and self._state.ui.field_open == field
        self._state = replace(self._state, ui=replace(self._state.ui, field_open="")) if folding else self._state
        self.answer(question, changing.asked_details(known, after))

    def none_of_them(self, question: str, chosen: bool) -> None:
        self.answer(question, () if chosen else "")

    def open_entry(self, question: str, index: int | None) -> None:
        self._ui(entry=None if index is None else (question, index))

    def remove_entry(self, question: str, index: int) -> None:
        self._without(question, index)
        self._ui(entry=None)

    def add_mark(self, question: str, region: str, side: str, drawing: str) -> None:
        region = region or undrawn(self._state.protocol.regions)
        kind, tab = figure_kind(self._state), self._state.ui.map_tab
        key = f"{region}-{side}"
        tab = tab_with(key, kind, tab)
        drawing = drawing or changing.drawing_of(key, tab, kind)
        place = {"region": region, "side": side, "view": case_view(drawing) if drawing else ""}
        mark = {name: value for name, value in place.items() if value}
        marks = changing.listed(answer_of(self._state, question_of(self._state, question)))
        ui = replace(self._state.ui, mark=len(marks), more_open=False, field_open="", map_tab=tab)
        self._state = replace(self._state, ui=ui)
        self.answer(question, (*marks, mark))

    def select_mark(self, index: int | None) -> None:
        self._ui(mark=index, more_open=False, field_open="")

    def remove_mark(self, question: str, index: int) -> None:
        self._state = replace(self._state, ui=replace(self._state.ui, mark=None))
        self._without(question, index)

    def _without(self, question: str, index: int) -> None:
        entries = changing.listed(answer_of(self._state, question_of(self._state, question)))
        left = tuple(entry for place, entry in enumerate(entries) if place != index)
        self.answer(question, left or "")

    # ---- what is open on the page -----------------------------------------------------------------------------------

    def show_tab(self, tab: str) -> None:
        self._ui(map_tab=tab)

    def show_figure(self, kind: str) -> None:
        self._ui(figure=kind)

    def toggle_more(self) -> None:
        self._ui(more_open=not self._state.ui.more_open)

    def unfold(self, name: str) -> None:
        self._ui(field_open="" if self._state.ui.field_open == name else name)

    def toggle_why(self) -> None:
        self._ui(why_open=not self._state.ui.why_open)

    def toggle_strip(self) -> None:
        self._ui(strip_open=not self._state.ui.strip_open)

    def toggle_panel(self) -> None:
        self._ui(panel_open=not self._state.ui.panel_open)

    def open_form(self, name: str, choice: str) -> None:
        self._ui(form=name, form_choice=choice)

    def choose_in_form(self, choice: str) -> None:
        self._ui(form_choice=choice)

    def hide(self) -> None:
        self._ui(hidden=not self._state.ui.hidden)

    # ---- moving ---------------------------------------------------------------------------------------------------

    def go_to(self, place: str) -> None:
        """Goes to a place; on the way the draft remembers it."""
        fresh = {"errors": MappingProxyType({}), "why_open": False, "mark": None, "entry": None, "form": ""}
        if self._state.draft is None or place in (HOME, SETTINGS):
            self._ui(place=place, field_open="", **fresh)
            return
        insisted = self._state.ui.insisted if place == CHECK else False
        draft = replace(self._draft(), page=place)
        self._keep(draft, place=place, field_open="", panel_open=False, insisted=insisted, **fresh)

    def forward(self) -> None:
        place = self._state.ui.place
        if asked_at(place):
            self._continue()
        elif place == DO_NOW:
            self.go_to(CHECK)
        elif place == LADDER:
            self.go_to(DO_NOW)
        elif place == CHECK:
            self.finish(early=False)
        elif place in (EMERGENCY, HELP):
            self._return()
        elif place == FINISHED:
            self.leave()

    def _continue(self) -> None:
        errors = changing.page_errors(self._state, asked_at(self._state.ui.place))
        if errors:
            self._ui(errors=MappingProxyType(errors))
        else:
            self._next()

    def _next(self) -> None:
        order = places(self._state)
        here = order.index(self._state.ui.place) if self._state.ui.place in order else -1
        self.go_to(order[here + 1])

    def back(self) -> None:
        order, place = places(self._state), self._state.ui.place
        if place == SETTINGS or place not in order or order.index(place) == 0:
            self.leave()
        else:
            self.go_to(order[order.index(place) - 1])

    def later(self) -> None:
        place = self._state.ui.place
        if asked_at(place):
            self._next()
        elif place == DO_NOW:
            self.go_to(LADDER)
        elif place == CHECK:
            self.leave()

    def leave(self) -> None:
        ui = replace(Ui(), hidden=self._state.ui.hidden)
        empty = replace(self._state, draft=None, journey=None, outcome=None, drafts=self._drafts.list(), ui=ui)
        self._state = empty
        self._ui()

    def emergency(self) -> None:
        self._beside(EMERGENCY)

    def help(self) -> None:
        self._beside(HELP)

    def settings(self) -> None:
        self._beside(SETTINGS)

    def _beside(self, place: str) -> None:
        ui = self._state.ui
        if ui.place == place:
            self._return()
        else:
            left = ui.left if ui.place in (EMERGENCY, HELP, SETTINGS) else ui.place
            self._ui(place=place, left=left, hidden=False)

    def _return(self) -> None:
        self._ui(place=self._state.ui.left)

    # ---- records --------------------------------------------------------------------------------------------------

    def start(self) -> None:
        if not self._state.settings.borough:
            self._ui(place=SETTINGS, left="start")
            return
        now = self._around.now()
        answers = changing.answers_from_settings(self._state.protocol, self._state.settings)
        case = Case(self._state.protocol, now, self._state.settings.borough, MappingProxyType(answers))
        self._open(Draft(self._around.new_code(), now, now, case))

    def begin_with(self, case: Case) -> None:
        """Opens the window at a case that was read from a file."""
        now = self._around.now()
        self._open(Draft(self._around.new_code(), now, now, case, page=DO_NOW))

    def open_draft(self, draft: str) -> None:
        try:
            self._open(self._drafts.load(draft, self._state.protocol))
        except DraftUnreadable as error:
            self._ui(problem=f"Record {draft} could not be opened. {' '.join(error.reasons)}")

    def remove_draft(self, draft: str) -> None:
        """Takes a draft off this computer."""
        self._drafts.remove(draft)
        self._state = replace(self._state, drafts=self._drafts.list())
        self._ui()

    def _open(self, draft: Draft) -> None:
        self._work_out(draft, self._around.now())
        order = places(self._state)
        place = draft.page if draft.page in (*order, LADDER) else order[0]
        self._state = replace(self._state, ui=replace(Ui(), hidden=self._state.ui.hidden))
        self.go_to(place)

    def save_settings(self, values: Mapping[str, str]) -> None:
        if not values.get("borough"):
            self._ui(errors=MappingProxyType({"settings": ("Choose the borough you work in.",)}))
            return
        known = {key: value for key, value in values.items() if hasattr(self._state.settings, key)}
        settings = replace(self._state.settings, **known)
        settings.save(self._around.data)
        self._state = replace(self._state, settings=settings)
        if self._state.ui.left == "start":
            self._state = replace(self._state, ui=replace(self._state.ui, left=HOME))
            self.start()
        else:
            self._ui(place=self._state.ui.left, errors=MappingProxyType({}))

    # ---- doing ----------------------------------------------------------------------------------------------------

    def rang_emergency(self) -> None:
        draft = doing.with_event(self._draft(), "Rang the emergency number", self._around.now())
        self._keep(draft, place=self._state.ui.left)

    def record_done(self, action: str, result: str, reference: str) -> None:
        draft = doing.with_done(self._state, action, result, reference, self._around.now())
        place = LADDER if doing.was_declined(self._state) else self._state.ui.place
        self._keep(draft, form="", form_choice="", place=place)

    def undo_done(self, action: str) -> None:
        self._keep(doing.without_done(self._state, action, self._around.now()))

    def record_rung(self, rung: str, outcome: str) -> None:
        self._keep(doing.with_rung(self._state, rung, outcome, self._around.now()), form="")

    # ---- finishing ------------------------------------------------------------------------------------------------

    def finish(self, *, early: bool) -> None:
        missing = missing_answers(self._state)
        if missing and not (early and can_finish_early(self._state)):
            self._ui(insisted=True)
            return
        from bruiseaid.app.finishing import make_document

        now = self._around.now()
        draft = doing.with_event(self._draft(), "Record made", now)
        outcome = recommend(draft.case, now)
        try:
            path = make_document(draft, outcome, now, self._state.proved, self._around.data)
        except OSError:
            self.tell("The record could not be written. Look at the disk, then finish again. Your answers are kept.")
            return
        self._state = replace(self._state, ui=replace(self._state.ui, insisted=False))
        self._keep(replace(draft, page=CHECK), place=FINISHED, pdf=str(path), finished_at=now)

    def copy(self, text: str) -> None:
        self._around.desktop.copy(text)

    def open_pdf(self) -> None:
        self._around.desktop.open_file(Path(self._state.ui.pdf))

    def show_in_folder(self) -> None:
        self._around.desktop.open_folder(Path(self._state.ui.pdf).parent)

    def save_copy(self) -> None:
        made = Path(self._state.ui.pdf)
        chosen = self._around.desktop.where_to_save(made)
        if chosen is not None:
            write_atomically(chosen, made.read_bytes())
            self._ui(pdf=str(chosen))
