"""Every kind of input, by hand, in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.screens.state import CHECK, asking
from tests.journeys.doing import focused
from tests.journeys.driver import Driver
from tests.journeys.test_vignettes import vignette


def go(hands: Driver, question: str) -> None:
    """To a question's page, over the check page."""
    hands.click("start")
    hands.click("change_an_answer")
    hands.click(f"change:{question}")
    assert hands.place == asking(question)


def answer(hands: Driver, question: str) -> object:
    assert hands.state.draft is not None
    return hands.state.draft.case.answers.get(question)


def marks(hands: Driver) -> list[dict[str, str]]:
    given = answer(hands, "marks")
    assert isinstance(given, tuple)
    return [dict(mark) for mark in given]


def test_a_choice_by_pointer_and_by_arrow(hands: Driver) -> None:
    go(hands, "mobility")
    hands.click("mobility=walking")
    assert answer(hands, "mobility") == "walking"
    hands.press(Qt.Key.Key_Down)
    assert answer(hands, "mobility") == "independent_wheelchair"


def test_ticks_and_the_one_that_stands_alone(hands: Driver) -> None:
    go(hands, "context")
    hands.click("context=young_parent")
    hands.click("context=neglect_signs")
    assert answer(hands, "context") == ("neglect_signs", "young_parent")
    hands.click("context=none")
    assert answer(hands, "context") == ("none",)
    hands.click("context=none")
    assert answer(hands, "context") in (None, ())


def test_ticks_that_were_taken_away_are_named_with_the_fall_of_the_level_and_can_be_brought_back(hands: Driver) -> None:
    hands.reach_result(vignette("V36")["case"]["answers"])
    hands.window.session.go_to(CHECK)
    hands.click("change:context")
    before = answer(hands, "context")
    card = hands.shown("context=not_known")
    hands.click("context=not_known")
    told, back = hands.shown("context.took"), hands.shown("context.bring_back")
    hands.rest()  # what stood below, to be looked at again, goes in the same moment
    assert "A neighbour, relative or friend said that the child is being harmed" in hands.words()
    assert "The level went from C to D." in hands.words()
    assert told.mapTo(hands.window, told.rect().topLeft()).y() > card.mapTo(hands.window, card.rect().bottomLeft()).y()
    assert not back.visibleRegion().isEmpty()
    hands.click("context.bring_back")
    assert answer(hands, "context") == before
    assert hands.find("context.took") is None
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "context=community_or_family_concern_about_harm"


def test_a_date_and_what_follows_from_it(hands: Driver) -> None:
    go(hands, "dob")
    hands.write("dob.day", "20")
    hands.write("dob.month", "7")
    assert answer(hands, "dob") is None
    hands.write("dob.year", "2026")
    assert answer(hands, "dob") == "2026-07-20"
    assert "That makes the child 4 months old." in hands.words()


def test_a_number_and_a_switch_beside_the_date(hands: Driver) -> None:
    go(hands, "dob")
    hands.write("weeks_early", "6")
    hands.click("dob_estimated=yes")
    assert (answer(hands, "weeks_early"), answer(hands, "dob_estimated")) == ("6", "yes")
    hands.click("dob_estimated=yes")
    assert answer(hands, "dob_estimated") is None


def test_when_the_mark_was_seen_unfolds_and_moves_the_clocks(hands: Driver) -> None:
    go(hands, "safe_now")
    assert hands.find("seen_at.time") is None
    hands.click("seen_at.change")
    hands.write("seen_at.time", "9:05")
    assert hands.state.draft is not None
    assert hands.state.draft.case.seen_at.isoformat() == "2026-11-23T09:05:00+00:00"
    hands.write("seen_at.year", "2027")
    hands.click("safe_now=yes")
    hands.forward()
    assert "still to come" in hands.words()


def test_words(hands: Driver) -> None:
    go(hands, "protects")
    hands.write("protects", "Jo Example <b>and</b> grandmother & aunt")
    assert answer(hands, "protects") == "Jo Example <b>and</b> grandmother & aunt"


def test_a_group_asks_why_only_where_it_applies(hands: Driver) -> None:
    go(hands, "child_words")
    assert hands.find("child_words.why_not") is None
    hands.click("child_words.seen_alone=no")
    hands.write("child_words.why_not", "Asleep")
    assert answer(hands, "child_words") == {"seen_alone": "no", "why_not": "Asleep"}


def test_people_are_added_changed_and_removed(hands: Driver) -> None:
    go(hands, "household")
    hands.click("household.add")
    hands.write("household.name", "Jo Example")
    hands.click("household.identified=yes")
    hands.click("household.close")
    hands.click("household.add")
    hands.write("household.name", "An adult I could not identify")
    hands.click("household.identified=no")
    hands.click("household.close")
    hands.click("household.0.remove")
    assert [dict(person) for person in answer(hands, "household")] == [  # type: ignore[attr-defined]
        {"name": "An adult I could not identify", "identified": "no"}
    ]


