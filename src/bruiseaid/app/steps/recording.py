"""Records and settings: begin one, go on with one, take one away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bruiseaid.app import changing
from bruiseaid.app.doing import with_event
from bruiseaid.app.next_child import case_of_next
from bruiseaid.app.screens.frame import places
from bruiseaid.app.screens.others import AS_IT_COMES
from bruiseaid.app.screens.state import DO_NOW, HOME, LADDER, SETTINGS, Ui
from bruiseaid.app.steps.answering import Answering
from bruiseaid.engine.case import Case
from bruiseaid.record.model import Event
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import DraftUnreadable


class Recording(Answering):
    """The drafts on this computer, and who works here."""

    def start(self) -> None:
        if not self._state.settings.borough:
            self._ui(place=SETTINGS, left="start")
            return
        now = self._around.now()
        answers = changing.answers_from_settings(self._state.protocol, self._state.settings)
        case = Case(self._state.protocol, now, self._state.settings.borough, MappingProxyType(answers))
        self._open(Draft(self._around.new_code(), now, now, case))

    def start_next_child(self, question: str, place: int) -> None:
        now, first = self._around.now(), self._draft()
        answers = case_of_next(first.case, question, place)
        code = self._around.new_code()
        self._drafts.save(with_event(first, f"The record {code} of another child of the home was begun", now))
        case = Case(self._state.protocol, now, first.case.borough, MappingProxyType(answers))
        begun = Event(now, f"Begun beside the record {first.id} of another child of the home")
        self._open(Draft(code, now, now, case, events=(begun,)))

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
        known = {
            key: "" if AS_IT_COMES.get(key) == value else value
            for key, value in values.items()
            if hasattr(self._state.settings, key)
        }
        settings = replace(self._state.settings, **known)
        settings.save(self._around.data)
        self._state = replace(self._state, settings=settings)
        if self._state.ui.left == "start":
            self._state = replace(self._state, ui=replace(self._state.ui, left=HOME))
            self.start()
        else:
            self._ui(place=self._state.ui.left, errors=MappingProxyType({}))
