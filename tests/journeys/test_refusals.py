"""A referral that is refused: the ladder, what it does to the call, and wherever it is told."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt

from bruiseaid.app.screens.state import DO_NOW, LADDER
from bruiseaid.record.chronology import shared_chronology
from bruiseaid.record.make import make_record
from tests.journeys.doing import (
    buttons,
    focused,
    outcome_and_people,
    record_call,
    record_refusal,
    referral,
)
from tests.journeys.driver import Driver


def agree(hands: Driver, words: str) -> None:
    """Writes down at the next step of the ladder that all agree."""
    assert hands.state.outcome is not None
    assert hands.state.draft is not None
    done = hands.state.draft.rungs
    rung = next(one.id for one in hands.state.outcome.ladder if one.for_this_hour and one.id not in done)
    hands.click(f"rung.record:{rung}")
    hands.write("rung.outcome", words)
    hands.click(f"rung.agreed:{rung}")


def done_of(hands: Driver) -> tuple[str, ...]:
    assert hands.state.draft is not None
    return tuple(hands.state.draft.done)


def test_a_refusal_leads_to_the_ladder_and_its_words(baby: Driver) -> None:
    baby.click(f"declined:{referral(baby)}")
    baby.write("form.who", "A. Nother, said to ask the GP first")
    baby.click("form.save")
    assert "Choose what came of it." in baby.words()
    assert baby.find("form.referral_outcome=accepted") is None
    baby.click("form.referral_outcome=turned_back")
    baby.click("form.save")
    assert baby.place == LADDER
    assert baby.state.outcome is not None
    first = baby.state.outcome.ladder[0]
    baby.click(f"rung.copy:{first.id}")
    assert baby.desktop.copied == [first.say]
    baby.click(f"rung.record:{first.id}")
    baby.write("rung.outcome", "Sam Placeholder, still declined")
    baby.click("rung.save")
    assert baby.state.draft is not None
    assert baby.state.draft.rungs == {first.id: "Sam Placeholder, still declined"}
    baby.forward()
    assert baby.place == DO_NOW


def test_a_refusal_after_all_agreed_opens_the_ladder_again(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.click(f"ladder:{name}")
    agree(baby, "Sam Placeholder")
    baby.forward()
    assert "A-ESCALATE" in done_of(baby)
    baby.now += timedelta(minutes=30)
    record_refusal(baby, name, "Kim Notreal")
    assert "Not agreed 10:50, Pat Sample, Declined, Kim Notreal. Next: you to the duty team manager" in baby.words()
    assert "A-ESCALATE" not in done_of(baby)
    baby.click(f"ladder:{name}")
    agree(baby, "Sam Placeholder again")


def test_a_second_refusal_is_a_call_of_its_own_and_undo_leads_back_to_the_first(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.now += timedelta(minutes=10)
    baby.click(f"declined:{name}")
    assert baby.shown("form.who").text() == ""  # type: ignore[attr-defined]
    baby.click("form.referral_outcome=turned_back")
    baby.write("form.who", "Kim Notreal")
    baby.click("form.save")
    baby.forward()
    assert outcome_and_people(baby) == ("turned_back", ["A. Nother", "Kim Notreal"])
    assert baby.state.draft is not None
    told = [event.text for event in shared_chronology(baby.state.draft, baby.now)]
    assert told.count("Not agreed: Ring children's social care now: Declined, A. Nother") == 1
    assert told.count("Not agreed: Ring children's social care now: Sent back, Kim Notreal") == 1
    baby.click("leave")
    baby.click("open:R-T001")
    baby.click(f"undo:{name}")
    assert outcome_and_people(baby) == ("declined", ["A. Nother"])
    assert "Not agreed 10:20, Pat Sample, Declined, A. Nother" in baby.words()


def test_a_step_of_the_ladder_needs_words_and_the_last_one_can_be_taken_back(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    baby.click(f"ladder:{name}")
    assert baby.state.outcome is not None
    first = baby.state.outcome.ladder[0].id
    baby.click(f"rung.record:{first}")
    baby.click(f"rung.agreed:{first}")
    assert "Write who it was, and what they said." in baby.words()
    baby.write("rung.outcome", "Sam Placeholder")
    baby.click(f"rung.agreed:{first}")
    assert "Agreed: Sam Placeholder" in baby.words()
    baby.click(f"rung.undo:{first}")
    assert baby.state.draft is not None
    assert not baby.state.draft.rungs
    assert "A-ESCALATE" not in baby.state.draft.done


def test_a_refused_referral_stands_on_the_start_page_and_on_page_one(baby: Driver) -> None:
    record_refusal(baby, referral(baby), "A. Nother")
    assert baby.state.draft is not None
    assert baby.state.outcome is not None
    record = make_record(baby.state.draft, baby.state.outcome, finished_at=baby.now, proved=True)
    rows = {row.label: row.text for row in record.first_page}
    assert (rows["Outcome of the call"], rows["Escalation"]) == ("Declined", "Nobody higher up was asked yet")
    baby.click("leave")
    assert "Referral not agreed" in baby.words()


def test_a_refused_referral_is_not_shown_as_done_until_it_is_agreed(baby: Driver) -> None:
    name = referral(baby)
    record_refusal(baby, name, "A. Nother")
    assert "Not agreed 10:20" in baby.words()
    baby.click(f"ladder:{name}")
    assert baby.place == LADDER
    agree(baby, "Sam Placeholder takes it after all")
    baby.forward()
    assert "Not agreed" not in baby.words()
    assert "Done 10:20" in baby.words()
    assert "agreed since then" in baby.words()


def test_a_refused_referral_is_open_wherever_it_is_named(baby: Driver) -> None:
    record_call(baby, referral(baby), "declined", "A. Nother")
    assert baby.state.draft is not None
    told = [event.text for event in shared_chronology(baby.state.draft, baby.now)]
    assert [words for words in told if "Ring children's social care now" in words] == [
        "Not agreed: Ring children's social care now: Declined, A. Nother"
    ]
    baby.walk_after(to_finish=False)
    assert "10:20 Ring children's social care now" not in baby.words()
    assert "Ring children's social care now. Not agreed 10:20, Pat Sample, Declined, A. Nother. Next: you to" in (
        baby.words()
    )


def test_a_step_of_the_ladder_is_written_with_the_keyboard_and_the_focus_goes_on(baby: Driver) -> None:
    record_call(baby, referral(baby), "declined", "A. Nother")
    assert baby.state.outcome is not None
    first, second = [rung.id for rung in baby.state.outcome.ladder if rung.for_this_hour][:2]
    baby.click(f"ladder:{referral(baby)}")
    baby.click(f"rung.record:{first}")
    assert focused() == "rung.outcome"
    baby.type("Sam Placeholder, still no")
    baby.click("step:do_now")
    baby.click(f"ladder:{referral(baby)}")
    assert focused() == "rung.outcome"
    baby.press(Qt.Key.Key_Return)
    assert baby.state.draft is not None
    assert baby.state.draft.rungs == {first: "Sam Placeholder, still no"}
    assert focused() == f"rung.record:{second}"
    assert "Not agreed" in baby.words()


def test_no_button_of_an_action_lies_over_another_after_the_ladder(baby: Driver) -> None:
    record_refusal(baby, referral(baby), "A. Nother")
    baby.rest()
    baby.click(next(button.objectName() for button in buttons(baby) if button.objectName().startswith("record:")))
    baby.click("form.save")
    record = next(button for button in buttons(baby) if button.objectName().startswith("record:"))
    name = record.objectName().removeprefix("record:")
    declined = baby.shown(f"declined:{name}")
    assert not record.geometry().intersects(declined.geometry())
