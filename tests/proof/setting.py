"""What the tests of the proof share: the shipped protocol in its space, and copies of its files with one change."""

from __future__ import annotations

from functools import cache

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.case import Case
from bruiseaid.proof.checks.promised import read_promises
from bruiseaid.proof.levels.prover import Prover, prover_of
from bruiseaid.proof.levels.told import Told
from bruiseaid.proof.promises.promise_rules import Rule, looked_at
from bruiseaid.proof.space.fitting import Found
from bruiseaid.proof.stories.cases import place_of
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_contents, read_protocol


@cache
def shipped() -> Protocol:
    """The shipped protocol."""
    found = read_protocol(protocol_folder()).protocol
    assert found is not None
    return found


@cache
def shipped_rules() -> dict[str, tuple[Rule, ...]]:
    """The rules of its promises."""
    rules, unread = read_promises(shipped())
    assert not unread
    return rules


@cache
def shipped_prover() -> Prover:
    """The shipped protocol in its own space."""
    more = [one for rules in shipped_rules().values() for rule in rules for one in looked_at(shipped(), rule)]
    return prover_of(shipped(), more)


@cache
def files() -> dict[str, bytes]:
    """The bytes of the shipped files by name."""
    folder = protocol_folder()
    paths = [*folder.glob("*.yaml"), *folder.glob("boroughs/*.yaml")]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(paths)}


def changed(name: str, old: str, new: str) -> Protocol:
    """The protocol with one text of one file changed; fails if it is not there or cannot be read."""
    text = files()[name].decode()
    assert old in text, old
    result = read_contents({**files(), name: text.replace(old, new, 1).encode()})
    assert result.protocol is not None, [str(problem) for problem in result.problems]
    return result.protocol


def told(prover: Prover, case: Case) -> Told:
    """A case of the engine told in the space."""
    nothing = {one: False for atom in prover.space.atoms.values() for one in atom.rests_on}
    lists: dict[str, tuple[Found, ...]] = {}
    for name in prover.space.kinds:
        sight = prover.meaning.sight(name, nothing)
        entries = [entry for entry in case.answers.get(name, ()) if not isinstance(entry, str)]
        lists[name] = tuple((sight.kind_of(entry), entry.get("side", "none")) for entry in entries)
    return Told(prover.space, place_of(prover.space, case), lists)
