"""An addendum follows files as they lie on this computer: changed, gone, made again, or kept apart."""

from __future__ import annotations

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.state import ADDENDUM, ADDENDUM_CHECK, CHECK, DO_NOW, FINISHED, asked_at
from bruiseaid.record.codec import record_digest
from bruiseaid.report.check.opened import opened_addenda, opened_record
from tests.app.test_practice import practised
from tests.journeys.driver import Driver
from tests.journeys.test_adding import files, finish, seal, write
from tests.journeys.test_vignettes import vignette


@pytest.fixture
def finished(hands: Driver) -> Driver:
    return finish(hands)


def test_words_that_are_kept_apart_do_not_get_into_an_addendum(hands: Driver) -> None:
    hands.click("start")
    hands.walk_to("child", vignette("V01")["case"]["answers"])
    hands.fill(hands.question("child"), {"address_kept_back": "12 Hidden Lane"})
    while asked_at(hands.place):
        before = hands.place
        hands.forward()
        if hands.place == before:
            hands.click("foot_link")
    hands.finish(early=True)
    write(hands, fact="They moved to 12 hidden  lane last week.")
    hands.forward()

    assert hands.place == ADDENDUM
    assert "is kept apart from the record" in hands.words()
    hands.write("addendum.text", "They moved last week.")
    seal(hands)


def test_nothing_is_added_to_a_record_that_was_changed_or_is_gone(finished: Driver) -> None:
    record = finished.data / "records" / "R-T001-2026-11-23.pdf"
    whole = bytearray(record.read_bytes())
    whole[len(whole) // 2] ^= 1
    record.write_bytes(whole)
    finished.click("add_to_record")
    assert finished.place == FINISHED
    assert "Nothing can be added to R-T001-2026-11-23.pdf" in finished.words()
    record.unlink()
    finished.click("add_to_record")
    assert "not where it was made any more" in finished.words()
    finished.forward()
    finished.click("open:R-T001")
    assert finished.place == CHECK


def test_an_addendum_that_was_changed_is_not_shown_as_one_and_nothing_follows_it(finished: Driver) -> None:
    write(finished)
    seal(finished)
    addendum = finished.data / "records" / "R-T001-2026-11-23-addendum-1.pdf"
    addendum.write_bytes(addendum.read_bytes()[:-50])
    finished.forward()
    finished.click("open:R-T001")

    assert "Do not rely on it" in finished.words()
    assert finished.find("addendum.see:1") is None
    finished.click("add_to_record")
    assert finished.place == FINISHED
    assert "Nothing can be added after R-T001-2026-11-23-addendum-1.pdf" in finished.words()


def test_addenda_to_a_record_that_was_made_again_stay_with_the_one_they_were_added_to(finished: Driver) -> None:
    write(finished)
    seal(finished)
    finished.now += timedelta(minutes=5)
    finished.click("step:check")
    finished.click("change:mobility_basis")
    finished.click("mobility_basis=carer_said")
    finished.forward()
    finished.click("finish_early")
    assert "It belongs to the record made before, R-T001-2026-11-23.pdf." in finished.words()
    write(finished, fact="Another fact.")
    seal(finished)

    digest, chain = opened_addenda(files(finished)["R-T001-2026-11-23-2-addendum-1.pdf"])
    assert digest == record_digest(opened_record(files(finished)["R-T001-2026-11-23-2.pdf"]))
    assert len(chain) == 1


def test_a_record_that_goes_on_after_it_was_made_opens_where_it_was_left_and_can_be_added_to(finished: Driver) -> None:
    finished.now += timedelta(minutes=5)
    finished.click("step:do_now")
    assert finished.place == DO_NOW
    assert finished.state.outcome is not None
    referral = next(action.id for action in finished.state.outcome.actions if action.referral)
    finished.click(f"declined:{referral}")
    finished.click("form.referral_outcome=declined")
    finished.write("form.who", "A. Nother")
    finished.click("form.save")
    finished.click("leave")
    assert "Changed since it was finished. Referral not agreed" in finished.words()
    finished.click("open:R-T001")
    assert finished.place == DO_NOW
    finished.click("leave")
    finished.click("add:R-T001")
    assert finished.place == ADDENDUM


def test_a_disk_that_takes_no_addendum_keeps_the_words(finished: Driver) -> None:
    write(finished)
    finished.forward()
    taken = finished.data / "records" / "R-T001-2026-11-23-addendum-1.pdf"
    taken.mkdir()
    finished.forward()
    assert finished.place == ADDENDUM_CHECK
    assert "Not done." in finished.words()
    taken.rmdir()
    finished.forward()
    assert finished.place == FINISHED
    assert taken.is_file()


def test_a_record_of_this_computer_can_be_added_to_from_the_check_of_its_file(finished: Driver, qtbot: QtBot) -> None:
    finished.forward()
    finished.desktop.to_open = finished.data / "records" / "R-T001-2026-11-23.pdf"
    finished.click("check_file")
    qtbot.waitUntil(lambda: finished.find("add_to_checked") is not None)
    finished.click("add_to_checked")
    assert finished.place == ADDENDUM
    assert "Add to record R-T001" in finished.words()


def test_nothing_is_added_to_practice(hands: Driver) -> None:
    practised(hands)
    hands.click("foot_link")
    assert hands.place == FINISHED
    assert hands.find("add_to_record") is None
