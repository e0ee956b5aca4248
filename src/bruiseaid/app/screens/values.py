"""The values that a page is drawn from. Widgets show them and decide nothing."""

from __future__ import annotations

from typing import TypeAlias

from bruiseaid.values import dataclass

Words: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OptionView:
    """One answer to choose or tick. `alone`: it clears all others. `note` is only for screen readers."""

    id: str
    label: str
    hint: str = ""
    chosen: bool = False
    alone: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceView:
    """Options of which one is chosen. `small` ones stand in a row where there is room."""

    name: str
    options: tuple[OptionView, ...]
    small: bool = False


@dataclass(frozen=True, slots=True)
class TicksView:
    """Options of which several are ticked; the word "or" stands before the first that stands alone.

    `took` says which ticks the last one took away, with a way to bring them back; empty: none.
    """

    name: str
    options: tuple[OptionView, ...]
    took: str = ""


@dataclass(frozen=True, slots=True)
class SwitchView:
    """A choice of two of which one goes without saying: shown as one tick for the other."""

    name: str
    label: str
    value: str
    on: bool


@dataclass(frozen=True, slots=True)
class DateView:
    """A date as typed, in three boxes. `note` says what follows from it, `wrong` which box is to be put right first."""

    name: str
    day: str
    month: str
    year: str
    note: str = ""
    small: bool = False
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class MomentView:
    """A date and a time as typed. `folded` is shown instead of the boxes until the user wants to change it.

    `wrong`: the box that is to be put right first.
    """

    name: str
    day: str
    month: str
    year: str
    time: str
    folded: str = ""
    small: bool = False
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class NumberView:
    """A whole number as typed, with its unit."""

    name: str
    text: str
    unit: str


@dataclass(frozen=True, slots=True)
class TextView:
    """Words as typed. `long` ones get several lines: so many."""

    name: str
    text: str
    long: bool = False
    lines: int = 3


FieldInput: TypeAlias = ChoiceView | TicksView | DateView | MomentView | NumberView | TextView


@dataclass(frozen=True, slots=True)
class FieldView:
    """One detail with its label. `value_words`: the answer in words, empty if none. `insisted`: finishing needs it."""

    id: str
    label: str
    hint: str
    input: FieldInput
    value_words: str = ""
    needed: bool = False
    insisted: bool = False
    errors: Words = ()


@dataclass(frozen=True, slots=True)
class GroupView:
    """Several details of one thing."""

    name: str
    fields: tuple[FieldView, ...]


@dataclass(frozen=True, slots=True)
class EntryRow:
    """One person or one entry of a list, closed."""

    index: int
    title: str
    details: str
    spoken: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class EntriesView:
    """A list of things: rows, and the one that is open (`open_index` is len(rows) for a new one; None: none)."""

    name: str
    rows: tuple[EntryRow, ...]
    open_index: int | None
    fields: tuple[FieldView, ...]
    add_words: str
    none_words: str
    none_chosen: bool


@dataclass(frozen=True, slots=True)
class MarkCard:
    """One mark, closed. `key` is region and side; `view` the drawing it was pointed at on."""

    index: int
    number: str
    key: str
    title: str
    facts: str
    missing: str
    selected: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class PlaceView:
    """One place of the body that can be found by name."""

    region: str
    side: str
    name: str


@dataclass(frozen=True, slots=True)
class MarkSize:
    """How large the mark with that number is. A width of 0 is one that was not given."""

    number: str
    length_mm: int
    width_mm: int = 0


@dataclass(frozen=True, slots=True)
class MapView:
    """What the body map shows: drawings by name (a big one, others beside it), discs by place, the chosen place.

    `kind`: whom the drawings stand for, "infant" or "child". `sizes` are those that were given.
    """

    tab: str
    big: str
    beside: tuple[str, ...]
    discs: tuple[tuple[str, Words], ...]
    selected: str
    kind: str = "infant"
    sizes: tuple[MarkSize, ...] = ()


@dataclass(frozen=True, slots=True)
class MarksView:
    """The marks page: the map, the places by name, the cards, and the details of the open mark.

    `asking` are the details asked one after another as soon as a mark is placed, `asking_open` the one shown open;
    `more` are all the others. `ready`: nothing that the level needs is missing any more.
    """

    name: str
    head: str
    tabs: tuple[tuple[str, str], ...]
    figure: str
    figures: tuple[tuple[str, str], ...]
    map: MapView
    places: tuple[PlaceView, ...]
    cards: tuple[MarkCard, ...]
    open_index: int | None
    open_title: str
    asking: tuple[FieldView, ...]
    asking_open: str
    ready: bool
    more: tuple[FieldView, ...]
    more_open: bool
    note: str
    advice: str
    none_words: str
    none_chosen: bool
    elsewhere_words: str


QuestionInput: TypeAlias = (
    ChoiceView
    | TicksView
    | SwitchView
    | DateView
    | MomentView
    | NumberView
    | TextView
    | GroupView
    | EntriesView
    | MarksView
)
