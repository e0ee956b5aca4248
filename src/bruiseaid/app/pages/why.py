"""Why this level: the rules with their sources, the answers that counted, and what would raise it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.later import Later, Order
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.link import Link
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screens.why import RAISING, CitedView, RaisingView, Reason, Why


class WhyPart(QWidget):
    """The reasons, beside or above the actions. It is laid out anew only when other reasons are given."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self._look, self._do = look, do
        self._shape: tuple[object, ...] = ()
        self._keys: dict[str, Link] = {}
        self._entries: dict[str, Later[Ground]] = {}
        self._raising_views: tuple[RaisingView, ...] = ()
        inside = column(self, gap=8)
        self._head = Text(look, "body", bold=True)
        self._reasons = column(gap=10)
        self._counted_head = Text(look, "body", bold=True).say("The answers that counted")
        self._counted = column(gap=2)
        self._fold = Button(look, "what_would_raise", "link", small=True)
        self._fold.clicked.connect(lambda: do.unfold(RAISING))
        self._raising_holder = bare()
        self._raising = column(self._raising_holder, gap=6)
        inside.addWidget(self._head)
        inside.addLayout(self._reasons)
        inside.addSpacing(8)
        inside.addWidget(self._counted_head)
        inside.addLayout(self._counted)
        inside.addWidget(self._fold)
        inside.addWidget(self._raising_holder)

    def show_view(self, view: Why) -> None:
        """Shows the reasons; which source is open changes nothing else."""
        shape = (view.head, view.counted, view.raising, tuple((r.id, r.because) for r in view.reasons))
        if shape != self._shape:
            self._shape = shape
            self._lay_out(view)
        for reason in view.reasons:
            for source in reason.sources:
                self._show_entry(source)
        self._fold.say(f"Hide: {view.raising_link.lower()}" if view.raising_open else view.raising_link)
        self._fold.setVisible(bool(view.raising_link))
        if view.raising_open and self._raising_views != view.raising:
            self._add_raising(view.raising)
        self._raising_holder.setVisible(view.raising_open)

    def _show_entry(self, source: CitedView) -> None:
        """What a source is, made once somebody opens it."""
        self._entries[source.name].seen(source.open)
        self._keys[source.name].setAccessibleDescription("open" if source.open else "")

    def _lay_out(self, view: Why) -> None:
        self._head.say(view.head)
        self._head.setVisible(bool(view.reasons))
        self._keys, self._entries = {}, {}
        for part in (self._reasons, self._counted):
            clear(part)
        for reason in view.reasons:
            self._reasons.addWidget(self._reason(reason))
        self._counted_head.setVisible(bool(view.counted))
        for words in view.counted:
            self._counted.addWidget(Text(self._look, "hint").say(f"•  {words}"))

    def _reason(self, reason: Reason) -> QWidget:
        holder = bare()
        inside = Order(column(holder, gap=2))
        words = Text(self._look, "hint")
        inside.add(words.say_runs((Run(f"{reason.id}  ", bold=True), Run(reason.because))))
        if reason.own_choice:
            inside.add(Text(self._look, "label", role="ink2").say(reason.own_choice))
        keys = CardStack(self._look, "flow", gap=10)
        inside.add(keys)
        if reason.sources:
            keys.add(Text(self._look, "label", role="ink2", wrap=False).say("Sources:"))
        for source in reason.sources:
            link = Link(self._look, f"source:{source.name}", size="label")
            called = "" if source.short.casefold() == source.title.casefold() else f" {source.short}"
            link.say(source.short, f"Source{called}: {source.title}")
            link.clicked.connect(partial(self._do.toggle_source, source.name))
            keys.add(link)
            self._keys[source.name] = link
            self._entries[source.name] = inside.later(partial(self._entry, source))
        return holder

    def _entry(self, source: CitedView) -> Ground:
        """What a source is, shown under the reason that names it."""
        card = Ground("frame", "aside")
        card.setObjectName(f"cited:{source.name}")
        inside = column(card, gap=2, inset=(12, 8, 12, 8))
        inside.addWidget(Text(self._look, "label", bold=True).say(source.title))
        for words in (source.kind, source.note):
            inside.addWidget(Text(self._look, "label", role="ink2").say(words))
        inside.addWidget(Text(self._look, "label", role="ink2").say(_breakable(source.address)))
        return card

    def _add_raising(self, raising: tuple[RaisingView, ...]) -> None:
        self._raising_views = raising
        clear(self._raising)
        if raising:
            note = "If one of these answers turned out differently:"
            self._raising.addWidget(Text(self._look, "label", role="ink2").say(note))
        for one in raising:
            line = row(gap=8)
            mark = LevelMark(self._look, 22)
            mark.show_level(one.level.shape, one.level.letter)
            line.addWidget(mark)
            line.addWidget(Text(self._look, "hint", bold=True).say(f"{one.level.letter}: {one.level.name}"), 1)
            self._raising.addLayout(line)
            for words in one.lines:
                self._raising.addWidget(Text(self._look, "label").say(f"•  {words}"))


def _breakable(address: str) -> str:
    """An address that may break into lines after each of its signs."""
    for sign in "/-_=&?":
        address = address.replace(sign, f"{sign}\u200b")
    return address
