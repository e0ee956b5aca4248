"""What names mean inside one list: worked out once for a protocol, whatever is known of the case."""

from __future__ import annotations

from bruiseaid.proof.space.entries import Kinds
from bruiseaid.proof.space.looks import CASE, question_of, resolved
from bruiseaid.protocol.conditions import Condition
from bruiseaid.protocol.model import Protocol, ValueFact


class Inside:
    """Details of an entry and columns of its place, as sets of kinds of entry; and the facts worked out for each."""

    def __init__(self, protocol: Protocol, kinds: Kinds) -> None:
        self.protocol = protocol
        self.kinds = kinds
        self.question = question_of(protocol, kinds.list_id)
        self.facts = facts_of_entries(protocol, kinds.list_id)
        self._details: dict[str, bool] = {}
        self._among: dict[tuple[str, tuple[str, ...]], tuple[str, int]] = {}
        self.fields = self._fields()
        """For each detail that conditions look at: when it is asked, the kinds with a value that the protocol has, and
        those of its first class, where it is left if it is not asked. What the protocol does not have stays there."""

    def is_detail(self, name: str) -> bool:
        """Whether the name is a detail of the entry itself, or a column of its place."""
        found = self._details.get(name)
        if found is None:
            found = self._details[name] = is_inside(self.protocol, self.kinds.list_id, name)
        return found

    def among(self, name: str, values: tuple[str, ...]) -> tuple[str, int]:
        """The detail that is looked at, and the kinds in which it has one of the values."""
        found = self._among.get((name, values))
        if found is None:
            _, field, wanted = resolved(self.protocol, self.kinds.list_id, name, frozenset(values))
            found = self._among[name, values] = field, self.kinds.with_values(field, wanted)
        return found

    def _fields(self) -> dict[str, tuple[Condition | None, int, int]]:
        known = {one.id: one for one in self.question.fields} if self.question else {}
        found: dict[str, tuple[Condition | None, int, int]] = {}
        for one in self.kinds.fields:
            first = self.kinds.with_values(one.id, one.groups[0][:1])
            field = known.get(one.id)
            if field is None:
                found[one.id] = None, first, first
                continue
            ids = {r.id for r in self.protocol.regions} if field.type == "region" else {o.id for o in field.options}
            given = self.kinds.with_values(one.id, [g[0] for g in one.groups if not g[0] or ids.intersection(g)])
            found[one.id] = field.ask_when, given, first
        return found


def facts_of_entries(protocol: Protocol, list_id: str) -> dict[str, ValueFact]:
    """The facts worked out for every entry: those of marks, if the list is of marks."""
    question = question_of(protocol, list_id)
    if question is None or question.type != "marks":
        return {}
    return {f.id: f for f in protocol.facts if isinstance(f, ValueFact) and f.of_each_mark}


def is_inside(protocol: Protocol, list_id: str, name: str) -> bool:
    """Whether the name, used inside the list, is a detail of the entry itself."""
    return resolved(protocol, list_id, name, frozenset())[0] != CASE
