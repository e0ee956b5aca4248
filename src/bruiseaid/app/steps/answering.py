"""Giving, changing and taking back answers."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from bruiseaid.app import changing
from bruiseaid.app.screens.drawings import case_view, figure_kind, tab_with
from bruiseaid.app.screens.faults import faults_of, to_put_right, told
from bruiseaid.app.screens.inputs import answer_of
from bruiseaid.app.screens.mark_places import undrawn
from bruiseaid.app.screens.phrases import count_words
from bruiseaid.app.screens.question import question_of
from bruiseaid.app.screens.road import places
from bruiseaid.app.screens.state import asked_at, asking
from bruiseaid.app.screens.strip import strip
from bruiseaid.app.screens.ticking import taken_away, took_words
from bruiseaid.app.steps.moving import Moving
from bruiseaid.engine.case import Answer


class Answering(Moving):
    """What the user says about the child."""

    def answer(self, question: str, answer: Answer) -> None:
        given = changing.answered(self._state, question, answer, self._around.now())
        ui = self._state.ui
        errors = {key: value for key, value in ui.errors.items() if key != question}
        if given.errors:
            errors[question] = given.errors
        folded = "" if ui.field_open != question else question
        self._note_ticks(question, answer)
        before, level = self._urgent(), self._level()
        self._keep(given.draft, errors=MappingProxyType(errors), field_open=folded)
        self._tell_what_went(question, level)
        self._stay_on_the_road(question)
        if self._urgent() and not before:
            self._ui(strip_open=True)
        elif self._state.ui.strip_open and strip(self._state) is None:
            self._ui(strip_open=False)  # or it would come back open with a later answer

    def _note_ticks(self, question: str, answer: Answer) -> None:
        """Keeps what was ticked before, and says so where a tick has cleared others."""
        known = question_of(self._state, question)
        before = answer_of(self._state, known)
        if known.type != "ticks":
            self._state = replace(self._state, ui=replace(self._state.ui, said="", took=("", "")))
            return
        gone = len(set(before or ()) - set(answer))
        said = f"{count_words(gone, 'tick', 'ticks')} removed. Control Z brings back." if gone and answer else ""
        ui = replace(self._state.ui, said=said, undo=(question, before), took=("", ""))
        self._state = replace(self._state, ui=ui)

    def _tell_what_went(self, question: str, level: str) -> None:
        """Says at the ticks which of them one that stands alone took away, and whether the level fell by it."""
        known, undo = question_of(self._state, question), self._state.ui.undo
        if known.type != "ticks" or undo is None:
            return
        labels = taken_away(known, undo[1] or (), answer_of(self._state, known) or ())
        if labels:
            ladder = ["", *(one.id for one in self._state.protocol.levels)]
            now = self._level()
            fell = ladder.index(now) < ladder.index(level)
            self._ui(took=(question, took_words(labels, level if fell else "", now)))

    def _level(self) -> str:
        return (self._state.found.level if self._state.found else None) or ""

    def undo_ticks(self) -> None:
        """Brings back the ticks as they were before the last change on this page."""
        undo = self._state.ui.undo
        if undo is not None and self._state.draft is not None and asked_at(self._state.ui.place) == undo[0]:
            self.answer(undo[0], undo[1] or "")

    def _stay_on_the_road(self, question: str) -> None:
        """Goes to the page that now holds the question just answered, if the page shown is not asked any more."""
        here, journey = self._state.ui.place, self._state.journey
        if journey is None or not asked_at(here) or here in places(self._state):
            return
        page = next((page for page in journey.pages if question in page.questions), journey.pages[0])
        self._move(asking(page.questions[0]), came=self._state.ui.came)

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

    def close_entry(self, question: str) -> None:
        """Closes the entry or the mark that is open, unless a box of it has to be put right first: then it says so."""
        known, ui = question_of(self._state, question), self._state.ui
        index = ui.mark if known.type == "marks" else (ui.entry or ("", None))[1]
        if index is not None and to_put_right(self._state, known, index):
            faults = faults_of(self._state, known, self._state.typed[question], self._state.now)
            here = tuple(fault for fault in faults if fault.path[:1] == (index,))
            self._ui(errors=MappingProxyType({**ui.errors, question: told(known, here)}), more_open=True)
        else:
            self._ui(mark=None, entry=None, more_open=False, field_open="")

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
        """Takes a mark away; another that is open stays open."""
        opened = self._state.ui.mark
        still = None if opened is None or opened == index else opened - (opened > index)
        self._state = replace(self._state, ui=replace(self._state.ui, mark=still))
        self._without(question, index)

    def _without(self, question: str, index: int) -> None:
        entries = changing.listed(answer_of(self._state, question_of(self._state, question)))
        left = tuple(entry for place, entry in enumerate(entries) if place != index)
        self.answer(question, left or "")
