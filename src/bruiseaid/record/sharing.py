"""What may leave: the machine copy without anything restricted."""

from __future__ import annotations

from collections.abc import Iterable

from bruiseaid.protocol.model import Protocol


def shared_part(data: dict[str, object], protocol: Protocol) -> dict[str, object]:
    """The case as data without anything restricted."""
    answers = data.get("answers")
    for question in protocol.questions:
        places: Iterable[object] = (data, answers)
        key = question.stored or question.id
        hidden = {detail.id for detail in question.fields if detail.restricted}
        for place in places:
            if isinstance(place, dict) and key in place:
                _without(place, key, hidden, whole=question.restricted)
    return data


def _without(place: dict[str, object], key: str, hidden: set[str], *, whole: bool) -> None:
    if whole:
        del place[key]
        return
    value = place[key]
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict):
            for name in hidden & set(one):
                del one[name]
