"""A letter with Alt for every button that acts: underlined in its words, and never the same twice on a screen.

What people wrote never becomes a letter by itself: words are shown as they are, and letters are given out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from bruiseaid.app.parts.buttons import Button, buttons
from bruiseaid.app.parts.tab_order import stops_in

TAKEN = frozenset("n")  # Alt+N opens the act-now strip from anywhere
ROUND: Mapping[str, str] = {"forward": "c", "back": "b", "emergency": "e", "help": "h", "hide": "i", "leave": "l"}
"""The buttons round every page, by name. Nothing else gets one of these letters, whether they are there or not."""
FIRST: Mapping[str, str] = {
    **ROUND,
    "change_an_answer": "g",
    "foot_link": "t",
    "act_now": "a",
    "to_result": "d",
    "why": "w",
    "show_panel": "o",
    "all_steps": "l",
}
"""Those and the ones round many pages, which have the same letter wherever they are. All the steps stand where there is
no room for the rail, which has the way out."""
_REMEMBERED = 100
_ORDER = ("start", "primary", "emergency", "plain", "link")


def letters_for(buttons: Iterable[tuple[str, str, str]]) -> dict[int, str]:
    """A letter for each button by its place in the list, which tells its name, kind and words.

    Those that stand round the pages keep theirs; one that says something else, without its letter, chooses with the
    rest. Then the weightier kinds choose, in reading order. A button none of whose letters is free has none: a long
    list of the same word cannot be told apart by letters.
    """
    known, given, taken = list(buttons), dict[int, str](), set(TAKEN)
    for place, (name, _, words) in enumerate(known):
        letter = FIRST.get(name, "")
        if letter and letter in words.casefold() and letter not in taken:
            given[place] = letter
            taken.add(letter)
    taken.update(ROUND.values())
    for place in sorted(range(len(known)), key=lambda one: _ORDER.index(known[one][1])):
        if place not in given and (free := _free(known[place][2], taken)):
            given[place] = free
            taken.add(free)
    return given


def _free(words: str, taken: set[str]) -> str:
    starts = [word[:1] for word in words.casefold().split()]
    return next((letter for letter in (*starts, *words.casefold()) if _usable(letter) and letter not in taken), "")


def _usable(letter: str) -> bool:
    return letter.isascii() and letter.isalpha()


class Letters:
    """Gives the buttons to be seen their letters, and remembers which ones the same buttons had."""

    def __init__(self) -> None:
        self._given: dict[tuple[tuple[Button, str, str], ...], tuple[tuple[Button, str], ...]] = {}

    def give(self, around: QWidget, areas: Sequence[QWidget]) -> None:
        """Gives the buttons around there their letters. To go through them in reading order takes a while.

        `areas`: the parts of it that have buttons, in reading order.
        """
        seen = tuple((one, one.kind(), one.words()) for one in buttons.inside(around) if one.isVisibleTo(around))
        if seen not in self._given:
            if len(self._given) >= _REMEMBERED:
                self._given.clear()
            self._given[seen] = _letters(areas)
        for button, letter in self._given[seen]:
            button.take_letter(letter)


def _letters(areas: Sequence[QWidget]) -> tuple[tuple[Button, str], ...]:
    shown = [one for area in areas for one in stops_in(area) if isinstance(one, Button) and one.words()]
    letters = letters_for((one.objectName(), one.kind(), one.words()) for one in shown)
    return tuple((button, letters.get(place, "")) for place, button in enumerate(shown))
