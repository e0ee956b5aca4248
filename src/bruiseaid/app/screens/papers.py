"""What can be made of a finished record, the preview of one paper, and the text for a borough's web form. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from bruiseaid.values import dataclass

if TYPE_CHECKING:
    from bruiseaid.app.screens.state import State
    from bruiseaid.engine.outcome import DueAction

PaperKind: TypeAlias = Literal["record", "call", "parents", "addendum"]

_NAMES = {
    "record": "The record",
    "call": "The page for the call",
    "parents": "The page for parents or carers",
    "addendum": "The addendum",
}
_NOTES = {
    "record": "These are the pages of the sealed file. Sign the printed copy. The file itself stays the evidence.",
    "call": "One page to hold beside the telephone. It has no seal. Keep it with the record or destroy it.",
    "addendum": "These are the pages of the sealed addendum. Sign the printed copy, and keep it with the record.",
    "parents": "Nothing of the record is on it but who gives it, and their number at work. Write in what is missing.",
}
PRACTICE_NOTE = "This is practice, not about a real child. The paper has no seal and says so on every page."


@dataclass(frozen=True, slots=True)
class OpenPaper:
    """A paper that is looked at before it is printed: the bytes of its PDF."""

    kind: PaperKind
    data: bytes


@dataclass(frozen=True, slots=True)
class Piece:
    """What goes into one box of a web form."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class PaperLink:
    """A paper that can be looked at and printed."""

    kind: PaperKind
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """The pages of a paper as they will be printed. `said`: what came of printing."""

    title: str
    words: str
    data: bytes
    document: str
    said: str


@dataclass(frozen=True, slots=True)
class PortalPage:
    """The record in pieces for a web form. `said`: what was copied; `copied`: the id of that piece."""

    title: str
    words: str
    pieces: tuple[Piece, ...]
    said: str
    copied: str


def paper_links(state: State) -> tuple[PaperLink, ...]:
    """The papers of this record, the record first."""
    labels: list[tuple[PaperKind, str]] = [("record", "See and print the record"), ("call", "One page for the call")]
    if action_for_parents(state) is not None:
        labels.append(("parents", "Page for parents"))
    return tuple(PaperLink(kind, label, f"{label}: see it and print it") for kind, label in labels)


def action_for_parents(state: State) -> DueAction | None:
    """The action whose words are given to parents; None while they are not to be told."""
    if state.outcome is None:
        return None
    told = {action.id for action in state.protocol.actions if action.for_parents}
    return next((action for action in state.outcome.actions if action.id in told), None)


def preview_page(state: State) -> PreviewPage:
    """The paper that is open."""
    paper = state.ui.paper
    assert paper is not None
    practice = state.draft is not None and state.draft.practice
    note = PRACTICE_NOTE if practice else _NOTES[paper.kind]
    return PreviewPage(_NAMES[paper.kind], note, paper.data, paper.kind, state.ui.said)


def portal_page(state: State) -> PortalPage:
    """The pieces, each for one box of the form."""
    words = "Borough forms time out. Copy one piece at a time into its box, or everything at once."
    said = state.ui.said
    copied = next((piece.id for piece in state.ui.pieces if said == copied_words(piece)), "")
    return PortalPage("Copy for a web form", words, state.ui.pieces, said, copied)


def copied_words(piece: Piece | None) -> str:
    """What is said after copying one piece, or all."""
    return f"Copied: {piece.title if piece else 'everything'}."


def whole_text(pieces: tuple[Piece, ...]) -> str:
    """All pieces, each under its title."""
    return "\n\n\n".join(f"{piece.title}\n\n{piece.text}" for piece in pieces) + "\n"
