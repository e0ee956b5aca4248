"""Adding to a finished record: the page to write on, the page to check it, and what stands beside both. Pure."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bruiseaid.app.screens.filed import FiledAddendum
from bruiseaid.app.screens.later_facts import (
    BEFORE,
    BY,
    PART,
    REASONS,
    ROLE,
    TEXT,
    TOLD_BY,
    WHY,
    faults,
    moment_of,
    parts_asked,
    parts_written,
)
from bruiseaid.app.screens.levels import level_of, level_view, phone_view
from bruiseaid.app.screens.phrases import count_words, moment_words
from bruiseaid.app.screens.shown import LevelView, PhoneView
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.typed import moment_boxes
from bruiseaid.app.screens.values import ChoiceView, FieldInput, FieldView, MomentView, OptionView, TextView
from bruiseaid.engine.contacts import emergency_phone, number_now
from bruiseaid.engine.recommend import borough_of
from bruiseaid.record.progress import LEARNT_AT, is_adding
from bruiseaid.values import dataclass

_LABELS = {
    TEXT: ("What is now known", "What happened or was found. Put people's own words in quotation marks"),
    TOLD_BY: (
        "Who said it, or how you know",
        "Name and role, or the report you read, or “I saw it myself”. This paper is shared: do not name a neighbour or "
        "relative whose name is kept apart. Write “a neighbour” or “a relative”",
    ),
    LEARNT_AT: ("When you were told, or found out", ""),
    WHY: ("Why you add it", ""),
    PART: ("Which part of the record is not right", "For example the date of birth, or mark 2"),
    BEFORE: ("What the record says there", "Leave it empty if the record says nothing"),
    BY: ("Your name", "First and last name"),
    ROLE: ("Your job title", "For example health visitor"),
}


@dataclass(frozen=True, slots=True)
class AddendumRow:
    """One sealed addendum. `words` are what it adds; buttons only where its file can be relied on."""

    number: int
    path: str
    file: str
    title: str
    under: str
    words: str
    holds: bool


@dataclass(frozen=True, slots=True)
class AddendaCard:
    """What was added to a finished record, and the way to add more. `note` says what waits.

    `bring` is empty while nothing was thrown away.
    """

    head: str
    words: str
    rows: tuple[AddendumRow, ...]
    add: str
    note: str
    bring: str


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside both pages: whom to ring, that the result stays, and what was added before."""

    ring: str
    ring_words: str
    phone: PhoneView
    level: LevelView | None
    result: str
    begin: str
    earlier_head: str
    earlier: tuple[AddendumRow, ...]


@dataclass(frozen=True, slots=True)
class AddendumPage:
    """The page to write on. `folded`: parts that are shown as one line with "Change".

    `throw` is empty while nothing is written.
    """

    title: str
    words: str
    errors_head: str
    errors: tuple[tuple[str, str], ...]
    fields: tuple[FieldView, ...]
    folded: tuple[str, ...]
    throw: str
    beside: Beside


@dataclass(frozen=True, slots=True)
class AddendumCheckPage:
    """The page to check it: what will be sealed, word for word."""

    title: str
    words: str
    rows: tuple[tuple[str, str], ...]
    problem: str
    beside: Beside


def addendum_page(state: State) -> AddendumPage:
    """What is asked of an addendum, with what was written so far."""
    assert state.draft is not None
    parts, zone = parts_written(state), state.protocol.time_zone
    fields = tuple(_field(state, name, parts.get(name, ""), zone) for name in parts_asked(parts))
    wrong = tuple((field.id, words) for field in fields for words in field.errors)
    head = count_words(len(wrong), "thing is missing or not right", "things are missing or not right")
    folded = tuple(field.id for field in fields if field.value_words and state.ui.field_open != field.id)
    return AddendumPage(
        title=f"Add to record {state.draft.id}",
        words="The sealed record is not changed, and its result is not worked out again. What you write here becomes "
        "an addendum: a sealed paper of its own, which names the record it belongs to.",
        errors_head=head if wrong else "",
        errors=wrong,
        fields=fields,
        folded=folded,
        throw="Throw away what you have written" if is_adding(state.draft.adding) else "",
        beside=_beside(state),
    )


