"""Makes the pages that may come next while the user is busy with the present one: Continue and Back find them ready."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from bruiseaid.app.screen import Screen, screen_for
from bruiseaid.app.screens.road import place_after, place_before, places
from bruiseaid.app.screens.state import CHECK, DO_NOW, State, asked_at

QUIET_MS = 400


def coming(state: State) -> tuple[str, ...]:
    """The places that may be shown next, at most three: after this, what to do now if one can go there, and Back."""
    order, here = places(state), state.ui.place
    if state.journey is None or here not in order:
        return ()
    near = (place_after(state),) if here != CHECK else ()
    urgent = state.outcome is not None and (state.outcome.act_now or state.outcome.level is not None)
    ahead = (*near, *((DO_NOW,) if urgent and asked_at(here) else ()), place_before(state))
    return tuple(dict.fromkeys(place for place in ahead if place))


def screen_at(state: State, place: str) -> Screen:
    """The screen of that place, were one to go there now."""
    return screen_for(replace(state, ui=replace(state.ui, place=place)))


class Ahead(QObject):
    """After a quiet moment makes one page at a time; anything the user does comes first.

    `make` gets a place and says whether there was anything to make.
    """

    def __init__(self, parent: QObject, state: Callable[[], State], make: Callable[[str], bool]) -> None:
        super().__init__(parent)
        self._state, self._make = state, make
        self._waiting: list[str] = []
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._make_one)

    def look(self) -> None:
        """Begins anew: something has changed."""
        self._waiting = list(coming(self._state()))
        self._quiet.start()

    def _make_one(self) -> None:
        while self._waiting:
            if self._make(self._waiting.pop(0)):
                self._quiet.start()
                return
