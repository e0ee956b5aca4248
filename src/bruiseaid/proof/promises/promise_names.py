"""Whether the table of a promise says what such a promise can say: a slip in it would make it hold for nothing."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.proof.promises.wording import NotUnderstood, Reader
from bruiseaid.proof.space.looks import marks_list
from bruiseaid.protocol.model import ValueFact
from bruiseaid.protocol.problems import nearest
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one kind of promise besides `kind`: those it needs, and those it may have."""

    needed: tuple[str, ...] = ()
    allowed: tuple[str, ...] = ()


KEYS = {
    "several": Keys(("rules",)),
    "at_least": Keys(("level",), ("when", "everywhere")),
    "never": Keys(("when",), ("everywhere",)),
    "only_when": Keys(("level", "when"), ("within",)),
    "same_level": Keys(("along",), ("within", "among")),
    "never_lower": Keys(("along",), ("within", "except", "reason")),
    "has_actions": Keys(("actions",), ("when",)),
    "actions": Keys(("check",), ("number_if_words", "actions", "first", "then")),
    "times": Keys(("check",), ("levels", "except", "actions")),
    "never_named": Keys(("names",), ("files", "actions")),
    "open_cases": Keys((), ("never",)),
    "not_below_shipped": Keys(),
    "by_test": Keys((), ("where",)),
}
OF_CHECKS = {
    "actions": {
        "least_sets": Keys(), "complete": Keys((), ("number_if_words",)), "never_together": Keys(("actions",)),
        "in_order": Keys(("first", "then")),
    },
    "times": {
        "no_working_days": Keys(("levels",), ("except",)), "within_ceiling": Keys(), "at_once": Keys(("actions",)),
    },
}  # fmt: skip
ALONG = {
    "fact": Keys(("fact",)), "question": Keys(("question",), ("order",)), "of_a_mark": Keys(("of_a_mark", "order")),
    "marks": Keys(("marks",)),
}  # fmt: skip
CHOSEN = ("choice", "ticks")


def check_table(table: Mapping[str, object], reader: Reader) -> None:
    """Looks at the keys of a promise and at the names of levels, actions and files in it.

    Raises:
        NotUnderstood: one of them is not known, or is missing.
    """
    kind = _one_of(table.get("kind"), KEYS, "kind of promise")
    _keys(table, KEYS[kind], kind, ("kind",))
    if kind in OF_CHECKS:
        check = _one_of(table.get("check"), OF_CHECKS[kind], "check")
        _keys(table, OF_CHECKS[kind][check], check, ("kind", "check"))
    if kind == "several" and not texts_or_tables(table["rules"]):
        raise NotUnderstood("After rules a list of promises is needed.")
    if "levels" in table:
        for level in _texts(table, "levels"):
            reader.level(level)
    if "never" in table:
        reader.level(table["never"])
    actions = {action.id: action for action in reader.protocol.actions}
    for key in ("actions", "then", *(("except",) if kind == "times" else ())):
        for name in _texts(table, key) if key in table else ():
            _one_of(name, actions, "action")
    if "first" in table:
        _one_of(table["first"], actions, "action")
    for name in _texts(table, "files") if "files" in table else ():
        _one_of(name, ("facts", "rules"), "file to look in")
    if table.get("everywhere", "yes") != "yes":
        raise NotUnderstood("After everywhere only yes can stand.")


def check_along(plain: Mapping[str, object], reader: Reader) -> None:
    """Looks at the names in what two cases differ in.

    Raises:
        NotUnderstood: one of them is not known, or does not fit.
    """
    kind = next((one for one in ALONG if one in plain), "")
    if not kind:
        raise NotUnderstood("along names a fact, a question, a detail of a mark, or one mark more.")
    _keys(plain, ALONG[kind], "along")
    if kind == "fact":
        known = {fact.id: fact for fact in reader.protocol.facts}
        if not isinstance(known[_one_of(plain["fact"], known, "fact")], ValueFact):
            raise NotUnderstood(f'"{plain["fact"]}" is a number. Only facts with values can be compared.')
    elif kind == "question":
        _question(plain, reader)
    elif kind == "of_a_mark":
        terms = {name: term for name, term in reader.scopes.get("mark", {}).items() if term.values}
        name = _one_of(plain["of_a_mark"], terms, "detail or fact of a mark")
        _order(plain.get("order"), terms[name].values, name)
    elif plain["marks"] != "one_more" or not marks_list(reader.protocol):
        raise NotUnderstood("After marks only one_more can stand, and the protocol needs a question about marks.")


