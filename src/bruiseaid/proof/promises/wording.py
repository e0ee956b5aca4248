"""Conditions that stand in promises, read from plain tables with the same reader as those of rules."""

from __future__ import annotations

from collections.abc import Mapping

from bruiseaid.protocol.conditions import ALWAYS, Condition
from bruiseaid.protocol.crosscheck import vocabularies
from bruiseaid.protocol.kinds import Reading
from bruiseaid.protocol.model import Place, Protocol
from bruiseaid.protocol.tree import Node, Seq, Table, Text
from bruiseaid.protocol.when import ConditionTable, Inside, Term, Vocabulary, check_uses

_HERE = Place("promises.yaml", 1, 1)


class NotUnderstood(Exception):
    """A promise says something that cannot be read. The message is a sentence."""


class Reader:
    """Reads the conditions of the promises of one protocol."""

    def __init__(self, protocol: Protocol) -> None:
        self.protocol = protocol
        self.scopes: dict[Inside, Vocabulary] = dict(vocabularies(protocol))
        levels = tuple(level.id for level in protocol.levels)
        self.scopes[""] = {
            **self.scopes[""],
            "level": Term("fact", levels, True),
            "standing_level": Term("fact", levels, True),
            "level_so_far": Term("fact", levels, True),
            "fired": Term("choice", tuple(rule.id for rule in protocol.rules)),
            "action": Term("choice", tuple(action.id for action in protocol.actions)),
        }
        self.levels = levels

    def condition(self, plain: object, inside: Inside = "") -> Condition:
        """The condition; None stands for one that always holds.

        Raises:
            NotUnderstood: a name or a form in it is not known.
        """
        if plain is None:
            return ALWAYS
        reading = Reading([])
        when = ConditionTable().read(_tree(plain), reading)
        check_uses(when, self.scopes, reading, inside=inside)
        if reading.problems:
            one = reading.problems[0]
            hint = f' Did you mean "{one.suggestion}"?' if one.suggestion else ""
            raise NotUnderstood(f'"{one.words}": {one.message}{hint}')
        return when.condition

    def level(self, plain: object) -> int:
        """The index of a level.

        Raises:
            NotUnderstood: there is no such level.
        """
        if str(plain) not in self.levels:
            raise NotUnderstood(f'There is no level "{plain}".')
        return self.levels.index(str(plain))


def _tree(plain: object) -> Node:
    if isinstance(plain, Mapping):
        entries = {str(key): _tree(value) for key, value in plain.items()}
        return Table(_HERE, entries, dict.fromkeys(entries, _HERE))
    if isinstance(plain, list | tuple):
        return Seq(_HERE, [_tree(one) for one in plain])
    return Text(str(plain), _HERE, True)
