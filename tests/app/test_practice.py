"""Practice is answered like the real thing, says everywhere that it is not, and leaves nothing behind as real."""

from __future__ import annotations

from pathlib import Path

from pypdf import PdfReader

from bruiseaid.app.screens.state import DRILL, FINISHED, PRACTICE
from bruiseaid.report.check.verify import verify
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def practised(hands: Driver, **other: object) -> None:
    hands.click("practise")
    hands.click("drill:V01")
    hands.walk({**vignette("V01")["case"]["answers"], **other}, to_finish=False)
    hands.forward()
    assert hands.place == DRILL


def test_the_band_stands_on_every_screen_of_practice_and_on_no_other(hands: Driver) -> None:
    assert hands.find("practice_band") is None
    hands.click("practise")
    assert hands.place == PRACTICE
    assert hands.shown("practice_band").accessibleName() == "Practice: not a real child"
    hands.click("drill:V01")
    assert hands.find("practice_band") is not None
    assert "The story. A health visitor at home sees a baby of 4 months" in hands.words()
    hands.window.session.leave()
    assert hands.find("practice_band") is None


def test_the_drill_says_which_answers_differ_and_where_the_story_leads(hands: Driver) -> None:
    practised(hands, explanation="consistent")
    words = hands.words()
    assert "You came where the story leads" in words
    assert "One answer differs from the story" in words
    assert "No account" in words
    assert "R21: " in words


def test_a_drill_that_ends_elsewhere_says_so(hands: Driver) -> None:
    practised(hands, emergency_signs=["fit"])
    assert "The story leads elsewhere" in hands.words()
    assert "Level A: Emergency" in hands.words()
    assert "Level B: Immediate referral" in hands.words()


def test_nothing_of_practice_is_kept_as_real(hands: Driver) -> None:
    practised(hands)
    hands.click("foot_link")
    assert hands.place == FINISHED
    pdf = Path(hands.state.ui.pdf)
    assert pdf.parent == hands.data / "practice"
    assert not list((hands.data / "drafts").glob("*")) if (hands.data / "drafts").exists() else True
    assert not (hands.data / "records").exists()
    assert "Practice: not a real child" in PdfReader(pdf).pages[0].extract_text()
    found = verify(pdf.read_bytes(), {})
    assert (found.bytes, found.kind) == ("not_sealed", "practice")
    hands.forward()
    assert hands.find("open:P-V01") is None


def test_the_next_practice_paper_takes_the_place_of_the_last(hands: Driver) -> None:
    practised(hands)
    hands.click("foot_link")
    hands.window.session.practise()
    hands.click("drill:V02")
    hands.walk(vignette("V02")["case"]["answers"], to_finish=False)
    hands.forward()
    hands.click("foot_link")
    assert [path.name for path in (hands.data / "practice").iterdir()] == ["P-V02.pdf"]
