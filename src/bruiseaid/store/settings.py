"""Who uses this machine: borough, name, role. Confirmed on the act-now page, never asked in a hurry."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from pathlib import Path

from bruiseaid.store.atomic import write_atomically
from bruiseaid.store.folders import private_folder
from bruiseaid.values import dataclass

FILE = "settings.json"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the first page asks once. Empty texts are not known yet, or as the program comes.

    `text_size` is a percentage; `theme` light, dark, or empty: as the system; `lock_after` minutes, "never", or empty;
    `rules_folder` the folder of the protocol, or empty: the shipped one.
    """

    borough: str = ""
    name: str = ""
    role: str = ""
    organisation: str = ""
    phone: str = ""
    lead: str = ""
    practitioner_group: str = ""
    text_size: str = ""
    theme: str = ""
    lock_after: str = ""
    rules_folder: str = ""

    @classmethod
    def load(cls, folder: Path) -> Settings:
        """The settings kept in `folder`; empty ones if there are none or they cannot be read."""
        try:
            data = json.loads((folder / FILE).read_text("utf-8"))
        except (OSError, ValueError):
            return cls()
        known = {field.name for field in fields(cls)}
        if not isinstance(data, dict):
            return cls()
        return cls(**{key: value for key, value in data.items() if key in known and isinstance(value, str)})

    def save(self, folder: Path) -> None:
        """Keeps the settings.

        Raises:
            OSError: they could not be written.
        """
        known = {key: value for key, value in asdict(self).items() if value}
        data = json.dumps(known, ensure_ascii=False, indent=1)
        write_atomically(private_folder(folder) / FILE, data.encode())

    @property
    def is_complete(self) -> bool:
        """Whether the first page need not ask again."""
        return bool(self.borough and self.name and self.role)
