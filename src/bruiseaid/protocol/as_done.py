"""Checks the answers that say that an action is done: they are there, are chosen or written, and may be told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from bruiseaid.protocol.kinds import Read, Reading
from bruiseaid.protocol.problems import nearest

_OF_A_CALL = ("contact", "referral", "advice", "ladder")
_WRITTEN = ("text", "long_text")
_CHOSEN, _CHOSEN_DETAIL = ("choice", "ticks"), ("choice",)
_RESTRICTED = "What is restricted is not told on every paper, so it cannot stand here."


def check(top: Read, reading: Reading) -> None:
    """Adds every such problem. That the question exists is checked with the other names."""
    questions = {question.text("id"): question for question in top.get("questions", ())}
    for action in top.get("actions", ()):
        if "done_by" in action:
            _of_no_call(action, reading)
            _done_by(action["done_by"], questions, reading)


def _of_no_call(action: Read, reading: Reading) -> None:
    """A call is done when it is recorded with who answered: no answer may stand in its place."""
    key = next((key for key in _OF_A_CALL if action.get(key)), "")
    if key:
        message = f"An action with {key} is done when the call is recorded. No answer can say it: take done_by out."
        reading.add(action.places["done_by"], message, words=action.text("id"))


def _done_by(done_by: Read, questions: Mapping[str, Read], reading: Reading) -> None:
    question = questions.get(done_by.text("question"))
    if question is None:
        return
    if question.get("restricted"):
        reading.add(done_by.place_of("question"), _RESTRICTED, words=question.text("id"))
    if question.text("type") == "group":
        _of_a_group(done_by, question, reading)
        return
    for key in ("field", "at"):
        if key in done_by:
            message = "Only a question of the type group has details that can be named here."
            reading.add(done_by.place_of(key), message, words=question.text("id"))
    _says_so(done_by, question, reading)


def _of_a_group(done_by: Read, question: Read, reading: Reading) -> None:
    details = {detail.text("id"): detail for detail in question.get("fields", ())}
    if "field" not in done_by:
        message = "This question has details. Say with field which of them tells that the action is done."
        reading.add(done_by.place_of("question"), message, words=question.text("id"))
    for name in done_by.get("field", ()):
        if _is_known(name, "field", done_by, details, reading):
            _says_so(done_by, details[name], reading)
    name = done_by.text("at")
    if name and _is_known(name, "at", done_by, details, reading) and details[name].text("type") != "date_time":
        reading.add(done_by.place_of("at"), "A detail of the type date_time is needed here.", words=name)


def _is_known(name: str, key: str, done_by: Read, details: Iterable[str], reading: Reading) -> bool:
    if name not in details:
        message = "The question has no such detail."
        reading.add(done_by.place_of(key), message, nearest(name, tuple(details)), words=name)
    return name in details


def _says_so(done_by: Read, asked: Read, reading: Reading) -> None:
    """Whether an answer to it can say that something is done, with those values, and on every paper."""
    name, kind = asked.text("id"), asked.text("type")
    where = done_by.place_of("field" if "field" in done_by else "question")
    if asked.get("restricted"):
        reading.add(where, _RESTRICTED, words=name)
    if "is" in done_by:
        _values(done_by, asked, kind, reading)
    elif kind not in _WRITTEN:
        reading.add(where, "Only what is written needs no values. Say with is which answers count.", words=name)
    if "not_if_it_begins" in done_by and kind not in _WRITTEN:
        reading.add(done_by.place_of("not_if_it_begins"), "Only what is written can begin with words.", words=name)


def _values(done_by: Read, asked: Read, kind: str, reading: Reading) -> None:
    if kind not in (_CHOSEN_DETAIL if "field" in done_by else _CHOSEN):
        message = "Only an answer that is chosen has values. Leave is out: then anything that is written counts."
        reading.add(done_by.place_of("is"), message, words=asked.text("id"))
        return
    options = [option.text("id") for option in asked.get("options", ())]
    for value in done_by["is"]:
        if value not in options:
            reading.add(done_by.place_of("is"), "There is no such answer.", nearest(value, options), words=value)
