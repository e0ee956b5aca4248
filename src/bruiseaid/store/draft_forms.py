"""Parts of a draft that take some reading: what an earlier form kept elsewhere, and answers as they were typed."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from bruiseaid.engine.case import Answer
from bruiseaid.protocol.model import Protocol, Question
from bruiseaid.record.closing import CLOSING_KEY
from bruiseaid.record.codec import of_data
from bruiseaid.record.model import Decision

_DECISION, _ARROW, _BY, _REASON = "decision", " to ", "Decided by ", ". Reason: "


def carried_over(data: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, str], Decision | None]:
    """What was done, the parts of the closing, and the decision, from a draft of any form.

    Raises:
        KeyError, ValueError: it is damaged.
    """
    done = dict(data.get("done", {}))
    closing = {str(key): str(words) for key, words in data.get("closing", {}).items()}
    for key in [key for key in done if key.startswith(CLOSING_KEY)]:
        closing[key.removeprefix(CLOSING_KEY)] = str(done.pop(key)["reference"])
    old = done.pop(_DECISION, None)
    if data.get("decision") is not None:
        return done, closing, of_data(Decision, data["decision"])
    return done, closing, _of_first_form(old) if old else None


def _of_first_form(old: Mapping[str, str]) -> Decision:
    """A decision that stood in words: 'Gone lower: level E instead of D. Decided by A. Nother, role. Reason: ...'."""
    found, _, level = old["reference"].partition(_ARROW)
    by, _, role = old["by"].partition(", ")
    reason = old["result"].partition(_REASON)[2]
    parts = {"at": old["at"], "found": found, "level": level, "by": by, "role": role, "reason": reason}
    return of_data(Decision, parts)


def typed_of(data: Mapping[str, Any], protocol: Protocol) -> Mapping[str, Answer]:
    """The answers that were kept as they were typed. One that fits no question of the rules any more is left out."""
    kept = {}
    for question in protocol.questions:
        answer = _typed(data.get("typed", {}).get(question.id), question)
        if answer is not None:
            kept[question.id] = answer
    return MappingProxyType(kept)


def _typed(written: object, question: Question) -> Answer | None:
    if question.type == "group":
        return _entry(written, question)
    if question.type in ("marks", "people", "entries"):
        entries = [_entry(one, question) for one in written] if isinstance(written, list) else []
        whole = tuple(one for one in entries if one is not None)
        return whole if whole and len(whole) == len(entries) else None
    return written if isinstance(written, str) and written and question.type not in ("choice", "ticks") else None


def _entry(written: object, question: Question) -> Mapping[str, str] | None:
    known = {one.id for one in question.fields}
    fits = isinstance(written, dict) and all(key in known and isinstance(said, str) for key, said in written.items())
    return MappingProxyType(dict(written)) if fits else None  # type: ignore[call-overload]
