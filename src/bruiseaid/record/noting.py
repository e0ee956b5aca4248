"""What is being written in the form of an action or of a step of the ladder, and is not saved yet. Pure.

It is kept in the draft, by the name of the form: a form left half-written is found again as it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from bruiseaid.record.progress import Draft

CHOICE, WHO, SAID, REFERENCE, OUTCOME = "choice", "who", "said", "reference", "outcome"
REFUSED, AT = "refused", "at"
"""The fields that say that the form was opened to write down a refusal, and when it was done that was taken back. What
they hold counts as nothing written."""


def noted(draft: Draft, form: str) -> Mapping[str, str]:
    """What is written in that form, by field."""
    start = f"{form}."
    return {key.removeprefix(start): words for key, words in draft.noting.items() if key.startswith(start)}


def is_noted(draft: Draft, form: str) -> bool:
    """Whether anything is written there that is not saved."""
    return any(words.strip() for field, words in noted(draft, form).items() if field not in (REFUSED, AT))


def half_written(draft: Draft) -> tuple[str, ...]:
    """The forms in which something is written that is not saved, in the order in which they were begun."""
    forms = dict.fromkeys(key.rpartition(".")[0] for key in draft.noting)
    return tuple(form for form in forms if is_noted(draft, form))


def with_noted(draft: Draft, form: str, field: str, words: str) -> Draft:
    """The draft in which that field of the form says so."""
    return replace(draft, noting=MappingProxyType({**draft.noting, f"{form}.{field}": words}))


def without_noted(draft: Draft, form: str) -> Draft:
    """The draft in which that form is empty again: it was saved, or given up."""
    start = f"{form}."
    kept = {key: words for key, words in draft.noting.items() if not key.startswith(start)}
    return replace(draft, noting=MappingProxyType(kept))
