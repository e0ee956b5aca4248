"""Model.md section 3, what is said of the child, the account and the family, in plain words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import IntEnum
from functools import cached_property
from typing import Any

from .ages import completed_months, corrected_months, london_day

NEVER_MOBILE = {"not_rolling", "rolling_only", "not_mobile_disability", "temporarily_immobile", "unsure"}
NO_ACCOUNT = {"none", "not_sought", "unsure_if_fits", "unsafe_to_ask"}
HIGH = {
    "previous_unexplained_injury", "current_cp_plan_or_lac_or_open_s47", "cp_plan_or_step_down_last_24m",
    "recent_case_closure_12m", "domestic_abuse_current", "partner_undisclosed_or_household_unknown",
    "adult_with_violence_history", "community_or_family_concern_about_harm", "sibling_injured_or_removed",
}  # fmt: skip
CONTRIBUTORY = {
    "new_partner_declared", "domestic_abuse_past", "substance_misuse", "disability_or_communication_need",
    "excessive_crying_or_exhaustion", "missed_appointments", "not_registered_with_gp",
    "carer_hard_to_engage_or_guarded", "neglect_signs", "open_cin_or_assessment",
}  # fmt: skip
DISCLOSED = {"child_said", "adult_admitted", "witness_saw"}
SOFT = {"parental_mental_health", "parental_learning_need", "young_parent"}


class Account(IntEnum):
    """Section 3, account: from the least to the most worrying."""

    WITNESSED, CONSISTENT, ABSENT, UNSUITABLE = range(4)


class Context(IntEnum):
    """Section 3, context: from the least to the most worrying."""

    NONE, NOT_KNOWN, SOFT, CONTRIBUTORY, HIGH = range(5)


class Child:
    """What section 3 makes of one case, its marks aside. Each fact is worked out when first looked at."""

    def __init__(self, case: Mapping[str, Any]) -> None:
        self.answers: Mapping[str, Any] = case.get("answers") or {}
        self.day = london_day(case["seen_at"])

    # How the answers are read

    def answer(self, question: str, if_absent: str = "") -> str:
        return str(self.answers.get(question) or if_absent)

    def ticks(self, question: str) -> frozenset[str]:
        """The boxes ticked, without the word `none`, which says that there are none."""
        return frozenset(self.answers.get(question) or ()) - {"none"}

    def answered(self, question: str) -> bool:
        """An empty list of ticks is unanswered; an empty list of marks is an answer."""
        if question == "marks":
            return self.answers.get("marks") is not None
        return self.answers.get(question) not in (None, "", [])

    # Age and mobility

    @cached_property
    def born(self) -> date:
        return date.fromisoformat(self.answers["dob"])

    @cached_property
    def days(self) -> int:
        return (self.day - self.born).days

    @cached_property
    def months(self) -> int:
        return completed_months(self.born, self.day)

    @cached_property
    def under_six_months(self) -> bool:
        """The six-month line, and nothing else, allows for an early birth."""
        return corrected_months(self.born, int(self.answers.get("weeks_early") or 0), self.day) < 6

    @cached_property
    def nim(self) -> bool:
        """Not independently mobile."""
        only_told = self.answer("mobility_basis") in ("carer_said", "other")
        said_immobile = self.answer("mobility") in NEVER_MOBILE
        return self.under_six_months or said_immobile or (self.months < 12 and only_told)

    @cached_property
    def early(self) -> bool:
        """Mobile, but only just: crawling and the like, or walking under nine months."""
        mobility = self.answer("mobility")
        return not self.nim and (mobility == "early_mobile" or (mobility == "walking" and self.months < 9))

    @cached_property
    def wheel(self) -> bool:
        return not self.nim and self.answer("mobility") == "independent_wheelchair"

    # The account

    @cached_property
    def worker_may_be_involved(self) -> bool:
        return self.answer("worker_implicated") in ("yes", "unsure")

    @cached_property
    def poorly_interpreted(self) -> bool:
        return self.answer("interpreter") in ("relative", "none")

    @cached_property
    def accounts_agree_is_asked(self) -> bool:
        """Section 2: only for attributed_to_child_or_sibling, not NIM and 24 months or more."""
        attributed = self.answer("explanation") == "attributed_to_child_or_sibling"
        return attributed and not self.nim and self.months >= 24

    @cached_property
    def account_as_given(self) -> Account:
        """The account before it is asked who interpreted."""
        explanation = self.answers["explanation"]
        if explanation == "witnessed_independently":
            return Account.CONSISTENT if self.worker_may_be_involved else Account.WITNESSED
        if explanation == "consistent":
            return Account.CONSISTENT
        if explanation in NO_ACCOUNT:
            return Account.ABSENT
        return self.account_that_all_agree_on if self.accounts_agree_is_asked else Account.UNSUITABLE

    @cached_property
    def account_that_all_agree_on(self) -> Account:
        """The exception for a mark laid at a child's door: not NIM, 24 months or more."""
        if self.answers["accounts_agree"] != "yes":
            return Account.UNSUITABLE
        if self.months >= 48:
            return Account.CONSISTENT
        walks = self.answer("mobility") == "walking" and not self.early
        return Account.ABSENT if walks else Account.UNSUITABLE

    @cached_property
    def account(self) -> Account:
        """Interpreter relative or none: witnessed and consistent become absent."""
        if self.poorly_interpreted:
            return max(self.account_as_given, Account.ABSENT)
        return self.account_as_given

    @cached_property
    def with_account(self) -> bool:
        return self.account in (Account.WITNESSED, Account.CONSISTENT)

    # The family and the past

    @cached_property
    def household_answers(self) -> frozenset[str]:
        """What was answered about each adult; one without `identified` counts as nothing."""
        adults = self.answers.get("household") or ()
        return frozenset(adult["identified"] for adult in adults if adult.get("identified"))

    @cached_property
    def household_unknown(self) -> bool:
        """An adult asked after and not identified counts as partner_undisclosed_or_household_unknown."""
        ticked = "partner_undisclosed_or_household_unknown" in self.ticks("context")
        return ticked or "no" in self.household_answers

    @cached_property
    def high_items(self) -> frozenset[str]:
        undisclosed = {"partner_undisclosed_or_household_unknown"} if self.household_unknown else set()
        return (self.ticks("context") & HIGH) | undisclosed

    @cached_property
    def context(self) -> Context:
        """The worst of all ticks stands."""
        ticks = self.ticks("context")
        if self.high_items:
            return Context.HIGH
        if ticks & CONTRIBUTORY or len(ticks & SOFT) >= 2:
            return Context.CONTRIBUTORY
        if ticks & SOFT:
            return Context.SOFT
        unknown = "not_known" in ticks or "not_asked_unsafe" in self.household_answers
        return Context.NOT_KNOWN if unknown else Context.NONE

    # The rest

    @cached_property
    def emergency_sign(self) -> bool:
        """Not sure counts as yes."""
        return bool(self.ticks("emergency_signs"))

    @cached_property
    def delay(self) -> bool:
        return self.answer("delay") in ("yes", "unsure")

    @cached_property
    def disclosure(self) -> bool:
        """Someone said or saw that the child was hurt, or it is not sure."""
        return bool(self.ticks("disclosure"))

    @cached_property
    def bleeding_disorder(self) -> bool:
        return "known_bleeding_disorder" in self.ticks("medical_history")

    @cached_property
    def registered(self) -> bool:
        return self.answer("practitioner_group") == "registered_health"

    @cached_property
    def reviewed_today(self) -> bool:
        return self.registered and self.answer("same_day_review") == "yes"