def check_same(along: Mapping[str, object], among: object, reader: Reader) -> None:
    """Looks at what two cases that have to come to the same level differ in.

    Raises:
        NotUnderstood: it can't be shown for that.
    """
    facts = {f.id: f for f in reader.protocol.facts if isinstance(f, ValueFact) and not f.of_each_mark}
    chosen = {q.id: q for q in reader.protocol.questions if q.type in CHOSEN}
    if "fact" in along:
        values = facts[_one_of(along["fact"], facts, "fact of the case with values")].values
    elif "question" in along and "order" not in along:
        values = tuple(o.id for o in chosen[_one_of(along["question"], chosen, "choice or question of ticks")].options)
    else:
        raise NotUnderstood("same_level can be shown along a fact of the case, or a question without order.")
    for value in texts_or_tables(among):
        _one_of(value, values, "value")


def check_ordered(along: Mapping[str, object], reader: Reader) -> None:
    """Looks at whether it is said what is more worrying.

    Raises:
        NotUnderstood: it is not.
    """
    if "question" in along and "order" not in along:
        raise NotUnderstood(f"{along['question']} needs an order, from least to most worrying.")
    fact = next((f for f in reader.protocol.facts if f.id == along.get("fact")), None)
    if isinstance(fact, ValueFact) and not fact.ordered:
        raise NotUnderstood(f"{fact.id} has no order (ordered: no), so none of its values is more worrying.")


def _question(plain: Mapping[str, object], reader: Reader) -> None:
    known = {question.id: question for question in reader.protocol.questions}
    question = known[_one_of(plain["question"], known, "question")]
    if question.type == "date":
        if plain.get("order") not in ("earlier", "later"):
            raise NotUnderstood(f"The order of the date {question.id} is earlier or later, whichever is more worrying.")
    elif question.type not in CHOSEN:
        raise NotUnderstood(f"{question.id} is neither a choice nor a date nor ticks, so it cannot be compared.")
    elif "order" in plain:
        _order(plain["order"], tuple(option.id for option in question.options), question.id)


def _order(order: object, values: tuple[str, ...], name: str) -> None:
    ranks = texts_or_tables(order)
    if len(ranks) < 2:
        raise NotUnderstood(f"The order of {name} needs two values or more, from least to most worrying.")
    for rank in ranks:
        for value in texts_or_tables(rank) or [rank]:
            _one_of(value, values, f"value of {name}")


def _keys(table: Mapping[str, object], keys: Keys, what: str, more: tuple[str, ...] = ()) -> None:
    known = (*more, *keys.needed, *keys.allowed)
    for key in table:
        if key not in known:
            raise NotUnderstood(f'"{key}": There is no such key in {what}.{_hint(key, known)}')
    for key in keys.needed:
        if key not in table:
            raise NotUnderstood(f"{what} needs {key} as well.")


def _one_of(name: object, known: Mapping[str, object] | tuple[str, ...], what: str) -> str:
    if not isinstance(name, str) or name not in known:
        said = name if isinstance(name, str) else ""
        raise NotUnderstood(f'There is no {what} "{said}".{_hint(said, tuple(known))}')
    return name


def _hint(name: str, known: tuple[str, ...]) -> str:
    near = nearest(name, known)
    return f' Did you mean "{near}"?' if near else ""


def _texts(table: Mapping[str, object], key: str) -> list[object]:
    found = texts_or_tables(table[key])
    if not found:
        raise NotUnderstood(f"After {key} a list is needed.")
    return found


def texts_or_tables(plain: object) -> list[object]:
    """What stands in a list; nothing where it is none."""
    return list(plain) if isinstance(plain, list | tuple) else []
