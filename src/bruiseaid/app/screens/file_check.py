"""What a check of somebody's PDF found, as a page. Title and sentences are those of `bruiseaid verify`. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from bruiseaid.values import dataclass

if TYPE_CHECKING:
    from bruiseaid.app.screens.state import State

Found: TypeAlias = Literal["looking", "holds", "fails", "other"]

_TITLES = {
    "looking": "Looking at the file",
    "holds": "This file is intact",
    "fails": "Do not rely on this file",
    "other": "This is not a record",
}


@dataclass(frozen=True, slots=True)
class FileCheck:
    """One file that was looked at, or still is. `sentences`: what was found, but for what the title says.

    `own`: the code of the record of this computer that it is, if it is.
    """

    file: str
    found: Found
    sentences: tuple[str, ...] = ()
    own: str = ""

    @property
    def said(self) -> str:
        """What is said aloud when it was found."""
        return " ".join((*([f"{_TITLES['holds']}."] if self.found == "holds" else []), *self.sentences[:2]))


@dataclass(frozen=True, slots=True)
class FileCheckPage:
    """The page. `sign` and `role` go with the title; the words alone are enough.

    `add` is the code of a record of one's own that can be added to.
    """

    title: str
    file: str
    sentences: tuple[str, ...]
    sign: str
    role: str
    again: str
    note: str
    add: str = ""


_SIGNS = {"looking": ("clock", "ink2"), "holds": ("done", "done"), "fails": ("warning", "error")}


def file_check_page(state: State) -> FileCheckPage:
    """What was found, the most important first."""
    check = state.ui.checked
    assert check is not None
    sign, role = _SIGNS.get(check.found, ("warning", "ink"))
    return FileCheckPage(
        title=_TITLES[check.found],
        file=check.file,
        sentences=check.sentences or ("This takes a moment.",),
        sign=sign,
        role=role,
        again="" if check.found == "looking" else "Check another file",
        note="You can also drop a PDF anywhere on this window. The file is only read, and nothing of it is kept.",
        add=check.own if any(known.id == check.own and known.made_at for known in state.drafts) else "",
    )
