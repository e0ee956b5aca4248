"""The full record as parts in a fixed order: everything that was recorded, and "not recorded" where nothing was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from bruiseaid.engine.words import labelled
from bruiseaid.record.model import PARTS, Entry, Quote, Record, RecordMark, Section
from bruiseaid.report.words.content import (
    NOT_RECORDED,
    Block,
    BodyMap,
    Fields,
    Part,
    Prose,
    Quotation,
    Subheading,
    Table,
    Words,
    plain,
    quoted,
    recorded_first,
)
from bruiseaid.report.words.doings import actions_part, calls_part, chronology_part, ladder_part
from bruiseaid.report.words.entered import entered_part
from bruiseaid.report.words.grounds import about_part, decision_part, open_part, sources_part, statements_part
from bruiseaid.report.words.signing import signing_parts

_BEFORE_CHRONOLOGY = ("household", "presentation", "injury", "explanations", "child_words", "development")
_AFTER_CHRONOLOGY = ("parents", "safety", "siblings")
_LONGEST_HEADING = 80


def full_record(record: Record) -> tuple[Part, ...]:
    """Every part of the record after the first page. Times must already be in the record's time zone."""
    made = {part: _part(record, part) for part in PARTS}
    return (
        *(made[part] for part in ("child", "practitioner", *_BEFORE_CHRONOLOGY, "history", "community")),
        chronology_part(record),
        decision_part(record, _under_title(record, "decision")),
        actions_part(record),
        calls_part(record, _entries(record, "calls")),
        *(made[part] for part in _AFTER_CHRONOLOGY),
        ladder_part(record),
        *_others(record),
        *open_part(record),
        *entered_part(record),
        *statements_part(record),
        sources_part(record),
        about_part(record),
        *signing_parts(),
    )


def section_part(section: Section) -> Part:
    """A section by itself, as the annex prints it."""
    blocks = tuple(_section_blocks(section, frozenset()))
    return Part(section.title, blocks or (Prose(f"{NOT_RECORDED.capitalize()}.", faint=True),))


def _part(record: Record, part: str) -> Part:
    own = _OWN.get(part, _nothing)(record)
    blocks = (*own, *_blocks(record, part, _shown(own)))
    return Part(_title(record, part), blocks or (Prose(f"{NOT_RECORDED.capitalize()}.", faint=True),))


def _title(record: Record, part: str) -> str:
    return next((section.title for section in record.sections if section.id == part), PARTS[part])


def _blocks(record: Record, part: str, shown: frozenset[tuple[str, str]] = frozenset()) -> tuple[Block, ...]:
    sections = (section for section in record.sections if section.id == part)
    return tuple(chain.from_iterable(_section_blocks(section, shown) for section in sections))


def _under_title(record: Record, part: str) -> tuple[Block, ...]:
    """A section that stands inside a part of another name."""
    blocks = _blocks(record, part)
    return (Subheading(_title(record, part)), *blocks) if blocks else ()


def _entries(record: Record, part: str) -> tuple[Block, ...]:
    """The single answers of a section whose groups are printed in another way."""
    rows = tuple(chain.from_iterable(section.entries for section in record.sections if section.id == part))
    return tuple(recorded_first(rows))


def _section_blocks(section: Section, shown: frozenset[tuple[str, str]]) -> Iterator[Block]:
    yield from recorded_first(tuple(entry for entry in section.entries if (entry.label, entry.text) not in shown))
    for number, group in enumerate(section.groups, 1):
        yield from _group(number, group)


def _group(number: int, group: tuple[Entry, ...]) -> Iterator[Block]:
    """One person or quotation, under the first thing recorded of it if that is short enough for a heading."""
    first = group[0].text.strip() if group else ""
    named = bool(first) and len(first) <= _LONGEST_HEADING and not (group[0].note or group[0].quoted)
    yield Subheading(f"{number}. {first}" if named else f"{number}.")
    yield from recorded_first(group[1:] if named else group)


def _others(record: Record) -> Iterator[Part]:
    """What belongs to no other part, and parts this program does not know by name."""
    for section in record.sections:
        if section.id not in PARTS or section.id == "other":
            blocks = tuple(_section_blocks(section, frozenset()))
            if blocks:
                yield Part(section.title, blocks)


def _shown(blocks: tuple[Block, ...]) -> frozenset[tuple[str, str]]:
    rows = (block.rows for block in blocks if isinstance(block, Fields))
    return frozenset((row.label, row.text) for row in chain.from_iterable(rows))


