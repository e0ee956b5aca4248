"""What outside checkers say of our documents. Each check is skipped where its checker is not installed.

Known and allowed: PDFBox Preflight only knows PDF/A-1, so it complains of what PDF/A-3 allows: embedded files, a colour
profile of version 4, and the number 3. outloud warns (not an error) of tables that are to be filled in by hand, and
takes the head of a table that is drawn again on the next page, which is decoration, for words that were forgotten.

A sixth of the stories goes through the checkers; all of them when the environment has EVERY_STORY.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bruiseaid.report.addendum import make_addendum
from bruiseaid.report.annex import make_annex
from bruiseaid.report.call_script import make_call_script
from bruiseaid.report.parents_page import ParentsWords, make_parents_page
from bruiseaid.report.pdf import make_pdf
from bruiseaid.report.words.content import Fields
from bruiseaid.report.words.dates import in_local_time
from bruiseaid.report.words.sections import full_record
from tests.engine.cases import NOW, shipped
from tests.record.test_addenda import three
from tests.record.test_sharing import secretive
from tests.report import records
from tests.report.reading import reader, squeezed
from tests.report.sealed import document, key, record_of_story


def _sealed(make: records.Maker) -> bytes:
    return make_pdf(make(), signer=key())


STORIES = range(0, len(shipped().scenarios), 1 if os.environ.get("EVERY_STORY") else 6)
MAKERS: dict[str, Callable[[], bytes]] = {
    **{f"story {number + 1}": partial(document, number) for number in STORIES},
    **{make.__name__: partial(_sealed, make) for make in records.MAKERS},
    "annex": lambda: make_annex(secretive(), signer=key()),
    "addendum": lambda: make_addendum(records.baby(), three(records.baby()), signer=key()),
    "call": lambda: make_call_script(record_of_story(0)),
    "parents": lambda: make_parents_page(ParentsWords(("I have seen a mark on your child.",), (), NOW)),
}
JAVA = Path("/usr/share/java")
JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "commons-io", "javax.activation", "jaxb-api")
ONLY_IN_A_1 = (
    "1.4.7 : Trailer Syntax error, EmbeddedFile entry is present in the Names dictionary",
    "1.2.9 : Body Syntax error, EmbeddedFile entry is present in a FileSpecification dictionary",
    "2.1.6 : Invalid graphics object, Invalid version of the ICCProfile",
    "7.11.2 : Error on MetaData, part must be 1",
)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """One file of each kind of document and of each story."""
    folder = tmp_path_factory.mktemp("papers")
    for name, make in MAKERS.items():
        (folder / f"{name.replace(' ', '-')}.pdf").write_bytes(make())
    return sorted(folder.iterdir())


def test_qpdf_finds_no_fault(papers: list[Path]) -> None:
    for paper in papers:
        done = _run(_tool("qpdf"), "--check", str(paper))
        assert done.returncode == 0, f"{paper.name}: {done.stdout}{done.stderr}"


def test_outloud_finds_no_error(papers: list[Path], tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    _run(_tool("outloud"), *map(str, papers), "--json", str(report), "-q")
    errors = _findings(json.loads(report.read_text("utf-8")))
    assert [one for one in errors if not _is_head_of_a_table(one)] == []


def test_pdfua_finds_no_error(papers: list[Path]) -> None:
    done = _run(_tool("pdfua"), "check", *map(str, papers))
    assert done.stdout.count("result: PASS") == len(papers), done.stdout
    assert set(re.findall(r"errors=(\d+)", done.stdout)) == {"0"}


def test_preflight_finds_only_what_its_older_standard_forbids(papers: list[Path]) -> None:
    if not shutil.which("java") or not (JAVA / "preflight.jar").exists():
        pytest.skip("PDFBox Preflight is not installed")
    jars = ":".join(str(JAVA / f"{jar}.jar") for jar in JARS)
    names = ("story-1.pdf", "story-25.pdf", "annex.pdf", "addendum.pdf", "empty.pdf", "hostile.pdf")
    for paper in (paper for paper in papers if paper.name in names):
        done = _run("java", "-cp", jars, "org.apache.pdfbox.preflight.Validator_A1b", str(paper))
        said = re.findall(r"^\d[\d.]* : .*$", done.stdout, re.MULTILINE)
        assert "error" in done.stdout or "is a valid" in done.stdout, done.stdout + done.stderr
        assert [words for words in said if words not in ONLY_IN_A_1] == [], paper.name


@pytest.mark.parametrize("number", [0, 12, 30, 42])
def test_it_is_read_aloud_in_the_order_of_its_parts_and_answers(number: int, tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(document(number))
    lines = _run(_tool("pdfinfo"), "-struct-text", "-enc", "UTF-8", str(paper)).stdout.splitlines()
    spoken = squeezed("".join(line.strip()[1:-1] for line in lines if line.strip().startswith('"')))
    place = spoken.index(squeezed("Safeguarding lead: signature"))
    for part in full_record(in_local_time(record_of_story(number))):
        words = [part.title]
        words += [row.label + row.text for block in part.blocks if isinstance(block, Fields) for row in block.rows]
        for expected in words:
            place = spoken.index(squeezed(expected), place)


def test_every_link_belongs_to_a_part_of_the_document_and_says_where_it_leads() -> None:
    file = reader(document(0))
    links: list[Any] = [link.get_object() for page in file.pages for link in page.get("/Annots", ())]

    assert len(links) > 5
    assert all(link["/A"]["/URI"] == link["/Contents"] for link in links)
    assert len({link["/StructParent"] for link in links}) == len(links)
    assert all(str(link["/A"]["/URI"]).startswith("http") for link in links)


def test_the_file_says_of_itself_what_it_keeps_to() -> None:
    words = (file := reader(document(0))).xmp_metadata
    catalogue: Any = file.trailer["/Root"]

    assert words is not None
    text = words.stream.get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in text
    assert "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in text
    assert catalogue["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert catalogue["/AF"][0]["/AFRelationship"] == "/Data"
    assert catalogue["/Lang"] == "en-GB"
    assert len(file.outline) > 20


def _tool(name: str) -> str:
    found = shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))
    if found is None:
        pytest.skip(f"{name} is not installed")
    return found


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def _is_head_of_a_table(error: Any) -> bool:
    return error["rule"] == "TAG-002" and str(error["evidence"]).startswith("No. Place (the child's side)")


def _findings(report: Any) -> list[Any]:
    if isinstance(report, dict):
        own = [report] if report.get("severity") == "error" else []
        return own + [one for held in report.values() for one in _findings(held)]
    return [one for held in report for one in _findings(held)] if isinstance(report, list) else []
