"""What is kept apart and was also written where everybody reads it is said before the record is made."""

from __future__ import annotations

from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette

REFUGE = "12 Hidden Lane"


def _at_check_with(hands: Driver, where_now: str) -> None:
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    hands.click("change_an_answer")
    hands.click("change:child")
    hands.write("child.address_kept_back", REFUGE)
    hands.write("child.where_now", where_now)
    hands.click("change_an_answer")


def test_a_refuge_address_in_a_shared_answer_is_said_with_the_way_to_change_it(hands: Driver) -> None:
    _at_check_with(hands, f"At the refuge, {REFUGE.upper()}.")

    assert hands.find("leaks") is not None
    assert REFUGE in hands.words()
    assert hands.question("child").ask in hands.words()
    assert "kept apart" in hands.window.session.screen().announcement
    hands.click("leak:0")
    hands.write("child.where_now", "At the refuge")
    hands.click("change_an_answer")
    assert hands.find("leaks") is None


def test_it_keeps_nobody_from_finishing(hands: Driver) -> None:
    _at_check_with(hands, REFUGE)

    hands.forward()
    hands.click("finish_early")
    assert "The record is made" in hands.words()


def test_nothing_is_said_where_nothing_leaks(hands: Driver) -> None:
    _at_check_with(hands, "With the grandmother")

    assert hands.find("leaks") is None


def test_the_annex_beside_the_record_is_named_with_the_words_not_to_send_it(hands: Driver) -> None:
    _at_check_with(hands, "With the grandmother")
    hands.forward()
    hands.click("finish_early")
    annex = hands.data / "records" / "R-T001-2026-11-23-restricted.pdf"
    assert annex.is_file()

    again = Driver(hands.data, settings=None)
    again.click("open:R-T001")
    for window in (hands, again):
        for words in (annex.name, str(annex), "Never send it with the record"):
            assert words in window.words(), words
        window.click("open_annex")
        assert window.desktop.opened == [annex]


def test_no_annex_is_named_where_nothing_is_kept_apart(hands: Driver) -> None:
    hands.click("start")
    hands.walk(vignette("V01")["case"]["answers"], to_finish=False)
    hands.finish(early=True)
    assert hands.find("annex") is None
    assert hands.find("open_annex") is None