def _nothing(_record: Record) -> tuple[Block, ...]:
    return ()


def _child(record: Record) -> tuple[Block, ...]:
    rows = (*record.child, *((Entry("Age", record.child_age),) if record.child_age else ()))
    return _not_told_again(record, "child", rows)


def _practitioner(record: Record) -> tuple[Block, ...]:
    return _not_told_again(record, "practitioner", record.practitioner)


def _child_words(record: Record) -> tuple[Block, ...]:
    return _not_told_again(record, "child_words", record.child_words)


def _not_told_again(record: Record, part: str, rows: tuple[Entry, ...]) -> tuple[Block, ...]:
    """The rows whose words do not stand in the part itself; all of them where the record has no such part."""
    told = _texts(record, part)
    kept = tuple(row for row in rows if row.text not in told and not _told_elsewhere(record, row)) if told else rows
    return tuple(recorded_first(kept))


def _told_elsewhere(record: Record, row: Entry) -> bool:
    """Whether a part has these very words under the same label."""
    told = (entry for section in record.sections for entry in section.entries if entry.label == row.label)
    return not row.note and any(row.text in (entry.text, _with_age(record, entry.text)) for entry in told)


def _with_age(record: Record, text: str) -> str:
    """A date of birth as the first page has it."""
    return f"{text} ({record.child_age})"


def _texts(record: Record, part: str) -> frozenset[str] | None:
    sections = [section for section in record.sections if section.id == part]
    if not sections:
        return None
    entries = chain.from_iterable((*section.entries, *chain.from_iterable(section.groups)) for section in sections)
    return frozenset(("", *(entry.text for entry in entries)))


def _quotes(record: Record) -> tuple[Block, ...]:
    told = _texts(record, "explanations") or frozenset()
    return tuple(Quotation(quoted(quote.words), credit(quote)) for quote in record.quotes if quote.words not in told)


def credit(quote: Quote) -> str:
    """'Jo Example, to the referrer, 10:18. Heard by: nobody else.' from what is known of it."""
    said = ", ".join(
        word for word in (quote.said_by, quote.to and f"to {quote.to}", quote.said_at and f"at {quote.said_at}") if word
    )
    heard = f"Heard by: {quote.heard_by or NOT_RECORDED}"
    return f"{said or 'Who said it: not recorded'}. {heard}."


def _marks(record: Record) -> tuple[Block, ...]:
    if not record.marks:
        return (Prose("No mark was recorded."),)
    rows = tuple(
        (
            (Words(str(mark.number), "bold"),),
            plain(mark.place),
            kind_cell(mark),
            plain(mark.seen_by),
            plain(mark.on_record),
        )
        for mark in record.marks
    )
    head = ("No.", "Place (the child's side)", "Kind, size, shape", "Seen by", "On an earlier record")
    table = Table(head, rows, (6, 26, 34, 16, 18))
    return (table, BodyMap(), *_mark_details(record))


def _mark_details(record: Record) -> Iterator[Block]:
    for mark in record.marks:
        blocks = tuple(recorded_first([entry for entry in mark.entries if not _stands_in_table(mark, entry)]))
        if blocks:
            yield Subheading(f"Mark {mark.number}: {mark.place}")
            yield from blocks


def _stands_in_table(mark: RecordMark, entry: Entry) -> bool:
    """Whether the table of marks has these words already: as a whole cell, part of the place, or with their label."""
    name, _, side = mark.place.partition(": ")
    cells = {mark.place, name, side, mark.kind, mark.size, mark.seen_by, mark.on_record}
    with_label = labelled(entry.label, entry.text) in mark.description.split(". ")
    return bool(entry.text.strip()) and (with_label or entry.text.casefold() in {cell.casefold() for cell in cells})


def kind_cell(mark: RecordMark) -> tuple[Words, ...]:
    """Kind and size, then the description; what is missing is said."""
    first = ", ".join(word for word in (mark.kind, mark.size or "size not recorded") if word)
    return (Words(first), *((Words(mark.description),) if mark.description else ()))


_OWN: Mapping[str, Callable[[Record], tuple[Block, ...]]] = {
    "child": _child,
    "practitioner": _practitioner,
    "injury": _marks,
    "explanations": _quotes,
    "child_words": _child_words,
}
