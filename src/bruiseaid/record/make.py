"""Makes the record of a case: every answer, reason and action in the words that were shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import Journey, replay
from bruiseaid.engine.outcome import DueAction, LadderRung, Outcome
from bruiseaid.engine.recommend import borough_of
from bruiseaid.engine.words import age_words, answer_words, entry_words, moment_words
from bruiseaid.protocol.model import Protocol, Question, ScopeEnd
from bruiseaid.record.case_file import case_as_data
from bruiseaid.record.marks import figure_for, marks_of
from bruiseaid.record.model import (
    PARTS,
    Annex,
    CitedSource,
    Entry,
    Event,
    Kind,
    ProtocolIdentity,
    Quote,
    Record,
    RecordAction,
    RecordLevel,
    RecordRule,
    RecordRung,
    Section,
)
from bruiseaid.record.progress import Draft


def make_record(draft: Draft, outcome: Outcome, *, finished_at: datetime, proved: bool) -> Record:
    """The record of a draft and what followed from it.

    Set-aside answers are in no part of it, its machine copy included; what must not leave is only in its annex.
    """
    case, protocol = draft.case, draft.case.protocol
    journey = replay(case)
    current = _current(case, journey)
    kind: Kind = "practice" if draft.practice else "final" if outcome.status != "open" or outcome.act_now else "draft"
    end = _scope_end(protocol, outcome)
    return Record(
        id=draft.id, version=1, kind=kind, started_at=draft.started_at, finished_at=finished_at,
        seen_at=case.seen_at, time_zone=protocol.time_zone, borough=borough_of(case).name,
        protocol=_identity(protocol, proved), status=outcome.status, level=_level(protocol, outcome),
        scope_title=end.title if end else "", scope_sentence=end.sentence if end else "",
        levels_possible=_possible(outcome), child=_group(current, "child"), child_age=age_words(case),
        practitioner=_group(current, "practitioner"), first_page=tuple(_first_page(current)),
        sections=tuple(_sections(current, journey, restricted=False)), marks=marks_of(current),
        figure=figure_for(case), quotes=tuple(_quotes(current)), child_words=_group(current, "child_words"),
        rules=tuple(RecordRule(r.id, r.because, r.effect, r.sources, r.own_choice) for r in outcome.rules),
        counted=tuple(_counted(current, outcome)), actions=tuple(_action(a, draft) for a in outcome.actions),
        ladder=tuple(_rung(r, draft) for r in outcome.ladder), calls=_calls(current),
        not_answered=tuple(_not_answered(case, journey)), statements=tuple(_statements(protocol, outcome)),
        sources=tuple(_sources(protocol, outcome, journey)), chronology=_chronology(draft, finished_at),
        case=_shared(case_as_data(current), protocol), annex=Annex(tuple(_sections(current, journey, restricted=True))),
    )  # fmt: skip


def _current(case: Case, journey: Journey) -> Case:
    """The case without what is set aside."""
    for name in journey.set_aside:
        case = case.without_answer(name)
    return case


def _identity(protocol: Protocol, proved: bool) -> ProtocolIdentity:
    return ProtocolIdentity(
        protocol.id,
        protocol.title,
        protocol.version,
        protocol.sha256,
        protocol.approval,
        protocol.approval_note,
        proved,
    )


def _level(protocol: Protocol, outcome: Outcome) -> RecordLevel | None:
    scale = f"{protocol.levels[-1].id} to {protocol.levels[0].id}"
    for level in protocol.levels:
        if level.id == outcome.level:
            return RecordLevel(level.id, level.name, level.sentence, level.shape, scale)
    return None


def _possible(outcome: Outcome) -> str:
    if outcome.status != "open":
        return ""
    if outcome.least == outcome.greatest:
        return str(outcome.least)
    return f"{outcome.least} to {outcome.greatest}"


def _scope_end(protocol: Protocol, outcome: Outcome) -> ScopeEnd | None:
    return next((end for end in protocol.scope_ends if end.id == outcome.reason), None)


def _stored(case: Case, name: str) -> Question | None:
    return next((q for q in case.protocol.questions if name in (q.id, q.stored)), None)


def _group(case: Case, name: str) -> tuple[Entry, ...]:
    """A group of details by the key of the case format, restricted ones left out."""
    question = _stored(case, name)
    if question is None:
        return ()
    return _entries(case, question, case.answers.get(question.id, {}), restricted=False)


def _entries(case: Case, question: Question, entry: object, *, restricted: bool) -> tuple[Entry, ...]:
    words = entry_words(case.protocol, question, entry if isinstance(entry, Mapping) else {})
    return tuple(
        Entry(label, text, quoted=_is_quoted(question, index) and bool(text))
        for index, (label, text) in enumerate(words)
        if question.fields[index].restricted == restricted
    )


def _is_quoted(question: Question, index: int) -> bool:
    return question.fields[index].id == "words"


def _first_page(case: Case) -> Iterator[Entry]:
    for question in case.protocol.questions:
        answer = case.answers.get(question.id)
        if question.first_page and not question.restricted:
            yield Entry(question.short, answer_words(case.protocol, question.id, answer) if answer is not None else "")
        for index, detail in enumerate(question.fields):
            if detail.first_page and not detail.restricted and question.type == "group":
                words = entry_words(case.protocol, question, answer if isinstance(answer, Mapping) else {})
                yield Entry(detail.label, words[index][1])


def _sections(case: Case, journey: Journey, *, restricted: bool) -> Iterator[Section]:
    """The parts of the record in the order of print, each with every question that was asked."""
    asked = frozenset(journey.asked)
    for part, title in PARTS.items():
        entries: list[Entry] = []
        groups: list[tuple[Entry, ...]] = []
        for question in case.protocol.questions:
            own_part = question.record_part if question.record_part in PARTS else "other"
            if own_part == part and question.id in asked and question.type != "marks":
                _add(case, question, restricted, entries, groups)
        if entries or groups:
            yield Section(part, title, tuple(entries), tuple(groups))


def _add(
    case: Case, question: Question, restricted: bool, entries: list[Entry], groups: list[tuple[Entry, ...]]
) -> None:
    answer = case.answers.get(question.id)
    if question.type == "group":
        entries.extend(_entries(case, question, answer, restricted=restricted or question.restricted))
    elif question.type in ("people", "entries"):
        listed = [one for one in answer if isinstance(one, Mapping)] if isinstance(answer, tuple) else []
        found = [_entries(case, question, one, restricted=restricted) for one in listed]
        groups.extend(one for one in found if one)
        if not listed and not restricted:
            entries.append(
                Entry(
                    question.short,
                    answer_words(case.protocol, question.id, answer) if answer is not None else "",
                )
            )
    elif question.restricted == restricted:
        if question.stored == "seen_at":
            entries.append(Entry(question.short, moment_words(case.seen_at, case)))
        else:
            text = answer_words(case.protocol, question.id, answer) if answer is not None else ""
            entries.append(Entry(question.short, text, note=question.ask))


def _quotes(case: Case) -> Iterator[Quote]:
    question = _stored(case, "explanation_verbatim")
    answer = case.answers.get(question.id, ()) if question else ()
    for one in answer if isinstance(answer, tuple) else ():
        if question is not None and isinstance(one, Mapping):
            words = dict(zip((f.id for f in question.fields), entry_words(case.protocol, question, one), strict=True))
            said = {key: text for key, (_, text) in words.items()}
            yield Quote(
                said.get("words", ""), said.get("said_by", ""), said.get("to", ""), said.get("said_at", ""),
                said.get("heard_by", ""),
            )  # fmt: skip


def _calls(case: Case) -> tuple[tuple[Entry, ...], ...]:
    question = _stored(case, "people_spoken_to")
    answer = case.answers.get(question.id, ()) if question else ()
    if question is None or not isinstance(answer, tuple):
        return ()
    return tuple(_entries(case, question, one, restricted=False) for one in answer)


def _counted(case: Case, outcome: Outcome) -> Iterator[Entry]:
    by_id = {question.id: question for question in case.protocol.questions}
    for name in outcome.counted:
        answer = case.answers.get(name)
        if answer is not None:
            yield Entry(by_id[name].short, answer_words(case.protocol, name, answer))


def _action(action: DueAction, draft: Draft) -> RecordAction:
    number = action.contact.first if action.contact else None
    return RecordAction(
        action.id, action.text, action.detail, action.who, action.to, action.due.at, action.due.words,
        f"{number.name}: {number.phone}" if number else "", action.sources, action.asked_of_others,
        draft.done.get(action.id),
    )  # fmt: skip


def _rung(rung: LadderRung, draft: Draft) -> RecordRung:
    return RecordRung(rung.id, rung.who, rung.to, rung.due.at, rung.due.words, draft.rungs.get(rung.id, ""))


def _not_answered(case: Case, journey: Journey) -> Iterator[str]:
    by_id = {question.id: question for question in case.protocol.questions}
    for name in journey.asked:
        if name not in case.answers and not by_id[name].restricted and by_id[name].stored != "seen_at":
            yield by_id[name].ask


def _statements(protocol: Protocol, outcome: Outcome) -> Iterator[str]:
    keys = list(protocol.statements)
    keys += [key for level in protocol.levels if level.id == outcome.level for key in level.statements]
    fired = {rule.id for rule in outcome.rules}
    keys += [key for rule in protocol.rules if rule.id in fired for key in rule.statements]
    yield from (protocol.words[key] for key in dict.fromkeys(keys))


def _sources(protocol: Protocol, outcome: Outcome, journey: Journey) -> Iterator[CitedSource]:
    cited: set[str] = set()
    cited.update(key for rule in outcome.rules for key in rule.sources)
    cited.update(key for action in outcome.actions for key in action.sources)
    cited.update(key for rung in outcome.ladder for key in rung.sources)
    asked = frozenset(journey.asked)
    cited.update(key for question in protocol.questions if question.id in asked for key in question.sources)
    for source in protocol.sources:
        if source.key in cited:
            yield CitedSource(source.key, source.title, source.kind, source.address)


def _chronology(draft: Draft, finished_at: datetime) -> tuple[Event, ...]:
    events = [
        Event(draft.case.seen_at, "The mark was seen or heard of"),
        Event(draft.started_at, "This record was begun"),
    ]
    events += list(draft.events)
    events += [Event(change.at, _change_words(change.before, change.after)) for change in draft.changes]
    events += [Event(done.at, done.result or "Done") for done in draft.done.values()]
    events.append(Event(finished_at, "This record was finished"))
    return tuple(sorted(events, key=lambda event: event.at))


def _change_words(before: str, after: str) -> str:
    return f"An answer was changed. Before: {before or 'not answered'}. After: {after or 'not answered'}."


def _shared(data: dict[str, object], protocol: Protocol) -> dict[str, object]:
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
