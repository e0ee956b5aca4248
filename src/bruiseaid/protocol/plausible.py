"""Checks what an entry says by itself: names in it that nothing else would miss, ids of lists, kinds that do not go
together. Each of these mistakes would be taken without a word, and count as something else than was meant."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from bruiseaid.protocol.crosscheck import same_id_twice
from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.problems import nearest
from bruiseaid.protocol.tree import Node, Table, Text

MOST_WEEKS = 60
_KEPT_KEYS = ("case", "borough", "answers")
_KINDS_OF_LEAST = ("all_of", "one_of", "exactly_one_of")


def check(top: Read, trees: Mapping[str, Node], reading: Reading) -> None:
    """Adds every such problem of the sections and of the files in folders."""
    questions: tuple[Read, ...] = top.get("questions", ())
    for question in questions:
        _question(question, reading)
    _stored(questions, reading)
    _ages(top.get("facts", ()), {t.text("id"): t for t in questions}, reading)
    for level in top.get("levels", ()):
        for least in level.get("least", ()):
            if sum(kind in least for kind in _KINDS_OF_LEAST) != 1:
                reading.add(least.place, "A least set has exactly one of all_of, one_of and exactly_one_of.")
    _twice(_named(top.get("regions", ()), "id"), "a place on the body", reading)
    _twice(_named(_inside(trees, "boroughs/"), "borough"), "a borough", reading)
    _twice(_named(_inside(trees, "scenarios/"), "id"), "a scenario", reading)


def _question(question: Read, reading: Reading) -> None:
    absent = question.get("if_absent", ())
    if question.text("type") == "number":
        if any(not re.fullmatch(r"-?[0-9]{1,6}", value) for value in absent):
            reading.add(question.place_of("if_absent"), "A whole number is needed here.", words="if_absent")
    else:
        _options_known(question, absent, reading)
    for key in ("same_page_as", "put_off_until_after"):
        if question.text(key) and question.text(key) == question.text("id"):
            reading.add(question.place_of(key), "The question names itself. Name another one.", words=key)
    least, greatest = question.get("least"), question.get("greatest")
    if least is not None and greatest is not None and least > greatest:
        reading.add(question.place_of("greatest"), "The greatest number is less than the least.")
    fields: tuple[Read, ...] = question.get("fields", ())
    same_id_twice(fields, "id", "a detail", reading)
    for detail in fields:
        same_id_twice(detail.get("options", ()), "id", "an option", reading)
        _options_known(detail, filter(None, (detail.text("if_absent"),)), reading)


def _options_known(table: Read, values: Iterable[str], reading: Reading) -> None:
    options = [option.text("id") for option in table.get("options", ())]
    for value in values:
        if options and value not in options:
            message = "There is no such option, so leaving it empty would count as nothing."
            reading.add(table.place_of("if_absent"), message, nearest(value, options), words=value)


def _stored(questions: Iterable[Read], reading: Reading) -> None:
    known: set[str] = set()
    for question in questions:
        key = question.text("stored")
        if key in _KEPT_KEYS or key in known:
            reading.add(question.place_of("stored"), "This key of the case file holds something else.", words=key)
        known |= {key} if key else set()


def _ages(facts: Iterable[Read], questions: Mapping[str, Read], reading: Reading) -> None:
    for fact in facts:
        for key, wanted in (("since", "date"), ("weeks_later", "number")):
            name = fact.text(key)
            if name in questions and questions[name].text("type") != wanted:
                reading.add(fact.place_of(key), f"A question for a {wanted} is needed here.", words=name)
            elif name in questions and wanted == "number":
                _weeks(questions[name], fact, reading)
        if "age_in" in fact and "since" not in fact:
            reading.add(fact.place, "An age needs since: the question for the date.", words=fact.text("id"))


def _weeks(question: Read, fact: Read, reading: Reading) -> None:
    """Weeks that move a date are looked at one by one, so there has to be an end to them."""
    least, greatest = question.get("least"), question.get("greatest")
    if least is None or greatest is None or greatest - least > MOST_WEEKS:
        message = f"Weeks that move a date need least and greatest, not more than {MOST_WEEKS} apart."
        reading.add(fact.place_of("weeks_later"), message, words=question.text("id"))


def _inside(trees: Mapping[str, Node], start: str) -> Iterator[Node]:
    return (tree for name, tree in trees.items() if name.startswith(start))


def _named(tables: Iterable[Node], key: str) -> Iterator[Text]:
    for table in tables:
        node = table.entries.get(key) if isinstance(table, Table) else None
        if isinstance(node, Text):
            yield node


def _twice(names: Iterable[Text], what: str, reading: Reading) -> None:
    first: dict[str, Text] = {}
    for name in names:
        if name.value in first:
            place = first[name.value].place
            reading.add(name, f"There is already {what} with this id, in {place.file}, line {place.line}.")
        first.setdefault(name.value, name)
