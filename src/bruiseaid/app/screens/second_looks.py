"""Answers that are worth a second look: said below them, and before the record is made. Pure."""

from __future__ import annotations

from collections.abc import Collection

from bruiseaid.app.screens.made import stands
from bruiseaid.app.screens.phrases import count_words
from bruiseaid.app.screens.state import State, asking
from bruiseaid.engine.looking_again import second_looks
from bruiseaid.protocol.model import SecondLook
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class LookLink:
    """The way to one of the answers. `place` is the page on which it stands."""

    question: str
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class LookView:
    """What goes badly together, with the ways to change it."""

    id: str
    words: str
    links: tuple[LookLink, ...]


@dataclass(frozen=True, slots=True)
class LooksView:
    """All of them with words above and below; no head: there is nothing to say."""

    head: str = ""
    found: tuple[LookView, ...] = ()
    note: str = ""

    @property
    def aloud(self) -> str:
        """What a screen reader says when they come: the sentences, or of many how many there are."""
        if len(self.found) > _MOST_ALOUD:
            return f"{self.head}: {count_words(len(self.found), 'thing', 'things').lower()}."
        return " ".join((f"{self.head}.", *(one.words for one in self.found))) if self.found else ""


NO_LOOKS = LooksView()
_MOST_ALOUD = 2
_HEAD = "Please look again"
_NOTE = "If it is right as it stands, go on. Nothing is changed for you."


def looks_beside(state: State, shown: Collection[str]) -> LooksView:
    """What is said below the questions that a page shows. The ways lead to the answers that are on other pages."""
    return _view(state, shown, _HEAD)


def looks_left(state: State) -> LooksView:
    """All that still hold, for the page on which all answers are checked. A record that was made asks nothing more."""
    return NO_LOOKS if stands(state) else _view(state, (), "Before you finish, please look again")


def _view(state: State, shown: Collection[str], head: str) -> LooksView:
    if state.draft is None or state.journey is None:
        return NO_LOOKS
    held = second_looks(state.draft.case, state.journey.asked, shown)
    found = tuple(_look(state, one, shown) for one in held if not set(one.look_at) & set(state.typed))
    return LooksView(head, found, _NOTE) if found else NO_LOOKS


def _look(state: State, look: SecondLook, shown: Collection[str]) -> LookView:
    assert state.journey is not None
    places = {name: asking(page.questions[0]) for page in state.journey.pages for name in page.questions}
    shorts = {question.id: question.short for question in state.protocol.questions}
    links = (LookLink(name, places[name], f"Look at “{shorts[name]}”") for name in look.look_at if name not in shown)
    return LookView(look.id, look.say, tuple(links))
