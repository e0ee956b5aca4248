"""A page that can be given to parents or carers: what happens now, in plain and neutral words.

Nothing of the record is in it but who gives it and where to ring: no child's name, no level, no mark, no reason. It is
not made while they must not be told.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bruiseaid.engine.case import Case
from bruiseaid.engine.outcome import DueAction
from bruiseaid.record.groups import stored
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


def parents_words(
    case: Case, action: DueAction, made_at: datetime, *, referred: bool, practice: bool = False
) -> ParentsWords:
    """The words of the protocol for the action that tells parents, and who gives them, as far as that is known.

    `referred`: the child is referred. Where it is only talked over, nobody is announced from social care.
    """
    following = case.protocol.words.get("to_parents_next" if referred else "to_parents_talk", "")
    contacts = (*_given_by(case), Entry("Who will contact you", ""))
    return ParentsWords(tuple(filter(None, (action.say, following))), contacts, made_at, practice=practice)


def _given_by(case: Case) -> tuple[Entry, ...]:
    """Name and organisation, and the number at work to ring back; never anything that is kept apart."""
    question = stored(case, "practitioner")
    answer = case.answers.get(question.id) if question is not None else None
    known = answer if isinstance(answer, Mapping) else {}
    details = question.fields if question is not None else ()
    shared = {one.id: known.get(one.id, "").strip() for one in details if not one.restricted}
    who = ", ".join(filter(None, (shared.get(part, "") for part in ("name", "organisation"))))
    return Entry("Who gave you this page", who), Entry("Their number", shared.get("phone", ""))


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
