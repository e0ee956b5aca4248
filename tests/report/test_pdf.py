"""The record on paper."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Literal

import pytest

from bruiseaid.record.figures import figure
from bruiseaid.record.model import Annex, Entry, RecordMark, Section
from bruiseaid.report.ink.drawing import HAIR, LEFT, PAPER_HEIGHT, RIGHT, Band, Body, Disc, Node, Page, Stroke, Text
from bruiseaid.report.pdf import make_pdf, page_model
from bruiseaid.report.sheets.furniture import BOTTOM
from bruiseaid.report.sheets.layout import lay_out
from bruiseaid.report.words.marks_on_body import marked_views
from tests.report import records
from tests.report.reading import all_text, attached, font_names, page_texts, reader, squeezed, words_of

every_record = pytest.mark.parametrize("make", records.MAKERS)
every_small_record = pytest.mark.parametrize("make", records.SMALL_MAKERS)
SOURCE = Path(__file__).parents[2] / "src"


@every_record
def test_the_same_record_gives_the_same_bytes(make: records.Maker) -> None:
    assert make_pdf(make()) == make_pdf(make())


@every_record
def test_every_page_says_which_page_of_how_many_it_is(make: records.Maker) -> None:
    texts = page_texts(make_pdf(make()))

    for number, text in enumerate(texts, 1):
        assert text.count(f"Page {number} of {len(texts)}") == 2


@every_record
def test_every_page_carries_the_marking_the_rules_and_how_to_check_it(make: records.Maker) -> None:
    for text in page_texts(make_pdf(make())):
        assert "OFFICIAL - SENSITIVE" in text
        assert "Rules gm-bruising 2026.1, 3f9a 27c1 0b5e 88d2" in text
        assert "Check this file: bruiseaid verify" in text


@every_record
def test_every_font_travels_inside_the_file_and_none_is_helvetica(make: records.Maker) -> None:
    fonts = font_names(make_pdf(make()))

    assert fonts
    assert all(fonts.values())
    assert not any("Helvetica" in name for name in fonts)


@every_small_record
def test_no_word_of_the_record_is_lost(make: records.Maker) -> None:
    record = make()
    text = all_text(make_pdf(record))

    assert [word for word in words_of(record) if squeezed(word) not in text] == []


def test_no_word_is_lost_of_a_note_of_fifty_thousand_letters_two_hundred_marks_and_forty_people() -> None:
    record = records.huge()
    text = all_text(make_pdf(record))

    assert len(records.LONG_NOTE) > 50_000
    assert all(f"word{number}" in text for number in range(5800))
    assert all(f"Place{number}," in text and f"moment{number}" in text for number in range(1, 201))
    assert all(f"Person{number}Example" in text for number in range(40))


def test_a_huge_record_takes_seconds_and_not_minutes() -> None:
    began = perf_counter()
    make_pdf(records.huge())

    assert perf_counter() - began < 20


def test_a_part_this_program_does_not_know_is_printed_all_the_same() -> None:
    assert squeezed("A part of a later version New kept") in all_text(make_pdf(records.huge()))


@every_record
def test_no_two_strips_of_a_page_overlap_and_none_runs_off_the_paper(make: records.Maker) -> None:
    for page in page_model(make()):
        end = 0.0
        for y, band in page.placed:
            assert y >= end - 0.01
            end = y + band.height
        assert end <= BOTTOM + 0.01 < PAPER_HEIGHT


@every_record
def test_no_text_runs_over_the_margin(make: records.Maker) -> None:
    for page in page_model(make()):
        for mark in _texts(page):
            visible = mark.text.removesuffix(" ")
            assert mark.x >= LEFT - 0.5
            assert mark.x + mark.face.width(visible) * mark.size <= RIGHT + 0.5


def _texts(page: Page) -> list[Text]:
    found = (mark for y, band in page.placed for _, _, mark in band.all_marks(y))
    return [mark for mark in found if isinstance(mark, Text)]


def test_markup_stays_text_and_opens_no_file_and_only_an_address_of_a_source_is_a_link() -> None:
    document = make_pdf(records.hostile())
    text = all_text(document)

    assert squeezed(records.MARKUP) in text
    links = [link.get_object() for page in reader(document).pages for link in page.get("/Annots", ())]
    assert {link["/A"]["/URI"][:24] for link in links} == {"https://example.invalid/"}
    assert not any(name in document for name in (b"/JavaScript", b"/JS", b"/Launch", b"/GoToR", b"root:x:"))


def test_controls_and_marks_that_turn_the_direction_are_spelt_out_and_listed() -> None:
    text = all_text(make_pdf(records.hostile()))

    for shown in ("bell[U+0007]", "turned[U+202E]round", "zero[U+200B]width", "half[U+D800]"):
        assert shown in text
    assert "\u202e" not in text
    assert squeezed("Characters that paper cannot show") in text


def test_letters_of_other_alphabets_come_from_an_embedded_typeface() -> None:
    text = all_text(make_pdf(records.hostile()))

    assert "Łukasz" in text
    assert "Привет" in text


def test_a_script_that_cannot_be_set_properly_is_named_and_never_set_wrongly() -> None:
    document = make_pdf(records.hostile())
    text = all_text(document)

    assert squeezed("[Arabic words 1, see the text copy]") in text
    assert not any("\u0600" <= letter <= "\u06ff" for letter in text)
    assert records.ARABIC in attached(document)["record"]["case"]["note"]
    assert "U+0633U+0644U+0627U+0645" in text


def test_symbols_are_printed_by_name() -> None:
    assert squeezed("[grinning face]") in all_text(make_pdf(records.hostile()))


def test_while_the_rules_are_unsigned_every_page_says_so() -> None:
    for text in page_texts(make_pdf(records.baby())):
        assert "For local approval." in text


def test_a_record_by_signed_rules_says_nothing_of_approval_in_a_box() -> None:
    signed = replace(records.baby(), protocol=replace(records.RULES, approval="", approval_note="Signed by L. Madeup"))

    assert "For local approval." not in page_texts(make_pdf(signed))[0]


@pytest.mark.parametrize(
    ("kind", "words"), [("draft", "Draft: not finished"), ("practice", "Practice: not a real child")]
)
def test_a_draft_and_practice_say_so_across_every_page(kind: str, words: str) -> None:
    record = replace(records.baby(), kind=kind)  # type: ignore[arg-type]

    for text in page_texts(make_pdf(record)):
        assert text.count(words) == 3
        assert words.partition(":")[0] + "." in text


def test_a_finished_record_has_no_words_across_it() -> None:
    assert not any(
        "not finished" in text or "not a real child" in text for text in page_texts(make_pdf(records.baby()))
    )


def test_the_first_page_of_a_simple_record_holds_everything_a_duty_worker_needs() -> None:
    first = page_texts(make_pdf(records.baby()))[0]

    for words in (
        "Level B of A to E",
        "Immediate referral",
        "Fern Example",
        "01632 960 001",
        "What is asked for",
        "14:28",
        "Cheek",
        "I've no idea",
        "Too young to speak",
        "R21",
        "our own choice".capitalize(),
        "Referrer: signature",
        "Safeguarding lead: signature",
    ):
        assert words in first


def test_an_open_record_says_what_is_possible_and_what_was_not_answered() -> None:
    first = page_texts(make_pdf(records.still_open()))[0]

    assert "Possible: A, B or C" in first
    assert "Not finished: these questions were not answered: How the child moves" in first


def test_a_case_outside_the_protocol_shows_its_reason_and_a_number_to_ring() -> None:
    first = page_texts(make_pdf(records.out_of_scope()))[0]

    assert "This is an adult" in first
    assert "0300 303 0440" in first
    assert "Level" not in first


def test_nothing_recorded_is_said_and_not_left_blank() -> None:
    assert "not recorded" in page_texts(make_pdf(records.empty()))[0]


def test_times_stand_in_the_time_zone_of_the_record() -> None:
    summer = records.baby().seen_at.replace(month=7)
    text = page_texts(make_pdf(replace(records.baby(), seen_at=summer)))[0]

    assert "Thu 23-Jul-2026, 11:15" in text


def test_the_hour_that_comes_twice_says_which_one_it_is() -> None:
    twice = records.baby().seen_at.replace(month=10, day=25, hour=1, minute=30)
    text = page_texts(make_pdf(replace(records.baby(), seen_at=twice)))[0]

    assert "Sun 25-Oct-2026, 01:30 GMT" in text


def test_the_file_dates_itself_with_the_record_and_not_with_the_clock() -> None:
    facts = reader(make_pdf(records.baby())).metadata

    assert facts is not None
    assert {str(facts["/CreationDate"]), str(facts["/ModDate"])} == {"D:20261123103800+00'00'"}
    assert "Fern" not in str(facts)


def test_the_machines_copy_holds_the_answers_and_the_identity_of_the_rules() -> None:
    record = records.baby()
    copy = attached(make_pdf(record))

    assert copy["record"]["case"] == record.case
    assert copy["protocol"]["sha256"] == record.protocol.sha256
    assert copy["record"]["level"]["id"] == "B"


def test_what_must_not_leave_is_neither_printed_nor_in_the_machines_copy() -> None:
    secret = Section("community", "Informant", (Entry("Who", "Whistle Blower"),))
    document = make_pdf(replace(records.baby(), annex=Annex((secret,))))

    assert "WhistleBlower" not in all_text(document)
    assert "Whistle" not in str(attached(document))


@every_small_record
def test_everything_drawn_has_a_meaning_or_is_marked_as_decoration(make: records.Maker) -> None:
    document = make_pdf(make())

    assert b"/Marked true" in document
    assert b"/Lang (en-GB)" in document
    for page in reader(document).pages:
        content = page.get_contents()
        assert content is not None
        drawn = content.get_data().decode("latin-1")
        assert drawn.count(" BDC") == drawn.count("EMC")
        assert page["/StructParents"] is not None


def test_the_drawing_is_described_in_words_for_who_does_not_see_it() -> None:
    figures = [node for node in _nodes(page_model(records.baby())) if node.tag == "Figure"]

    assert figures
    assert all(node.alt for node in figures)
    assert "Face and head, front. Mark 1: Cheek, fleshy part, child's left." in {node.alt for node in figures}


def test_tables_have_heads_for_their_columns_and_labels_for_their_rows() -> None:
    scopes = {node.scope for node in _nodes(page_model(records.baby())) if node.tag == "TH"}

    assert scopes == {"Column", "Row"}


def _nodes(pages: list[Page]) -> set[Node]:
    return {node for page in pages for y, band in page.placed for _, node, _ in band.all_marks(y) if node is not None}


def test_marks_in_one_place_are_numbered_apart_and_a_place_on_no_drawing_is_said_in_words() -> None:
    base = records.CHEEK
    marks: tuple[RecordMark, ...] = tuple(replace(base, number=number) for number in (1, 2, 3))
    elsewhere = replace(base, number=4, region="unlisted", side="left", place="Somewhere else, left")
    first = page_texts(make_pdf(replace(records.baby(), marks=(*marks, elsewhere))))[0]

    assert "Mark 4: on no drawing, see the table." in first


def test_a_settings_file_in_the_home_folder_is_not_run_and_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / ".reportlab_settings").write_text(f"open({str(tmp_path / 'ran')!r}, 'w').close()\n", encoding="utf-8")
    program = "import hashlib; from tests.report.records import baby; from bruiseaid.report.pdf import make_pdf; "
    program += "print(hashlib.sha256(make_pdf(baby())).hexdigest())"
    surroundings = {**os.environ, "HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "RL_useA85": "1"}
    surroundings |= {"PYTHONPATH": os.pathsep.join((str(SOURCE), str(SOURCE.parent))), "RL_pageCompression": "0"}
    odd = subprocess.run([sys.executable, "-c", program], env=surroundings, capture_output=True, text=True, check=True)
    plain = {name: value for name, value in surroundings.items() if not name.startswith("RL_")}
    usual = subprocess.run([sys.executable, "-c", program], env=plain, capture_output=True, text=True, check=True)

    assert not (tmp_path / "ran").exists()
    assert odd.stdout == usual.stdout


def test_a_band_is_never_left_out_when_it_is_higher_than_a_page() -> None:
    pages = lay_out([[Band(10), Band(5000), Band(10)]], 50, 800)

    assert [band.height for page in pages for _, band in page.placed] == [10, 5000, 10]


def test_marks_in_one_place_never_lie_on_one_another() -> None:
    marks = tuple(replace(records.CHEEK, number=number) for number in (1, 2, 3))
    for page in page_model(replace(records.baby(), marks=marks)):
        drawn = (found for y, band in page.placed for found in band.all_marks(y))
        discs = [(y + mark.y, mark) for y, _, mark in drawn if isinstance(mark, Disc)]
        for place, (y, disc) in enumerate(discs):
            for other_y, other in discs[place + 1 :]:
                apart = abs(disc.x - other.x) >= disc.radius + disc.reach + other.radius + other.reach
                assert apart or abs(y - other_y) >= disc.radius + other.radius


def test_a_first_page_with_more_than_it_can_hold_says_where_the_rest_stands() -> None:
    text = all_text(make_pdf(records.huge()))

    assert squeezed("195 more marks, to number 200: see The marks.") in text
    assert squeezed("33 more under Actions.") in text
    assert squeezed("(goes on, see The account)") in text


def test_a_place_on_the_head_is_shown_on_a_drawing_of_the_head_as_well() -> None:
    ear = replace(records.CHEEK, region="ear", side="right", view="back", place="Ear, child's right")

    views = {marked.view for marked in marked_views(replace(records.baby(), marks=(ear,)))}

    assert views == {"infant-front", "infant-back", "head-right"}


def test_what_the_first_page_leaves_out_of_its_own_entries_stands_whole_further_on() -> None:
    long = " ".join(f"detail{number}" for number in range(60))
    record = replace(records.baby(), first_page=(Entry("Now", long),))
    first, *others = page_texts(make_pdf(record))

    assert "detail59" not in first
    assert squeezed(long) in squeezed("".join(others))


@pytest.mark.parametrize("figure_of", ["infant", "child"])
def test_a_mark_in_the_middle_of_the_body_has_its_number_in_the_middle_on_every_page(
    figure_of: Literal["infant", "child"],
) -> None:
    """On the small drawings of the first page it stood at the edge of its place, as if the mark were on one side."""
    back = replace(records.CHEEK, region="lower_back", side="middle", view="back", place="Lower back: middle")
    for page in page_model(replace(records.baby(), figure=figure_of, marks=(back,))):
        drawn = [mark for y, band in page.placed for _, _, mark in band.all_marks(y)]
        bodies = [one for one in drawn if isinstance(one, Body) and one.filled]
        discs = [one for one in drawn if isinstance(one, Disc)]
        assert len(bodies) == len(discs)
        for body, disc in zip(bodies, discs, strict=True):
            x, _ = figure(body.view).regions[body.filled[0]].anchor
            assert disc.x == pytest.approx(body.x + x * body.scale)


def test_the_last_row_with_something_to_write_in_ends_in_a_rule_across_the_table() -> None:
    """A rule under its last cell alone looked like a stray line."""
    asked = tuple(replace(one, done=None, text="Ask", who="You") for one in records.baby().actions)
    record = replace(records.baby(), actions=asked)
    drawn = [mark for y, band in page_model(record)[0].placed for _, _, mark in band.all_marks(y)]
    rules = [one for one in drawn if isinstance(one, Stroke) and one.colour == HAIR]
    assert RIGHT in {one.to_x for one in rules if one.x == LEFT}
    assert not [one for one in rules if one.to_x == RIGHT and one.x > LEFT + (RIGHT - LEFT) / 2]
