"""Model.md section 5: which actions a concluded case calls for, and by when.

A time is ("h", clock hours), ("wd", working days) or ("d", days) from seen_at; None lasts until handover.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from .child import Account
from .facts import Facts, where
from .rules import Level

Time = tuple[str, float] | None

AT_ONCE: Time = ("h", 0)
HALF_AN_HOUR: Time = ("h", 0.5)
SAME_CALL: Time = ("h", 1)
SAME_CONTACT: Time = ("h", 1)
WITHIN_AN_HOUR: Time = ("h", 1)
BEFORE_LEAVING: Time = ("h", 4)
FOUR_HOURS: Time = ("h", 4)
SAME_DAY: Time = ("h", 12)
A_DAY: Time = ("h", 24)
TWO_DAYS: Time = ("h", 48)
FORTNIGHT: Time = ("d", 14)
UNTIL_HANDOVER: Time = None


def working_days(number: int) -> Time:
    return ("wd", number)


@dataclass(frozen=True)
class Situation:
    """What the column `When` may look at."""

    facts: Facts
    rules: frozenset[str]
    level: Level
    safeguarding: Level | None

    def between(self, least: Level, most: Level) -> bool:
        return least <= self.level <= most

    def fired(self, *rules: str) -> bool:
        return not self.rules.isdisjoint(rules)

    def said(self, question: str, *answers: str) -> bool:
        return self.facts.answer(question) in answers

    def ticked(self, question: str, *ticks: str) -> bool:
        return not self.facts.ticks(question).isdisjoint(ticks)

    @cached_property
    def referral(self) -> bool:
        """`B; A with SL C or more`."""
        return self.level == Level.B or self.emergency_referral

    @cached_property
    def emergency_referral(self) -> bool:
        """`A with SL C or more`."""
        return self.level == Level.A and self.safeguarding is not None and self.safeguarding >= Level.C

    @cached_property
    def danger(self) -> bool:
        return self.said("immediate_danger", "yes")

    @cached_property
    def practitioner_unsafe(self) -> bool:
        return self.said("safe_now", "no") or not self.said("immediate_danger", "no")

    @cached_property
    def turned_away(self) -> bool:
        return self.said("referral_outcome", "declined", "turned_back", "no_answer")

    @cached_property
    def early_years(self) -> bool:
        return self.said("practitioner_group", "education_early_years")

    @cached_property
    def worker(self) -> bool:
        return self.facts.worker_may_be_involved

    @cached_property
    def class_g(self) -> bool:
        return any(where(mark).letter == "G" for mark in self.facts.live)

    @cached_property
    def police_to_be_considered(self) -> bool:
        """B or A with R03, R04, R05 no, or nim and R01; and by the least set, A with SL C or more."""
        immobile_emergency = self.facts.nim and self.fired("R01")
        reason = self.fired("R03", "R04") or self.said("safe_home", "no") or immobile_emergency
        return (self.level >= Level.B and reason) or self.emergency_referral

    @cached_property
    def parents_must_wait(self) -> bool:
        """A to C, and anything that telling them now could make worse."""
        return self.level >= Level.C and (
            self.fired("R03", "R04", "R07", "R33")
            or self.ticked("context", "domestic_abuse_current")
            or self.facts.household_unknown
            or self.said("safe_home", "no")
            or self.worker
            or self.said("explanation", "unsafe_to_ask")
            or self.said("cooperation", "not_yet_approached_with_reason")
        )

    @cached_property
    def bitten(self) -> bool:
        """A bite, unless bite_young_child_seen; beside bite_not_young_child the worse counts."""
        a_bite = any(mark["kind"] == "bite" for mark in self.facts.marks)
        young_child = self.ticked("features", "bite_young_child_seen")
        return self.ticked("features", "bite_not_young_child") or (a_bite and not young_child)

    @cached_property
    def to_be_preserved(self) -> bool:
        shaped = self.ticked("features", "shape_of_implement", "shape_of_hand")
        strangled = self.ticked("emergency_signs", "strangulation_signs")
        return self.bitten or self.class_g or shaped or strangled

    @cached_property
    def sexual_abuse_pathway(self) -> bool:
        """A live mark in class G; a live mark on the inner thigh, with a disclosure (unsure too)."""
        inner_thigh = any(mark["region"] == "thigh_inner" for mark in self.facts.marks)
        return self.class_g or (inner_thigh and self.facts.disclosure)

    @cached_property
    def petechiae(self) -> bool:
        a_mark = any(mark["kind"] == "petechiae" for mark in self.facts.marks)
        return a_mark or self.ticked("features", "petechiae")

    @cached_property
    def unexplained_bruise(self) -> bool:
        """C or D with account absent and a bruise, recorded or not."""
        bruise = any(mark["kind"] == "bruise" for mark in self.facts.marks)
        return self.between(Level.D, Level.C) and self.facts.account == Account.ABSENT and bruise

    @cached_property
    def allocated(self) -> bool:
        on_plan = self.ticked("context", "current_cp_plan_or_lac_or_open_s47", "open_cin_or_assessment")
        return on_plan or self.said("allocated_social_worker", "yes")

    @cached_property
    def crying_baby(self) -> bool:
        crying = self.ticked("context", "excessive_crying_or_exhaustion")
        return self.level <= Level.C and self.facts.under_six_months and crying


class Action(NamedTuple):
    """A row of section 5: id, column `By`, column `When`."""

    id: str
    by: Time
    when: Callable[[Situation], bool]


A, B, C, D, E = Level.A, Level.B, Level.C, Level.D, Level.E

ACTIONS: tuple[Action, ...] = (
    Action("A-999", AT_ONCE, lambda s: s.facts.emergency_sign),
    Action("A-POLICE-999", AT_ONCE, lambda s: s.danger or (s.fired("R07") and s.level == A)),
    Action("A-ED-NOW", AT_ONCE, lambda s: s.fired("R46") and not s.facts.emergency_sign),
    Action("A-WORKER-SAFE", AT_ONCE, lambda s: s.practitioner_unsafe),
    Action("A-STAY", UNTIL_HANDOVER, lambda s: s.level >= B),
    Action("A-ED-HANDOVER", HALF_AN_HOUR, lambda s: s.facts.emergency_sign or s.fired("R46")),
    Action("A-CSC-PHONE", WITHIN_AN_HOUR, lambda s: s.referral),
    Action("A-POLICE-CONSIDER", SAME_CALL, lambda s: s.police_to_be_considered),
    Action("A-PAED", FOUR_HOURS, lambda s: s.referral),
    Action("A-ARRIVED", SAME_CALL, lambda s: s.level == B),
    Action("A-INTERIM", BEFORE_LEAVING, lambda s: s.referral),
    Action("A-WRITTEN", A_DAY, lambda s: s.referral),
    Action("A-CHASE-CALL", WITHIN_AN_HOUR, lambda s: s.referral),
    Action("A-CHASE", working_days(1), lambda s: s.referral),
    Action("A-STRATEGY-ASK", SAME_DAY, lambda s: s.referral),
    Action("A-SIBS", SAME_CALL, lambda s: s.referral or (s.level == C and s.facts.household_unknown)),
    Action("A-SIBS-SEEN", SAME_DAY, lambda s: s.referral),
    Action("A-PARENTS", SAME_CONTACT, lambda s: s.level >= C and not s.parents_must_wait),
    Action("A-PARENTS-WAIT", SAME_CALL, lambda s: s.parents_must_wait),
    Action("A-PARENTS-NOT", SAME_CALL, lambda s: s.parents_must_wait),
    Action("A-CHILD-ALONE", SAME_CONTACT, lambda s: s.level <= C and not s.fired("R04", "R33")),
    Action("A-CHILD-WORDS", SAME_CONTACT, lambda s: s.level >= B or s.fired("R04", "R33")),
    Action("A-PRESERVE", SAME_CONTACT, lambda s: s.to_be_preserved),
    Action("A-CHECKS", FOUR_HOURS, lambda s: s.level >= C),
    Action("A-CHECKS", working_days(1), lambda s: s.level == D),
    Action("A-LEAD", FOUR_HOURS, lambda s: s.level >= C),
    Action("A-ALLOCATED-SW", SAME_DAY, lambda s: s.allocated),
    Action("A-ESCALATE", WITHIN_AN_HOUR, lambda s: s.turned_away),
    Action("A-REFUSAL", HALF_AN_HOUR, lambda s: s.said("cooperation", "refusing", "removing_child")),
    Action("A-SARC", SAME_CALL, lambda s: s.sexual_abuse_pathway),
    Action("A-LADO", working_days(1), lambda s: s.worker),
    Action("A-OFSTED", FORTNIGHT, lambda s: s.worker and s.early_years),
    Action("A-HAEM", SAME_DAY, lambda s: s.facts.bleeding_disorder),
    Action("A-MEDCAUSE", WITHIN_AN_HOUR, lambda s: s.petechiae),
    Action("A-MEDCAUSE", TWO_DAYS, lambda s: s.unexplained_bruise and not s.petechiae),
    Action("A-DISCUSS-4H", FOUR_HOURS, lambda s: s.level == C),
    Action("A-MARKREVIEW", SAME_DAY, lambda s: s.level == C and s.fired("R20", "R13")),
    Action("A-CONVERT", SAME_DAY, lambda s: s.level == C),
    Action("A-LEAD-1WD", working_days(1), lambda s: s.level == D),
    Action("A-REVIEW", working_days(5), lambda s: s.level == D),
    Action("A-MARKDOC", working_days(2), lambda s: s.facts.maybe_natural and s.level <= C),
    Action("A-RECORD", SAME_DAY, lambda s: True),
    Action("A-COMMUNITY", SAME_DAY, lambda s: s.ticked("context", "community_or_family_concern_about_harm")),
    Action("A-INTERPRETER", SAME_DAY, lambda s: s.facts.poorly_interpreted),
    Action("A-RATIONALE", SAME_DAY, lambda s: s.level == E),
    Action("A-COUNTERSIGN", working_days(2), lambda s: s.level == E),
    Action("A-SAFETYNET", SAME_CONTACT, lambda s: s.level <= D),
    Action("A-ICON", SAME_DAY, lambda s: s.crying_baby),
    Action("A-DISTRIBUTE", A_DAY, lambda s: s.level >= C),
)


def called_for(situation: Situation) -> Iterator[tuple[str, Time]]:
    return ((action.id, action.by) for action in ACTIONS if action.when(situation))


def called_for_out_of_scope(facts: Facts) -> dict[str, Time]:
    """Section 1.4: the page opens with 999 where an emergency sign or danger was given."""
    danger = facts.answer("immediate_danger", if_absent="no")
    wanted = {
        "A-999": facts.emergency_sign,
        "A-POLICE-999": danger == "yes",
        "A-WORKER-SAFE": danger != "no" or facts.answer("safe_now") == "no",
    }
    return {action: AT_ONCE for action, is_wanted in wanted.items() if is_wanted}
