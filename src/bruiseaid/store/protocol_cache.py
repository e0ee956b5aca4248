"""Keeps a protocol that was read without problems, so that the next start need not read the files again.

The key is the hash of the files' content: a changed byte means reading anew. What is kept can hold only values of the
protocol; anything else in the file is refused, and a file that cannot be used is only a slower start.
"""

from __future__ import annotations

import copyreg
import io
import sys
from collections.abc import Iterable, Mapping
from dataclasses import is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bruiseaid import __version__, c_pickle
from bruiseaid.digest import sha256
from bruiseaid.protocol.model import Protocol
from bruiseaid.protocol.problems import Problem
from bruiseaid.protocol.reader import ReadResult, content_hash, contents, read_contents
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder

_ALLOWED_MODULES = tuple(
    f"bruiseaid.protocol.{name}" for name in ("model", "conditions", "asking", "ringing", "second_look")
)
_ALLOWED_NAMES = {("datetime", "date"), ("datetime", "time"), (__name__, "as_proxy"), ("copyreg", "_reconstructor")}


def as_proxy(entries: dict[str, Any]) -> MappingProxyType[str, Any]:
    """The read-only view of a table."""
    return MappingProxyType(entries)


copyreg.pickle(MappingProxyType, lambda view: (as_proxy, (dict(view),)))


class _OnlyValues(c_pickle.Unpickler):
    """Reads values of the protocol and nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _ALLOWED_NAMES:
            return super().find_class(module, name)
        if module in _ALLOWED_MODULES and "." not in name:  # a name with a point would reach into what a module uses
            found = super().find_class(module, name)
            if is_dataclass(found) and isinstance(found, type):
                return found
        raise c_pickle.UnpicklingError(f"{module}.{name} has no place in a kept protocol")


def load_protocol(folder: Path, cache: Path) -> ReadResult:
    """The protocol of `folder`: the kept one if the files are the same, else read anew and kept in `cache`."""
    return load_contents(*contents(folder), cache)


def load_contents(files: Mapping[str, bytes], problems: Iterable[Problem], cache: Path) -> ReadResult:
    """The protocol of these files, in the same way; `problems`: what could not be opened."""
    problems = tuple(problems)
    key = content_hash(files)
    kept = _kept(cache / _name(), key) if not problems else None
    if kept is not None:
        return ReadResult(kept, ())
    result = read_contents(files, problems)
    if result.protocol is not None:
        _keep(cache, result.protocol)
    return result


def _name() -> str:
    return f"protocol-{__version__}-{_shape()}-{sys.version_info.major}{sys.version_info.minor}.bin"


def _shape() -> str:
    """A mark of what a protocol is made of in this program: a copy kept by another one may lack a part."""
    classes = (one for name in _ALLOWED_MODULES for one in vars(sys.modules[name]).values() if isinstance(one, type))
    parts = sorted({f"{one.__name__}:{','.join(one.__dataclass_fields__)}" for one in classes if is_dataclass(one)})
    return sha256(";".join(parts).encode()).hexdigest()[:8]


def _kept(path: Path, key: str) -> Protocol | None:
    try:
        data = path.read_bytes()
        if data[:64].decode("ascii") != key:
            return None
        found = _OnlyValues(io.BytesIO(data[64:])).load()
    except Exception:  # whatever is wrong with a kept copy, the files themselves are read instead
        return None
    return found if isinstance(found, Protocol) and found.sha256 == key else None


def _keep(cache: Path, protocol: Protocol) -> None:
    data = protocol.sha256.encode("ascii") + c_pickle.dumps(protocol, protocol=5)
    try:
        write_atomically(private_folder(cache) / _name(), data)
    except OSError:
        return
