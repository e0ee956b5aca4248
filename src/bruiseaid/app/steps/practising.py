"""Practice: a made-up story answered as if it were real, and how it went. Nothing of it is kept as real."""

from __future__ import annotations

from abc import abstractmethod
from types import MappingProxyType

from bruiseaid.app import drills
from bruiseaid.app.screens.state import PRACTICE
from bruiseaid.app.steps.answering import Answering
from bruiseaid.engine.case import Case
from bruiseaid.record.progress import Draft


class Practising(Answering):
    """The stories."""

    @abstractmethod
    def _open(self, draft: Draft) -> None:
        """Opens the window at that record."""

    def practise(self) -> None:
        """Shows the list of stories, leaving what was practised before."""
        self.leave()
        self._ui(place=PRACTICE)

    def start_drill(self, scenario: str) -> None:
        """Begins a practice record of that story."""
        protocol, now = self._state.protocol, self._around.now()
        one = next(known for known in protocol.scenarios if known.id == scenario)
        told = drills.told_case(protocol, one, now)
        if told is None:
            self.tell("These rules cannot play this story. Choose another one.")
            return
        case = Case(protocol, now, told.borough, MappingProxyType(drills.first_answers(told)))
        self._open(Draft(drills.drill_code(one), now, now, case, practice=True))
