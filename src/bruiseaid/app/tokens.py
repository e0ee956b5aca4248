"""The colours and sizes of the window, as values. Names are roles, not hues; what they are for stands beside them.

Named tuples, because they are made before the first paint and cost least there.
"""

from __future__ import annotations

from typing import NamedTuple

FAMILY = "Atkinson Hyperlegible"


class Tokens(NamedTuple):
    """The colours of one theme as #RRGGBB. `dark` tells which way shadows and pictures lean."""

    dark: bool
    canvas: str  # window, rail, side panel
    surface: str  # question column, cards, fields
    sunken: str  # status bar, quoted words, what is set aside
    ink: str  # text
    ink2: str  # hints and labels
    line: str  # dividers, the edge of a card at rest
    control: str  # edges of fields, rings and buttons
    accent: str  # the one primary button, what is chosen, progress
    on_accent: str
    accent_tint: str
    link: str
    focus: str  # the focus ring and nothing else
    error: str
    error_tint: str
    done: str  # an action done, a line that is open now; never an outcome
    emerg: str
    on_emerg: str
    emerg_edge: str
    body: str
    bodyline: str
    bodyout: str
    mark: str
    on_mark: str
    markfill: str
    on_level: str
    octagon: str
    octagon_tint: str
    diamond: str
    diamond_tint: str
    triangle: str
    triangle_tint: str
    circle: str
    circle_tint: str
    square: str
    square_tint: str

    def of(self, role: str) -> str:
        """The colour of a role by its name: "ink", "accent_tint", or a level's shape such as "diamond"."""
        return str(getattr(self, role))

    def is_contrasting(self) -> bool:
        """Whether these are the system's own colours for high contrast: then no tint can carry a meaning."""
        return self.canvas == self.surface

    def tint_of(self, shape: str) -> str:
        """The pale ground that goes with a level's shape."""
        return self.of(f"{shape}_tint")


LIGHT = Tokens(
    dark=False,
    canvas="#F7F3EC",
    surface="#FFFDFA",
    sunken="#EFE9DF",
    ink="#1E2A2F",
    ink2="#4C5A60",
    line="#D8D0C3",
    control="#77807F",
    accent="#0C5A5C",
    on_accent="#FFFFFF",
    accent_tint="#E0EFEC",
    link="#0B5560",
    focus="#5B2A8C",
    error="#A3152E",
    error_tint="#FBE8EA",
    done="#1C6B45",
    emerg="#9A1430",
    on_emerg="#FFFFFF",
    emerg_edge="#9A1430",
    body="#EDE6DC",
    bodyline="#757E85",
    bodyout="#47525B",
    mark="#1E2A2F",
    on_mark="#FFFFFF",
    markfill="#F2C6A0",
    on_level="#FFFFFF",
    octagon="#9A1430",
    octagon_tint="#FBE6E9",
    diamond="#A5420B",
    diamond_tint="#FCEBDD",
    triangle="#7A5A00",
    triangle_tint="#FAF0CF",
    circle="#2B5B86",
    circle_tint="#E3EEF7",
    square="#515A5E",
    square_tint="#ECECE8",
)

DARK = Tokens(
    dark=True,
    canvas="#14191C",
    surface="#1D2428",
    sunken="#0F1416",
    ink="#F0ECE4",
    ink2="#B6BFC1",
    line="#38434A",
    control="#8A969B",
    accent="#6FC7BF",
    on_accent="#08201F",
    accent_tint="#173432",
    link="#7FD3CB",
    focus="#D3B2FF",
    error="#FF9AA6",
    error_tint="#3A1B22",
    done="#74CFA0",
    emerg="#B3203A",
    on_emerg="#FFFFFF",
    emerg_edge="#FF8C9B",
    body="#333D43",
    bodyline="#87939A",
    bodyout="#C3CBCE",
    mark="#F0ECE4",
    on_mark="#14191C",
    markfill="#7A4A26",
    on_level="#14191C",
    octagon="#FF8C9B",
    octagon_tint="#3B1A22",
    diamond="#FFA566",
    diamond_tint="#3A2415",
    triangle="#E8C14D",
    triangle_tint="#332B10",
    circle="#8EBDEB",
    circle_tint="#1B2D3F",
    square="#BDC5C8",
    square_tint="#2A3135",
)


class TypeSize(NamedTuple):
    """One size of the type scale in px at 100 %: letters, line, and whether it is bold by itself."""

    size: int
    line: int
    bold: bool = False


TYPE: dict[str, TypeSize] = {
    "number": TypeSize(32, 40, True),
    "title": TypeSize(28, 36, True),
    "heading": TypeSize(20, 28, True),
    "body": TypeSize(17, 26),
    "answer": TypeSize(17, 22),
    "hint": TypeSize(15, 22),
    "label": TypeSize(14, 20),
    "small": TypeSize(13, 18),
}


def contrasting(*, window: str, text: str, chosen: str, on_chosen: str, link: str) -> Tokens:
    """The tokens of a high-contrast theme from the five colours of the system; shapes and words carry the levels."""
    on_ink = {"on_mark", "on_level", "on_emerg"}
    special = {"accent": chosen, "on_accent": on_chosen, "focus": chosen, "link": link}
    grounds = {"canvas", "surface", "sunken", "accent_tint", "error_tint", "body", "markfill"}
    values: dict[str, str] = {}
    for name in Tokens._fields[1:]:
        ground = name in grounds or name in on_ink or name.endswith("_tint")
        values[name] = special.get(name, window if ground else text)
    return Tokens(dark=_is_dark(window), **values)


def _is_dark(colour: str) -> bool:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red * 299 + green * 587 + blue * 114 < 128_000
