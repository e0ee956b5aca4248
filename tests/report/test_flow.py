"""The flowchart: two pages that name every rule, made from the protocol alone."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from xml.etree import ElementTree

from pypdf import PdfReader

from bruiseaid.protocol.model import Protocol
from bruiseaid.report.flow.marks import HEIGHT, WIDTH
from bruiseaid.report.flow.writers import flow_pdf, flow_svg
from bruiseaid.report.ink.fonts import face
from tests.engine.cases import shipped

_SVG = "{http://www.w3.org/2000/svg}"


def _texts(page: str) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(page).iter(f"{_SVG}text"))


def _words(pages: tuple[str, ...]) -> str:
    return " ".join(text.text or "" for page in pages for text in _texts(page))


def test_the_shipped_protocol_fits_on_two_pages() -> None:
    assert len(flow_svg(shipped())) == 2
    assert len(PdfReader(BytesIO(flow_pdf(shipped()))).pages) == 2


def test_every_rule_every_level_and_every_end_is_on_it() -> None:
    words = _words(flow_svg(shipped()))
    for rule in shipped().rules:
        assert re.search(rf"\b{rule.id}\b", words), rule.id
    for level in shipped().levels:
        assert level.name in words
    for end in shipped().scope_ends:
        assert end.title in words


def test_no_words_leave_the_page_and_picture_and_pdf_say_the_same() -> None:
    for page in flow_svg(shipped()):
        for text in _texts(page):
            assert 0 < float(text.attrib["x"]) < WIDTH
            assert 0 < float(text.attrib["y"]) < HEIGHT
    pdf = " ".join(page.extract_text() for page in PdfReader(BytesIO(flow_pdf(shipped()))).pages)
    for line in ("If the child moves about alone", "What must be done".lower(), "Same-day discussion"):
        assert line in pdf


def test_a_larger_protocol_goes_on_to_more_pages_and_loses_nothing() -> None:
    protocol: Protocol = shipped()
    more = tuple(replace(rule, id=f"X{index}{rule.id}") for index in range(3) for rule in protocol.rules)
    larger = replace(protocol, rules=(*protocol.rules, *more))
    words = _words(flow_svg(larger))
    assert all(re.search(rf"\b{rule.id}\b", words) for rule in larger.rules)


def test_the_same_protocol_gives_the_same_bytes() -> None:
    assert flow_pdf(shipped()) == flow_pdf(shipped())


def test_a_letter_that_the_typeface_does_not_have_stops_no_drawing() -> None:
    protocol = replace(shipped(), title="Łódź 漢字 \U0001f600")
    assert "Łódź ?? ?" in _words(flow_svg(protocol))
    assert len(PdfReader(BytesIO(flow_pdf(protocol))).pages) == 2


def test_a_long_name_of_a_level_stays_inside_its_sign_and_a_long_title_on_the_page() -> None:
    levels = tuple(replace(level, id=f"urgent-{level.id}", name="word " * 40) for level in shipped().levels)
    pages = flow_svg(replace(shipped(), levels=levels, rules=(), title="A protocol with a long name " * 6))
    signs = [one for page in pages for one in _texts(page) if (one.text or "") == "urgent-A"]
    assert signs
    assert all(float(one.get("font-size", "99")) < 6 for one in signs)
    for one in (text for page in pages for text in _texts(page)):
        width = face("bold").width(one.text or "") * float(one.get("font-size", "0"))
        assert float(one.get("x", "0")) + width < WIDTH
