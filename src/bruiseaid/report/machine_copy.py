"""The copy of the record for machines: the answers and the identity of the rules, as JSON that travels in the PDF."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite

from bruiseaid.record.model import Record

NAME = "record.json"


def machine_copy(record: Record) -> bytes:
    """The same bytes for the same record. Every character outside ASCII is escaped, so that none can be lost."""
    rules = record.protocol
    content = {
        "schema": record.schema,
        "record": {
            "id": record.id,
            "version": record.version,
            "kind": record.kind,
            "status": record.status,
            "level": record.level.id if record.level else None,
            "rules": [rule.id for rule in record.rules],
            "started_at": record.started_at.isoformat(),
            "seen_at": record.seen_at.isoformat(),
            "finished_at": record.finished_at.isoformat(),
        },
        "protocol": {
            "id": rules.id,
            "version": rules.version,
            "sha256": rules.sha256,
            "approval": rules.approval,
            "proved": rules.proved,
        },
        "case": _as_json(record.case),
    }
    return (json.dumps(content, indent=1, sort_keys=True) + "\n").encode("ascii")


def _as_json(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _as_json(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_as_json(held) for held in value]
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    return value if isinstance(value, str | int | bool) or value is None else str(value)
