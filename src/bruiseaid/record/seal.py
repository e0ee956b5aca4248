"""The seal of a document: an Ed25519 signature that covers every byte of the file but its own digits.

The signature is made over the SHA-512 of all other bytes. A key is 32 bytes, a signature 64; both are written as
lower-case hexadecimal digits, so that there is one way only to write them. An organisation vouches for a machine's
key by signing it; that voucher lies under the machine's signature like everything else.
"""

from __future__ import annotations

import hashlib
from typing import Protocol

from bruiseaid.values import dataclass

KEY_DIGITS, SIGNATURE_DIGITS = 64, 128
NOBODY = "0" * KEY_DIGITS
NO_SIGNATURE = "0" * SIGNATURE_DIGITS
_SEAL, _VOUCHER = b"bruiseaid seal 1\0", b"bruiseaid voucher 1\0"


@dataclass(frozen=True, slots=True)
class Voucher:
    """An organisation's word for a machine's key: its own key, and its signature over the machine's."""

    organisation: str = NOBODY
    signature: str = NO_SIGNATURE


class Signer(Protocol):
    """Who seals: a key, and perhaps an organisation's word for it."""

    @property
    def key(self) -> str:
        """The public key, as hexadecimal digits."""

    @property
    def voucher(self) -> Voucher:
        """The organisation's word for it; an empty Voucher where there is none."""

    def sign(self, message: bytes) -> str:
        """The signature of a message, as hexadecimal digits; always the same for the same message."""


def sealed_message(before: bytes, after: bytes) -> bytes:
    """What a seal signs: the bytes before and after its digits."""
    total = hashlib.sha512(before)
    total.update(after)
    return _SEAL + total.digest()


def voucher_message(key: str) -> bytes:
    """What an organisation signs to vouch for a machine's key."""
    return _VOUCHER + bytes.fromhex(key)


def is_signed(key: str, message: bytes, signature: str) -> bool:
    """Whether that key made that signature of the message; False for anything that is no key or no signature."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(bytes.fromhex(signature), message)
    except (InvalidSignature, ValueError):
        return False
    return True


def fingerprint(key: str) -> str:
    """A key as people compare it: its first sixteen digits in groups of four."""
    return " ".join(key[place : place + 4] for place in range(0, 16, 4))