def test_the_focus_goes_along_when_an_entry_is_removed(hands: Driver) -> None:
    """To the one that takes its place, else to the one before it, else to the way to add one."""
    go(hands, "household")
    for name in ("Jo Example", "Sam Example", "Alex Example"):
        hands.click("household.add")
        hands.write("household.name", name)
        hands.click("household.close")
    after = []
    for index in (1, 1, 0):
        hands.shown(f"household.{index}.remove").setFocus(Qt.FocusReason.TabFocusReason)
        hands.press(Qt.Key.Key_Return)
        after.append(focused())
    assert after == ["household.1.edit", "household.0.edit", "household.add"]


def test_nobody_else_is_an_answer_and_an_empty_row_is_not(hands: Driver) -> None:
    go(hands, "household")
    hands.click("household.add")
    hands.click("household.close")
    assert answer(hands, "household") is None
    hands.click("household.none")
    assert answer(hands, "household") == ()


def test_a_mark_by_keyboard_alone(hands: Driver) -> None:
    go(hands, "marks")
    body = hands.shown("body_map")
    assert isinstance(body, BodyMap)
    body.setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Down)
    spot = body.spot()
    assert spot is not None
    hands.press(Qt.Key.Key_Return)
    (mark,) = marks(hands)
    assert f"{mark['region']}-{mark['side']}" == spot.key
    hands.press(Qt.Key.Key_Space)
    assert marks(hands)[0]["kind"] == "bruise"
    hands.press(Qt.Key.Key_Space)
    assert marks(hands)[0]["doc_status"] == "not_documented"


def test_a_mark_by_name(hands: Driver) -> None:
    go(hands, "marks")
    hands.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    place = next(region for region in hands.state.protocol.regions if region.id == "nose")
    QTest.keyClicks(hands.shown("find_place"), place.name)
    hands.press(Qt.Key.Key_Return)
    assert [mark["region"] for mark in marks(hands)] == ["nose"]


def test_two_marks_on_one_place_have_a_number_each(hands: Driver) -> None:
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("mark.close")
    hands.pick("knee", "left")
    view = hands.window.session.screen().page.main.input  # type: ignore[union-attr]
    assert view.map.discs == (("knee-left", ("1", "2")),)  # type: ignore[union-attr]


def test_a_mark_is_removed_after_a_plain_question(hands: Driver) -> None:
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("mark.close")
    hands.click("mark.0.remove")
    assert len(marks(hands)) == 1
    assert "Remove this mark? It counts until you do." in hands.words()
    hands.click("mark.0.remove")
    assert answer(hands, "marks") is None


def test_a_wrong_mark_can_be_removed_without_scrolling_for_it(hands: Driver) -> None:
    """On a small laptop the kinds of a mark are taller than the room beside the map."""
    go(hands, "marks")
    hands.pick("knee", "left")
    remove = hands.shown("mark.remove")
    assert remove.visibleRegion().boundingRect() == remove.rect()


def test_the_focus_goes_along_when_a_mark_is_removed(hands: Driver) -> None:
    """Else it would jump to Back, and Enter would leave the page."""
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("mark.remove")
    assert focused() == "mark.0.keep"
    hands.press(Qt.Key.Key_Return)
    assert focused() == "mark.0.edit"
    hands.click("mark.0.remove")
    hands.click("mark.0.remove")
    assert focused() == "body_map"


def test_what_takes_the_focus_is_shown_already(hands: Driver) -> None:
    """What is not loses it again on some screens: to Back, say."""
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.window.session.select_mark(None)
    assert focused() == "mark.0.edit"
    assert hands.window.focusWidget().isVisible()


def test_the_mark_that_is_being_described_stays_open_when_another_is_removed(hands: Driver) -> None:
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("mark.close")
    hands.pick("knee", "right")
    hands.click("mark.0.remove")
    hands.click("mark.0.remove")
    hands.click("marks.kind=bruise")
    (mark,) = marks(hands)
    assert (mark["side"], mark["kind"]) == ("right", "bruise")


def test_what_a_mark_still_needs_is_said_in_whole_sentences(hands: Driver) -> None:
    go(hands, "marks")
    hands.pick("knee", "left")
    hands.click("mark.close")
    assert "Still to answer: What it looks like. Is this same mark in a health record?" in hands.words()


def test_who_ticks_nothing_is_told_the_answer_that_says_none(hands: Driver) -> None:
    """Not the last one: that may be "I am not sure", which counts as yes."""
    hands.click("start")
    hands.forward()
    assert "Tick at least one answer. If none fits, tick “None of these”." in hands.words()


def test_none_and_not_checked_are_told_apart_where_nothing_was_ticked(hands: Driver) -> None:
    go(hands, "context")
    hands.forward()
    assert "If none fits, tick “None of these: I checked” or “I have not checked yet”." in hands.words()


def test_somewhere_else_asks_for_the_side(hands: Driver) -> None:
    go(hands, "marks")
    hands.click("elsewhere")
    hands.click("marks.side=left")
    (mark,) = marks(hands)
    assert (mark["region"], mark["side"]) == ("unlisted", "left")


def test_no_mark_is_an_answer(hands: Driver) -> None:
    go(hands, "marks")
    hands.click("marks.none")
    assert answer(hands, "marks") == ()
