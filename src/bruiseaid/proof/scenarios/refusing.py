"""Whether the proof refuses an edit: it finds something that it does not find in the protocol as it is, which the
edited one may not go below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cached_property

from bruiseaid.engine.case import Case
from bruiseaid.proof.prove import findings
from bruiseaid.proof.scenarios.edits import Edit
from bruiseaid.proof.space.looks import conditions_of
from bruiseaid.proof.spaces import Spaces
from bruiseaid.proof.stories.finding import Finding
from bruiseaid.protocol.model import Protocol


class Refusing:
    """The proof of a protocol, asked of one edit after another. `examples`: cases that make it quicker."""

    def __init__(self, protocol: Protocol, changed: Iterable[Edit], examples: Iterable[Case]) -> None:
        self.protocol = protocol
        self.examples = tuple(examples)
        self.spaces = Spaces()
        self.spaces.space((protocol,), [(e.protocol, one) for e in changed for one in conditions_of(e.protocol)])

    @cached_property
    def _known(self) -> frozenset[tuple[str, object]]:
        return frozenset((one.check, one.place) for one in self._findings(self.protocol))

    def _findings(self, protocol: Protocol) -> Iterator[Finding]:
        seen = self.spaces.seen_in([replace(case, protocol=protocol) for case in self.examples])
        return findings(protocol, self.protocol, seen, self.spaces)

    def finding(self, edit: Edit) -> Finding | None:
        """The first thing that the proof finds wrong with the edit; None if it lets it pass."""
        return next((f for f in self._findings(edit.protocol) if (f.check, f.place) not in self._known), None)
