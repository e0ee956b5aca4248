"""The case of a finding, as a file that `bruiseaid assess` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from textwrap import wrap

from bruiseaid.cli.proof_words import WIDTH, Places, story_words
from bruiseaid.proof.stories.finding import Finding, Proof, Told
from bruiseaid.record.case_file import case_as_data


def story_file(number: int, finding: Finding, folder: Path, *, second: bool) -> str:
    """The case of a finding in YAML, with what was found before it as comments; of a pair the first, or the `second`.

    `folder` is the protocol folder.

    Raises:
        ValueError: the finding has no such case; the message is for people.
    """
    told = _case(finding, second)
    comments = "".join(f"# {line}".rstrip() + "\n" for line in _comments(number, finding, folder, second))
    return comments + _text(told)


def _case(finding: Finding, second: bool) -> Told:
    cases = finding.story.cases if finding.story else ()
    if not cases:
        raise ValueError("This finding is seen from the files alone. It has no case.")
    if second and len(cases) < 2:
        raise ValueError("This finding has one case only. Leave out --second.")
    return cases[1 if second else 0]


def _comments(number: int, finding: Finding, folder: Path, second: bool) -> Iterator[str]:
    yield f"{number}. {finding.check}: {Places(folder).of(finding.place)}"
    yield from wrap(finding.message, WIDTH, break_on_hyphens=False)
    if finding.story is not None:
        yield from story_words(finding.story)
        if len(finding.story.cases) > 1:
            here, other = ("second", "without --second the first") if second else ("first", "with --second the second")
            yield f"Here is the {here} case; {other} is printed."
    yield f"Saved as a file, it comes out again with: bruiseaid assess FILE --protocol {folder}"


def _text(told: Told) -> str:
    return json.dumps(case_as_data(told.case), ensure_ascii=False, indent=1) + "\n"


def case_files(proof: Proof) -> Mapping[str, bytes]:
    """The cases of all stories by the name of the file each goes into."""
    return {
        f"{number:03d}-{finding.place.id or finding.place.section}-{'ab'[index]}.json": _text(told).encode()
        for number, finding in enumerate(proof.findings, start=1)
        for index, told in enumerate(finding.story.cases if finding.story else ())
    }
