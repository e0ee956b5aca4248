"""How long the proof takes, on one core:  python bench/proof.py  (some minutes; --quick leaves out the whole checks)

  the whole check, cold               reading, laying out and proving the shipped protocol, nothing kept from before
  the check again after one edit      of copies with one edit of one rule, in one process: what `check --watch` takes
  forty questions, two hundred rules  a made-up protocol of that size, proved, against the shipped one
  brute force                         levels alone, worked out for cases one after the other, a bit for each case

The brute force is the same `Meaning` and `Ladder` over sets that are long integers, one bit for a case of the same
classes, 64 cases to a machine word; what is seen of lists is a bit drawn by chance. So it does what the proof does, and
pays for every case. It is timed over a block of cases and reckoned up to all of them; one pass over the levels is the
least that any check needs, so the ratio flatters the brute force.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import replace
from itertools import count, islice
from random import Random
from statistics import median
from time import perf_counter
from typing import cast

from bruiseaid.cli.protocol_test import scenario_cases
from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.case import Case
from bruiseaid.proof.diagrams import ALL, NONE, Diagrams
from bruiseaid.proof.diff import diff
from bruiseaid.proof.edits import edits
from bruiseaid.proof.figures import figures
from bruiseaid.proof.ladder import Ladder
from bruiseaid.proof.meaning import Meaning
from bruiseaid.proof.prove import prove
from bruiseaid.proof.prover import prover_of
from bruiseaid.proof.space import Space, space_of
from bruiseaid.proof.spaces import Spaces
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_contents, read_protocol

BLOCK = 1 << 22
QUESTION = """
  - id: more_{n}
    step: safe
    type: choice
    needed: yes
    ask: Question {n}?
    short: Question {n}
    options: [{{id: no, label: "No"}}, {{id: unsure, label: Not sure}}, {{id: yes, label: "Yes"}}]
    sources: [APP]
    record_part: presentation
"""
RULE = """
  - id: RM{n}
    when: {{more_{a}: yes, more_{b}: unsure, account: [absent, unsuitable]}}
    at_least: {level}
    because: Made for measuring.
    sources: [APP]
