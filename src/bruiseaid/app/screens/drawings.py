"""Which drawings of the body are shown, and which of them shows a place."""

from __future__ import annotations

from bruiseaid.app.screens.state import State
from bruiseaid.record.figures import keys_of
from bruiseaid.record.marks import figure_for

TABS = (
    ("front", "Front"),
    ("back", "Back"),
    ("sides", "Sides of head"),
    ("mouth", "Mouth"),
    ("hands", "Hands"),
    ("feet", "Feet"),
)
FIGURES = (("infant", "Baby"), ("child", "Older"))
_CASE_VIEWS = {
    "infant-front": "front",
    "child-front": "front",
    "infant-back": "back",
    "child-back": "back",
    "head-front": "face",
    "head-left": "left",
    "head-right": "right",
    "mouth": "mouth",
}


def figure_kind(state: State) -> str:
    """Which figure is shown: the one chosen by hand, else the one that fits the child's age."""
    if state.ui.figure or state.draft is None:
        return state.ui.figure or "infant"
    return figure_for(state.draft.case)


def drawings(tab: str, kind: str) -> tuple[str, tuple[str, ...]]:
    """The large drawing of a tab, and those beside it."""
    shown: dict[str, tuple[str, ...]] = {
        "front": (f"{kind}-front", "head-front"),
        "back": (f"{kind}-back",),
        "sides": ("head-right", "head-left"),
        "mouth": ("mouth", "head-front"),
        "hands": ("hands-palm", "hands-back"),
        "feet": ("feet-top", "feet-sole"),
    }
    big, *beside = shown[tab]
    return big, tuple(beside)


def case_view(drawing: str) -> str:
    """The word of the case file for a drawing: front, back, left, right, face, mouth or hands_feet."""
    return _CASE_VIEWS.get(drawing, "hands_feet")


def tab_with(key: str, kind: str, now: str) -> str:
    """The tab on which a place is drawn: the present one if it is there, else the first that has it."""
    order = (now, *(tab for tab, _ in TABS if tab != now))
    for tab in order:
        big, beside = drawings(tab, kind)
        if any(key in keys_of(view) for view in (big, *beside)):
            return tab
    return now
