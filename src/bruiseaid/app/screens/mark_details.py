"""What is said of each mark: its card, and the details asked of the one that is open."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.app.screens.faults import to_put_right, wrong_details
from bruiseaid.app.screens.fields import field_view, field_words
from bruiseaid.app.screens.mark_places import Entry, place_words, undrawn
from bruiseaid.app.screens.phrases import joined
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import ChoiceView, FieldView, MarkCard, MarkSize, OptionView
from bruiseaid.engine.details import fields_asked
from bruiseaid.protocol.measures import in_unit
from bruiseaid.protocol.model import Field, Question, Region


def mark_key(mark: Entry) -> str:
    """Region and side, as the drawings name a place."""
    return f"{mark.get('region', '')}-{mark.get('side', '')}"


def mark_sizes(marks: tuple[Entry, ...]) -> tuple[MarkSize, ...]:
    """The sizes that were given, by number."""
    sizes = ((str(number), _mm(mark, "length_mm"), _mm(mark, "width_mm")) for number, mark in enumerate(marks, start=1))
    return tuple(MarkSize(number, length, width) for number, length, width in sizes if length)


def _mm(mark: Entry, name: str) -> int:
    return int(in_unit(mark.get(name, ""), "mm") or 0)


def _placing(field: Field) -> bool:
    """The details that the map itself gives."""
    return field.type == "region" or field.id in ("side", "view")


def open_fields(
    state: State, question: Question, marks: tuple[Entry, ...], opened: int | None
) -> tuple[tuple[FieldView, ...], tuple[FieldView, ...]]:
    """The details of the open mark: those that are asked one after another, and all the others."""
    if opened is None:
        return (), ()
    mark, zone, wrong = marks[opened], state.protocol.time_zone, wrong_details(state, question)

    def view(field: Field) -> FieldView:
        return field_view(question, field, mark, zone, wrong.get((opened, field.id), ()))

    asked = [field for field in fields_asked(question, mark) if not _placing(field)]
    first = sorted((field for field in asked if _comes_first(field)), key=lambda field: not field.needed)
    needed = [view(field) for field in first]
    more = [view(field) for field in asked if not _comes_first(field)]
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


def mark_card(
    state: State,
    question: Question,
    regions: Mapping[str, Region],
    mark: Entry,
    index: int,
    opened: int | None,
) -> MarkCard:
    """The mark as it is shown closed."""
    title, zone = place_words(regions, mark), state.protocol.time_zone
    missing = to_put_right(state, question, index) or missing_facts(question, mark)
    said = [
        field_words(field, mark.get(field.id, ""), zone)
        for field in fields_asked(question, mark)
        if not _placing(field) and field.type in ("choice", "number")
    ]
    facts = ". ".join(text for text in said[:4] if text)
    facts = f"{facts}." if facts else "Nothing said of it yet."
    spoken = f"Mark {index + 1}, {title}. {facts}"
    return MarkCard(index, str(index + 1), mark_key(mark), title, facts, missing, index == opened, spoken)


def missing_facts(question: Question, mark: Entry) -> str:
    """The details that a mark still lacks: first what the level needs; empty if none."""
    lacking = [field for field in fields_asked(question, mark) if not mark.get(field.id)]
    needed = [field.label for field in lacking if field.needed]
    if needed:
        return f"Still to answer: {' '.join(label if label.endswith('?') else f'{label}.' for label in needed)}"
    return ""


def lacking_note(question: Question, marks: tuple[Entry, ...]) -> str:
    """Which marks still need details before the record can be finished; empty if none."""
    lacking = []
    for index, mark in enumerate(marks):
        asked = fields_asked(question, mark)
        if any(field.finish and not mark.get(field.id) for field in asked):
            lacking.append(str(index + 1))
    if not lacking:
        return ""
    which = f"Mark {lacking[0]} needs" if len(lacking) == 1 else f"Marks {joined(lacking)} need"
    return f"{which} more details before you finish. You can add them later."
