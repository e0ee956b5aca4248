"""On what the outcome rests: level, rules, what counted, what stayed open, the rules' identity and their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bruiseaid.record.decision import decision_words
from bruiseaid.record.model import CitedSource, Entry, Record, RecordAction, RecordRule
from bruiseaid.report.words.content import (
    Block,
    Cell,
    Fields,
    Listing,
    Part,
    Prose,
    Subheading,
    Table,
    Words,
    bracketed,
    plain,
)
from bruiseaid.report.words.dates import day_and_clock

_ADDRESS = re.compile(r"https?://[a-z0-9.-]{1,200}(/[A-Za-z0-9._~%/?=&+,;:@#!$'()*-]{0,1500})?")


def outcome(record: Record) -> tuple[str, str]:
    """The outcome as a small line and a title."""
    if record.status == "out_of_scope":
        return "Child bruising record. Not for this protocol", record.scope_title or "Not for this protocol"
    if record.level is None:
        return "Child bruising record. Not finished", _still_possible(record)
    scale = f"Level {record.level.id} of {record.level.scale}"
    return f"Child bruising {_kind_of_paper(record)}. {scale}", record.level.name


def open_sentence(record: Record) -> str:
    """What is still possible while questions are open; empty when none is."""
    if record.status != "open":
        return ""
    possible = f"Still possible: {record.levels_possible}. " if record.level and record.levels_possible else ""
    return f"{possible}Not finished: {_unanswered(record)}."


def under_outcome(record: Record) -> str:
    """What stands under the outcome: a decision, and why it is outside the protocol or what is still possible."""
    found = record.scope_sentence if record.status == "out_of_scope" else open_sentence(record)
    return " ".join(part for part in (decided_sentence(record), found) if part)


def decided_sentence(record: Record) -> str:
    """What was decided beside what the protocol gives, and by whom; empty where nobody decided."""
    one = record.decision
    return decision_words(one.made, one.given.id if one.given else "", one.set_aside) if one else ""


def decision_part(record: Record, more: tuple[Block, ...]) -> Part:
    """The outcome, every rule that fired, and what was counted."""
    small, title = outcome(record)
    sentence = record.scope_sentence if record.status == "out_of_scope" else _shown_sentence(record)
    rows = [Entry("Outcome", f"{small.partition('. ')[2]}: {title}"), Entry("Shown with it", sentence)]
    if record.status == "open":
        rows.append(Entry("Still possible", record.levels_possible))
    rows += _decided(record)
    return Part("Decision and why", (Fields(tuple(rows)), *_rules(record), *more, *_counted(record)))


def _decided(record: Record) -> list[Entry]:
    """The decision for another level, each part under its own label."""
    one = record.decision
    if one is None:
        return []
    given = f"{one.given.id}, {one.given.name}" if one.given else "no level yet"
    aside = [Entry("Set aside, because", one.set_aside)] if one.set_aside else []
    return [
        Entry("The protocol gives, by the answers", given),
        Entry("Decided by people", f"{one.level.id}, {one.level.name}"),
        Entry("Decided by", one.made.by),
        Entry("Their role", one.made.role),
        Entry("Decided at", day_and_clock(one.made.at)),
        Entry("Their reason", one.made.reason, quoted=True),
        *aside,
    ]


def rule_words(rule: RecordRule) -> str:
    """'(G1, G2): because' without its id."""
    sources = f" ({', '.join(rule.sources)})" if rule.sources else ""
    own = f" Our own choice: {rule.own_choice}" if rule.own_choice else ""
    return f"{sources}: {rule.because}{own}"


def open_part(record: Record) -> Iterator[Part]:
    """What was not answered."""
    if record.not_answered:
        yield Part("What was not answered", (Prose(" ".join(_ended(ask) for ask in record.not_answered)),))
    else:
        yield Part("What was not answered", (Prose("Nothing: every question that was asked has an answer."),))


def statements_part(record: Record) -> Iterator[Part]:
    """What this record does not say."""
    if record.statements:
        yield Part("What this record does not say", (Listing(record.statements),))


def sources_part(record: Record) -> Part:
    """Every source named above, as it stood."""
    if not record.sources:
        return Part("Sources", (Prose("No source is named in this record.", faint=True),))
    rows = tuple(_source(source) for source in record.sources)
    return Part("Sources", (Table(("Key", "Title and kind", "Address"), rows, (7, 43, 50)),))


def about_part(record: Record) -> Part:
    """Which record this is, and by which rules it was made."""
    rules = record.protocol
    rows = (
        Entry("Record", f"{record.id}, version {record.version} (data in form {record.schema})"),
        Entry("Begun", day_and_clock(record.started_at)),
        Entry("Mark seen or heard of", day_and_clock(record.seen_at)),
        Entry("Finished", day_and_clock(record.finished_at)),
        Entry("Time zone", record.time_zone),
        Entry("Borough", record.borough),
        Entry("Rules", f"{rules.title} ({rules.id}), version {rules.version}"),
        Entry("Fingerprint of the rules", grouped(rules.sha256)),
        Entry("Approval", approval(record)),
        Entry("Promises of the rules", "proved" if rules.proved else "not proved"),
    )
    return Part("About this record", (Fields(rows),))


def approval(record: Record) -> str:
    """Whether the rules were signed, in words."""
    rules = record.protocol
    if not rules.approval:
        return rules.approval_note or "signed"
    return f"{rules.approval}. {rules.approval_note}".strip()


def grouped(hexadecimal: str) -> str:
    """'3f9a 27c1': digits in groups of four."""
    return " ".join(hexadecimal[place : place + 4] for place in range(0, len(hexadecimal), 4))


def asked_for(record: Record) -> tuple[RecordAction, ...]:
    """What a referral asks of others. One thing alone, beside much to do oneself, makes no referral: then nothing."""
    asked = tuple(action for action in record.actions if action.asked_of_others)
    return asked if len(asked) > 1 or len(asked) == len(record.actions) else ()


def _kind_of_paper(record: Record) -> str:
    return "referral" if asked_for(record) else "record"


def _still_possible(record: Record) -> str:
    return f"No level yet. Possible: {record.levels_possible}" if record.levels_possible else "No level yet"


def _unanswered(record: Record) -> str:
    count = len(record.not_answered)
    if not count:
        return "questions were not answered"
    few = ", ".join(record.not_answered[:4])
    more = f" and {count - 4} more" if count > 4 else ""
    return f"these questions were not answered: {few}{more}"


def _shown_sentence(record: Record) -> str:
    return record.level.sentence if record.level else ""


def _rules(record: Record) -> Iterator[Block]:
    if not record.rules:
        yield Prose("No rule fired.")
        return
    rows = tuple(_rule(rule) for rule in record.rules)
    yield Table(("Rule", "Because", "What it does", "Sources"), rows, (9, 53, 20, 18))


def _rule(rule: RecordRule) -> tuple[Cell, ...]:
    because = (
        Words(rule.because),
        *((Words(f"Our own choice: {rule.own_choice}", "small"),) if rule.own_choice else ()),
    )
    return (Words(rule.id, "bold"),), because, plain(rule.effect), plain(", ".join(rule.sources))


def _counted(record: Record) -> Iterator[Block]:
    if record.counted:
        yield Subheading("What the rules counted")
        yield Fields(record.counted)


def _source(source: CitedSource) -> tuple[Cell, ...]:
    title = Words(f"{source.title}{bracketed(source.kind)}", "small")
    address = Words("no address", "faint_small")
    if source.address:
        address = Words(source.address, "small", web_address(source.address))
    return (Words(source.key, "bold"),), (title,), (address,)


def web_address(text: str) -> str:
    """The text if it is a plain web address and nothing else, else ''."""
    return text if _ADDRESS.fullmatch(text) else ""


def _ended(sentence: str) -> str:
    """The sentence with a mark at its end."""
    bare = sentence.strip()
    return bare if bare[-1:] in (".", "?", "!") else f"{bare}."


def stands_beside(row: Entry, rows: Iterable[Entry], record: Record) -> bool:
    """Whether an answer that counted is on the page anyway: among these rows, by its label, or as a mark."""
    return row.label in {one.label for one in rows} or any(mark.place in row.text for mark in record.marks)
