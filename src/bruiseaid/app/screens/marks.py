"""The marks page: the map, the cards, and which mark is open."""

from __future__ import annotations

from bruiseaid.app.screens.drawings import FIGURES, TABS, drawings, figure_kind
from bruiseaid.app.screens.mark_details import lacking_note, mark_card, mark_key, mark_sizes, open_fields
from bruiseaid.app.screens.mark_places import Entry, elsewhere_words, place_words, places_by_name
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import FieldView, MapView, MarksView
from bruiseaid.protocol.model import Question


def marks_view(state: State, question: Question, marks: tuple[Entry, ...], *, answered: bool) -> MarksView:
    """The marks page as it is shown."""
    opened = state.ui.mark if state.ui.mark is not None and state.ui.mark < len(marks) else None
    kind = figure_kind(state)
    asking, more = open_fields(state, question, marks, opened)
    regions = {region.id: region for region in state.protocol.regions}
    return MarksView(
        name=question.id,
        head=_head(len(marks)),
        tabs=TABS,
        figure=kind,
        figures=FIGURES,
        map=_map(state, kind, marks, opened),
        places=places_by_name(state.protocol.regions),
        cards=tuple(mark_card(state, question, regions, mark, index, opened) for index, mark in enumerate(marks)),
        open_index=opened,
        open_title=place_words(regions, marks[opened]) if opened is not None else "",
        asking=asking,
        asking_open=_asking_open(state, asking),
        ready=all(view.value_words for view in asking if view.needed),
        more=more,
        more_open=state.ui.more_open,
        note=lacking_note(question, marks),
        advice=split_help(question)[1],
        none_words=question.none_label,
        none_chosen=answered and not marks,
        elsewhere_words=elsewhere_words(state.protocol.regions),
    )


def split_help(question: Question) -> tuple[str, str]:
    """The help in two parts: what stands above the input, and what the map needs the room of."""
    if question.type != "marks":
        return question.help, ""
    first, _, rest = question.help.partition(". ")
    return (f"{first}." if rest else first), rest


def _head(count: int) -> str:
    return "No marks yet" if not count else "1 mark" if count == 1 else f"{count} marks"


def _asking_open(state: State, asking: tuple[FieldView, ...]) -> str:
    """The detail shown open: the one that the user wants to change, else the first without an answer."""
    if any(view.id == state.ui.field_open for view in asking):
        return state.ui.field_open
    return next((view.id for view in asking if not view.value_words), "")


def _map(state: State, kind: str, marks: tuple[Entry, ...], opened: int | None) -> MapView:
    big, beside = drawings(state.ui.map_tab, kind)
    discs: dict[str, list[str]] = {}
    for index, mark in enumerate(marks):
        discs.setdefault(mark_key(mark), []).append(str(index + 1))
    selected = mark_key(marks[opened]) if opened is not None else ""
    return MapView(
        state.ui.map_tab,
        big,
        beside,
        tuple((key, tuple(held)) for key, held in discs.items()),
        selected,
        kind,
        mark_sizes(marks),
    )
