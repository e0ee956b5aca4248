"""A page that can be given to parents or carers: what happens now, in plain and neutral words.

Nothing of the record is in it: no name, no level, no mark, no reason. It is not made while they must not be told.
"""

from __future__ import annotations

from datetime import datetime

from bruiseaid.engine.outcome import DueAction
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.model import Entry
from bruiseaid.report.file.writing import Imprint, write
from bruiseaid.report.ink.drawing import Band
from bruiseaid.report.ink.lines import LARGE, Span
from bruiseaid.report.sheets.blocks import PARAGRAPH_GAP, document_title, heading, paragraph
from bruiseaid.report.sheets.furniture import Surround
from bruiseaid.report.sheets.marking import PRACTICE
from bruiseaid.report.sheets.sheet import Sheet
from bruiseaid.report.sheets.tables import fields
from bruiseaid.values import dataclass

TITLE = "What happens now"
_LABELS = 165.0


@dataclass(frozen=True, slots=True)
class ParentsWords:
    """The words of the page. `contacts`: whom they can ask, by name and number; what is empty is left to write in.

    `made_at` (aware) is only in the file's own description, not on the page.
    """

    paragraphs: tuple[str, ...]
    contacts: tuple[Entry, ...]
    made_at: datetime
    title: str = TITLE
    practice: bool = False


def parents_words(protocol: Protocol, action: DueAction, made_at: datetime, *, practice: bool = False) -> ParentsWords:
    """The words of the protocol for the action that tells parents, with room for names and numbers."""
    following = protocol.words.get("to_parents_next", "")
    contacts = (Entry("Who gave you this page", ""), Entry("Their number", ""), Entry("Who will contact you", ""))
    return ParentsWords(tuple(filter(None, (action.say, following))), contacts, made_at, practice=practice)


def make_parents_page(words: ParentsWords) -> bytes:
    """The page as a tagged PDF in large type, without a seal and without anything to read by machine."""
    sheet = Sheet(Surround("", "", across=PRACTICE if words.practice else ""))
    column = sheet.column()
    bands = [*document_title(column, words.title), Band(8, blank=True)]
    for text in words.paragraphs:
        bands += [*paragraph(column, [Span(text, LARGE)]), Band(2 * PARAGRAPH_GAP, blank=True)]
    bands += heading(column, "Who you can ask", gap=16)
    for contact in words.contacts:
        line = Entry(contact.label, contact.text or "_" * 50)
        bands += [Band(8, blank=True), *fields(column, (line,), _LABELS)]
    pages = sheet.pages([bands], lists_unshown=False)
    return write(sheet, pages, Imprint(words.title, "For parents and carers", words.made_at), None, None)
