"""Every single change for the worse that model.md section 7 says never lowers a level."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from .facts import Facts
from .marks import any_mark
from .vocabulary import (
    CONTEXTS,
    CONTRIBUTORY_CONTEXT,
    DISCLOSURES,
    EMERGENCY_SIGNS,
    EXPLANATIONS,
    FEATURES,
    IMMOBILE,
    NO_FEATURE,
    ONE_OF,
    SEEN_BY,
)

Case = Mapping[str, Any]
Change = tuple[str, dict[str, Any]]
Changes = Iterator[Change]

LADDERS: dict[str, dict[str, int]] = {
    "INV-06 immediate_danger": {"no": 0, "unsure": 1, "yes": 2},
    "INV-06 delay": {"no": 0, "unsure": 1, "yes": 2},
    "INV-06 safe_home": {"yes": 0, "unsure": 1, "no": 2},
    "INV-06 own_worry": {"not": 0, "some": 0, "not_said": 0, "very": 1},
    "INV-06 same_day_review": {"yes": 0, "unsure": 1, "no": 2},
    "INV-06 accounts_agree": {"yes": 0, "unsure": 1, "no": 2},
    "INV-06 worker_implicated": {"no": 0, "unsure": 1, "yes": 2},
    "INV-06 interpreter": {"not_needed": 0, "independent": 0, "relative": 1, "none": 1},
    "INV-06 cooperation": {step: rank for rank, step in enumerate(ONE_OF["cooperation"])},
    "INV-06 practitioner_group": {group: rank > 0 for rank, group in enumerate(ONE_OF["practitioner_group"])},
    "INV-07 mobility_basis": {"observed": 0, "health_record": 0, "carer_said": 1, "other": 1},
    "INV-07 mobility": {"walking": 0, "independent_wheelchair": 1, "early_mobile": 2} | dict.fromkeys(IMMOBILE, 3),
}
WHEN_ABSENT = {"worker_implicated": "no", "interpreter": "not_needed", "own_worry": "not_said"}
NOT_ON_RECORD = {"doc_status": "not_documented"}
INJURY = {"kind": "bruise", "opinion": "injury_or_probable"}
NATURAL = {**NOT_ON_RECORD, "kind": "unclear_mark", "seen_by": "me", "opinion": "probably_natural"}


def worsenings(case: Case, rng: Random) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each (name, worse case), from a case that was concluded. A question newly asked is answered anyhow."""
    facts = Facts(case)
    for source in (one_answer, account, ticks, household, younger, marks):
        for name, change in source(facts, rng):
            yield name, made_worse(case, change, rng)


def one_worsening(case: Case, rng: Random) -> tuple[str, dict[str, Any]]:
    """One of the worsenings of a concluded case, each family of them as likely as the next."""
    facts = Facts(case)
    source = rng.choice((one_answer, account, ticks, household, younger, marks))
    name, change = rng.choice(list(source(facts, rng)) or list(household(facts, rng)))
    return name, made_worse(case, change, rng)


