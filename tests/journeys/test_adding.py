"""What becomes known later is added to a finished record, and the sealed record stays as it was."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from bruiseaid.app.screens.state import ADDENDUM, ADDENDUM_CHECK, FINISHED, HOME, PREVIEW, asked_at
from bruiseaid.record.codec import record_digest
from bruiseaid.report.check.opened import opened_addenda, opened_record
from bruiseaid.report.check.verify import verify
from bruiseaid.store.keys import known_keys
from tests.journeys.driver import Driver
from tests.journeys.killing import killed
from tests.journeys.test_vignettes import vignette
from tests.report.reading import all_text, squeezed

FACT, SOURCE = "The X-rays show no broken bone.", "Dr Imaginary, by telephone"
DAYTIME, AT_NIGHT = "0300 303 0440", "0300 303 8875"


@pytest.fixture
def finished(hands: Driver) -> Driver:
    return finish(hands)


def finish(hands: Driver, **more: object) -> Driver:
    hands.reach_result({**vignette("V01")["case"]["answers"], **more})
    hands.finish(early=True)
    return hands


def write(hands: Driver, fact: str = FACT, why: str = "new") -> None:
    """Goes to the page from the record's own, and writes what is needed."""
    hands.click("add_to_record")
    hands.write("addendum.text", fact)
    hands.write("addendum.told_by", SOURCE)
    hands.click(f"addendum.why={why}")


def seal(hands: Driver) -> None:
    hands.forward()
    assert hands.place == ADDENDUM_CHECK, hands.words()
    hands.forward()
    assert hands.place == FINISHED, hands.words()


def files(hands: Driver) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (hands.data / "records").iterdir()}


def opened_again(hands: Driver) -> Driver:
    """Another window on the same computer, as after a restart."""
    hands.window.close()
    again = Driver(hands.data, settings=None)
    again.now = hands.now
    return again


def test_the_page_warns_not_to_name_who_is_kept_apart_before_anything_is_written(finished: Driver) -> None:
    """The check finds only names that the record holds; the paper goes to everyone who has the record."""
    finished.click("add_to_record")
    words = finished.words()
    assert "This paper is shared: do not name a neighbour or relative whose name is kept apart." in words


def test_who_writes_is_not_asked_again_and_can_be_changed(finished: Driver) -> None:
    write(finished)
    assert finished.find("addendum.by") is None
    assert "Pat Sample" in finished.words()
    link = finished.shown("addendum.by.change")
    link.setFocus()
    finished.press(Qt.Key.Key_Return)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "addendum.by"
    finished.write("addendum.by", "Colin Pretend")
    assert finished.find("addendum.by") is not None
    before = files(finished)
    seal(finished)
    (made,) = files(finished).keys() - before.keys()
    assert squeezed("Colin Pretend, health visitor") in all_text(files(finished)[made])


