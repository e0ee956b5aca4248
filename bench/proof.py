"""How long the proof takes, in processor time of one core:  python bench/proof.py  (some minutes)

  --quick                             leaves out the whole checks
  the whole check, cold               reading, laying out and proving the shipped protocol, nothing kept from before
  the check again after one edit      of copies with one edit of a rule, fact or action: what `check --watch` takes
  forty questions, two hundred rules  a made-up protocol of that size, proved, against the shipped one
  brute force                         levels alone, worked out for cases one after the other, a bit for each case

The brute force (`brute.py`) is the same `Meaning` and `Ladder` with one bit for a case, 64 cases to a machine word, as
long integers and with numpy; what is seen of lists is a bit drawn by chance. So it does what the proof does, and pays
for every case. It is timed over a block of cases and reckoned up: once to all classes of answers, once with numpy to
the answers and kinds of mark that the levels tell apart (merged level classes), with no mark or one. One pass over the
levels is the least that any check needs, so both ratios flatter the brute force.
"""

from __future__ import annotations

import sys
from itertools import permutations
from pathlib import Path
from random import Random
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from bench.brute import BLOCK, Bits, Packed, block_of_cases, merged_answers, merged_marks  # noqa: E402
from bruiseaid.cli.protocol_test import scenario_cases  # noqa: E402
from bruiseaid.content_paths import protocol_folder  # noqa: E402
from bruiseaid.engine.case import Case  # noqa: E402
from bruiseaid.proof.diff import diff  # noqa: E402
from bruiseaid.proof.figures import figures  # noqa: E402
from bruiseaid.proof.levels.prover import prover_of  # noqa: E402
from bruiseaid.proof.prove import prove  # noqa: E402
from bruiseaid.proof.scenarios.edits import edits  # noqa: E402
from bruiseaid.proof.space.space import space_of  # noqa: E402
from bruiseaid.proof.spaces import Spaces  # noqa: E402
from bruiseaid.protocol.model import Protocol  # noqa: E402
from bruiseaid.protocol.reader import read_contents, read_protocol  # noqa: E402

QUESTION = """
  - id: more_{n}
    step: safe
    type: choice
    if_absent: no
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
LEVELS = "DB"


def larger(shipped: Protocol, questions: int = 40, rules: int = 200) -> Protocol:
    """The shipped protocol with at least so many questions that conditions look at, and so many rules in all.

    No two of the made rules are the same, or one of them would never matter; none leads to level C, which INV-02 keeps
    for cases that a doctor looks at. So the check of it finds nothing, and takes as long as a proof does.
    """
    looked_at = len(space_of((shipped,)).variables) + len(space_of((shipped,)).kinds)
    folder = protocol_folder()
    paths = folder.rglob("*.yaml")
    here = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    more, wanted = questions - looked_at, rules - len(shipped.rules)
    while more * (more - 1) < wanted:
        more += 1
    pairs = list(permutations(range(more), 2))[:wanted]
    made = [RULE.format(n=n, a=a, b=b, level=LEVELS[a % 2]) for n, (a, b) in enumerate(pairs)]
    here["questions.yaml"] += "".join(QUESTION.format(n=n) for n in range(more)).encode()
    here["rules.yaml"] += "".join(made).encode()
    found = read_contents(here)
    assert found.protocol is not None, found.problems[:3]
    return found.protocol


def timed(what: str, since: float, more: str = "") -> float:
    """Prints how long it took, and returns the seconds."""
    took = process_time() - since
    print(f"{took:9.2f} s  {what}{more}", flush=True)
    return took


def _examples(protocol: Protocol) -> list[Case]:
    return [case for _, case in scenario_cases(protocol)[0]]


def whole(shipped: Protocol, levels: float) -> None:
    """The whole checks: cold, after an edit, and of a larger protocol."""
    blocks = block_of_cases(shipped, Bits), block_of_cases(shipped, Packed)  # first, while the memory is still small
    now = process_time()
    fresh = read_protocol(protocol_folder()).protocol
    assert fresh is not None
    proof = prove(fresh, fresh, examples=_examples(fresh))
    cold = timed("the whole check, cold", now, f", {len(proof.findings)} findings")
    again(fresh)
    now = process_time()
    big = larger(shipped)
    found = prove(big, shipped, examples=_examples(big))
    took = timed("forty questions and two hundred rules", now, f", {len(found.findings)} findings")
    print(f"{'':11}that is {took / cold:.1f} times the shipped one, for {found.cases:.1e} kinds of answers")
    brute(shipped, blocks, cold, levels, proof.cases)


def again(shipped: Protocol) -> None:
    """The check of copies with one edit, each after the shipped protocol was proved in the same spaces."""
    took_again = []
    for edit in Random(1).sample(list(edits(shipped)), 31):
        spaces = Spaces()
        prove(shipped, shipped, examples=_examples(shipped), spaces=spaces)
        now = process_time()
        found = prove(edit.protocol, shipped, examples=_examples(edit.protocol), spaces=spaces)
        more = f", {len(found.findings)} findings ({edit.section} {edit.id} {edit.said})"
        took_again.append(timed("the check again after one edit", now, more))
    print(f"{median(took_again):9.2f} s  the check again after one edit, median")


def brute(shipped: Protocol, blocks: tuple[float, float], cold: float, levels: float, kinds: int) -> None:
    """The brute force of `brute`, against the whole check and against the levels alone. `blocks`: seconds for one block
    of cases, as long integers and with numpy."""
    one, packed = blocks
    print(f"{one:9.2f} s  brute force, levels of {BLOCK:,} cases ({BLOCK / one:.1e} a second)")
    years = kinds / BLOCK * one / (365.25 * 24 * 3600)
    print(f"{'':11}all {kinds:.1e} kinds of answers (lists left out) would take {years:.1e} years for one pass")
    print(f"{'':11}the whole check takes as long as {cold / one * BLOCK:.1e} cases, levels alone as long as ", end="")
    print(f"{levels / one * BLOCK:.1e}")
    prover = prover_of(shipped)
    answers, marks = merged_answers(prover), merged_marks(prover)
    whole_table = answers * (marks + 1) / BLOCK * packed
    print(f"{packed:9.2f} s  the same with numpy ({BLOCK / packed:.1e} a second)")
    print(f"{'':11}{answers:.1e} merged answers, {marks} merged kinds of mark: {whole_table:.0f} s with no mark or one")
    print(f"{'':11}the whole check takes {cold / whole_table:.1e} times as long, ", end="")
    print(f"levels alone {levels / whole_table:.1e} times")


def main() -> None:
    """Prints one line for each measurement."""
    shipped = read_protocol(protocol_folder()).protocol
    assert shipped is not None
    now = process_time()
    prover = prover_of(shipped)
    _ = prover.ladder.words
    levels = timed("levels of the shipped protocol, from nothing", now)
    print(f"{'':11}{figures(prover)[0]:.1e} kinds of answers, {prover.diagrams.size:,} nodes")
    now = process_time()
    _ = prover_of(larger(shipped)).ladder.words
    timed("levels of forty questions and two hundred rules", now)
    edit = next(one for one in edits(shipped) if "lowered" in one.said)
    now = process_time()
    diff(shipped, edit.protocol)
    timed("diff after one edit", now)
    if "--quick" not in sys.argv:
        whole(shipped, levels)


if __name__ == "__main__":
    main()