def addendum_check_page(state: State) -> AddendumCheckPage:
    """The addendum as it will be sealed."""
    parts = parts_written(state)
    rows = tuple((_LABELS[name][0], _in_words(state, name, parts.get(name, ""))) for name in parts_asked(parts))
    return AddendumCheckPage(
        title="Check the addendum",
        words="Once it is sealed, nobody can change it. A mistake in it is put right by another addendum.",
        rows=rows,
        problem=" ".join(said for found in faults(state).values() for said in found),
        beside=_beside(state),
    )


def addenda_card(state: State) -> AddendaCard | None:
    """What stands of addenda on the page of a finished record; nothing in practice."""
    if state.draft is None or state.draft.practice:
        return None
    begun = is_adding(state.draft.adding)
    return AddendaCard(
        head="What became known later",
        words="The sealed record is never changed. A later fact is an addendum: a sealed paper of its own.",
        rows=addenda_rows(state),
        add="Go on with the addendum…" if begun else "Add to this record…",
        note="An addendum is begun and not sealed yet." if begun else "",
        bring="Bring back what was thrown away" if state.ui.thrown else "",
    )


def addenda_rows(state: State) -> tuple[AddendumRow, ...]:
    """The sealed addenda to this record, in their order."""
    filed = state.ui.filed
    return tuple(_row(one, state.protocol.time_zone) for one in filed.addenda) if filed is not None else ()


def _row(one: FiledAddendum, zone: str) -> AddendumRow:
    earlier = f" It belongs to the record made before, {one.earlier}." if one.earlier else ""
    name, file = f"Addendum {one.number}", one.path.replace("\\", "/").rpartition("/")[2]
    if one.at is None:
        words = f"The file {file} was changed after it was sealed, or it is not whole. Do not rely on it."
        return AddendumRow(one.number, one.path, file, name, words + earlier, "", holds=False)
    under = f"By {one.by}. {one.why}.{earlier}"
    at = moment_words(one.at, zone)
    return AddendumRow(one.number, one.path, file, f"{name}, {at}", under, one.words, holds=True)


def _field(state: State, name: str, words: str, zone: str) -> FieldView:
    label, hint = _LABELS[name]
    errors = state.ui.errors.get(name, ())
    value = "" if errors else _known_already(state, name, words, zone)
    return FieldView(name, label, hint, _input(name, words, zone), value_words=value, errors=errors)


def _known_already(state: State, name: str, words: str, zone: str) -> str:
    """What stands in a part without having been written on this page; empty where it is to be written."""
    if name == LEARNT_AT and (moment := moment_of(words)):
        return moment_words(moment, zone)
    written = state.draft.adding if state.draft is not None else {}
    return words if name in (BY, ROLE) and name not in written else ""


def _input(name: str, words: str, zone: str) -> FieldInput:
    called = f"addendum.{name}"
    if name == WHY:
        return ChoiceView(called, tuple(OptionView(reason, label, "", reason == words) for reason, label in REASONS))
    if name == LEARNT_AT:
        return MomentView(called, *moment_boxes(words, zone))
    return TextView(called, words, long=name in (TEXT, BEFORE), lines=5 if name == TEXT else 3)


def _in_words(state: State, name: str, words: str) -> str:
    if name == WHY:
        return dict(REASONS).get(words, "")
    moment = moment_of(words) if name == LEARNT_AT else None
    return moment_words(moment, state.protocol.time_zone) if moment else words.strip()


def _beside(state: State) -> Beside:
    assert state.draft is not None
    protocol, earlier = state.protocol, addenda_rows(state)
    level = level_of(protocol, state.outcome.level if state.outcome is not None else None)
    before = count_words(len(earlier), "addendum before this one", "addenda before this one")
    contact = number_now(borough_of(state.draft.case), state.now, ZoneInfo(protocol.time_zone), protocol.calendar)
    stays = f"It stays at level {level.id}: {level.name}. " if level else ""
    return Beside(
        ring="If the child may be less safe, ring first",
        ring_words=f"Do not wait until this is written. If someone is in danger now, ring {emergency_phone(protocol)}.",
        phone=phone_view(protocol, contact),
        level=level_view(level) if level else None,
        result=f"{stays}An addendum does not work out the result again. Is there a new mark, or would you answer a "
        "question differently now? Begin a new record: it works out what to do.",
        begin="Begin a new record",
        earlier_head=before if earlier else "",
        earlier=earlier,
    )
