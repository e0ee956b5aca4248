"""The one thing in the window that changes: the record being made, and where in it the user is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from bruiseaid.app.deciding import outcome_of
from bruiseaid.app.screen import Screen, screen_for
from bruiseaid.app.screens.state import State, Ui
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.engine.journey import replay
from bruiseaid.engine.words import age_words
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import Drafts
from bruiseaid.store.settings import Settings


class Holding(QObject):
    """Holds the state. `changed` is sent after each intention, when the screen may be another."""

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
        journey, outcome = replay(draft.case), outcome_of(draft, now)
        self._state = replace(self._state, draft=draft, journey=journey, outcome=outcome, now=now)

    def tick(self) -> None:
        """A minute has passed: what is due is worked out again."""
        if self._state.draft is not None:
            self._work_out(self._state.draft, self._around.now())
        self._ui()

    def now(self) -> datetime:
        """The time of the clock just now."""
        return self._around.now()

    def minute(self) -> str:
        """The present minute, to tell when it has passed."""
        return f"{self._around.now():%H:%M}"

    @property
    def protocol_state(self) -> str:
        """In words, why newer rules are not in force; empty when nothing was refused."""
        return self._state.protocol_state

    @protocol_state.setter
    def protocol_state(self, words: str) -> None:
        self._state = replace(self._state, protocol_state=words)
        self._ui()

    def tell(self, problem: str) -> None:
        """Shows a sentence about something that went wrong, until the next answer."""
        self._ui(problem=problem)

    def _draft(self) -> Draft:
        assert self._state.draft is not None, "no record is open"
        return self._state.draft
