"""Random case files over the whole vocabulary: calm ones with a worrying answer or two, and wild ones.

`worsenings` and `one_worsening`, the single changes for the worse of model.md section 7, stand in worse.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from typing import Any

from .births import random_birth, random_seen_at
from .facts import Facts
from .marks import random_marks
from .vocabulary import (
    BOROUGHS,
    IDENTIFIED,
    MAY_BE_NOT_KNOWN,
    NEVER_NEEDED,
    ONE_OF,
    SEVERAL_OF,
    SOFT_CONTEXT,
)
from .worse import one_worsening, worsenings

__all__ = ["one_worsening", "partial", "random_case", "worsenings"]

Answer = str | list[str]
Answers = dict[str, Any]

UNRULY = (0.01, 0.06, 0.25, 0.8)  # how likely each answer is to be drawn from all that may be said
UNRULY_WEIGHTS = (40, 34, 16, 10)
RARE = ("emergency_signs", "immediate_danger")  # worrying far more seldom, or every wild case is level A
OFTEN = ("explanation", "accounts_agree", "practitioner_group", "context")
SOMETIMES_ASKED = ("accounts_agree", "same_day_review")
GIVEN_APART = ("mobility", "mobility_basis")


def random_case(rng: Random) -> dict[str, Any]:
    """A case that has all it needs: concluded, or out of scope."""
    seen_at = random_seen_at(rng)
    unruly = rng.choices(UNRULY, UNRULY_WEIGHTS)[0]
    answers = {**birth(rng, seen_at), **random_answers(rng, unruly), "marks": random_marks(rng)}
    answers |= mobility(rng, answers, seen_at, unruly)
    answers |= {"household": random_household(rng, unruly), "siblings": random_siblings(rng)}
    case = {"case": 1, "seen_at": seen_at, "borough": rng.choice(BOROUGHS), "answers": answers}
    return {**case, "answers": without_some_never_needed(rng, case)}


def random_answers(rng: Random, unruly: float) -> Answers:
    chances = {**dict.fromkeys(RARE, unruly / 3), **dict.fromkeys(OFTEN, max(unruly, 0.25))}
    questions = [q for q in (*ONE_OF, *SEVERAL_OF) if q not in GIVEN_APART]
    rng.shuffle(questions)
    wild = {q for q in questions if rng.random() < chances.get(q, unruly)}
    return {q: any_answer(rng, q) if q in wild else calm_answer(q) for q in questions}


def calm_answer(question: str) -> Answer:
    """The least worrying of all that may be said; an account is consistent, not witnessed."""
    if question == "explanation":
        return "consistent"
    return ONE_OF[question][0] if question in ONE_OF else ["none"]


def any_answer(rng: Random, question: str) -> Answer:
    if question == "explanation" and rng.random() < 0.12:
        return "attributed_to_child_or_sibling"
    if question in ONE_OF:
        return rng.choice(ONE_OF[question])
    alone = ["none", "not_known"] if question in MAY_BE_NOT_KNOWN else ["none"]
    if rng.random() < 0.3:
        return [rng.choice(alone)]
    if question == "context" and rng.random() < 0.3:
        return rng.sample((*SOFT_CONTEXT, "excessive_crying_or_exhaustion"), rng.choice((1, 1, 2, 3)))
    options = SEVERAL_OF[question]
    return rng.sample(options, min(len(options), rng.choices((1, 2, 3), (70, 20, 10))[0]))


def birth(rng: Random, seen_at: str) -> Answers:
    if rng.random() < 0.01:
        return {"unborn": "yes"}
    born, weeks_early = random_birth(rng, seen_at)
    answers: Answers = {"dob": born.isoformat()}
    if weeks_early or rng.random() < 0.3:
        answers["weeks_early"] = weeks_early
    if rng.random() < 0.05:
        answers["dob_estimated"] = "yes"
    return answers | ({"unborn": "no"} if rng.random() < 0.1 else {})


def mobility(rng: Random, answers: Answers, seen_at: str, unruly: float) -> Answers:
    """As most children of that age move, seen or on record; in unruly cases anything at all."""
    anything = rng.random() < max(unruly, 0.15)
    move = rng.choice(ONE_OF["mobility"]) if anything else usual_mobility(rng, answers, seen_at)
    basis = rng.choice(ONE_OF["mobility_basis"][: 4 if rng.random() < max(unruly, 0.1) else 2])
    return {"mobility": move, "mobility_basis": basis}


def usual_mobility(rng: Random, answers: Answers, seen_at: str) -> str:
    days = Facts({"seen_at": seen_at, "answers": answers}).days if "dob" in answers else 0
    if days < 180:
        return rng.choice(("not_rolling", "rolling_only"))
    if days < 400:
        return rng.choices(("rolling_only", "early_mobile", "walking"), (1, 6, 4))[0]
    return rng.choices(("walking", "independent_wheelchair", "early_mobile"), (15, 4, 1))[0]


def random_household(rng: Random, unruly: float) -> list[dict[str, str]]:
    return [random_adult(rng, number, unruly) for number in range(rng.choice((0, 0, 1, 2, 3)))]


def random_adult(rng: Random, number: int, unruly: float) -> dict[str, str]:
    adult = {"name": f"Adult {number + 1}", "relationship": rng.choice(("mother", "father", "partner"))}
    adult["lives_in"] = rng.choice(("yes", "no"))
    if rng.random() < 0.2:
        return adult
    return adult | {"identified": rng.choice(IDENTIFIED) if rng.random() < unruly else "yes"}


def random_siblings(rng: Random) -> list[dict[str, str]]:
    born = date(2022, 1, 1).isoformat()
    return [{"name": "Sibling", "dob": born, "seen_today": "no"}] if rng.random() < 0.3 else []


def without_some_never_needed(rng: Random, case: Mapping[str, Any]) -> Answers:
    """The answers, some left out that never open a case, or are not asked in this one."""
    left = {q: given for q, given in case["answers"].items() if q not in NEVER_NEEDED or rng.random() > 0.08}
    facts = Facts({**case, "answers": left})
    if "dob" in left and not facts.accounts_agree_is_asked and rng.random() < 0.08:
        del left["accounts_agree"]
    if "dob" in left and not facts.maybe_natural and rng.random() < 0.08:
        del left["same_day_review"]
    return left


def partial(case: Mapping[str, Any], rng: Random) -> dict[str, Any]:
    """The same case with questions left out; now and then a tick list is there, and empty."""
    share = rng.choice((0, 0.04, 0.15, 0.4, 0.8))
    answers: Answers = {}
    for question, given in case["answers"].items():
        often_left_out = question in SOMETIMES_ASKED and rng.random() < 0.3
        if rng.random() >= share and not often_left_out:
            answers[question] = given
        elif question in SEVERAL_OF and rng.random() < 0.3:
            answers[question] = []
    return {**case, "answers": answers}
