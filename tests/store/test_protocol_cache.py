"""A kept protocol is the same protocol; a changed or strange file is never taken for it."""

from __future__ import annotations

import io
import pickle
import shutil
from pathlib import Path

import pytest

from bruiseaid.content_paths import protocol_folder
from bruiseaid.protocol.reader import read_protocol
from bruiseaid.store.protocol_cache import _OnlyValues, load_protocol


def _kept_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_the_second_start_gives_the_same_protocol(tmp_path: Path) -> None:
    first = load_protocol(protocol_folder(), tmp_path)
    second = load_protocol(protocol_folder(), tmp_path)
    assert first.protocol == second.protocol == read_protocol(protocol_folder()).protocol


def test_a_changed_byte_means_reading_anew(tmp_path: Path) -> None:
    folder = tmp_path / "protocol"
    shutil.copytree(protocol_folder(), folder)
    load_protocol(folder, tmp_path / "cache")
    rules = folder / "rules.yaml"
    rules.write_text(rules.read_text("utf-8").replace("You do not have to.", "You need not."), encoding="utf-8")
    found = load_protocol(folder, tmp_path / "cache").protocol
    assert found is not None
    assert any("You need not." in rule.because for rule in found.rules)


def test_a_damaged_copy_is_only_a_slower_start(tmp_path: Path) -> None:
    load_protocol(protocol_folder(), tmp_path)
    path = _kept_file(tmp_path)
    path.write_bytes(path.read_bytes()[:5000])
    assert load_protocol(protocol_folder(), tmp_path).protocol is not None


class _Strange:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (print, ("this must never run",))


def test_nothing_but_values_of_a_protocol_comes_out_of_the_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    known = load_protocol(protocol_folder(), tmp_path).protocol
    assert known is not None
    path = _kept_file(tmp_path)
    path.write_bytes(known.sha256.encode() + pickle.dumps(_Strange()))
    assert load_protocol(protocol_folder(), tmp_path).protocol == known
    assert "never run" not in capsys.readouterr().out


def _named(module: str, name: str) -> bytes:
    parts = (b"\x8c" + bytes([len(text)]) + text.encode() for text in (module, name))
    return b"".join(parts) + b"\x93"


@pytest.mark.parametrize("name", ["dataclass.__globals__.get", "dataclass", "Mapping"])
def test_nothing_is_reached_through_what_a_module_of_the_protocol_uses(tmp_path: Path, name: str) -> None:
    reached = b"\x80\x04" + _named("bruiseaid.protocol.model", name) + b"\x8c\x0a_create_fn\x85R."
    with pytest.raises(pickle.UnpicklingError):
        _OnlyValues(io.BytesIO(reached)).load()