def test_a_name_that_was_taken_out_is_asked_for(finished: Driver) -> None:
    write(finished)
    finished.click("addendum.by.change")
    finished.press(Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    finished.press(Qt.Key.Key_Delete)
    finished.forward()
    assert finished.place == ADDENDUM
    assert "Give your name." in finished.words()
    assert finished.find("addendum.by") is not None


def test_an_addendum_is_sealed_beside_the_record_and_the_record_is_not_touched(finished: Driver) -> None:
    before = files(finished)
    finished.now += timedelta(hours=4)
    write(finished)
    seal(finished)

    after = files(finished)
    (name,) = after.keys() - before.keys()
    assert name == "R-T001-2026-11-23-addendum-1.pdf"
    assert before.items() <= after.items()
    found = verify(after[name], known_keys(finished.data))
    assert (found.document, found.chain, found.exit_status) == ("addendum", "whole", 0)
    for words in (FACT, SOURCE, "Something new became known", "Pat Sample, health visitor", "23-Nov-2026 14:20"):
        assert squeezed(words) in all_text(after[name]), words
    digest, _ = opened_addenda(after[name])
    assert digest == record_digest(opened_record(before["R-T001-2026-11-23.pdf"]))
    assert "Addendum 1 is sealed and saved" in finished.words()
    assert "Addendum 1, 23-Nov-2026 at 14:20" in finished.words()


def test_a_second_addendum_follows_the_first_and_shows_it_while_it_is_written(finished: Driver) -> None:
    write(finished)
    seal(finished)
    write(finished, fact="The family has a new health visitor.")
    assert "One addendum before this one" in finished.words()
    assert FACT in finished.words()
    seal(finished)

    _, chain = opened_addenda(files(finished)["R-T001-2026-11-23-addendum-2.pdf"])
    assert [one.text for one in chain] == [FACT, "The family has a new health visitor."]
    assert verify(files(finished)["R-T001-2026-11-23-addendum-2.pdf"], known_keys(finished.data)).exit_status == 0
    assert finished.find("addendum.see:2") is not None


def test_a_correction_says_what_stood_in_the_record_and_what_is_right(finished: Driver) -> None:
    write(finished, fact="The left cheek", why="wrong")
    finished.forward()
    assert "Name the part of the record that is not right." in finished.words()
    finished.write("addendum.part", "Mark 1")
    finished.write("addendum.before", "The right cheek")
    seal(finished)

    _, (made,) = opened_addenda(files(finished)["R-T001-2026-11-23-addendum-1.pdf"])
    (change,) = made.changes
    assert (change.what, change.before, change.after) == ("Mark 1", "The right cheek", "The left cheek")
    assert made.text == ""


def test_an_addendum_is_still_there_after_the_program_was_closed(finished: Driver) -> None:
    write(finished)
    seal(finished)
    again = opened_again(finished)
    assert "Record made" in again.words()
    again.click("open:R-T001")

    assert again.place == FINISHED
    assert "was made on 23-Nov-2026 at 10:20" in again.words()
    assert "Addendum 1, 23-Nov-2026 at 10:20" in again.words()
    again.click("addendum.see:1")
    assert again.place == PREVIEW
    assert FACT in " ".join(again.shown("page:1").accessibleDescription().split())
    again.forward()
    again.click("addendum.open:1")
    assert again.desktop.opened == [again.data / "records" / "R-T001-2026-11-23-addendum-1.pdf"]
    again.desktop.save_at = again.data / "copy.pdf"
    again.click("addendum.save:1")
    assert (again.data / "copy.pdf").read_bytes() == files(again)["R-T001-2026-11-23-addendum-1.pdf"]


def test_what_is_missing_is_listed_with_the_focus_and_each_line_leads_to_its_place(finished: Driver) -> None:
    finished.click("add_to_record")
    finished.forward()

    assert finished.place == ADDENDUM
    assert QApplication.focusWidget() is finished.shown("error_summary")
    summary = finished.shown("error_summary").accessibleName()
    assert summary.startswith("Three things are missing or not right.")
    assert "Choose why you add this." in finished.window.session.screen().announcement
    finished.click("wanting:told_by")
    assert QApplication.focusWidget() is finished.shown("addendum.told_by")
    assert "Say who told you" in finished.shown("addendum.told_by").accessibleDescription()
    finished.write("addendum.told_by", SOURCE)
    assert "Say who told you, or how you know." not in finished.words()


def test_nothing_can_have_become_known_in_the_future(finished: Driver) -> None:
    write(finished)
    finished.click("addendum.learnt_at.change")
    finished.write("addendum.learnt_at.time", "23:59")
    finished.forward()
    assert "That time is still to come" in finished.words()
    finished.write("addendum.learnt_at.time", "half")
    finished.forward()
    assert "Give the day and the time" in finished.words()
    finished.write("addendum.learnt_at.time", "9.05")
    seal(finished)

    _, (made,) = opened_addenda(files(finished)["R-T001-2026-11-23-addendum-1.pdf"])
    assert made.learnt_at is not None
    assert f"{made.learnt_at:%H:%M}" == "09:05"


def test_every_page_of_an_addendum_shows_the_number_of_that_borough_at_that_hour(finished: Driver) -> None:
    write(finished)
    assert finished.shown("addendum.number").text() == DAYTIME  # type: ignore[attr-defined]
    finished.now += timedelta(hours=10)
    finished.window.session.tick()
    assert finished.shown("addendum.number").text() == AT_NIGHT  # type: ignore[attr-defined]
    finished.forward()
    assert finished.shown("addendum.number").text() == AT_NIGHT  # type: ignore[attr-defined]
    finished.forward()
    assert finished.shown("finished.number").text() == AT_NIGHT  # type: ignore[attr-defined]


def test_the_result_stays_and_a_new_record_is_one_click_away(finished: Driver) -> None:
    write(finished)
    assert "It stays at level B" in finished.words()
    assert "does not work out the result again" in finished.words()
    finished.click("begin_new_record")
    assert asked_at(finished.place)
    assert finished.state.draft is not None
    assert finished.state.draft.id == "R-T002"
    finished.click("leave")
    assert "Go on with the addendum…" in finished.words()


def test_an_addendum_that_was_begun_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    killed("killed_while_adding", folder)
    hands = Driver(folder, settings=None)
    hands.click("add:R-T001")

    assert hands.place == ADDENDUM
    assert hands.shown("addendum.text").toPlainText() == FACT  # type: ignore[attr-defined]
    hands.click("addendum.why=left_out")
    seal(hands)
    _, (made,) = opened_addenda(files(hands)["R-T001-2026-11-23-addendum-1.pdf"])
    assert (made.text, made.told_by) == (FACT, "Dr Imaginary")


@pytest.fixture
def sealed_and_killed(tmp_path: Path) -> Driver:
    """The next window after one that died when an addendum was sealed and that was not noted yet."""
    folder = tmp_path / "data"
    killed("killed_while_sealing", folder)
    return Driver(folder, settings=None)


def test_an_addendum_that_was_sealed_before_a_kill_is_not_written_any_more(sealed_and_killed: Driver) -> None:
    hands = sealed_and_killed
    hands.click("open:R-T001")

    assert hands.place == FINISHED
    assert "Addendum 1 is sealed and saved" in hands.words()
    assert "An addendum is begun" not in hands.words()
    hands.forward()
    assert "Go on with the addendum" not in hands.words()
    assert "Changed since" not in hands.words()


def test_going_on_with_an_addendum_that_was_sealed_before_a_kill_begins_another(sealed_and_killed: Driver) -> None:
    hands = sealed_and_killed
    hands.click("add:R-T001")

    assert hands.place == ADDENDUM
    assert hands.shown("addendum.text").toPlainText() == ""  # type: ignore[attr-defined]
    assert "One addendum before this one" in hands.words()
    assert [name for name in files(hands) if "addendum" in name] == ["R-T001-2026-11-23-addendum-1.pdf"]


def test_two_windows_do_not_seal_the_same_words_twice(finished: Driver) -> None:
    write(finished)
    finished.forward()
    finished.window.session.wait_for_disk()
    other = Driver(finished.data, settings=None)
    other.click("open:R-T001")
    seal(other)
    finished.forward()

    assert finished.place == FINISHED
    assert [name for name in files(finished) if "addendum" in name] == ["R-T001-2026-11-23-addendum-1.pdf"]
    assert "Addendum 1 is sealed and saved" in finished.words()


def test_an_addendum_that_was_begun_opens_where_it_was_left(finished: Driver) -> None:
    write(finished)
    finished.click("leave")
    again = opened_again(finished)
    again.click("open:R-T001")

    assert again.place == ADDENDUM
    assert again.shown("addendum.text").toPlainText() == FACT  # type: ignore[attr-defined]
    again.click("back")
    assert again.place == FINISHED
    assert "An addendum is begun and not sealed yet." in again.words()


def test_a_half_written_addendum_is_not_lost_when_the_window_is_closed_in_the_middle_of_a_word(
    finished: Driver, qtbot: QtBot
) -> None:
    finished.click("add_to_record")
    finished.shown("addendum.text").setFocus()
    QTest.keyClicks(finished.shown("addendum.text"), "The X-rays sho")
    again = opened_again(finished)
    assert "Go on with the addendum" in again.words()
    again.click("add:R-T001")
    assert again.shown("addendum.text").toPlainText() == "The X-rays sho"  # type: ignore[attr-defined]


def test_what_was_thrown_away_comes_back_by_key_and_by_click(finished: Driver) -> None:
    write(finished)
    finished.click("throw_addendum_away")
    assert finished.place == FINISHED
    assert "An addendum is begun" not in finished.words()
    finished.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert finished.place == ADDENDUM
    assert finished.shown("addendum.text").toPlainText() == FACT  # type: ignore[attr-defined]
    finished.click("throw_addendum_away")
    finished.click("bring_addendum_back")
    assert finished.shown("addendum.text").toPlainText() == FACT  # type: ignore[attr-defined]
    finished.click("throw_addendum_away")
    finished.forward()
    assert "Add to this record…" in finished.words()


def test_adding_to_a_record_does_not_make_it_look_changed(finished: Driver) -> None:
    write(finished)
    seal(finished)
    finished.forward()

    assert finished.place == HOME
    assert "Made today 10:20" in finished.words()
    assert "Changed since" not in finished.words()


def test_the_addendum_is_written_and_sealed_with_keys_alone(finished: Driver) -> None:
    finished.shown("add_to_record").setFocus()
    finished.press(Qt.Key.Key_Return)
    assert finished.place == ADDENDUM
    written = {"addendum.text": FACT, "addendum.told_by": SOURCE}
    for _ in range(30):
        finished.press(Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus.objectName() in written:
            finished.type(written.pop(focus.objectName()))
        elif focus.objectName().startswith("addendum.why="):
            finished.press(Qt.Key.Key_Space)
            break
    for _ in range(2):
        finished.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert finished.place == FINISHED, finished.words()
    assert "R-T001-2026-11-23-addendum-1.pdf" in files(finished)


def test_the_hidden_screen_shows_nothing_of_an_addendum_and_keeps_it(finished: Driver) -> None:
    write(finished)
    finished.press(Qt.Key.Key_F9)
    assert FACT not in finished.words()
    assert finished.find("addendum.text") is None
    finished.press(Qt.Key.Key_F9)
    assert finished.shown("addendum.text").toPlainText() == FACT  # type: ignore[attr-defined]
    finished.window.session.lock()  # as the clock does when nobody touches anything
    assert finished.find("addendum.text") is None
