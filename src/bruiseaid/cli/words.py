"""An outcome in plain words, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill

from bruiseaid.engine.contacts import check_words
from bruiseaid.engine.leading import leading_first
from bruiseaid.engine.outcome import DueAction, Number, Outcome
from bruiseaid.engine.words import moment_words
from bruiseaid.protocol.model import Protocol

WIDTH = 96


def outcome_words(protocol: Protocol, outcome: Outcome, proved: bool) -> str:
    """The outcome as paragraphs: level, what to do in order, why, what is still open, which rules."""
    return "\n".join(_lines(protocol, outcome, proved))


def _lines(protocol: Protocol, outcome: Outcome, proved: bool) -> Iterator[str]:
    yield from _heading(protocol, outcome)
    if outcome.actions:
        yield from ("", "What to do, in order")
        for action in outcome.actions:
            yield from _action(protocol, action)
    if outcome.rules:
        yield from ("", "Why")
        for rule in leading_first(protocol, outcome):
            text = f"{rule.id}: {rule.because} ({', '.join(rule.sources)})"
            yield fill(text, WIDTH, initial_indent="  ", subsequent_indent="      ")
    if outcome.open_questions:
        asks = {question.id: question.ask for question in protocol.questions}
        yield from ("", "Still open")
        yield from (f"  {asks[name]} ({name})" for name in outcome.open_questions)
    if outcome.set_aside:
        shorts = {question.id: question.short for question in protocol.questions}
        named = "; ".join(f"{shorts.get(name, name)} ({name})" for name in outcome.set_aside)
        yield from ("", fill(f"Not asked in this case, so not used: {named}", WIDTH))
    if not any(action.contact for action in outcome.actions):
        yield from ("", protocol.words.get("in_danger", "If anyone is in danger, ring 999 now."))
    yield from ("", *_rules_used(protocol, proved))


def _heading(protocol: Protocol, outcome: Outcome) -> Iterator[str]:
    levels = {level.id: level for level in protocol.levels}
    if outcome.level is not None:
        level = levels[outcome.level]
        at_least = "At least level" if outcome.status == "open" else "Level"
        yield f"{at_least} {level.id}: {level.name}"
        yield fill(level.sentence, WIDTH)
        return
    if outcome.status == "open":
        yield f"No level is certain yet. Still possible: {outcome.least} to {outcome.greatest}."
        return
    end = next(end for end in protocol.scope_ends if end.id == outcome.reason)
    yield end.title
    yield fill(end.sentence, WIDTH)


def _action(protocol: Protocol, action: DueAction) -> Iterator[str]:
    when = moment_words(action.due.at, protocol) if action.due.at else action.due.words or "Until handover"
    yield f"  {when}{'  overdue' if action.due.overdue else ''}  {action.text}"
    yield from (f"      {line}" for line in fill(action.detail, WIDTH - 6).splitlines())
    if action.contact:
        for number in (action.contact.first, *action.contact.others):
            yield f"      {_number(number, check_words(protocol, number))}"


def _number(number: Number, check: str) -> str:
    state = {True: "open now", False: "closed now", None: "hours not known"}[number.open_now]
    return f"{number.name}: {number.phone} ({state}{f'. {check}' if check else ''})"


def _rules_used(protocol: Protocol, proved: bool) -> Iterator[str]:
    yield f"Rules: {protocol.title} {protocol.version}, {protocol.sha256[:16]}" + (
        f", {protocol.approval}" if protocol.approval else ""
    )
    if not proved:
        yield "These rules have not been proved."
