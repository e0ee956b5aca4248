"""The case file: reads one into a case, or into every fault with its place; writes a case back.

The format is a contract with outside checks: `case: 1`, `seen_at`, `borough`, `answers`, `child`, `practitioner`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Any

from bruiseaid.engine.case import Answer, Case
from bruiseaid.protocol.answers import Fault, checker, moment
from bruiseaid.protocol.model import Place, Protocol, Question
from bruiseaid.protocol.problems import Problem, nearest
from bruiseaid.protocol.tree import Node, Seq, Table, Text, Unreadable, parse
from bruiseaid.record.case_tree import TOO_DEEP, as_tree, tree_of_json, without_nulls
from bruiseaid.values import dataclass

__all__ = ("MOST_BYTES", "CaseResult", "as_tree", "case_as_data", "case_of_tree", "read_case", "read_case_line")

FORMAT = "1"
MOST_BYTES = 20_000_000
"""Of one case; a file or line that is longer is refused unread."""

LATEST = timedelta(days=1)
_CODED = ("choice", "ticks", "number", "date", "date_time", "marks")
_ONE_WORD = re.compile(r"[A-Za-z0-9_.:+/-]{1,40}")
_OWN_KEYS = ("case", "seen_at", "borough", "answers")


@dataclass(frozen=True, slots=True)
class CaseResult:
    """The case, or None with every problem that was found."""

    case: Case | None
    problems: tuple[Problem, ...]


def read_case(data: bytes, protocol: Protocol, now: datetime, file: str = "case") -> CaseResult:
    """Reads a case file, YAML or JSON. `now` (aware): a mark seen more than a day later is a fault."""
    try:
        tree = parse(data, file)
    except Unreadable as error:
        try:
            tree = tree_of_json(data, Place(file, 1, 1))
        except (ValueError, RecursionError):
            return CaseResult(None, (replace(error.problem, words=""),))
    return case_of_tree(tree, protocol, now)


def read_case_line(line: bytes, protocol: Protocol, now: datetime, file: str, number: int) -> CaseResult:
    """Reads one line of a file with one JSON case a line; places name the line."""
    place = Place(file, number, 1)
    if len(line) > MOST_BYTES:
        return _unreadable(place, f"The line is longer than any case. The limit is {MOST_BYTES} bytes.")
    if not line.strip():
        return _unreadable(place, "The line is empty.")
    try:
        text = line.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _unreadable(place, "This is not UTF-8 text. Save the file as UTF-8.")
    try:
        tree = tree_of_json(text, place)
    except RecursionError:
        return _unreadable(place, TOO_DEEP)
    except ValueError as error:
        return _unreadable(place, f"This is not JSON ({error}).")
    return case_of_tree(tree, protocol, now)


def _unreadable(place: Place, message: str) -> CaseResult:
    return CaseResult(None, (Problem(place, "", message),))


def case_of_tree(tree: Node, protocol: Protocol, now: datetime) -> CaseResult:
    """The case of a tree that was read; of a scenario file, the case it tells of."""
    if isinstance(tree, Table) and isinstance(tree.entries.get("case"), Table):
        tree = tree.entries["case"]
    reading = _CaseReading(protocol, now)
    case = reading.case(without_nulls(tree))
    return CaseResult(None if reading.problems else case, tuple(reading.problems))


class _CaseReading:
    """Reads one case; collects problems. `coded`: whether what is read just now is chosen or counted, never told of.

    Problems are printed and kept by other programs, so they repeat no more than one word, and none of what was told.
    """

    def __init__(self, protocol: Protocol, now: datetime) -> None:
        self.protocol = protocol
        self.now = now
        self.checker = checker(protocol)
        self.problems: list[Problem] = []
        self.coded = True
        self.stored = {q.stored: q for q in protocol.questions if q.stored and q.stored not in _OWN_KEYS}
        self.by_id = {q.id: q for q in protocol.questions if not q.stored}

    def case(self, tree: Node) -> Case | None:
        if not isinstance(tree, Table):
            self._add(tree, "A case file is a table with seen_at, borough and answers.")
            return None
        self._known_keys(tree)
        seen_at = self._seen_at(tree)
        borough = self._borough(tree)
        answers = self._answers(tree, seen_at)
        if seen_at is None:
            return None
        return Case(self.protocol, seen_at, borough, MappingProxyType(answers))

    def _known_keys(self, tree: Table) -> None:
        known = [*_OWN_KEYS, *self.stored]
        for key in tree.entries:
            if key not in known:
                message = "A case file has no such key."
                self._add_at(tree.key_places[key], key, message, nearest(key, known))
        form = tree.entries.get("case")
        if form is None:
            self._add(tree, "The file has to say which format it has: case: 1.")
        elif not isinstance(form, Text) or form.value != FORMAT:
            self._add(form, "This version reads case: 1 only.")

    def _seen_at(self, tree: Table) -> datetime | None:
        node = tree.entries.get("seen_at")
        if node is None:
            self._add(tree, "The file has to say when the mark was seen: seen_at.")
            return None
        found = moment(node.value, self.checker.zone) if isinstance(node, Text) else None
        if found is None:
            self._add(node, "seen_at is a date and time like 2026-11-23T10:15:00+00:00.")
        elif found - self.now > LATEST:
            self._add(node, "seen_at is more than a day in the future. Check the date.")
        return found

    def _borough(self, tree: Table) -> str:
        known = [borough.id for borough in self.protocol.boroughs]
        node = tree.entries.get("borough")
        if node is None:
            return ""
        if not isinstance(node, Text) or (known and node.value not in known):
            suggestion = nearest(node.value, known) if isinstance(node, Text) else ""
            self._add(node, "There is no such borough here. Outside Greater Manchester write: other.", suggestion)
            return ""
        return node.value

    def _answers(self, tree: Table, seen_at: datetime | None) -> dict[str, Answer]:
        found: dict[str, Answer] = {}
        node = tree.entries.get("answers", Table(tree.place))
        if not isinstance(node, Table):
            self._add(node, "answers is a table.")
            return found
        for key, value in node.entries.items():
            question = self.by_id.get(key)
            if question is None:
                message = "There is no such question."
                self._add_at(node.key_places[key], key, message, nearest(key, self.by_id))
            else:
                self._answer(question, value, seen_at, found)
        for key, question in self.stored.items():
            if key in tree.entries:
                self._answer(question, tree.entries[key], seen_at, found)
        return found

    def _answer(self, question: Question, node: Node, seen_at: datetime | None, found: dict[str, Answer]) -> None:
        before = len(self.problems)
        self.coded = question.type in _CODED and not question.stored
        self._no_true_or_false(node)
        if len(self.problems) > before:
            return
        answer = _plain(node)
        for fault in self.checker.faults(question, answer, seen_at):
            self._fault(node, fault)
        if len(self.problems) > before or (question.type == "ticks" and answer == ()):
            return
        found[question.id] = tuple(dict.fromkeys(answer)) if question.type == "ticks" else answer  # twice is once

    def _no_true_or_false(self, node: Node) -> None:
        if isinstance(node, Text):
            if node.plain and node.value in ("true", "false", "True", "False"):
                self._add(node, "Write the words yes or no, not true or false.")
        else:
            for child in node.items if isinstance(node, Seq) else node.entries.values():
                self._no_true_or_false(child)

    def _fault(self, node: Node, fault: Fault) -> None:
        at = node
        for step in fault.path:
            if isinstance(at, Seq) and isinstance(step, int):
                at = at.items[step]
            elif isinstance(at, Table) and isinstance(step, str) and step in at.entries:
                at = at.entries[step]
        self._add(at, fault.message, fault.suggestion)

    def _add(self, node: Node, message: str, suggestion: str = "") -> None:
        self._add_at(node.place, node.value if isinstance(node, Text) else "", message, suggestion)

    def _add_at(self, place: Place, words: str, message: str, suggestion: str = "") -> None:
        told = words if self.coded and _ONE_WORD.fullmatch(words) else ""
        self.problems.append(Problem(place, told, message, suggestion))


def _plain(node: Node) -> Any:
    match node:
        case Text():
            return node.value
        case Seq():
            return tuple(_plain(item) for item in node.items)
        case _:
            return MappingProxyType({key: _plain(value) for key, value in node.entries.items()})


def case_as_data(case: Case) -> dict[str, Any]:
    """The case as plain data in the case-file format: texts, lists and tables."""
    by_id = {question.id: question for question in case.protocol.questions}
    data: dict[str, Any] = {
        "case": 1,
        "seen_at": case.seen_at.isoformat(),
        "borough": case.borough,
        "answers": {},
    }
    if not case.borough:
        del data["borough"]
    for name, answer in case.answers.items():
        question = by_id.get(name)
        place = data if question is not None and question.stored else data["answers"]
        place[question.stored if question is not None and question.stored else name] = _data(answer)
    return data


def _data(answer: object) -> Any:
    if isinstance(answer, Mapping):
        return {key: _data(value) for key, value in answer.items()}
    if isinstance(answer, Iterable) and not isinstance(answer, str):
        return [_data(value) for value in answer]
    return answer
