"""How long the proof takes: each part of the check of the shipped protocol, a second proof after one edit, and a
protocol with many more questions and rules. Run it on a quiet machine:  python bench/proof.py [--whole]

Times are wall-clock seconds of one run each. The comparison with a brute force over merged classes is not in here yet.
"""

from __future__ import annotations

import sys
from time import perf_counter

from bruiseaid.content_paths import protocol_folder
from bruiseaid.proof.diff import diff
from bruiseaid.proof.edits import edits
from bruiseaid.proof.prove import prove
from bruiseaid.proof.prover import prover_of
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.reader import read_contents, read_protocol

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
    when: {{more_{a}: yes, any: [{{more_{b}: [yes, unsure]}}, {{account: unsuitable}}]}}
    at_least: {level}
    because: Made for measuring.
    sources: [APP]
"""


def larger(questions: int = 22, rules: int = 155) -> Protocol:
    """The shipped protocol with more questions and rules that look at two of them and at the account."""
    folder = protocol_folder()
    paths = [*folder.glob("*.yaml"), *folder.glob("boroughs/*.yaml")]
    here = {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
    here["questions.yaml"] += "".join(QUESTION.format(n=n) for n in range(questions)).encode()
    made = (RULE.format(n=n, a=n % questions, b=(n * 7 + 3) % questions, level="DCB"[n % 3]) for n in range(rules))
    here["rules.yaml"] += "".join(made).encode()
    found = read_contents(here).protocol
    assert found is not None
    return found


def timed(what: str, since: float) -> float:
    """Prints how long it took and returns the time now."""
    now = perf_counter()
    print(f"{now - since:8.2f} s  {what}", flush=True)
    return now


def main() -> None:
    """Prints one line for each measurement."""
    shipped = read_protocol(protocol_folder()).protocol
    assert shipped is not None
    now = perf_counter()
    _ = prover_of(shipped).ladder.words
    now = timed("levels of the shipped protocol, from nothing", now)
    _ = prover_of(larger()).ladder.words
    now = timed("levels with 22 questions and 155 rules more", now)
    edit = next(one for one in edits(shipped) if "lowered" in one.said)
    now = perf_counter()
    diff(shipped, edit.protocol)
    now = timed("diff after one edit", now)
    if "--whole" in sys.argv:
        last = ["start"]
        began = [now]

        def tell(what: str) -> None:
            began[0] = timed(last[0], began[0])
            last[0] = what

        prove(shipped, shipped, tell)
        timed(last[0], began[0])
        timed("the whole check", now)


if __name__ == "__main__":
    main()
