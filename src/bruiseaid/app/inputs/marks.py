"""The marks: the body map at the left, the marks and their details at the right."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from bruiseaid.app.body.place_name import PlaceName
from bruiseaid.app.body.scale import scale_words
from bruiseaid.app.body_map import BodyMap
from bruiseaid.app.inputs.mark_cards import MarkCards
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.boxes import LineBox
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.dress import wear
from bruiseaid.app.parts.grounds import column, row
from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.parts.lean import bare
from bruiseaid.app.parts.segments import Segments
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.values import MarksView, PlaceView

STACKED_UNDER = 780
_BESIDE_FROM = 560  # narrower, the map takes the whole line even when things are stacked
_LEAST_MAP, _LEAST_STACKED = 230, 320
_ANY_HEIGHT = 16_777_215
_DOWN, _ACROSS = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
_FIND = "Find a place by name"
_CHOOSE = "Choose with the down arrow"
_NOT_FOUND = "No place has that in its name"


class MarksInput(QWidget):
    """The whole marks page below its title."""

    def __init__(self, look: Look, view: MarksView, zone: str, do: Intentions) -> None:
        super().__init__()
        self.setObjectName(view.name)
        self._look, self._do, self._view = look, do, view
        self._just_added = False
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(24)
        self._layout.addWidget(self._left(view), 5)
        self.cards = MarkCards(look, view, zone, do)
        self.cards.setMinimumWidth(280)
        self.cards.removed.connect(lambda: self.map.setFocus(Qt.FocusReason.MouseFocusReason))  # no place lights up
        self._layout.addWidget(self.cards, 3)

    def _left(self, view: MarksView) -> QWidget:
        left = bare()
        inside = column(left, gap=8)
        line = row(gap=12)
        self.tabs = Segments(self._look, "tab", "Drawings", view.tabs, self._do.show_tab)
        self.figures = Segments(self._look, "figure", "Figure", view.figures, self._do.show_figure)
        line.addWidget(self.tabs)
        line.addStretch()
        inside.addLayout(line)
        self.map = BodyMap(self._look)
        self.map.picked.connect(self._picked)
        self.map.pointed.connect(self._named)
        self.map.next_tab.connect(self._next_tab)
        self.map.removal.connect(self._remove_open)
        self._drawn = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._drawn.setSpacing(8)
        self._drawn.addWidget(self.map, 1)
        inside.addLayout(self._drawn, 1)
        self._beside = column(gap=8)
        self._drawn.addLayout(self._beside)
        self._scale = Text(self._look, "label", role="ink2")
        self._scale.setObjectName("map_scale")
        self._beside.addWidget(self._scale)
        self._beside.addLayout(self._name_line())
        self._beside.addLayout(self._search_line(view))
        self._beside.addStretch()
        return left

    def _name_line(self) -> QBoxLayout:
        line = self._names_line = row(gap=12)
        self._name = PlaceName(self._look, "Point at a place on the child to add a mark.")
        line.addWidget(self._name, 1)
        line.addWidget(self.figures)
        return line

    def _search_line(self, view: MarksView) -> QBoxLayout:
        line = self._find_line = row(gap=12)
        self.search = LineBox(self._look, "find_place", _FIND)
        wear(self.search, "search")
        self._places = {place.name: place for place in view.places}
        self._names = {(place.region, place.side): place.name for place in view.places}
        self.search.textChanged.connect(self._offer_names)
        self.search.returnPressed.connect(self._entered)
        self.elsewhere = Button(self._look, "elsewhere", small=True).say(view.elsewhere_words)
        self.elsewhere.clicked.connect(lambda: self._do.add_mark(self._view.name, "", "", ""))
        line.addWidget(self.search, 1)
        line.addWidget(self.elsewhere)
        return line

    def _offer_names(self) -> None:
        """Gives the search its list of names with the first letter: list and model take 0.6 MB in PySide."""
        from bruiseaid.app.inputs.place_list import PlaceList

        self.search.textChanged.disconnect(self._offer_names)
        self._list = PlaceList(self.search, self._places)
        self._list.activated.connect(self._found)

    def show_view(self, view: MarksView) -> None:
        """Shows the map, the marks and the open mark, always the same data."""
        self._view = view
        self.tabs.show_chosen(view.map.tab)
        self.figures.show_chosen(view.figure)
        self.figures.setVisible(view.map.tab in ("front", "back"))
        self.map.show_view(view.map)
        self._scale.say(scale_words(view.map.kind))
        self._scale.setVisible(bool(view.map.sizes))
        self.cards.show_view(view)
        spot = self.map.spot()
        self._named(spot.key if spot else "")

    def focus_field(self, field: str) -> bool:
        """Gives the focus to one detail of the open mark; False if it is not shown."""
        return self.cards.focus_field(field)

    def focus_wrong(self) -> bool:
        """Gives the focus to the first detail that has an error; False if none is shown."""
        return self.cards.focus_wrong()

    def focus_first(self) -> None:
        """Gives the focus to the map."""
        self.map.setFocus(Qt.FocusReason.TabFocusReason)

    def search_place(self) -> None:
        """Gives the focus to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrow = self.width() < self._look.px(STACKED_UNDER)
        self._layout.setDirection(_DOWN if narrow else _ACROSS)
        beside = narrow and self.width() >= self._look.px(_BESIDE_FROM)
        self._drawn.setDirection(_ACROSS if beside else _DOWN)
        self._drawn.setStretchFactor(self._beside, 2 if beside else 0)
        self._drawn.setStretchFactor(self.map, 3)
        for line in (self._names_line, self._find_line):
            line.setDirection(_DOWN if beside else _ACROSS)
        self._name.take_lines(2 if beside else 1)
        self.search.setPlaceholderText(_FIND if beside else f"{_FIND}, for example “ear”")
        in_sight = max(_LEAST_STACKED, self._in_sight())
        self.map.setMinimumHeight(in_sight if narrow else _LEAST_MAP)
        self.map.setMaximumHeight(in_sight if narrow else _ANY_HEIGHT)
        self.cards.scroll_alone(alone=not narrow)
        super().resizeEvent(event)

    def _in_sight(self) -> int:
        """How tall the map can be and still be seen whole below the title and the tabs."""
        area = next((one for one in areas_around(self)), None)
        inner = area.widget() if area is not None else None
        if area is None or inner is None:
            return 0
        above = self.mapTo(inner, QPoint(0, 0)).y() + self.tabs.sizeHint().height() + self._drawn.spacing()
        return min(area.viewport().height() - above, self._look.px(STACKED_UNDER))

    def _picked(self, region: str, side: str, drawing: str) -> None:
        self._do.add_mark(self._view.name, region, side, drawing)

    def _named(self, key: str) -> None:
        region, _, side = key.rpartition("-")
        unnamed = "Face and head: choose a place in the larger drawing" if key and side else ""
        self._name.say(self._names.get((region, side), unnamed))

    def _next_tab(self) -> None:
        ids = [tab for tab, _ in self._view.tabs]
        self._do.show_tab(ids[(ids.index(self._view.map.tab) + 1) % len(ids)])

    def _remove_open(self) -> None:
        if self._view.open_index is not None:
            self.cards.ask_removal(self._view.open_index)

    def _found(self, name: str) -> None:
        """A name was taken from the list."""
        place = self._places.get(name)
        if place is not None:
            self._add(place)

    def _entered(self) -> None:
        written = self.search.text().strip().casefold()
        named = {name.casefold(): place for name, place in self._places.items()}
        fitting = [place for name, place in named.items() if written and written in name]
        fitting = [named[written]] if written in named else fitting
        if len(fitting) == 1:
            self._add(fitting[0])
        elif fitting:
            self._name.say(f"{len(fitting)} places fit. {_CHOOSE}")
            QTimer.singleShot(0, self._list, self._list.open)  # Enter closes it
        elif written:
            self._name.say(_NOT_FOUND)

    def _add(self, place: PlaceView) -> None:
        """Adds a mark there. The key that takes a name reaches the list and the box: it adds one mark, not two."""
        if self._just_added:
            return
        self._just_added = True
        QTimer.singleShot(0, self, self._added)
        self._do.add_mark(self._view.name, place.region, place.side, "")

    def _added(self) -> None:
        self._just_added = False
        self.search.clear()
