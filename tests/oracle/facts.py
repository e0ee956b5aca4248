"""Model.md section 3, what is said of the marks, and the facts that rest on them, in plain words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum
from functools import cached_property

from .child import Account, Child, Context
from .places import PLACES, SHINS_AND_KNEES, Place

Mark = Mapping[str, str]

STRONG = {
    "shape_of_implement", "shape_of_hand", "bite_not_young_child", "petechiae", "same_injury_again",
    "burn_pattern",
}  # fmt: skip
MODERATE = {"cluster", "symmetrical", "three_or_more_off_shins", "alike", "several_surfaces", "unsure"}
NEVER_CLEARED = {"bite", "animal_bite", "burn_scald", "cut_abrasion", "oral_injury", "petechiae"}
UNIDENTIFIED = {"unclear_mark", "other"}


class Feature(IntEnum):
    """Section 3, feature: one value."""

    NONE, MODERATE, STRONG = range(3)


def where(mark: Mark) -> Place:
    return PLACES[mark["region"]]


def on_shin_or_knee(mark: Mark) -> bool:
    return mark["region"] in SHINS_AND_KNEES


class Facts(Child):
    """What section 3 makes of one case, its marks included."""

    # The marks

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        return tuple(self.answers.get("marks") or ())

    def documented(self, mark: Mark) -> bool:
        """On record as this very mark, of a kind a record can clear, and of a nature that clears it."""
        if mark["doc_status"] != "documented_same_mark" or mark["kind"] in NEVER_CLEARED:
            return False
        if mark["doc_nature"] == "birth_injury":
            swollen_head = mark["kind"] == "swelling" and where(mark).area == "head"
            return self.days <= (56 if swollen_head else 14)
        return mark["doc_nature"] in ("birthmark", "medical_cause")

    @cached_property
    def undocumented(self) -> tuple[Mark, ...]:
        return tuple(mark for mark in self.marks if not self.documented(mark))

    @cached_property
    def contradicted(self) -> bool:
        """A record clears nothing while a feature is present or the account is unsuitable."""
        return self.feature > Feature.NONE or self.account == Account.UNSUITABLE

    @cached_property
    def live(self) -> tuple[Mark, ...]:
        return self.marks if self.contradicted else self.undocumented

    @cached_property
    def several(self) -> bool:
        """Count: all live marks, of whatever status and place."""
        return len(self.live) > 1

    def status(self, mark: Mark) -> str:
        """Of a live mark, the first that holds."""
        if self.documented(mark):
            return "injury"
        if mark["kind"] == "superficial_scratch" and where(mark).own_nails_reach:
            return "scratch"
        if mark["kind"] in UNIDENTIFIED and mark["seen_by"] == "me":
            if mark["opinion"] == "probably_natural":
                return "natural"
            if mark["opinion"] == "unsure" and self.with_account:
                return "unsure"
        return "injury"

    @cached_property
    def statuses(self) -> tuple[str, ...]:
        return tuple(self.status(mark) for mark in self.live)

    @cached_property
    def maybe_natural(self) -> bool:
        """A live mark has status natural or unsure. A documented one that is live never has either."""
        return any(self.status(mark) in ("natural", "unsure") for mark in self.undocumented)

    # Features

    @cached_property
    def only_shins_and_knees(self) -> bool:
        """A child who is not NIM, every mark (documented or not, of any kind) on a shin or knee."""
        return not self.nim and bool(self.marks) and all(map(on_shin_or_knee, self.marks))

    @cached_property
    def strong(self) -> bool:
        ticks = self.ticks("features")
        strong_ticks = STRONG - {"same_injury_again"} if self.only_shins_and_knees else STRONG
        kinds = {mark["kind"] for mark in self.marks}
        bitten = "bite" in kinds and "bite_young_child_seen" not in ticks
        return bool(ticks & strong_ticks) or "petechiae" in kinds or bitten

    @cached_property
    def moderate(self) -> bool:
        if self.only_shins_and_knees:
            return False
        uncounted = UNIDENTIFIED | {"superficial_scratch"}
        counted = [m for m in self.undocumented if not on_shin_or_knee(m) and m["kind"] not in uncounted]
        return bool(self.ticks("features") & MODERATE) or worked_out_from(counted)

    @cached_property
    def feature(self) -> Feature:
        """One value: strong, else moderate, else none; without a mark none."""
        if not self.marks:
            return Feature.NONE
        if self.strong:
            return Feature.STRONG
        return Feature.MODERATE if self.moderate else Feature.NONE

    # Concern

    @cached_property
    def concern(self) -> bool:
        return (
            self.contradicted
            or self.delay
            or self.disclosure
            or self.context > Context.NONE
            or self.answer("cooperation") != "cooperating"
            or self.answer("safe_home") != "yes"
        )


def worked_out_from(counted: Iterable[Mark]) -> bool:
    """Three or more marks, the same region on both sides, or three or more areas."""
    marks = list(counted)
    sides = {(mark["region"], mark["side"]) for mark in marks}
    both = any((region, "right") in sides for region, side in sides if side == "left")
    return len(marks) >= 3 or both or len({where(mark).area for mark in marks}) >= 3
