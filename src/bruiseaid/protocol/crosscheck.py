"""Checks that the parts of a protocol fit together: names exist, ids stand once, nothing waits for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bruiseaid.protocol.build import Built
from bruiseaid.protocol.conditions import Always
from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.model import AgeFact, CountFact, Fact, Field, Protocol, Question, Region, ValueFact
from bruiseaid.protocol.order import Cycle, working_order
from bruiseaid.protocol.problems import nearest
from bruiseaid.protocol.second_look import times_of
from bruiseaid.protocol.when import Inside, Term, Vocabulary, check_uses

WORDS_OF_THE_ENGINE = (
    "level", "standing_level", "level_so_far", "fired", "action", "any", "all", "not",
    "any_mark", "every_mark", "any_in",
)  # fmt: skip


def same_id_twice(tables: Iterable[Read], key: str, what: str, reading: Reading) -> None:
    """A problem for every id that stands a second time."""
    first: dict[str, Read] = {}
    for table in tables:
        name = table.text(key)
        if name and name in first:
            line = first[name].place.line
            reading.add(table.place_of(key), f"There is already {what} with this id, on line {line}.", words=name)
        first.setdefault(name, table)


def case_terms(questions: Iterable[Question], facts: Iterable[Fact]) -> dict[str, Term]:
    """What conditions over a case may name: answers that are chosen, ticked or counted, and facts."""
    terms: dict[str, Term] = {}
    for question in questions:
        ids = tuple(option.id for option in question.options)
        if question.type in ("choice", "ticks"):
            terms[question.id] = Term("ticks" if question.type == "ticks" else "choice", ids)
        elif question.type == "number":
            terms[question.id] = Term("number")
        elif question.type in ("people", "entries"):
            terms[question.id] = Term("list")
    terms.update(fact_terms(fact for fact in facts if not of_each_mark(fact)))
    return terms


def fact_terms(facts: Iterable[Fact]) -> dict[str, Term]:
    """Facts as terms."""
    terms: dict[str, Term] = {}
    for fact in facts:
        match fact:
            case AgeFact() | CountFact():
                terms[fact.id] = Term("number")
            case _:
                terms[fact.id] = Term("fact", fact.values, fact.ordered)
    return terms


def of_each_mark(fact: Fact) -> bool:
    """Whether the fact is worked out for every mark."""
    return isinstance(fact, ValueFact) and fact.of_each_mark


def detail_terms(fields: Iterable[Field], regions: Iterable[Region]) -> dict[str, Term]:
    """What conditions over a mark or an entry may name: its chosen details and the columns of its place."""
    terms: dict[str, Term] = {}
    rows = tuple(regions)
    for detail in fields:
        ids = tuple(option.id for option in detail.options)
        if detail.type == "region":
            terms[detail.id] = Term("choice", tuple(region.id for region in rows))
            terms.update(_columns(rows))
        elif detail.type in ("choice", "ticks"):
            terms[detail.id] = Term("ticks" if detail.type == "ticks" else "choice", ids)
    return terms


def _columns(rows: tuple[Region, ...]) -> dict[str, Term]:
    names = dict.fromkeys(name for row in rows for name in row.columns)
    return {name: Term("choice", tuple(dict.fromkeys(row.columns.get(name, "") for row in rows))) for name in names}


def vocabularies(protocol: Protocol) -> dict[Inside, Vocabulary]:
    """The names that conditions may use: '' for the case, 'mark' inside a mark, else by list."""
    scopes: dict[Inside, Vocabulary] = {"": case_terms(protocol.questions, protocol.facts)}
    for question in protocol.questions:
        if question.type == "marks":
            mark = detail_terms(question.fields, protocol.regions)
            mark.update(fact_terms(fact for fact in protocol.facts if of_each_mark(fact)))
            scopes["mark"] = mark
        elif question.fields:
            scopes[question.id] = detail_terms(question.fields, ())
    return scopes


def check(protocol: Protocol, built: Built, reading: Reading) -> None:
    """Adds every problem between the parts."""
    scopes = vocabularies(protocol)
    _check_conditions(protocol, built, scopes, reading)
    _check_mentions(protocol, built, scopes, reading)
    _check_marks(protocol, built, reading)
    try:
        working_order(protocol.questions, protocol.facts)
    except Cycle as cycle:
        names = ", ".join(cycle.names)
        built_at = next((t for n, _, t, _ in built.mentions if t.text("id") in cycle.names), None)
        if built_at is not None:
            reading.add(
                built_at.place,
                f"These wait for each other and can never be worked out: {names}.",
                words=names,
            )


def _check_marks(protocol: Protocol, built: Built, reading: Reading) -> None:
    """The marks count for the level in every case, so they are asked about in every case."""
    for question in protocol.questions:
        if question.type == "marks" and not isinstance(question.ask_when, Always):
            table = next(t for _, kind, t, key in built.mentions if key == "step" and t.text("id") == question.id)
            message = "The question about the marks is always asked. It can be put off (put_off_when), not left out."
            reading.add(table.place_of("ask_when"), message, words="ask_when")


def _check_conditions(protocol: Protocol, built: Built, scopes: Mapping[Inside, Vocabulary], reading: Reading) -> None:
    levels = tuple(level.id for level in protocol.levels)
    later = {
        "action": {
            "level": Term("fact", levels, True),
            "standing_level": Term("fact", levels, True),
            "fired": Term("choice", tuple(rule.id for rule in protocol.rules)),
            "action": Term("choice", tuple(action.id for action in protocol.actions)),
        },
        "effect": {"level_so_far": Term("fact", levels, True)},
    }
    ids = [fact.id for fact in protocol.facts]
    for when, inside, owner in built.conditions:
        case = {**scopes[""], **later.get(owner, {})}
        local = {**scopes, "": case}
        check_uses(when, local, reading, inside=inside)
        if owner.startswith("fact:"):
            _check_order(when, int(owner[5:]), ids, reading)


def _check_order(when, index: int, ids: list[str], reading: Reading) -> None:  # type: ignore[no-untyped-def]
    for use in when.uses:
        if use.name in ids[index:]:
            message = "A fact can only use facts that stand above it."
            reading.add(use.place, message, words=use.name)


def _check_mentions(protocol: Protocol, built: Built, scopes: Mapping[Inside, Vocabulary], reading: Reading) -> None:
    known: dict[str, list[str]] = {
        "step": [step.id for step in protocol.steps],
        "question": [question.id for question in protocol.questions],
        "source": [source.key for source in protocol.sources],
        "level": [level.id for level in protocol.levels],
        "rule": [rule.id for rule in protocol.rules],
        "action": [action.id for action in protocol.actions],
        "contact": ["social_care", *(contact.id for contact in protocol.contacts)],
        "text": list(protocol.words),
        "group": [group.id for group in protocol.groups],
        "mark detail": list(scopes.get("mark", {})),
        "date or time": [address for address, _, _ in times_of(protocol.questions)],
    }
    for name, kind, table, key in built.mentions:
        if name not in known[kind]:
            reading.add(
                table.place_of(key),
                f"There is no {kind} with this name.",
                nearest(name, known[kind]),
                words=name,
            )
