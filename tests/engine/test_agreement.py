"""The protocol and the engine give what an independent plain statement of the model gives."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from bruiseaid.engine.outcome import Outcome as EngineOutcome
from tests.engine.cases import outcome_of
from tests.oracle import Outcome, outcome, random_case

CASES = 100_000


def _differences(stated: Outcome, found: EngineOutcome) -> list[str]:
    """What the two say differently, in words."""
    if (stated.status, stated.reason, stated.level) != (found.status, found.reason, found.level):
        return [
            f"stated {stated.status} {stated.reason} {stated.level}, found {found.status} {found.reason} {found.level}"
        ]
    actions = {action.id for action in found.actions}
    if stated.status != "concluded":
        return [] if stated.actions <= actions and found.actions else [f"actions {sorted(stated.actions - actions)}"]
    rules = {rule.id for rule in found.rules}
    differences = []
    if rules != stated.rules:
        differences.append(f"rules {sorted(rules ^ stated.rules)}")
    if actions != stated.actions:
        differences.append(f"actions {sorted(actions ^ stated.actions)}")
    if stated.safeguarding_level != found.standing_level:
        differences.append(f"standing level {stated.safeguarding_level} {found.standing_level}")
    return differences


def _wrong_times(stated: Outcome, found: EngineOutcome, seen_at: str) -> list[str]:
    """Actions whose clock time is not the stated time after the mark was seen; working days are tested elsewhere."""
    seen = datetime.fromisoformat(seen_at)
    wrong = []
    for action in found.actions:
        time = stated.times.get(action.id, ("not stated", 0))
        if time is None and action.due.at is not None:
            wrong.append(f"{action.id} is due {action.due.at}, not at handover")
        if time is not None and time[0] == "h" and action.due.at != seen + timedelta(hours=time[1]):
            wrong.append(f"{action.id} is due {action.due.at}, not {time[1]} h after {seen}")
    return wrong


def test_protocol_and_engine_agree_with_the_plain_statement_on_a_hundred_thousand_cases() -> None:
    rng = random.Random(20261123)
    wrong: list[str] = []
    for _ in range(CASES):
        case = random_case(rng)
        stated, engine = outcome(case), outcome_of(case)
        found = _differences(stated, engine) + _wrong_times(stated, engine, case["seen_at"])
        if found:
            wrong.append(f"{found} in {case}")
    print(f"{CASES} random cases compared, {len(wrong)} disagreements")
    assert not wrong, "\n".join(wrong[:5])
