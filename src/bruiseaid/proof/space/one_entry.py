"""One entry of a list told in the diagrams: each field is a variable, so that a condition inside the list becomes a set
of pairs, of a case and an entry that meets the condition there."""

from __future__ import annotations

from bruiseaid.proof.sets.diagrams import ALL, NONE
from bruiseaid.proof.space.entries import FieldClasses
from bruiseaid.proof.space.inside import facts_of_entries, is_inside
from bruiseaid.proof.space.looks import question_of, resolved
from bruiseaid.proof.space.meaning import Meaning
from bruiseaid.proof.space.placing import ROOM
from bruiseaid.proof.space.variables import STEP, grouped
from bruiseaid.protocol.conditions import AllOf, Always, AnyOf, AtLeast, Condition, Is, Not, TwoOrMore


class OneEntry:
    """An entry of the list under one protocol. `fields`: the variable of each field that some condition looks at."""

    def __init__(self, meaning: Meaning, list_id: str) -> None:
        self.meaning = meaning
        self.diagrams = meaning.diagrams
        self.list_id = list_id
        self.kinds = meaning.space.kinds[list_id]
        first = -(1 + list(meaning.space.kinds).index(list_id)) * ROOM
        self.fields = {one.id: first + STEP * index for index, one in enumerate(self.kinds.fields)}
        self._groups = {one.id: self._grouped(one) for one in self.kinds.fields}
        for name, groups in self._groups.items():
            self.diagrams.new_variable(self.fields[name], len(groups))
        self._facts: dict[str, dict[str, int]] = {}
        self._kept: dict[int, tuple[Condition, int]] = {}
        self._known = facts_of_entries(meaning.protocol, list_id)
        question = question_of(meaning.protocol, list_id)
        self._questions = {one.id: one for one in question.fields} if question else {}
        self.valid = self.diagrams.every([self._valid(one) for one in self.kinds.fields])

    def where(self, condition: Condition) -> int:
        """The pairs of a case and an entry of which the entry meets the condition in that case."""
        kept = self._kept.get(id(condition))
        if kept is None:
            found = self.diagrams.both(self._where(condition), self.valid)
            kept = self._kept[id(condition)] = (condition, found)
        return kept[1]

    def _where(self, condition: Condition) -> int:
        match condition:
            case Always():
                return ALL
            case AllOf(parts):
                return self.diagrams.every([self._where(part) for part in parts])
            case AnyOf(parts):
                return self.diagrams.any([self._where(part) for part in parts])
            case Not(part):
                return self.diagrams.no(self._where(part))
            case Is(name, values) if name in self._known:
                return self.diagrams.any([self._fact(name)[value] for value in values])
            case AtLeast(name, value) if name in self._known:
                ordered = self._known[name].values
                return self.diagrams.any([self._fact(name)[one] for one in ordered[ordered.index(value) :]])
            case Is(name, values) if is_inside(self.meaning.protocol, self.list_id, name):
                _, field, wanted = resolved(self.meaning.protocol, self.list_id, name, frozenset(values))
                return self.diagrams.both(self._among(field, wanted), self._asked(field))
            case TwoOrMore() if is_inside(self.meaning.protocol, self.list_id, condition.name):
                return NONE
            case _:
                return self.meaning.holds(condition)

    def _grouped(self, one: FieldClasses) -> tuple[tuple[str, ...], ...]:
        """The values of a field in groups: what is only counted apart stays together. The first group stays by itself,
        since a field that is not asked is left at it."""
        tests = self.meaning.space.looks.of_conditions(self.list_id, one.id)
        first, *rest = one.groups
        return (first, *grouped([value for group in rest for value in group], tests))

    def _among(self, field: str, values: frozenset[str]) -> int:
        for one in self.kinds.fields:
            if one.id == field:
                chosen = [i for i, group in enumerate(self._groups[field]) if group[0] in values]
                return self.diagrams.among(self.fields[field], chosen)
        return NONE

    def _fact(self, name: str) -> dict[str, int]:
        found = self._facts.get(name)
        if found is None:
            fact = self._known[name]
            found = dict.fromkeys(fact.values, NONE)
            left = ALL
            for value, when in fact.branches:
                here = self.diagrams.both(left, self._where(when))
                found[value] = self.diagrams.either(found[value], here)
                left = self.diagrams.less(left, here)
            found[fact.otherwise] = self.diagrams.either(found[fact.otherwise], left)
            self._facts[name] = found
        return found

    def _asked(self, name: str) -> int:
        field = self._questions.get(name)
        return ALL if field is None else self._where(field.ask_when)

    def _valid(self, one: FieldClasses) -> int:
        first = self.diagrams.among(self.fields[one.id], (0,))
        field = self._questions.get(one.id)
        if field is None:
            return first
        regions = self.meaning.protocol.regions
        ids = {r.id for r in regions} if field.type == "region" else {o.id for o in field.options}
        given = [i for i, group in enumerate(self._groups[one.id]) if not group[0] or ids.intersection(group)]
        asked = self._asked(one.id)
        chosen = self.diagrams.both(asked, self.diagrams.among(self.fields[one.id], given))
        return self.diagrams.either(chosen, self.diagrams.less(first, asked))
