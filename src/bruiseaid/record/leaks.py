"""Finds restricted words that were also written where everybody can read them, while they can still be taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bruiseaid.record.codec import record_as_data, texts_of
from bruiseaid.record.model import Entry, Record

_SHORTEST = 5  # letters; shorter words stand in too many places


def restricted_words_shared(record: Record) -> tuple[Entry, ...]:
    """The restricted details whose words stand in the shared record too, in any spacing and case.

    To be shown before a record is finished. Words written in another way, such as half an address, are not found.
    """
    return restricted_words_in(record, texts_of(record_as_data(record)))


def restricted_words_in(record: Record, texts: Iterable[str]) -> tuple[Entry, ...]:
    """The restricted details of a record whose words stand in any of those texts."""
    bare = [_bare(text) for text in texts]
    return tuple(entry for entry in _restricted(record) if any(_bare(entry.text) in text for text in bare))


def stand_in(words: str, text: str) -> bool:
    """Whether these words stand in the text, in any spacing and case."""
    return _bare(words) in _bare(text)


def _restricted(record: Record) -> Iterator[Entry]:
    for section in record.annex.sections:
        for entries in (section.entries, *section.groups):
            yield from (entry for entry in entries if len(_bare(entry.text)) >= _SHORTEST)


def _bare(text: str) -> str:
    """Letters and digits only, in one case."""
    return "".join(letter for letter in text.casefold() if letter.isalnum())