"""
LEVELS = "DCB"


def larger(shipped: Protocol, questions: int = 40, rules: int = 200) -> Protocol:
    """The shipped protocol with at least so many questions that conditions look at, and so many rules in all."""
    looked_at = len(space_of((shipped,)).variables) + len(space_of((shipped,)).kinds)
    folder = protocol_folder()
    paths = [*folder.glob("*.yaml"), *folder.glob("boroughs/*.yaml")]
    here = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    more = max(questions - looked_at, 13)
    pairs = ((a, (a + step) % more) for step in count(1) if step % more for a in range(more))
    first = islice(pairs, rules - len(shipped.rules))
    made = [RULE.format(n=n, a=a, b=b, level=LEVELS[a % 3]) for n, (a, b) in enumerate(first)]
    here["questions.yaml"] += "".join(QUESTION.format(n=n) for n in range(more)).encode()
    here["rules.yaml"] += "".join(made).encode()
    found = read_contents(here)
    assert found.protocol is not None, found.problems[:3]
    return found.protocol


class Bits:
    """Sets of the cases of one block, as long integers, with what the proof asks of `Diagrams`."""

    def __init__(self, sizes: dict[int, int], cases: int) -> None:
        self.sizes = dict(sizes)
        self.cases = cases
        self.sets: list[int] = [0, (1 << cases) - 1]
        self.known: dict[int, int] = {0: NONE, self.sets[1]: ALL}
        self.looked: list[frozenset[int]] = [frozenset(), frozenset()]
        self.values: dict[int, list[int]] = {}
        self.rng = Random(1)

    def new_variable(self, number: int, size: int) -> int:
        self.sizes[number] = size
        return number

    def _made(self, cases: int, looked: frozenset[int]) -> int:
        if cases in (0, self.sets[1]):
            return NONE if cases == 0 else ALL
        self.sets.append(cases)
        self.looked.append(looked)
        return len(self.sets) - 1

    def among(self, variable: int, values: Iterable[int]) -> int:
        if variable not in self.values:
            left, parts = self.sets[1], []
            for _ in range(self.sizes[variable] - 1):
                parts.append(left & self.rng.getrandbits(self.cases))
                left &= ~parts[-1]
            self.values[variable] = [*parts, left]
        total = 0
        for value in values:
            total |= self.values[variable][value]
        return self._made(total, frozenset((variable,)))

    def both(self, a: int, b: int) -> int:
        return self._made(self.sets[a] & self.sets[b], self.looked[a] | self.looked[b])

    def either(self, a: int, b: int) -> int:
        return self._made(self.sets[a] | self.sets[b], self.looked[a] | self.looked[b])

    def no(self, a: int) -> int:
        return self._made(self.sets[a] ^ self.sets[1], self.looked[a])

    def less(self, a: int, b: int) -> int:
        return self._made(self.sets[a] & ~self.sets[b], self.looked[a] | self.looked[b])

    def every(self, sets: Iterable[int]) -> int:
        found = ALL
        for one in sets:
            found = self.both(found, one)
        return found

    def any(self, sets: Iterable[int]) -> int:
        found = NONE
        for one in sets:
            found = self.either(found, one)
        return found

    def names(self, a: int) -> frozenset[int]:
        return self.looked[a]


def block_of_cases(shipped: Protocol) -> float:
    """Seconds for the levels of one block of cases."""
    first = space_of((shipped,))
    bits = Bits(first.diagrams.sizes, BLOCK)
    space: Space = replace(first, diagrams=cast(Diagrams, bits), atoms={}, atom_of={}, together={})
    began = perf_counter()
    Ladder(Meaning(shipped, space)).reached()
    return perf_counter() - began


def timed(what: str, since: float, more: str = "") -> float:
    """Prints how long it took, and returns the seconds."""
    took = perf_counter() - since
    print(f"{took:9.2f} s  {what}{more}", flush=True)
    return took


def _examples(protocol: Protocol) -> list[Case]:
    return [case for _, case in scenario_cases(protocol)[0]]


def whole(shipped: Protocol, levels: float) -> None:
    """The whole checks: cold, after an edit, and of a larger protocol."""
    now = perf_counter()
    fresh = read_protocol(protocol_folder()).protocol
    assert fresh is not None
    spaces = Spaces()
    proof = prove(fresh, fresh, examples=_examples(fresh), spaces=spaces)
    cold = timed("the whole check, cold", now, f", {len(proof.findings)} findings")
    took_again = []
    for edit in Random(1).sample([one for one in edits(fresh) if one.section == "rules"], 9):
        now = perf_counter()
        found = prove(edit.protocol, fresh, examples=_examples(edit.protocol), spaces=spaces)
        more = f", {len(found.findings)} findings ({edit.id} {edit.said})"
        took_again.append(timed("the check again after one edit", now, more))
    print(f"{median(took_again):9.2f} s  the check again after one edit, median")
    now = perf_counter()
    big = larger(shipped)
    found = prove(big, shipped)
    took = timed("forty questions and two hundred rules", now, f", {len(found.findings)} findings")
    print(f"{'':11}that is {took / cold:.1f} times the shipped one, for {found.cases:.1e} kinds of answers")
    one = block_of_cases(shipped)
    print(f"{one:9.2f} s  brute force, levels of {BLOCK:,} cases ({BLOCK / one:.1e} a second)")
    years = proof.cases / BLOCK * one / (365.25 * 24 * 3600)
    print(f"{'':11}all {proof.cases:.1e} kinds of answers (lists left out) would take {years:.1e} years for one pass")
    print(f"{'':11}the whole check takes as long as {cold / one * BLOCK:.1e} cases, levels alone as long as ", end="")
    print(f"{levels / one * BLOCK:.1e}")


def main() -> None:
    """Prints one line for each measurement."""
    shipped = read_protocol(protocol_folder()).protocol
    assert shipped is not None
    now = perf_counter()
    prover = prover_of(shipped)
    _ = prover.ladder.words
    levels = timed("levels of the shipped protocol, from nothing", now)
    print(f"{'':11}{figures(prover)[0]:.1e} kinds of answers, {len(prover.diagrams.variable):,} nodes")
    now = perf_counter()
    _ = prover_of(larger(shipped)).ladder.words
    timed("levels of forty questions and two hundred rules", now)
    edit = next(one for one in edits(shipped) if "lowered" in one.said)
    now = perf_counter()
    diff(shipped, edit.protocol)
    timed("diff after one edit", now)
    if "--quick" not in sys.argv:
        whole(shipped, levels)


if __name__ == "__main__":
    main()
