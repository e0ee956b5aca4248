"""Goes on with a draft under the rules that it was begun under, for as long as this computer has them."""

from __future__ import annotations

from bruiseaid.app.doing import with_event
from bruiseaid.app.screens.rules_words import RulesNotice, rules_are_gone
from bruiseaid.app.surroundings import Surroundings
from bruiseaid.protocol.model import Protocol
from bruiseaid.record.progress import Draft
from bruiseaid.store.drafts import Drafts, DraftUnreadable
from bruiseaid.store.kept_rules import KeptRules
from bruiseaid.store.proofs import proofs_of
from bruiseaid.values import dataclass

_GONE = "The rules that it was begun under are not on this computer any more."


@dataclass(frozen=True, slots=True)
class Reopened:
    """The draft. `proved`: whether its rules are; None: they are those in force. `notice`: what to tell of them."""

    draft: Draft
    proved: bool | None = None
    notice: RulesNotice | None = None


def reopened(drafts: Drafts, draft: str, in_force: Protocol, around: Surroundings) -> Reopened:
    """The draft under its own rules; if they are gone, under those in force, and it says so.

    Raises:
        DraftUnreadable: it does not exist, is broken, or its answers do not fit the rules. The file is left as it is.
    """
    begun_under = next((known.protocol_sha256 for known in drafts.list() if known.id == draft), "")
    if begun_under in ("", in_force.sha256):
        return Reopened(drafts.load(draft, in_force))
    own = KeptRules(around.data).protocol(begun_under)
    if own is not None:
        return Reopened(drafts.load(draft, own), proofs_of(around.data).is_proved(begun_under))
    try:
        found = drafts.load(draft, in_force)
    except DraftUnreadable as error:
        raise DraftUnreadable((_GONE, *error.reasons)) from None
    said = f"Went on under the rules {in_force.version}: those it was begun under were not on this computer any more"
    return Reopened(with_event(found, said, around.now()), None, rules_are_gone(in_force))