def made_worse(case: Case, change: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    return settled({**case, "answers": {**case["answers"], **change}}, rng)


def settled(case: dict[str, Any], rng: Random) -> dict[str, Any]:
    answers = case["answers"]
    if "accounts_agree" in answers and "same_day_review" in answers:
        return case
    facts = Facts(case)
    if "accounts_agree" not in answers and facts.accounts_agree_is_asked:
        answers["accounts_agree"] = rng.choice(ONE_OF["accounts_agree"])
    if "same_day_review" not in answers and facts.maybe_natural:
        answers["same_day_review"] = rng.choice(ONE_OF["same_day_review"])
    return case


def one_answer(facts: Facts, rng: Random) -> Changes:
    """INV-06 and INV-07: one answer, further up its ladder.

    A child who walks before nine months counts as early, and so does not become less mobile in a wheelchair.
    """
    for name, ladder in LADDERS.items():
        question = name.split()[1]
        given = facts.answer(question, WHEN_ABSENT.get(question, ""))
        for value, rank in ladder.items():
            early_walker = facts.early and value == "independent_wheelchair"
            if given in ladder and rank > ladder[given] and not early_walker:
                yield f"{name}: {given} -> {value}", {question: value}


def account(facts: Facts, rng: Random) -> Changes:
    """INV-06: an explanation that makes a worse account, whatever is said about accounts_agree.

    Without a mark only unsafe_to_ask itself is read (R44), so there another account is not a worse one.
    """
    if facts.answer("explanation") == "unsafe_to_ask" and not facts.marks:
        return
    for explanation in EXPLANATIONS:
        change = {"explanation": explanation, "accounts_agree": rng.choice(ONE_OF["accounts_agree"])}
        if with_changes(facts, change).account > facts.account:
            yield f"INV-06 account: {facts.answer('explanation')} -> {explanation}", change


def with_changes(facts: Facts, change: Mapping[str, Any]) -> Facts:
    noon = facts.day.isoformat() + "T12:00:00+00:00"
    return Facts({"seen_at": noon, "answers": {**facts.answers, **change}})


def ticks(facts: Facts, rng: Random) -> Changes:
    """INV-06: one more box ticked, or unsure or not known where there was nothing."""
    yield from one_more("emergency_signs", EMERGENCY_SIGNS, facts)
    yield from one_more("disclosure", DISCLOSURES, facts)
    yield from one_more("features", FEATURES, facts)
    yield from one_more("context", CONTEXTS, facts)
    if not facts.ticks("context"):
        yield "INV-06 context: none -> not_known", {"context": ["not_known"]}
    for given in facts.ticks("context") - {"not_known"} - set(CONTRIBUTORY_CONTEXT):
        if len(facts.ticks("context")) == 1 and not facts.high_items:
            yield f"INV-06 context: {given} -> contributory", {"context": [rng.choice(CONTRIBUTORY_CONTEXT)]}
    if NO_FEATURE in facts.ticks("features"):
        left = sorted(facts.ticks("features") - {NO_FEATURE}) or ["none"]
        yield "INV-06 feature: the bite is no longer a young child's", {"features": left}


def one_more(question: str, options: tuple[str, ...], facts: Facts) -> Changes:
    given = facts.ticks(question) - {"not_known"}
    for option in options:
        if option not in given:
            yield f"INV-06 {question}: and {option}", {question: [*sorted(given), option]}


def household(facts: Facts, rng: Random) -> Changes:
    """INV-06: an adult in the home could not be asked after, or was not identified."""
    adults = list(facts.answers.get("household") or ())
    stranger = {"name": "Another adult", "relationship": "partner", "lives_in": "no"}
    for answer in ("not_asked_unsafe", "no"):
        change = {"household": [*adults, {**stranger, "identified": answer}]}
        yield f"INV-06 context: household {answer}", change


def younger(facts: Facts, rng: Random) -> Changes:
    """INV-07: born later, or born earlier in the pregnancy.

    Its named exception: a birth injury that begins to count because the child is younger.
    """
    for days in (1, 7, 30, 180, 365, 1461, rng.randint(1, 6600)):
        born = min(facts.born + timedelta(days=days), facts.day)
        if born > facts.born and not newly_on_record(facts, born):
            yield f"INV-07 younger: born {facts.born} -> {born}", {"dob": born.isoformat()}
    weeks = int(facts.answers.get("weeks_early") or 0)
    for more in range(weeks + 1, 18, 4):
        yield f"INV-07 weeks_early: {weeks} -> {more}", {"weeks_early": more}


def newly_on_record(facts: Facts, born: date) -> bool:
    changed = with_changes(facts, {"dob": born.isoformat()})
    return any(changed.documented(mark) and not facts.documented(mark) for mark in facts.marks)


def marks(facts: Facts, rng: Random) -> Changes:
    """INV-08: one more mark; any one mark worse. INV-29: one mark not seen by the practitioner."""
    for _ in range(3):
        new = any_mark(rng)
        yield f"INV-08 another mark: {new['kind']} {new['region']}", {"marks": [*facts.marks, new]}
    for place, mark in enumerate(facts.marks):
        for name, change in one_mark_worse(facts, mark):
            changed = [*facts.marks[:place], {**mark, **change}, *facts.marks[place + 1 :]]
            yield f"{name} (mark {place + 1})", {"marks": changed}


def one_mark_worse(facts: Facts, mark: Mapping[str, str]) -> Changes:
    """Documented <= natural <= unsure <= injury, and losing a record; INV-29."""
    status = "documented" if facts.documented(mark) else facts.status(mark)
    if mark["doc_status"] != "not_documented":
        yield "INV-08 record lost", NOT_ON_RECORD
        yield "INV-08 record of a bruise only", {"doc_nature": "bruise_or_unexplained"}
    if status == "documented":
        yield "INV-08 documented -> natural", NATURAL
    if status in ("documented", "natural"):
        yield f"INV-08 {status} -> unsure", {**NATURAL, "opinion": "unsure"}
    if status != "injury":
        yield f"INV-08 {status} -> injury", {**NOT_ON_RECORD, **INJURY}
    if mark["seen_by"] == "me":
        yield from ((f"INV-29 seen_by: me -> {other}", {"seen_by": other}) for other in SEEN_BY[1:])
