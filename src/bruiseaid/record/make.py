"""Makes the record of a case: every answer, reason and action in the words that were shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from bruiseaid.engine.case import Case
from bruiseaid.engine.journey import Journey, replay
from bruiseaid.engine.leading import leading_first
from bruiseaid.engine.outcome import ContactNow, DueAction, LadderRung, Outcome
from bruiseaid.engine.recommend import borough_of
from bruiseaid.engine.words import age_words, moment_words
from bruiseaid.protocol.model import Protocol, ScopeEnd
from bruiseaid.record.as_answered import DoneOrAnswered, done_of
from bruiseaid.record.case_file import case_as_data
from bruiseaid.record.chronology import restricted_changes, shared_chronology
from bruiseaid.record.closing import written_sections
from bruiseaid.record.deciding import Judged, judged
from bruiseaid.record.first_page import child_first, first_of, first_page_rows
from bruiseaid.record.groups import group_of
from bruiseaid.record.marks import figure_for, marks_of
from bruiseaid.record.model import (
    NUMBERS_APART,
    Annex,
    AsAnswered,
    CitedSource,
    Done,
    Entered,
    Entry,
    Kind,
    ProtocolIdentity,
    Record,
    RecordAction,
    RecordDecision,
    RecordLevel,
    RecordRule,
    RecordRung,
    Trace,
)
from bruiseaid.record.progress import Draft, made_before
from bruiseaid.record.sections import calls_of, goes_without_saying, quotes_of, sections_of
from bruiseaid.record.sharing import restricted_part, shared_part, shared_words


def make_record(draft: Draft, outcome: Outcome, *, finished_at: datetime, proved: bool) -> Record:
    """The record of a draft; `outcome`: what its answers lead to. A decision that holds is put on top of it.

    Set-aside answers are in no part of it, its machine copy included; what must not leave is only in its annex.
    """
    case, protocol = draft.case, draft.case.protocol
    journey = replay(case)
    current = _current(case, journey)
    done = done_of(draft, journey.asked)
    judgement = judged(case, outcome, draft.decision, done, finished_at)
    found, outcome = outcome, judgement.outcome
    kind: Kind = "practice" if draft.practice else "final" if outcome.status != "open" or outcome.act_now else "draft"
    end = _scope_end(protocol, outcome)
    *earlier, _ = made_before(draft) or (finished_at,)
    return Record(
        id=draft.id, version=len(earlier) + 1, kind=kind, started_at=draft.started_at, finished_at=finished_at,
        seen_at=case.seen_at, time_zone=protocol.time_zone, borough=borough_of(case).name,
        protocol=_identity(protocol, proved), status=outcome.status, level=_level(protocol, outcome.level),
        scope_title=end.title if end else "", scope_sentence=end.sentence if end else "",
        levels_possible=_possible(found), child=child_first(current), child_age=age_words(case),
        practitioner=first_of(current, "practitioner"), first_page=tuple(first_page_rows(current, draft, outcome)),
        sections=(*sections_of(current, journey, restricted=False), *written_sections(draft, outcome)),
        marks=marks_of(current), figure=figure_for(case), quotes=tuple(quotes_of(current)),
        child_words=group_of(current, "child_words"),
        rules=tuple(_rules(protocol, found)),
        counted=tuple(_counted(current, outcome)), actions=tuple(_action(a, done.get(a.id)) for a in outcome.actions),
        ladder=tuple(_rung(r, draft) for r in outcome.ladder), calls=calls_of(current),
        not_answered=tuple(_not_answered(case, journey)), statements=tuple(_statements(protocol, outcome)),
        sources=tuple(_sources(protocol, outcome)), chronology=shared_chronology(draft, finished_at),
        case=shared_part(case_as_data(current), protocol), annex=_annex(draft, current, journey),
        trace=_trace(found), decision=_decision(protocol, judgement, tuple(sorted(done))),
        entered=tuple(_entered(draft, journey)), supersedes=_version(protocol, earlier),
    )  # fmt: skip


def _version(protocol: Protocol, earlier: Sequence[datetime]) -> str:
    """Which earlier version a record takes the place of; empty for the first."""
    return f"version {len(earlier)}, finished {moment_words(earlier[-1], protocol)}" if earlier else ""


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


def _level(protocol: Protocol, level_id: str | None) -> RecordLevel | None:
    scale = f"{protocol.levels[-1].id} to {protocol.levels[0].id}"
    for level in protocol.levels:
        if level.id == level_id:
            return RecordLevel(level.id, level.name, level.sentence, level.shape, scale)
    return None


def _decision(protocol: Protocol, judgement: Judged, done: tuple[str, ...]) -> RecordDecision | None:
    made = judgement.decision
    level = _level(protocol, made.level) if made else None
    if made is None or level is None:
        return None
    made = replace(made, done=done)
    return RecordDecision(made, level, _level(protocol, judgement.found.level), judgement.set_aside)


def _entered(draft: Draft, journey: Journey) -> Iterator[Entered]:
    """When each answer that counts was given, in the order asked."""
    by_id = {question.id: question for question in draft.case.protocol.questions}
    for name in journey.asked:
        answered = name in draft.case.answers or by_id[name].stored == "seen_at"
        if name in draft.given and answered:
            one = draft.given[name]
            yield Entered(by_id[name].ask, one.first, one.last, one.by)


def _possible(outcome: Outcome) -> str:
    if outcome.status != "open":
        return ""
    if outcome.least == outcome.greatest:
        return str(outcome.least)
    return f"{outcome.least} to {outcome.greatest}"


def _scope_end(protocol: Protocol, outcome: Outcome) -> ScopeEnd | None:
    return next((end for end in protocol.scope_ends if end.id == outcome.reason), None)


def _counted(case: Case, outcome: Outcome) -> Iterator[Entry]:
    by_id = {question.id: question for question in case.protocol.questions}
    for name in outcome.counted:
        answer = case.answers.get(name)
        if answer is not None:
            yield Entry(by_id[name].short, shared_words(case, by_id[name], answer))


def _rules(protocol: Protocol, found: Outcome) -> Iterator[RecordRule]:
    """Those that set the level first: a page with room for a few has the ones that matter."""
    for rule in leading_first(protocol, found):
        yield RecordRule(rule.id, rule.because, rule.effect, rule.sources, rule.own_choice)


def _action(action: DueAction, done: DoneOrAnswered | None) -> RecordAction:
    return RecordAction(
        action.id, action.text, action.detail, action.who, action.to, action.due.at, action.due.words,
        _numbers(action.contact), action.sources, action.asked_of_others,
        done if isinstance(done, Done) else None, action.say, action.group,
        done if isinstance(done, AsAnswered) else None,
    )  # fmt: skip


def _numbers(contact: ContactNow | None) -> str:
    """The number to ring at that hour; where the hours are not known every one, since any may be closed."""
    if contact is None:
        return ""
    every = (contact.first, *contact.others) if contact.first.open_now is None else (contact.first,)
    return NUMBERS_APART.join(f"{number.name}: {number.phone}" for number in every)


def _rung(rung: LadderRung, draft: Draft) -> RecordRung:
    return RecordRung(rung.id, rung.who, rung.to, rung.due.at, rung.due.words, draft.rungs.get(rung.id, ""))


def _not_answered(case: Case, journey: Journey) -> Iterator[str]:
    by_id = {question.id: question for question in case.protocol.questions}
    for name in journey.asked:
        if (
            by_id[name].stored != "seen_at"
            and name not in case.answers
            and not by_id[name].restricted
            and not goes_without_saying(case, by_id[name])
        ):
            yield by_id[name].ask


def _statements(protocol: Protocol, outcome: Outcome) -> Iterator[str]:
    """What the record says of itself: of its level first, for the first page has room for a few only."""
    keys = [key for level in protocol.levels if level.id == outcome.level for key in level.statements]
    keys += protocol.statements
    fired = {rule.id for rule in outcome.rules}
    keys += [key for rule in protocol.rules if rule.id in fired for key in rule.statements]
    yield from (protocol.words[key] for key in dict.fromkeys(keys))


def _sources(protocol: Protocol, outcome: Outcome) -> Iterator[CitedSource]:
    cited: set[str] = set()
    cited.update(key for rule in outcome.rules for key in rule.sources)
    cited.update(key for action in outcome.actions for key in action.sources)
    cited.update(key for rung in outcome.ladder for key in rung.sources)
    for source in protocol.sources:
        if source.key in cited:
            yield CitedSource(source.key, source.title, source.kind, source.address)


def _annex(draft: Draft, current: Case, journey: Journey) -> Annex:
    sections = tuple(sections_of(current, journey, restricted=True))
    return Annex(sections, restricted_changes(draft), restricted_part(case_as_data(current), current.protocol))


def _trace(outcome: Outcome) -> Trace:
    return Trace(
        outcome.least or "", outcome.greatest or "", outcome.standing_level or "", dict(sorted(outcome.facts.items()))
    )
