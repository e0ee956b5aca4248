"""The marks page: where marks are, what is said of each, and which drawing is shown."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.app.screens.fields import field_view, field_words, fields_asked
from bruiseaid.app.screens.phrases import joined
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import (
    ChoiceView,
    FieldView,
    MapView,
    MarkCard,
    MarksView,
    OptionView,
    PlaceView,
)
from bruiseaid.protocol.model import Field, Question, Region
from bruiseaid.record.figures import VIEWS, figure
from bruiseaid.record.marks import figure_for

Entry = Mapping[str, str]

TABS = (
    ("front", "Front"),
    ("back", "Back"),
    ("sides", "Sides of head"),
    ("mouth", "Mouth"),
    ("hands", "Hands"),
    ("feet", "Feet"),
)
FIGURES = (("infant", "Baby"), ("child", "Older"))
_SIDE_WORDS = {"left": "child's left", "right": "child's right", "middle": "middle"}
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


def marks_view(state: State, question: Question, marks: tuple[Entry, ...], *, answered: bool) -> MarksView:
    """The marks page as it is shown."""
    opened = state.ui.mark if state.ui.mark is not None and state.ui.mark < len(marks) else None
    kind = figure_kind(state)
    zone = state.protocol.time_zone
    asking, more = _open_fields(state, question, marks, opened)
    regions = {region.id: region for region in state.protocol.regions}
    return MarksView(
        name=question.id,
        head=_head(len(marks)),
        tabs=TABS,
        figure=kind,
        figures=FIGURES,
        map=_map(state, kind, marks, opened),
        places=_places(state.protocol.regions),
        cards=tuple(_card(question, regions, mark, index, opened, zone) for index, mark in enumerate(marks)),
        open_index=opened,
        open_title=place_words(regions, marks[opened]) if opened is not None else "",
        asking=asking,
        asking_open=_asking_open(state, asking),
        ready=all(view.value_words for view in asking if view.needed),
        more=more,
        more_open=state.ui.more_open,
        note=_note(question, marks),
        advice=split_help(question)[1],
        none_words=question.none_label,
        none_chosen=answered and not marks,
        elsewhere_words=_elsewhere(state.protocol.regions),
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
        if any(key in figure(view).regions for view in (big, *beside)):
            return tab
    return now


def place_words(regions: Mapping[str, Region], mark: Entry) -> str:
    """ "Cheek, fleshy part: child's left"."""
    region = regions.get(mark.get("region", ""))
    name = region.name.replace(" - ", ", ") if region else "Place not given"
    side = _SIDE_WORDS.get(mark.get("side", ""), "")
    single = region is not None and len(region.sides) == 1
    return name if single or not side else f"{name}: {side}"


def _places(regions: tuple[Region, ...]) -> tuple[PlaceView, ...]:
    by_id = {region.id: region for region in regions}
    return tuple(
        PlaceView(region.id, side, place_words(by_id, {"region": region.id, "side": side}))
        for region in regions
        for side in region.sides
    )


def _elsewhere(regions: tuple[Region, ...]) -> str:
    return next((region.name for region in regions if not _drawn(region)), "")


def undrawn(regions: tuple[Region, ...]) -> str:
    """The region that stands for places without a drawing; empty if there is none."""
    return next((region.id for region in regions if not _drawn(region)), "")


def _drawn(region: Region) -> bool:
    return any(f"{region.id}-{side}" in figure(view).regions for view in VIEWS for side in region.sides)


def _map(state: State, kind: str, marks: tuple[Entry, ...], opened: int | None) -> MapView:
    big, beside = drawings(state.ui.map_tab, kind)
    discs: dict[str, list[str]] = {}
    for index, mark in enumerate(marks):
        discs.setdefault(_key(mark), []).append(str(index + 1))
    selected = _key(marks[opened]) if opened is not None else ""
    return MapView(
        state.ui.map_tab, big, beside, tuple((key, tuple(held)) for key, held in discs.items()), selected
    )


def _key(mark: Entry) -> str:
    return f"{mark.get('region', '')}-{mark.get('side', '')}"


def _placing(field: Field) -> bool:
    """The details that the map itself gives."""
    return field.type == "region" or field.id in ("side", "view")


def _open_fields(
    state: State, question: Question, marks: tuple[Entry, ...], opened: int | None
) -> tuple[tuple[FieldView, ...], tuple[FieldView, ...]]:
    if opened is None:
        return (), ()
    mark, zone = marks[opened], state.protocol.time_zone
    asked = [field for field in fields_asked(question, mark) if not _placing(field)]
    first = sorted((field for field in asked if _comes_first(field)), key=lambda field: not field.needed)
    needed = [field_view(question, field, mark, zone) for field in first]
    more = [field_view(question, field, mark, zone) for field in asked if not _comes_first(field)]
    if _side_open(state, mark):
        needed.insert(0, _side_view(state, question, mark))
    return tuple(needed), tuple(more)


def _comes_first(field: Field) -> bool:
    return field.needed or field.if_absent is not None


def _side_open(state: State, mark: Entry) -> bool:
    return mark.get("region") == undrawn(state.protocol.regions)


def _side_view(state: State, question: Question, mark: Entry) -> FieldView:
    region = next(region for region in state.protocol.regions if region.id == mark["region"])
    field = next(field for field in question.fields if field.id == "side")
    view = field_view(question, field, mark, state.protocol.time_zone)
    options = tuple(
        OptionView(option.id, option.label, option.hint, option.id == mark.get("side"))
        for option in field.options
        if option.id in region.sides
    )
    return FieldView(view.id, view.label, view.hint, ChoiceView(view.input.name, options, small=True), view.value_words)


def _card(
    question: Question,
    regions: Mapping[str, Region],
    mark: Entry,
    index: int,
    opened: int | None,
    zone: str,
) -> MarkCard:
    title, missing = place_words(regions, mark), missing_facts(question, mark)
    said = [
        field_words(field, mark.get(field.id, ""), zone)
        for field in fields_asked(question, mark)
        if not _placing(field) and field.type in ("choice", "number")
    ]
    facts = ". ".join(text for text in said[:4] if text)
    facts = f"{facts}." if facts else "Nothing said of it yet."
    spoken = f"Mark {index + 1}, {title}. {facts}"
    return MarkCard(
        index, str(index + 1), _key(mark), title, facts, missing, index == opened, spoken
    )


def missing_facts(question: Question, mark: Entry) -> str:
    """The details that a mark still lacks: first what the level needs, in one sentence; empty if none."""
    lacking = [field for field in fields_asked(question, mark) if not mark.get(field.id)]
    needed = [field.label for field in lacking if field.needed]
    if needed:
        return f"Still to answer: {joined([needed[0], *map(_small, needed[1:])])}."
    return ""


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _note(question: Question, marks: tuple[Entry, ...]) -> str:
    lacking = []
    for index, mark in enumerate(marks):
        asked = fields_asked(question, mark)
        if any(field.finish and not mark.get(field.id) for field in asked):
            lacking.append(str(index + 1))
    if not lacking:
        return ""
    which = f"Mark {lacking[0]} needs" if len(lacking) == 1 else f"Marks {joined(lacking)} need"
    return f"{which} more details before you finish. You can add them later."
