"""The whole proof of a protocol: all checks in order, with what each found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress

from bruiseaid.engine.case import Case
from bruiseaid.proof.checks.alive import alive, unused_sources
from bruiseaid.proof.checks.covered import covered
from bruiseaid.proof.checks.decided import decided
from bruiseaid.proof.checks.floored import floored, is_another
from bruiseaid.proof.checks.ordered import ordered
from bruiseaid.proof.checks.promised import promised, read_promises
from bruiseaid.proof.checks.total import total
from bruiseaid.proof.figures import figures
from bruiseaid.proof.levels.prover import Prover
from bruiseaid.proof.promises.promise_rules import NeverLower, Rule, Static, looked_at
from bruiseaid.proof.sets.undecided import Undecided
from bruiseaid.proof.space.looks import CASE, conditions_of
from bruiseaid.proof.spaces import Spaces
from bruiseaid.proof.stories.finding import Finding, Proof
from bruiseaid.proof.stories.seen_in import SeenIn
from bruiseaid.protocol.model import Protocol

FLOOR = "the shipped protocol"
Tell = Callable[[str], None]


def prove(
    protocol: Protocol,
    shipped: Protocol,
    tell: Tell = lambda what: None,
    examples: Iterable[Case] = (),
    spaces: Spaces | None = None,
) -> Proof:
    """All checks. `shipped`: the protocol that this one may not go below; `tell` hears what is being looked at.

    `examples`: cases of this protocol, such as its scenarios; `spaces`: what was worked out for an earlier version of
    it. Both make the proof quicker and change nothing in it.
    """
    spaces = spaces or Spaces()
    return _proof(protocol, shipped, tell, spaces.seen_in(tuple(examples)), spaces)


def findings(protocol: Protocol, shipped: Protocol, seen: SeenIn, spaces: Spaces) -> Iterator[Finding]:
    """Findings one by one, those of the comparison with `shipped` first: for who needs to know whether there is any.
    What is not analysed to the end gives none."""
    rules, unread = read_promises(protocol)
    yield from unread
    prover = _laid_out(protocol, shipped, rules, spaces)
    checks = sorted(_checks(prover, rules, shipped, seen, spaces), key=lambda check: check[0] != FLOOR)
    for _, found in checks:
        with suppress(Undecided):
            yield from found


def _laid_out(protocol: Protocol, shipped: Protocol, rules: dict[str, tuple[Rule, ...]], spaces: Spaces) -> Prover:
    more = [
        (protocol, one) for of_promise in rules.values() for rule in of_promise for one in looked_at(protocol, rule)
    ]
    if is_another(protocol, shipped):
        prover = Prover(protocol, spaces.space((protocol,), more))
    elif protocol.sha256 != shipped.sha256:
        prover = Prover(protocol, spaces.space((protocol, shipped), more))
    else:
        prover = spaces.shipped(protocol, spaces.space((protocol,), more))
        prover.undecided.clear()
    _ = prover.ladder.parts
    for one in (*conditions_of(protocol), *(scoped for _, scoped in more)):
        if one.scope == CASE:
            prover.meaning.make_atoms(one.condition)
    return prover


def _proof(protocol: Protocol, shipped: Protocol, tell: Tell, seen: SeenIn, spaces: Spaces) -> Proof:
    rules, unread = read_promises(protocol)
    prover = _laid_out(protocol, shipped, rules, spaces)
    cases, raw, kinds = figures(prover)
    known = [*unread]
    for name, found in _checks(prover, rules, shipped, seen, spaces):
        tell(name)
        try:
            known += found
        except Undecided:
            prover.undecided.append(name)
    left = tuple(dict.fromkeys(prover.undecided))
    undecided = [f"Not analysed to the end: {what}." for what in left]
    reading = [source.key for source in unused_sources(protocol)]
    listed = [f"Listed for further reading and named by nothing: {', '.join(reading)}."] if reading else []
    early: list[str] = []
    with suppress(Undecided):
        early += decided(prover)
    notes = (*_not_held_against(protocol, shipped), *_notes(protocol, rules), *listed, *undecided, *early)
    promises = tuple((p.id, _way(p.way)) for p in protocol.promises)
    return Proof(tuple(known), notes, cases, raw, kinds, promises, left, not is_another(protocol, shipped))


def _checks(
    prover: Prover, rules: dict[str, tuple[Rule, ...]], shipped: Protocol, seen: SeenIn, spaces: Spaces
) -> Iterator[tuple[str, Iterator[Finding]]]:
    yield "whether every case ends somewhere", total(prover)
    yield "whether everything is used", alive(prover, shipped, seen)
    yield "whether worse ever means weaker", ordered(prover)
    for promise in prover.protocol.promises:
        yield f"the promise {promise.id}", promised(prover, promise, rules.get(promise.id, ()))
    if prover.protocol.sha256 != shipped.sha256 and not is_another(prover.protocol, shipped):
        yield FLOOR, floored(prover, spaces.shipped(shipped, prover.space))
    yield "whether somebody can be rung at every hour", covered(prover.protocol)


def _way(ways: tuple[str, ...]) -> str:
    words = {"P": "shown for every case", "S": "seen from the files", "T": "shown by tests of the program"}
    return ", ".join(words.get(way, way) for way in ways)


def _not_held_against(protocol: Protocol, shipped: Protocol) -> Iterator[str]:
    """That a protocol about something else has no floor but its own promises."""
    if is_another(protocol, shipped):
        own = "It is held to its own promises alone." if protocol.promises else "It has no promises of its own either."
        yield (
            f"This protocol ({protocol.id}) is about something else than the shipped one ({shipped.id}): they share no "
            f"rule and no promise, so they were not compared. {own}"
        )


def _notes(protocol: Protocol, rules: dict[str, tuple[Rule, ...]]) -> Iterator[str]:
    """What was left out by name, and what is shown elsewhere."""
    for promise in protocol.promises:
        for rule in rules.get(promise.id, ()):
            if isinstance(rule, NeverLower) and rule.besides is not None:
                yield f"{promise.id} leaves out, by name: {rule.reason or 'see its except'}"
            elif isinstance(rule, Static) and rule.kind == "open_cases":
                yield f"{promise.id}: that an open case never shows too little is shown by the tests in tests/engine."
            elif isinstance(rule, Static) and rule.kind == "by_test":
                yield f"{promise.id} is shown by the tests in {rule.table.get('where', '')}."
