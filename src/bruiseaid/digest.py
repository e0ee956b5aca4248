"""SHA-256 from Python's own code: `hashlib` loads OpenSSL for it, which takes more memory than a whole protocol."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

__all__ = ("sha256",)

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        if sys.version_info >= (3, 12):
            from _sha2 import sha256
        else:
            from _sha256 import sha256
    except ImportError:  # a Python that was built without it
        from hashlib import sha256
