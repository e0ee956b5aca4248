"""Letters and lines: what is printed for what was written."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from bruiseaid.report.ink.fonts import face, other_face
from bruiseaid.report.ink.letters import Unshown, pieces, text_lines, visible
from bruiseaid.report.ink.lines import BODY, Line, Span, set_lines
from bruiseaid.report.ink.shapes import level_shape

WIDTH = 120.0


def _written(lines: list[Line]) -> str:
    return "".join(run.piece.text for line in lines for run in line.runs)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None)
def test_any_text_is_made_of_letters_its_typeface_has(text: str) -> None:
    for line in text_lines(text):
        for piece in pieces(line, face("regular"), Unshown()):
            assert piece.sign or piece.face.letters.issuperset(piece.text)


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_no_line_is_wider_than_its_column(text: str) -> None:
    for line in set_lines([Span(text, BODY)], WIDTH, Unshown()):
        assert line.width <= WIDTH + 0.01 or len(line.runs) == 1


@given(st.text(st.sampled_from("abc xyz ,.-/\n"), max_size=400))
@settings(max_examples=300, deadline=None)
def test_setting_lines_loses_no_letter(text: str) -> None:
    printed = _written(set_lines([Span(text, BODY)], WIDTH, Unshown()))

    assert "".join(printed.split()) == "".join(text.split())


def test_a_word_wider_than_the_column_is_cut_after_a_slash_if_it_can_be() -> None:
    lines = set_lines([Span("https://example.invalid/one/two/three/four/five/six", BODY)], WIDTH, Unshown())

    assert len(lines) > 1
    assert lines[0].runs[-1].piece.text[-1] in "/."


def test_words_of_two_styles_keep_the_space_between_them() -> None:
    (line,) = set_lines([Span("Draft. ", BODY), Span("Not finished", BODY)], WIDTH, Unshown())

    assert _written([line]).rstrip() == "Draft. Not finished"


def test_empty_lines_never_stand_in_heaps() -> None:
    assert text_lines("one\n\n\n\n\ntwo\r\nthree\n") == ["one", "", "two", "three"]


def test_a_combining_mark_goes_with_its_letter() -> None:
    assert other_face() is not None
    for piece in pieces("q\u0326 e\u0301", face("regular"), Unshown()):
        assert not piece.text.startswith("\u0326")


def test_visible_text_has_no_character_without_a_shape() -> None:
    assert visible("a\u202eb\x00c\ud800\nd") == "a[U+202E]b[U+0000]c[U+D800]\nd"


def test_every_shape_fills_its_square() -> None:
    for name in ("octagon", "diamond", "triangle", "circle", "square"):
        xs = [x for line in level_shape(name, 10, 20, 40) for x, _ in line]
        assert min(xs) == 10
        assert abs(max(xs) - 50) < 0.2


def test_the_five_shapes_differ_without_any_colour() -> None:
    names = ("octagon", "diamond", "triangle", "circle", "square")

    assert len({level_shape(name, 0, 0, 1) for name in names}) == 5
