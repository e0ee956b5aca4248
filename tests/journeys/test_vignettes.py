"""Six stories clicked through the real window, from Start to a PDF on disk."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from bruiseaid.report.check.verify import verify
from tests.journeys.driver import Driver

VIGNETTES = Path(__file__).parents[1] / "oracle" / "vignettes.json"
SIX = ("V01", "V08", "V19", "V28", "V36", "V39")
MOST_INTERACTIONS_FOR_V01 = 20


def vignette(name: str) -> dict[str, Any]:
    stories = json.loads(VIGNETTES.read_text("utf-8"))
    stories = stories if isinstance(stories, list) else stories["vignettes"]
    found: dict[str, Any] = next(story for story in stories if story["id"] == name)
    return found


@pytest.mark.parametrize("name", SIX)
def test_a_story_is_clicked_through_to_its_record(hands: Driver, name: str) -> None:
    story = vignette(name)
    hands.click("start")
    hands.walk(story["case"]["answers"], to_finish=True)
    outcome = hands.state.outcome
    assert outcome is not None
    assert outcome.status == "concluded"
    assert outcome.level == story["expect"]["level"]
    assert {rule.id for rule in outcome.rules} == set(story["expect"]["rules"])
    pdf = hands.finish()
    text = "".join(page.extract_text() for page in PdfReader(pdf).pages)
    level = next(level for level in hands.state.protocol.levels if level.id == outcome.level)
    assert level.name in " ".join(text.split())
    assert pdf.name == "R-T001-2026-11-23.pdf"
    checked = verify(pdf.read_bytes(), {})
    assert checked.exit_status == 0, checked.sentences


def test_a_baby_with_a_bruise_is_rung_about_within_twenty_interactions(hands: Driver) -> None:
    """From Start to the open strip with the number: a click, a key chord or a field filled count one each."""
    answers = vignette("V01")["case"]["answers"]
    hands.click("start")
    for name in ("emergency_signs", "immediate_danger", "safe_now", "dob"):
        hands.answer(hands.question(name), answers[name], to_finish=False)
        hands.forward()
    mark = answers["marks"][0]
    hands.pick(mark["region"], mark["side"])
    hands.click("marks.kind=bruise")
    hands.click("marks.doc_status=not_documented")
    hands.click("act_now")
    number = hands.shown("strip.number")
    assert number.text() == "0300 303 0440"  # type: ignore[attr-defined]
    print(f"V01: {hands.interactions} interactions from Start to the number")
    assert hands.interactions <= MOST_INTERACTIONS_FOR_V01
