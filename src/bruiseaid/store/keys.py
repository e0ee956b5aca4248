"""The keys of this machine: its own, made at first use and readable by this user only, and those it knows.

In the folder `keys`: `seal.key` (private, 32 bytes as hexadecimal digits), `voucher.json` (an organisation's word for
it, if there is one) and `known/NAME.pub` (public keys of other machines and of organisations: `known.py`).
"""

from __future__ import annotations

import errno
import json
import os
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bruiseaid.record.seal import KEY_DIGITS, SIGNATURE_DIGITS, Voucher, is_signed, voucher_message
from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.store.known import FOLDER, others_keys
from bruiseaid.values import dataclass

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PRIVATE, VOUCHER = "seal.key", "voucher.json"
THIS_COMPUTER = "this computer"
_KEY = re.compile(rf"[0-9a-f]{{{KEY_DIGITS}}}")
_SIGNATURE = re.compile(rf"[0-9a-f]{{{SIGNATURE_DIGITS}}}")


class KeyUnreadable(OSError):
    """The machine's key is there but cannot be used. It is left as it is: a new one would make its seals unknown."""

    def __init__(self, path: Path) -> None:
        super().__init__(errno.EINVAL, f"{path} holds no key. Restore it from a copy, or move it away")


@dataclass(frozen=True, slots=True)
class MachineKey:
    """The private key of this machine, with the organisation's word for it."""

    private: Ed25519PrivateKey
    voucher: Voucher = field(default_factory=Voucher)

    @property
    def key(self) -> str:
        """The public key."""
        return self.private.public_key().public_bytes_raw().hex()

    def sign(self, message: bytes) -> str:
        """The signature of a message."""
        return self.private.sign(message).hex()

    def vouch_for(self, key: str) -> Voucher:
        """This key's word for another one: what an organisation gives to a machine."""
        return Voucher(self.key, self.sign(voucher_message(key)))


def machine_key(data_folder: Path) -> MachineKey:
    """The key of this machine, made if there is none yet.

    Raises:
        KeyUnreadable: the file holds no key.
        OSError: it could not be read or written.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    folder = data_folder / FOLDER
    if not (folder / PRIVATE).exists():
        made = Ed25519PrivateKey.generate().private_bytes_raw().hex()
        private_folder(data_folder)
        _write_new(private_folder(folder) / PRIVATE, made)
    text = (folder / PRIVATE).read_text("ascii", errors="replace").strip()
    if not _KEY.fullmatch(text):
        raise KeyUnreadable(folder / PRIVATE)
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(text))
    plain = MachineKey(private)
    return MachineKey(private, _voucher(folder, plain.key))


def keep_voucher(data_folder: Path, voucher: Voucher) -> None:
    """Keeps an organisation's word for this machine's key.

    Raises:
        ValueError: the voucher is not for this machine's key.
        OSError: it could not be written.
    """
    key = machine_key(data_folder).key
    if not is_signed(voucher.organisation, voucher_message(key), voucher.signature):
        raise ValueError("This voucher is for another key.")
    data = {"organisation": voucher.organisation, "signature": voucher.signature}
    write_atomically(data_folder / FOLDER / VOUCHER, json.dumps(data, indent=1).encode())


def known_keys(data_folder: Path) -> Mapping[str, str]:
    """Names by public key: those that were added, and this machine's own if it has been made; broken ones left out."""
    found = {known.key: known.name for known in others_keys(data_folder)}
    try:
        if (data_folder / FOLDER / PRIVATE).exists():
            found[machine_key(data_folder).key] = THIS_COMPUTER
    except OSError:
        return found
    return found


def _write_new(path: Path, text: str) -> None:
    """Writes the file unless another process has just done so: two keys made at once must not replace each other."""
    partial = path.with_name(f".{PRIVATE}.{os.getpid()}.part")
    write_atomically(partial, text.encode())
    try:
        os.link(partial, path)
    except FileExistsError:
        pass
    except OSError:  # a file system without links
        if not path.exists():
            partial.replace(path)
            return
    partial.unlink(missing_ok=True)


def _voucher(folder: Path, key: str) -> Voucher:
    """The voucher that lies there, if it is for this key."""
    try:
        data: Any = json.loads(_text(folder / VOUCHER) or "null")
    except ValueError:
        return Voucher()
    if not isinstance(data, dict):
        return Voucher()
    organisation, signature = str(data.get("organisation", "")), str(data.get("signature", ""))
    fits = _KEY.fullmatch(organisation) and _SIGNATURE.fullmatch(signature)
    if fits and is_signed(organisation, voucher_message(key), signature):
        return Voucher(organisation, signature)
    return Voucher()


def _text(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(4096).decode("ascii", "replace").strip()
    except OSError:
        return ""
