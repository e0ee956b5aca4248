"""Carries drafts of the first form over: there the decision and the closing were kept among the actions done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
