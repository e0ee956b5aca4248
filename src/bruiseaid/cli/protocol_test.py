"""`bruiseaid protocol test`: tries the scenarios, and counts which single edits of the rules they would notice."""

from __future__ import annotations

import json
import re
import sys
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from bruiseaid.cli.proof_words import Screen
from bruiseaid.cli.reading import read_all
from bruiseaid.cli.streams import could_not
from bruiseaid.cli.writing import write_files
from bruiseaid.engine.case import Case
from bruiseaid.engine.recommend import recommend
from bruiseaid.proof.scenarios.proposing import Proposal, proposals
from bruiseaid.proof.scenarios.trying import Failed, Score, Survivor, first_difference, score
from bruiseaid.protocol.model import Place, Protocol, Scenario
from bruiseaid.record.case_file import as_tree, case_as_data, case_of_tree

LATE = datetime(9000, 1, 1, tzinfo=UTC)


def run_test(options: Namespace) -> int:
    """0 if every scenario passes, 1 if not, 2 where the folder could not be read."""
    read = read_all([options.folder], as_json=options.json)
    if read is None:
        return 2
    protocol = read[0]
    cases, unread = scenario_cases(protocol)
    failed = (*unread, *_failed(cases))
    screen = Screen(sys.stdout)
    found = score(protocol, cases, screen.progress)
    proposed = proposals(found.survivors, options.most, screen.progress) if options.propose else ()
    screen.done()
    if options.propose and not _propose(Path(options.propose), protocol, proposed):
        return 2
    if options.json:
        print(json.dumps(_data(cases, failed, found), ensure_ascii=False, indent=1))
    else:
        print("\n".join(_words(cases, failed, found)))
    return 1 if failed else 0


def scenario_cases(protocol: Protocol) -> tuple[tuple[tuple[Scenario, Case], ...], tuple[Failed, ...]]:
    """The scenarios with their cases, and those whose case cannot be read."""
    cases, failed = [], []
    for scenario in protocol.scenarios:
        read = case_of_tree(as_tree(dict(scenario.case), Place(scenario.id, 1, 1)), protocol, LATE)
        if read.case is None:
            failed.append(Failed(scenario.id, f"Its case cannot be read: {read.problems[0].message}"))
        else:
            cases.append((scenario, read.case))
    return tuple(cases), tuple(failed)


def _failed(cases: Iterable[tuple[Scenario, Case]]) -> Iterator[Failed]:
    """The scenarios that do not come to what they expect."""
    for scenario, case in cases:
        difference = first_difference(scenario, recommend(case, case.seen_at))
        if difference:
            yield Failed(scenario.id, difference)


def _words(cases: tuple[tuple[Scenario, Case], ...], failed: tuple[Failed, ...], found: Score) -> Iterator[str]:
    yield f"{len(cases)} scenarios were tried. {len(failed)} failed."
    yield from (f"  {one.id}: {one.difference}" for one in failed)
    matter = found.edits - found.equivalent - len(found.undecided)
    yield f"{found.edits} single edits of rules, facts and actions were made. {found.equivalent} change nothing."
    yield f"Of the other {matter}, the scenarios notice {found.noticed} ({_percent(found.noticed, matter)})."
    refused = [one for one in found.survivors if one.refused]
    others = [one for one in found.survivors if not one.refused]
    yield f"{len(found.survivors)} are noticed by no scenario:"
    yield f"{len(refused)} of them are caught by the proof, not by a scenario. `protocol check` refuses them:"
    yield from map(_survivor, refused)
    yield f"{len(others)} are caught by neither. `protocol diff` shows what they change:"
    yield from map(_survivor, others)
    either = found.noticed + len(refused)
    yield f"A scenario or the proof catches {either} of the {matter} ({_percent(either, matter)})."
    yield from (f"  Not analysed to the end: {one.section} {one.id}, {one.said}." for one in found.undecided)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none was needed"


def _survivor(one: Survivor) -> str:
    where = f"  {one.edit.section} {one.edit.id}, {one.edit.said}"
    finding = one.refused
    by = f" Found by {finding.check}, in {finding.place.section} {finding.place.id}." if finding else ""
    if one.before == one.after:
        return f"{where}: no scenario expects it.{by}"
    return f"{where}: a case goes from {one.before or 'no level'} to {one.after or 'no level'}.{by}"


def _data(cases: tuple[tuple[Scenario, Case], ...], failed: tuple[Failed, ...], found: Score) -> dict[str, object]:
    return {
        "scenarios": len(cases),
        "failed": [{"id": one.id, "difference": one.difference} for one in failed],
        "edits": found.edits,
        "equivalent": found.equivalent,
        "noticed": found.noticed,
        "survivors": [
            {"section": one.edit.section, "id": one.edit.id, "said": one.edit.said, "before": one.before,
             "after": one.after, "case": case_as_data(one.case),
             "proof": None if one.refused is None else
             {"check": one.refused.check, "section": one.refused.place.section, "id": one.refused.place.id}}
            for one in found.survivors
        ],
        "undecided": [{"section": one.section, "id": one.id, "said": one.said} for one in found.undecided],
    }  # fmt: skip


def _propose(folder: Path, protocol: Protocol, proposed: Sequence[Proposal]) -> bool:
    """Writes the proposed scenarios beside those that are there; False after saying that it could not."""
    try:
        first = _next_number(folder, protocol)
        named = {
            f"p{number:03d}-{one.survivor.edit.id.lower()}.yaml": _scenario(number, one)
            for number, one in enumerate(proposed, start=first)
        }
        texts = {name: json.dumps(one, ensure_ascii=False, indent=1) + "\n" for name, one in named.items()}
        list(write_files(folder, {name: text.encode() for name, text in texts.items()}))
    except OSError as error:
        print(could_not(error, "The scenarios could not be written"), file=sys.stderr)
        return False
    return True


def _next_number(folder: Path, protocol: Protocol) -> int:
    """A number past that of every proposal that is kept already, so that none of them is written over."""
    kept = [*(scenario.id for scenario in protocol.scenarios), *(path.name for path in folder.glob("*.yaml"))]
    return 1 + max((int(found[1]) for one in kept if (found := re.match(r"[pP]([0-9]{1,6})\b", one))), default=0)


def _scenario(number: int, proposed: Proposal) -> dict[str, object]:
    one, notices = proposed.survivor, len(proposed.notices)
    outcome = recommend(one.case, one.case.seen_at)
    expect: dict[str, object] = {"rules": [rule.id for rule in outcome.rules]}
    expect |= {"level": one.before} if one.before else {"reason": outcome.reason or ""}
    if one.edit.section == "actions":
        expect["actions_at_least"] = [one.edit.id]
    return {
        "id": f"P{number:03d}", "title": f"Notices {one.edit.id}, {one.edit.said}, and {notices - 1} other edits",
        "story": "To be told in the words of a practitioner.", "case": case_as_data(one.case), "expect": expect,
        "sources": _sources(one),
    }  # fmt: skip


def _sources(one: Survivor) -> list[str]:
    """The sources of the row that the scenario is there for; without any, the first of the protocol."""
    protocol = one.case.protocol
    rows: dict[str, tuple[str, ...]] = {
        "rules": next((row.sources for row in protocol.rules if row.id == one.edit.id), ()),
        "facts": next((row.sources for row in protocol.facts if row.id == one.edit.id), ()),
        "actions": next((row.sources for row in protocol.actions if row.id == one.edit.id), ()),
    }
    return list(rows[one.edit.section]) or [source.key for source in protocol.sources[:1]]
