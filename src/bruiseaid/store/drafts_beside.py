"""Saves drafts so that the window need not wait for the disk, and so that nothing is lost by that.

When `save` returns, the draft lies whole in a file beside the older one: the death of the program loses nothing, since
the next start takes that file up. A little later one thread has it take the older one's place, and waits for the disk.
A power cut loses at most what was saved in between; the older save stands until then, whole. Saves go through in their
order; of one draft only the newest that waits. Whoever reads, lists or removes drafts waits until all went through.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Condition, Thread

from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.atomic import put_through, write_aside, write_atomically
from bruiseaid.store.drafts import NOTHING_LEFT, Drafts, DraftSummary, Left


class DraftsBeside(Drafts):
    """The drafts in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self._waiting: dict[Path, tuple[Path, bytes]] = {}
        self._change, self._at_work = Condition(), False
        self._told: Callable[[bool], None] = lambda failed: None
        self._soon: Callable[[Callable[[], None]], None] = lambda begin: begin()
        self.failed = False
        """Whether the disk did not take the last save. It lies written aside, if there was room for it."""

    def serve(self, told: Callable[[bool], None], soon: Callable[[Callable[[], None]], None]) -> None:
        """From now on `told` hears, in another thread, that the disk refused a save (True) or takes them again (False).

        `soon` is given what begins to put saves through, and calls it when that disturbs nobody.
        """
        self._told, self._soon = told, soon

    def save(self, draft: Draft, *, age: str = "", level: str = "", left: Left = NOTHING_LEFT) -> None:
        """Keeps the draft from the death of the program at once, and from a power cut as soon as the disk has it.

        Raises:
            OSError: it could not be written; the older save is untouched.
        """
        path, data = self._file(draft, age, level, left)
        partial = write_aside(path, data)
        with self._change:
            older = self._waiting.pop(path, None)
            self._waiting[path] = (partial, data)
        if older is not None:
            older[0].unlink(missing_ok=True)
        self._soon(self._begin)

    def _begin(self) -> None:
        with self._change:
            if self._at_work or not self._waiting:
                return
            self._at_work = True
        try:
            Thread(target=self._work, name="drafts").start()
        except RuntimeError:  # the system gives no thread just now
            self._work()

    def wait(self) -> None:
        """Returns when the disk has taken all saves, or has refused them."""
        self._begin()
        with self._change:
            self._change.wait_for(lambda: not self._at_work)

    def list(self) -> tuple[DraftSummary, ...]:
        self.wait()
        return super().list()

    def load(self, draft_id: str, protocol: Protocol) -> Draft:
        self.wait()
        return super().load(draft_id, protocol)

    def holds(self, draft_id: str) -> bool:
        self.wait()
        return super().holds(draft_id)

    def remove(self, draft_id: str) -> None:
        self.wait()
        super().remove(draft_id)

    def _work(self) -> None:
        while (next_one := self._next()) is not None:
            failed, failed_before = not _went_through(*next_one), self.failed
            self.failed = failed
            if failed or failed_before:
                self._told(failed)

    def _next(self) -> tuple[Path, Path, bytes] | None:
        """What to put through next; None, and the thread ends, if nothing waits."""
        with self._change:
            if not self._waiting:
                self._at_work = False
                self._change.notify_all()
                return None
            path = next(iter(self._waiting))
            return path, *self._waiting.pop(path)


def _went_through(path: Path, partial: Path, data: bytes) -> bool:
    try:
        put_through(partial, path)
    except FileNotFoundError:  # another window on the same drafts has taken it up or swept it away
        return _was_written(path, data)
    except Exception:  # whatever it is, those who wait for the disk must hear of it
        return False
    return True


def _was_written(path: Path, data: bytes) -> bool:
    try:
        write_atomically(path, data)
    except OSError:
        return False
    return True
