"""A question with more kinds of ticks than can be tried one by one leaves a case open, and its bounds hold."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from bruiseaid.engine.case import Case
from bruiseaid.engine.recommend import recommend
from tests.proof.little import asked, chosen, little, rule

SEEN = datetime(2025, 11, 24, 10, tzinfo=ZoneInfo("Europe/London"))
TICKS = [f"t{n}" for n in range(16)]
OPTIONS = ", ".join(["{id: none, label: None, alone: yes}", *(f"{{id: {one}, label: Tick {one}}}" for one in TICKS)])
MANY = little(
    "calm low high",
    questions=(asked("signs", "ticks", f"options: [{OPTIONS}], needed: yes"), chosen("sure", "yes no")),
    rules=(
        rule("ANY", "at_least: calm"),
        *(rule(f"R{n}", "at_least: " + ("low" if n % 3 else "high"), f"{{signs: t{n}, sure: yes}}") for n in range(16)),
        *(rule(f"S{n}", "at_least: low", f"{{signs: {{two_or_more: [t{n}, t{n + 1}]}}}}") for n in range(15)),
    ),
)  # fmt: skip


def test_while_the_ticks_are_open_every_level_that_can_come_is_foreseen() -> None:
    found = recommend(Case(MANY, SEEN, "town", {"sure": "yes"}), SEEN)
    assert (found.status, found.least, found.greatest) == ("open", "calm", "high")


def test_once_they_are_given_the_case_is_concluded() -> None:
    found = recommend(Case(MANY, SEEN, "town", {"sure": "yes", "signs": ("t3",)}), SEEN)
    assert (found.status, found.level) == ("concluded", "high")
