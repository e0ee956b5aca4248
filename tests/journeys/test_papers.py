"""The other papers of a finished record: the page for the call, the page for parents, the text for a web form."""

from __future__ import annotations

import pytest

from bruiseaid.app.screens.state import FINISHED
from tests.app.test_practice import practised
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def _finished(hands: Driver, name: str) -> Driver:
    hands.reach_result(vignette(name)["case"]["answers"])
    hands.finish(early=True)
    return hands


@pytest.fixture
def finished(hands: Driver) -> Driver:
    return _finished(hands, "V01")


def _said_on(hands: Driver, page: str) -> str:
    return " ".join(hands.shown(page).accessibleDescription().split())


def test_the_page_for_the_call_is_one_page_with_the_number_and_the_words_for_a_refusal(finished: Driver) -> None:
    finished.click("paper:call")

    assert finished.shown("page:1").accessibleName() == "Page 1 of 1"
    words = _said_on(finished, "page:1")
    assert "0300 303 0440" in words
    assert finished.state.protocol.words["declined"] in words


def test_the_page_for_a_talk_rings_the_lead_first_and_reads_out_what_set_the_level(hands: Driver) -> None:
    """V36: a neighbour's report makes it a talk today. The lead of the settings is no part of the referrer's line."""
    hands.reach_result(vignette("V36")["case"]["answers"], to_finish=True)
    hands.finish()
    hands.click("paper:call")
    words = _said_on(hands, "page:1")

    ring, _, rest = words.partition("Read out")
    assert ring.index("Your safeguarding lead: Lee Madeup") < ring.index("If nobody can be reached: Rochdale, daytime:")
    assert "What is known of the family and the past makes this mark more worrying." in rest
    assert "children who move about often knock" not in rest
    assert "Family and past: Concern from family or community" in rest
    assert "Pat Sample; Role: health visitor" in rest
    assert "Lee Madeup" not in rest
    assert hands.shown("page:1").accessibleName() == "Page 1 of 1"


def test_the_page_for_parents_can_be_printed_where_they_are_to_be_told(finished: Driver) -> None:
    finished.click("paper:parents")

    assert "Who you can ask" in _said_on(finished, "page:1")
    assert "Pat Sample, Example Trust" in _said_on(finished, "page:1")
    assert "0161 496 0000" in _said_on(finished, "page:1")
    assert "OFFICIAL" not in _said_on(finished, "page:1")
    finished.forward()
    assert finished.place == FINISHED


def test_there_is_no_page_for_parents_while_they_must_not_be_told(hands: Driver) -> None:
    hands.click("start")
    answers = {**vignette("V01")["case"]["answers"], "context": ["domestic_abuse_current"]}
    hands.walk(answers, to_finish=False)
    hands.finish(early=True)

    assert hands.find("paper:call") is not None
    assert hands.find("paper:parents") is None


def test_the_text_for_a_web_form_is_copied_in_pieces_or_whole(finished: Driver) -> None:
    finished.click("portal")
    finished.click("copy:marks")
    assert finished.desktop.copied[-1].startswith("Mark 1.")
    assert "Copied: The marks." in finished.words()

    finished.click("copy_everything")
    assert "About you" in finished.desktop.copied[-1]
    assert "Mark 1." in finished.desktop.copied[-1]
    finished.forward()
    assert finished.place == FINISHED


def test_a_record_that_was_moved_away_is_said_and_nothing_breaks(finished: Driver) -> None:
    for path in (finished.data / "records").iterdir():
        path.unlink()
    finished.click("paper:record")

    assert finished.place == FINISHED
    assert "not where it was made" in finished.words()


def test_papers_of_practice_say_so_and_nothing_of_it_goes_into_a_web_form(hands: Driver) -> None:
    practised(hands)
    hands.click("foot_link")
    assert hands.place == FINISHED, hands.words()

    assert hands.find("portal") is None
    for kind in ("record", "call", "parents"):
        hands.click(f"paper:{kind}")
        assert "Practice: not a real child" in _said_on(hands, "page:1"), kind
        hands.forward()
