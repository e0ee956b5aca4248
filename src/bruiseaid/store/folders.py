"""Where this machine keeps things: per user, private, never shared or roaming."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

NAME = "bruiseaid"


def data_folder() -> Path:
    """The user's folder for drafts and records; BRUISEAID_DATA overrides it. Not made here.

    Raises:
        OSError: this user has no home folder.
    """
    chosen = os.environ.get("BRUISEAID_DATA")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or _home() / "AppData" / "Local") / NAME
    if sys.platform == "darwin":
        return _home() / "Library" / "Application Support" / NAME
    return Path(os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share") / NAME


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        raise OSError(errno.ENOENT, "This user has no home folder. Set BRUISEAID_DATA to a folder") from None


def private_folder(folder: Path) -> Path:
    """The folder, made if needed, readable by this user only.

    Raises:
        OSError: it cannot be made, for example because the disk is full.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix":
        folder.chmod(0o700)
    return folder
