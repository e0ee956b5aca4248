"""Where the protocol and the resources lie: beside `src` in a checkout, inside the package once installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def protocol_folder() -> Path:
    """The folder of the shipped protocol: rules, regions, sources, boroughs, scenarios."""
    return _folder("protocol")


def resources_folder() -> Path:
    """The folder of the shipped drawings, icons and styles."""
    return _folder("resources")


def _folder(name: str) -> Path:
    for place in (_PACKAGE / "_content" / name, _PACKAGE.parent.parent / name):
        if place.is_dir():
            return place
    raise FileNotFoundError(f"Bruiseaid's folder '{name}' is missing. Install bruiseaid again.")
