"""Why this level: the rules that fired with their sources, the answers that counted, and what would raise it."""

from __future__ import annotations

from bruiseaid.app.screens.levels import level_of, level_view
from bruiseaid.app.screens.mark_places import place_words
from bruiseaid.app.screens.panel import short_words, told_name
from bruiseaid.app.screens.phrases import joined, lower_first
from bruiseaid.app.screens.shown import LevelView
from bruiseaid.app.screens.state import State
from bruiseaid.engine.leading import leading_first
from bruiseaid.engine.raising import Raising, what_would_raise
from bruiseaid.protocol.model import Option, Source
from bruiseaid.values import dataclass

RAISING = "what_would_raise"
_KINDS = {
    "GM": "A body of Greater Manchester",
    "neighbour": "Another area, not Greater Manchester",
    "national": "National guidance or research",
    "ours": "Our own choice, for a local lead to sign off",
    "memory": "From memory, not checked",
}
_MOST_OPTIONS = 4


@dataclass(frozen=True, slots=True)
class CitedView:
    """One source: its short name as a button, and when `open` what it is, where it is, and how it was read."""

    short: str
    name: str
    open: bool
    title: str
    kind: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule that fired, in words, with its sources."""

    id: str
    because: str
    sources: tuple[CitedView, ...]
    own_choice: str


@dataclass(frozen=True, slots=True)
class RaisingView:
    """Answers that would raise the level to this one."""

    level: LevelView
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The reasons. `raising_link` empty: no answer can raise it, or it is not settled; `raising` empty: folded."""

    head: str
    reasons: tuple[Reason, ...]
    counted: tuple[str, ...]
    raising_link: str
    raising_open: bool
    raising: tuple[RaisingView, ...]


def why(state: State) -> Why:
    """Why the answers lead where they lead. Where people decided on another level, it says of which level it is."""
    found = state.found
    assert found is not None
    decided = state.judgement is not None and state.judgement.holds
    settled = found.status == "concluded" and found.level != state.protocol.levels[-1].id
    opened = settled and state.ui.field_open == RAISING
    return Why(
        head=f"Why the protocol gives {found.level}" if decided and found.level else "Why this level",
        reasons=_reasons(state),
        counted=_counted(state),
        raising_link="What would raise it" if settled else "",
        raising_open=opened,
        raising=_raising(state, found.level or "") if opened else (),
    )


def _reasons(state: State) -> tuple[Reason, ...]:
    assert state.found is not None
    known = {source.key: source for source in state.protocol.sources}
    return tuple(
        Reason(
            rule.id,
            rule.because,
            tuple(_cited(state, rule.id, known[key]) for key in rule.sources if key in known),
            f"Our own choice: {rule.own_choice}" if rule.own_choice else "",
        )
        for rule in leading_first(state.protocol, state.found)
    )


def _cited(state: State, rule: str, source: Source) -> CitedView:
    name = f"{rule}.{source.key}"
    kind = _KINDS.get(source.kind, source.kind)
    note = source.note or "The copy that was read has no date"
    address, is_open = source.address or "No public address", state.ui.sources_open == name
    return CitedView(source.short or source.key, name, is_open, source.title, kind, address, note)


def _counted(state: State) -> tuple[str, ...]:
    assert state.found is not None
    assert state.draft is not None
    answers = state.draft.case.answers
    known = {question.id: question for question in state.protocol.questions}
    return tuple(
        f"{told_name(state, known[name])}: {lower_first(short_words(state, known[name], answers[name]))}"
        for name in state.found.counted
        if name in known and name in answers
    )


def _raising(state: State, level: str) -> tuple[RaisingView, ...]:
    """By level, most urgent first; each line says which answers to which question."""
    assert state.draft is not None
    lines: dict[str, list[str]] = {}
    for one in what_would_raise(state.draft.case, level):
        lines.setdefault(one.level, []).append(_line(state, one))
    found = [(level_of(state.protocol, name), words) for name, words in lines.items()]
    return tuple(RaisingView(level_view(level), tuple(words)) for level, words in found if level is not None)


def _line(state: State, one: Raising) -> str:
    question = next(known for known in state.protocol.questions if known.id == one.question)
    options, label = question.options, question.short
    if one.mark is not None:
        field = next(known for known in question.fields if known.id == one.field)
        options, label = field.options, f"{_mark(state, one)}, {lower_first(field.label)}"
    words = [_words(option) for option in options if option.id in one.options]
    if len(words) > _MOST_OPTIONS + 1:
        words = [*words[:_MOST_OPTIONS], f"{len(words) - _MOST_OPTIONS} other answers"]
    return f"{label}: {joined(words, 'or')}"


def _mark(state: State, one: Raising) -> str:
    assert state.draft is not None
    assert one.mark is not None
    marks = state.draft.case.answers.get(one.question, ())
    regions = {region.id: region for region in state.protocol.regions}
    entry = marks[one.mark] if isinstance(marks, tuple) else {}
    place = place_words(regions, entry) if not isinstance(entry, str) else ""
    return f"Mark {one.mark + 1} ({lower_first(place)})"


def _words(option: Option) -> str:
    return f"“{option.short or option.label}”"
