"""Drafts: cases on their way, saved whole at every answer, one file each. File names carry no personal data.

The protocol version a draft was begun under is kept by its hash, so that the window can say when it differs.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bruiseaid.protocol.model import Protocol
from bruiseaid.record.case_file import case_as_data, read_case
from bruiseaid.record.codec import as_data, of_data
from bruiseaid.record.model import Done, Event
from bruiseaid.record.progress import ADDED, CHANGES_NOTHING, Change, Draft, Given, Stood, is_adding
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.draft_forms import carried_over, typed_of
from bruiseaid.store.folders import private_folder
from bruiseaid.store.left_aside import aside, take_up
from bruiseaid.values import dataclass

FORMAT = 2
_NAME = re.compile(r"[A-Z0-9-]{1,40}")


class DraftUnreadable(Exception):
    """The draft cannot be opened under this protocol; `reasons` are sentences. The file is left as it is."""

    def __init__(self, reasons: tuple[str, ...]) -> None:
        super().__init__("; ".join(reasons))
        self.reasons = reasons


@dataclass(frozen=True, slots=True)
class Left:
    """What is left to do of a draft: by when, None where it lasts, whether a referral is refused, and whether somebody
    must be rung and that is not written down."""

    to_do: tuple[datetime | None, ...] = ()
    refused: bool = False
    to_ring: bool = False


NOTHING_LEFT = Left()


@dataclass(frozen=True, slots=True)
class DraftSummary:
    """What the home page shows of a draft: no name, only codes, age, level and times.

    `made_at`: when the record was made of it; `changed`: something was answered or done after that. `beside`: the code
    of the record of another child of the home that it was begun from. `adding`: an addendum to it is not sealed yet.
    `to_do`: by when each action is to be done that was not done when it was saved (None: it lasts); `refused`: a
    referral was refused, and nothing has settled it. `knows_left`: whether it says so; one saved by an older version
    does not, and to work it out would take its rules. `addenda`: how many were sealed to its record. `to_ring`: a call
    that is to be made now is not written down.
    """

    id: str
    seen_at: datetime
    saved_at: datetime
    age: str
    level: str
    page: str
    protocol_sha256: str
    made_at: datetime | None = None
    changed: bool = False
    beside: str = ""
    adding: bool = False
    to_do: tuple[datetime | None, ...] = ()
    refused: bool = False
    knows_left: bool = True
    addenda: int = 0
    to_ring: bool = False


class Drafts:
    """The drafts in one folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def save(self, draft: Draft, *, age: str = "", level: str = "", left: Left = NOTHING_LEFT) -> None:
        """Keeps the draft, durably; an older save of it is replaced only when the new one is on the disk.

        Raises:
            OSError: it could not be written; the older save is untouched.
        """
        write_atomically(*self._file(draft, age, level, left))

    def _file(self, draft: Draft, age: str, level: str, left: Left) -> tuple[Path, bytes]:
        """Where the draft is kept, and what is written there."""
        to_do = [at.isoformat() if at is not None else "" for at in left.to_do]
        kept = {**_as_data(draft, age, level), "to_do": to_do, "refused": left.refused, "to_ring": left.to_ring}
        data = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
        return self._path(private_folder(self.folder), draft.id), data.encode()

    def list(self) -> tuple[DraftSummary, ...]:
        """Every draft that can be listed, the one saved last first. Unreadable files are left alone."""
        try:
            if not self.folder.is_dir():
                return ()
            take_up(self.folder)
            found = [summary for path in self.folder.glob("*.json") if (summary := _summary(path))]
        except OSError:  # the folder cannot be looked into
            return ()
        return tuple(sorted(found, key=lambda one: one.saved_at, reverse=True))

    def load(self, draft_id: str, protocol: Protocol) -> Draft:
        """The draft with that id.

        Raises:
            DraftUnreadable: it does not exist, is broken, or its answers do not fit this protocol.
        """
        try:
            data = json.loads(self._path(self.folder, draft_id).read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise DraftUnreadable((f"The draft {draft_id} could not be read ({type(error).__name__}).",)) from None
        return _from_data(data, protocol)

    def holds(self, draft_id: str) -> bool:
        """Whether there is a draft of that id, readable or not."""
        try:
            return self._path(self.folder, draft_id).exists()
        except OSError:  # the folder cannot be looked into
            return False

    def remove(self, draft_id: str) -> None:
        """Removes a draft; one that is not there is no fault."""
        path = self._path(self.folder, draft_id)
        for written in (*aside(path), path):
            written.unlink(missing_ok=True)

    @staticmethod
    def _path(folder: Path, draft_id: str) -> Path:
        if not _NAME.fullmatch(draft_id):
            raise ValueError("a draft's id is made of capitals, digits and hyphens")
        return folder / f"{draft_id}.json"


def _as_data(draft: Draft, age: str, level: str) -> dict[str, Any]:
    return {
        "draft": FORMAT, "id": draft.id, "started_at": draft.started_at.isoformat(),
        "saved_at": draft.saved_at.isoformat(), "page": draft.page, "practice": draft.practice,
        "age": age, "level": level, "protocol": draft.case.protocol.sha256, "case": case_as_data(draft.case),
        "done": {key: _done_data(one) for key, one in draft.done.items()},
        "rungs": dict(draft.rungs),
        "changes": [{**asdict(one), "at": one.at.isoformat()} for one in draft.changes],
        "events": [{"at": one.at.isoformat(), "text": one.text} for one in draft.events],
        "decision": as_data(draft.decision), "given": as_data(draft.given),
        "because": draft.because, "closing": dict(draft.closing), "beside": draft.beside,
        "made_at": draft.made_at.isoformat() if draft.made_at is not None else "", "adding": dict(draft.adding),
        "noting": dict(draft.noting), "typed": as_data(draft.typed),
        "earlier": {key: [_done_data(one) for one in calls] for key, calls in draft.earlier.items()},
        "stood": as_data(draft.stood),
    }  # fmt: skip


def _summary(path: Path) -> DraftSummary | None:
    try:
        data = json.loads(path.read_bytes())
        return DraftSummary(
            data["id"], _moment(data["case"]["seen_at"]), _moment(data["saved_at"]), data.get("age", ""),
            data.get("level", ""), data.get("page", ""), data.get("protocol", ""), *_made(data), data.get("beside", ""),
            is_adding(_adding(data)), tuple(_moment(at) if at else None for at in data.get("to_do", ())),
            bool(data.get("refused", False)), "to_do" in data,
            sum(one["text"].endswith(ADDED) for one in data.get("events", ())), bool(data.get("to_ring", False)),
        )  # fmt: skip
    except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return None


def _made(data: Mapping[str, Any]) -> tuple[datetime | None, bool]:
    """When the record was made of it, and whether anything was answered or done after that."""
    if not data.get("made_at"):
        return None, False
    made = _moment(data["made_at"])
    events = [one["at"] for one in data.get("events", ()) if not one["text"].endswith(CHANGES_NOTHING)]
    times = [*events, *(one["last"] for one in data.get("given", {}).values())]
    return made, any(_moment(at) > made for at in times)


def _adding(data: Mapping[str, Any]) -> dict[str, str]:
    return _words(data, "adding")


def _words(data: Mapping[str, Any], part: str) -> dict[str, str]:
    return {str(name): str(words) for name, words in data.get(part, {}).items()}


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _from_data(data: Mapping[str, Any], protocol: Protocol) -> Draft:
    try:
        result = read_case(json.dumps(data["case"]).encode(), protocol, _moment(data["saved_at"]), "draft")
        if result.case is None:
            raise DraftUnreadable(tuple(problem.message for problem in result.problems))
        done, closing, decision = carried_over(data)
        return Draft(
            id=data["id"], started_at=_moment(data["started_at"]), saved_at=_moment(data["saved_at"]),
            case=result.case, page=data.get("page", ""),
            done=MappingProxyType({key: _done(one) for key, one in done.items()}),
            rungs=MappingProxyType(dict(data.get("rungs", {}))),
            changes=tuple(Change(**{**one, "at": _moment(one["at"])}) for one in data.get("changes", ())),
            events=tuple(Event(_moment(one["at"]), one["text"]) for one in data.get("events", ())),
            practice=bool(data.get("practice", False)), decision=decision,
            given=MappingProxyType({key: of_data(Given, one) for key, one in data.get("given", {}).items()}),
            because=str(data.get("because", "")), closing=MappingProxyType(closing),
            made_at=_moment(data["made_at"]) if data.get("made_at") else None, beside=str(data.get("beside", "")),
            adding=MappingProxyType(_adding(data)), noting=MappingProxyType(_words(data, "noting")),
            earlier=MappingProxyType({key: tuple(map(_done, them)) for key, them in data.get("earlier", {}).items()}),
            typed=typed_of(data, protocol),
            stood=of_data(Stood, data["stood"]) if data.get("stood") else None,
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise DraftUnreadable((f"The draft is damaged ({type(error).__name__}).",)) from None


def _done_data(one: Done) -> dict[str, str]:
    return {**asdict(one), "at": one.at.isoformat()}


def _done(one: Mapping[str, str]) -> Done:
    return Done(_moment(one["at"]), one["by"], one["result"], one.get("reference", ""))
