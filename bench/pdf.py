"""What the tags of the record cost, measured side by side: time warm, time first in a process, and bytes.

Run from the repository with the program importable: `python bench/pdf.py`. Prints ratios; trust these and not the
milliseconds. Yardsticks: the same record on the same canvas without tags; for the first one in a process, a bare
canvas that sets the same words at the same places, without their layout, drawings and tags. Also prints how long a
check of the sealed file takes.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median
from tempfile import gettempdir
from time import perf_counter

from bruiseaid.content_paths import protocol_folder
from bruiseaid.engine.recommend import recommend
from bruiseaid.protocol.model import Place
from bruiseaid.protocol.reader import contents, read_contents
from bruiseaid.record.case_file import as_tree, case_of_tree
from bruiseaid.record.make import make_record
from bruiseaid.record.model import Record
from bruiseaid.record.progress import Draft
from bruiseaid.report.file.machine_copy import Enclosed

ROUNDS, PROCESSES = 15, 7
TARGETS = {"warm": (1.5, 1.75), "first": (2.0, 2.5), "bytes": (1.6, 2.0)}

BARE = """
import json, sys
texts = json.load(sys.stdin)
from time import perf_counter
began = perf_counter()
from bruiseaid.report.ink.library import Canvas
from bruiseaid.report.ink.fonts import face
from io import BytesIO
face("bold")
canvas = Canvas(BytesIO(), initialFontName=face("regular").name, invariant=1, pageCompression=1)
for page in texts:
    for x, y, text, name, size in page:
        canvas.setFont(name, size)
        canvas.drawString(x, 842 - y, text)
    canvas.showPage()
canvas.save()
print(perf_counter() - began)
"""
OURS = """
from time import perf_counter
import bench.pdf as bench
record = bench.a_record()
began = perf_counter()
bench.make_pdf_of(record)
print(perf_counter() - began)
"""


def main() -> int:
    """Measures, prints, and returns 1 when a limit is passed."""
    from bruiseaid.report.check.verify import verify

    record, enclosed = a_record(), Enclosed(contents(protocol_folder())[0])
    tagged, untagged = interleaved(lambda: make_pdf_of(record, enclosed), lambda: _untagged(record, enclosed))
    size, plain_size = len(make_pdf_of(record, enclosed)), len(_untagged(record, enclosed))
    ours, bare = _first_in_a_process(record)
    document = make_pdf_of(record, enclosed)
    check = median(_timed(lambda: verify(document, {})) for _ in range(5))
    print(f"made warm in {tagged * 1000:.0f} ms; first in a process {ours * 1000:.0f} ms; {size} bytes")
    print(f"checked, replayed and made again in {check * 1000:.0f} ms")
    measured = {"warm": tagged / untagged, "first": ours / bare, "bytes": size / plain_size}
    return max([_said(name, ratio) for name, ratio in measured.items()])


def a_record() -> Record:
    """The record of the first story that ships with the rules."""
    files, problems = contents(protocol_folder())
    protocol = read_contents(files, problems).protocol
    assert protocol is not None
    now = datetime(2026, 11, 30, 12, tzinfo=UTC)
    story = as_tree(dict(protocol.scenarios[0].case), Place("case", 1, 1))
    case = case_of_tree(story, protocol, now).case
    assert case is not None
    draft = Draft("R-2345", case.seen_at, now, case)
    return make_record(draft, recommend(case, now), finished_at=now, proved=True)


def make_pdf_of(record: Record, enclosed: Enclosed | None = None) -> bytes:
    """The document as the program makes it."""
    from bruiseaid.report.pdf import make_pdf

    return make_pdf(record, enclosed=enclosed or Enclosed())


def interleaved(first: Callable[[], object], second: Callable[[], object]) -> tuple[float, float]:
    """The median seconds of two things done in turns."""
    first(), second()
    pairs = [(_timed(first), _timed(second)) for _ in range(ROUNDS)]
    return median(one for one, _ in pairs), median(other for _, other in pairs)


def _untagged(record: Record, enclosed: Enclosed) -> bytes:
    """The same document without marks in its pages and without a tree."""
    from bruiseaid.report.file.tagging import TaggedCanvas
    from bruiseaid.report.ink.library import Canvas

    @contextmanager
    def nothing(*_: object, **__: object) -> Iterator[None]:
        yield

    plain = {"meaning": nothing, "save": Canvas.save, "_setColorSpace": Canvas._setColorSpace, "link": _no_link}
    kept = {name: getattr(TaggedCanvas, name) for name in plain}
    try:
        _put(TaggedCanvas, plain)
        return make_pdf_of(record, enclosed)
    finally:
        _put(TaggedCanvas, kept)


def _put(owner: type, methods: Mapping[str, object]) -> None:
    for name, method in methods.items():
        setattr(owner, name, method)


def _no_link(*_: object) -> None:
    """Makes nothing clickable."""


def _first_in_a_process(record: Record) -> tuple[float, float]:
    """Median seconds of a process that makes one document: ours, a bare canvas. Reading the rules is left out."""
    texts = json.dumps(list(_texts(record)))
    _process(OURS, ""), _process(BARE, texts)
    times = [(_process(OURS, ""), _process(BARE, texts), _timed(_empty_process)) for _ in range(PROCESSES)]
    start = median(empty for *_, empty in times)
    return start + median(ours for ours, *_ in times), start + median(bare for _, bare, _ in times)


def _empty_process() -> None:
    subprocess.run([sys.executable, "-c", ""], check=True)


def _texts(record: Record) -> Iterator[list[tuple[float, float, str, str, float]]]:
    """The words of each page and where they stand."""
    from bruiseaid.report.ink.drawing import Text
    from bruiseaid.report.pdf import page_model

    for page in page_model(record):
        marks = (found for y, band in page.placed for found in band.all_marks(y))
        yield [(m.x, y + m.y, m.text, m.face.name, m.size) for y, _, m in marks if isinstance(m, Text)]


def _process(program: str, given: str) -> float:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, check=True, capture_output=True, text=True, input=given, env=_with_bytecode())
    return float(done.stdout)


@cache
def _with_bytecode() -> dict[str, str]:
    """An environment in which both sides run from bytecode, as an installed program does."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "PYTHONPYCACHEPREFIX": str(Path(gettempdir()) / "bruiseaid-bench")}


def _timed(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began


def _said(name: str, ratio: float) -> int:
    target, limit = TARGETS[name]
    verdict = "over the limit" if ratio > limit else "over the target" if ratio > target else "good"
    print(f"{name}: {ratio:.2f} (target {target}, limit {limit}): {verdict}")
    return int(ratio > limit)


if __name__ == "__main__":
    sys.exit(main())
