"""The shipped content keeps the contract: ids, places, least sets, ceilings, sources, words."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from bruiseaid.protocol.conditions import names, walk
from bruiseaid.protocol.model import Span
from bruiseaid.record.model import PARTS
from tests.engine.cases import case_of, shipped
from tests.oracle.vocabulary import __file__ as _vocabulary_file

REGIONS = Path(_vocabulary_file).parent / "regions.csv"

OPTIONS = {
    "emergency_signs": "not_breathing_normally unresponsive_drowsy fit pale_floppy head_injury_signs baby_head_impact"
    " heavy_bleeding suspected_fracture abdominal_injury burn_needing_care nonblanching_rash_unwell"
    " strangulation_signs other none unsure",
    "immediate_danger": "yes no unsure",
    "safe_now": "yes no",
    "mobility": "not_rolling rolling_only early_mobile walking independent_wheelchair not_mobile_disability"
    " temporarily_immobile unsure",
    "mobility_basis": "observed health_record carer_said other",
    "disclosure": "child_said adult_admitted witness_saw none unsure",
    "explanation": "witnessed_independently consistent none not_sought unsure_if_fits unsafe_to_ask inconsistent"
    " changing implausible_for_development attributed_to_child_or_sibling cultural_practice",
    "accounts_agree": "yes no unsure",
    "interpreter": "not_needed independent relative none",
    "delay": "yes no unsure",
    "features": "shape_of_implement shape_of_hand bite_not_young_child petechiae same_injury_again burn_pattern cluster"
    " symmetrical three_or_more_off_shins alike several_surfaces unsure bite_young_child_seen none",
    "cooperation": "cooperating not_yet_approached_with_reason refusing removing_child",
    "safe_home": "yes unsure no",
    "context": "previous_unexplained_injury current_cp_plan_or_lac_or_open_s47 cp_plan_or_step_down_last_24m"
    " recent_case_closure_12m domestic_abuse_current partner_undisclosed_or_household_unknown"
    " adult_with_violence_history community_or_family_concern_about_harm sibling_injured_or_removed"
    " new_partner_declared domestic_abuse_past substance_misuse disability_or_communication_need"
    " excessive_crying_or_exhaustion missed_appointments not_registered_with_gp carer_hard_to_engage_or_guarded"
    " neglect_signs open_cin_or_assessment parental_mental_health parental_learning_need young_parent none not_known",
    "practitioner_group": "registered_health health_not_registered social_care education_early_years police other",
    "same_day_review": "yes no unsure",
    "medical_history": "known_bleeding_disorder other_condition none not_known",
    "worker_implicated": "yes no unsure",
    "allocated_social_worker": "yes no not_known",
    "own_worry": "not some very not_said",
    "referral_outcome": "not_yet accepted declined turned_back no_answer",
}
MARK_OPTIONS = {
    "side": "left right middle",
    "view": "front back left right face mouth hands_feet",
    "kind": "bruise petechiae swelling cut_abrasion burn_scald bite animal_bite oral_injury eye_bleed"
    " superficial_scratch unclear_mark other",
    "opinion": "injury_or_probable unsure probably_natural",
    "seen_by": "me colleague photo reported no_longer_visible",
    "doc_status": "not_documented documented_same_mark",
    "doc_nature": "birthmark birth_injury medical_cause bruise_or_unexplained unclear",
}
NEEDED = set(
    (
        "emergency_signs immediate_danger dob mobility mobility_basis marks features explanation delay"
        " disclosure context practitioner_group cooperation safe_home accounts_agree same_day_review"
    ).split()
)
ORDER = (
    "seen_at emergency_signs immediate_danger safe_now unborn dob weeks_early mobility mobility_basis"
    " marks child_words disclosure explanation_verbatim explanation accounts_agree interpreter delay"
    " features cooperation safe_home context household siblings pregnancy practitioner_group"
    " same_day_review medical_history worker_implicated allocated_social_worker own_worry referral_outcome"
).split()


@pytest.mark.parametrize("question", OPTIONS)
def test_the_options_are_those_of_the_contract(question: str) -> None:
    found = next(q for q in shipped().questions if q.id == question)
    assert {option.id for option in found.options} == set(OPTIONS[question].split())


@pytest.mark.parametrize("detail", MARK_OPTIONS)
def test_the_details_of_a_mark_are_those_of_the_contract(detail: str) -> None:
    marks = next(q for q in shipped().questions if q.id == "marks")
    found = next(field for field in marks.fields if field.id == detail)
    assert {option.id for option in found.options} == set(MARK_OPTIONS[detail].split())


def test_exactly_what_a_conclusion_needs_is_needed() -> None:
    assert {q.id for q in shipped().questions if q.needed} == NEEDED


def test_questions_stand_in_the_order_of_the_model() -> None:
    found = [q.id for q in shipped().questions]
    assert [name for name in found if name in ORDER] == ORDER


def test_steps_follow_each_other() -> None:
    steps = [step.id for step in shipped().steps]
    order = [steps.index(q.step) for q in shipped().questions]
    assert order == sorted(order)


def test_places_are_those_of_the_list() -> None:
    rows = {row["region"]: row for row in csv.DictReader(REGIONS.read_text("utf-8").splitlines())}
    assert [region.id for region in shipped().regions] == list(rows)
    for region in shipped().regions:
        row = rows[region.id]
        assert " ".join(region.sides) == row["sides"]
        assert " ".join(region.views) == row["views"]
        for column in ("area", "class", "own_nail_reach"):
            assert region.columns[column] == row[column], region.id


def test_there_are_all_rules_and_actions_of_the_model() -> None:
    rules = "R01 R02 R46 R03 R04 R05 R08 R33 R44 R45 R06 R07 R10 R11 R13 R21 R20 R22 R31 R32 R34 R35 R36 R30 R37 R38"
    rules += " R39 R41 R42 R43 R12 R40"
    assert {rule.id for rule in shipped().rules} == set(rules.split())
    assert len(shipped().actions) == 50
    assert len(shipped().boroughs) == 11
    assert len(shipped().scenarios) >= 52


# Action: default time, ceiling; from section 5 of the model.
TIMES = {
    "A-999": ("0", "0"), "A-POLICE-999": ("0", "0"), "A-ED-NOW": ("0", "0"), "A-WORKER-SAFE": ("0", "0"),
    "A-ED-HANDOVER": ("0.5h", "1h"), "A-CSC-PHONE": ("1h", "1h"), "A-POLICE-CONSIDER": ("1h", "4h"),
    "A-PAED": ("4h", "24h"), "A-ARRIVED": ("1h", "4h"), "A-INTERIM": ("4h", "4h"), "A-WRITTEN": ("24h", "48h"),
    "A-CHASE-CALL": ("1h", "2h"), "A-CHASE": ("1wd", "1wd"), "A-STRATEGY-ASK": ("12h", "24h"), "A-SIBS": ("1h", "24h"),
    "A-SIBS-SEEN": ("12h", "24h"), "A-PARENTS": ("1h", "4h"), "A-PARENTS-WAIT": ("1h", "4h"),
    "A-PARENTS-NOT": ("1h", "4h"), "A-CHILD-ALONE": ("1h", "24h"), "A-CHILD-WORDS": ("1h", "24h"),
    "A-PRESERVE": ("1h", "4h"), "A-CHECKS": ("1wd", "1wd"), "A-LEAD": ("4h", "12h"), "A-ALLOCATED-SW": ("12h", "24h"),
    "A-REFUSAL": ("0.5h", "1h"), "A-SARC": ("1h", "4h"), "A-LADO": ("1wd", "1wd"), "A-OFSTED": ("14d", "14d"),
    "A-HAEM": ("12h", "24h"), "A-MEDCAUSE": ("1h", "4h"), "A-DISCUSS-4H": ("4h", "12h"), "A-MARKREVIEW": ("12h", "12h"),
    "A-CONVERT": ("12h", "12h"), "A-LEAD-1WD": ("1wd", "2wd"), "A-REVIEW": ("5wd", "10wd"), "A-MARKDOC": ("2wd", "5wd"),
    "A-RECORD": ("12h", "24h"), "A-COMMUNITY": ("12h", "24h"), "A-INTERPRETER": ("12h", "24h"),
    "A-RATIONALE": ("12h", "24h"), "A-COUNTERSIGN": ("2wd", "5wd"), "A-SAFETYNET": ("1h", "24h"),
    "A-ICON": ("12h", "1wd"), "A-DISTRIBUTE": ("24h", "24h"), "A-ESCALATE": ("1h", "1h"),
}  # fmt: skip


def _short(span: Span | None) -> str:
    if span is None or span.amount == 0:
        return "0" if span else ""
    if span.unit == "minute":
        return f"{span.amount / 60:g}h"
    return f"{span.amount}{ {'hour': 'h', 'day': 'd', 'working_day': 'wd'}[span.unit] }".replace(" ", "")


@pytest.mark.parametrize("action", TIMES)
def test_each_action_has_the_time_and_the_ceiling_of_the_model(action: str) -> None:
    found = next(one for one in shipped().actions if one.id == action).timings
    assert (_short(found[0].span), _short(found[0].ceiling)) == TIMES[action]


def test_the_actions_whose_clock_starts_with_the_call_are_those_of_the_model() -> None:
    from_call = {action.id for action in shipped().actions if action.from_call}
    assert from_call == {"A-PAED", "A-WRITTEN", "A-CHASE-CALL", "A-CHASE", "A-STRATEGY-ASK"}


def test_what_says_ring_has_a_number() -> None:
    for action in shipped().actions:
        if re.match(r"(ring|call)\b", action.text.lower()) and "999" not in action.text:
            assert action.contact, action.id


def test_parents_are_told_after_the_call_stands_in_the_list() -> None:
    order = [action.id for action in shipped().actions]
    assert order.index("A-CSC-PHONE") < order.index("A-PARENTS-WAIT") < order.index("A-PARENTS")


def test_no_rule_looks_at_colour_size_tenderness_borough_or_consent() -> None:
    looked_at: set[str] = set()
    for rule in shipped().rules:
        for effect in rule.effects:
            looked_at |= names(effect.when)
            looked_at |= names(effect.for_each_mark) if effect.for_each_mark is not None else frozenset()
    assert looked_at.isdisjoint(
        ["colour", "length_mm", "width_mm", "shape", "edges", "tender", "swelling", "borough", "parents_informed"]
    )
    assert all(part for rule in shipped().rules for effect in rule.effects for part in walk(effect.when))


def test_what_is_our_own_choice_says_so() -> None:
    for rule in shipped().rules:
        assert rule.sources
        assert not rule.own_choice or "APP" in rule.sources, rule.id
    for action in shipped().actions:
        assert action.sources, action.id


def test_every_question_has_a_place_in_the_record() -> None:
    for question in shipped().questions:
        if question.type != "marks":
            assert question.record_part in PARTS, question.id


def test_every_scenario_is_a_case_that_can_be_read() -> None:
    for scenario in shipped().scenarios:
        assert case_of(scenario.case).answers


NEVER_SAID = (r"section 47 .*will", r"\bs47 will", r"\bprobab", r"\blikely\b", r"no concerns?\b", r"\bcleared\b", "!")


def test_no_text_of_the_protocol_says_what_must_never_be_said() -> None:
    protocol = shipped()
    texts = [level.sentence for level in protocol.levels] + [rule.because for rule in protocol.rules]
    texts += [text for action in protocol.actions for text in (action.text, action.detail, action.say)]
    texts += [
        text for q in protocol.questions for text in (q.ask, q.help, q.why, *(o.label + o.hint for o in q.options))
    ]
    texts += list(protocol.words.values())
    for text in texts:
        for pattern in NEVER_SAID:
            assert not re.search(pattern, text, re.IGNORECASE), (pattern, text)
