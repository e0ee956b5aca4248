"""Several answers: square cards. Which of them stand alone is decided by the screen, not here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column
from bruiseaid.app.parts.in_sight import areas_around
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.option_card import TickCard
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.ticking import key_ticks, ticked, with_key
from bruiseaid.app.screens.values import OptionView, SwitchView, TicksView

_TWO_COLUMNS_FROM = 7


class TicksInput(QWidget):
    """The cards of a question with ticks."""

    def __init__(
        self,
        look: Look,
        view: TicksView,
        give: Callable[[tuple[str, ...]], None],
        label: str = "",
        undo: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self.setAccessibleName(label)
        self._give, self._undo, self._view = give, undo, view
        stack = CardStack(look, "two" if len(view.options) >= _TWO_COLUMNS_FROM else "one")
        parts = Order(column(self, gap=7))
        parts.add(stack)
        self._took = parts.later(lambda: TookAway(look, view.name, self._bring_back))
        self._cards: dict[str, TickCard] = {}
        alone_before = False
        for option in view.options:
            if option.alone and not alone_before:
                stack.add(Text(look, "hint", role="ink2").say(_or_words(view)), full=True)
                alone_before = True
            self._add(look, stack, option)

    def _add(self, look: Look, stack: CardStack, option: OptionView) -> None:
        card = TickCard(look)
        card.setObjectName(f"{self._view.name}={option.id}")
        card.say(option.label, option.hint, "Only this." if option.alone else "")
        card.toggled.connect(lambda on: self._switched(option.id, on=on))
        self._cards[option.id] = card
        stack.add(card)

    def _switched(self, option: str, *, on: bool) -> None:
        """Hands on what the user switched, by whatever means: assistive technology does so without a click."""
        self._give(ticked(self._view, option, on=on))

    def show_view(self, view: TicksView) -> None:
        """Shows which answers are ticked."""
        self._view = view
        for option in view.options:
            self._cards[option.id].put(on=option.chosen)
        if (took := self._took.seen(bool(view.took))) is not None:
            took.say(view.took)

    def _bring_back(self) -> None:
        """Brings the ticks back; the focus goes to the first of them, as the button is gone then."""
        self._undo()
        ticked_now = (option.id for option in self._view.options if option.chosen)
        if first := next(ticked_now, ""):
            self._cards[first].setFocus()

    def say_none(self) -> bool:
        """Ticks the answer that has the key Ctrl+0; False if it ticks nothing just now."""
        option = key_ticks(self._view)
        if not option:
            return False
        card = self._cards[option]
        card.setFocus()
        card.setChecked(True)
        return True

    def cards(self) -> tuple[TickCard, ...]:
        """The cards in the order of the options."""
        return tuple(self._cards.values())

    def focus_first(self) -> None:
        """Gives the focus to the first answer."""
        next(iter(self._cards.values())).setFocus()


def _or_words(view: TicksView) -> str:
    """What stands before the answers that stand alone."""
    option = with_key(view.options)
    return f"or press Ctrl + 0 for “{option.label}”" if option is not None else "or"


class TookAway(QWidget):
    """Below the answers, so that none of them moves: which ticks were taken away, and the way to bring them back."""

    def __init__(self, look: Look, name: str, bring_back: Callable[[], None]) -> None:
        super().__init__()
        lean(self)
        ground = Ground("frame", "aside")
        column(self).addWidget(ground)
        inside = column(ground, gap=4, inset=(14, 10, 14, 10))
        self._words = Text(look, "body", bold=True)
        self._words.setObjectName(f"{name}.took")
        inside.addWidget(self._words)
        button = Button(look, f"{name}.bring_back", small=True).say("Bring them back")
        button.clicked.connect(bring_back)
        inside.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._into_sight)

    def say(self, words: str) -> None:
        """Shows the sentence, and comes into sight with it: what went without a word would not be missed."""
        if words != self._words.text() or not self.isVisible():
            self._later.start()
        self._words.say(words)

    def _into_sight(self) -> None:
        for area in areas_around(self):
            area.ensureWidgetVisible(self, 10, 10)


class SwitchInput(QWidget):
    """One tick for the answer that does not go without saying."""

    def __init__(self, look: Look, view: SwitchView, give: Callable[[str], None]) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self._card = TickCard(look, small=True)
        self._card.setObjectName(f"{view.name}={view.value}")
        self._card.say(view.label)
        self._card.toggled.connect(lambda on: give(view.value if on else ""))
        column(self).addWidget(self._card)

    def show_view(self, view: SwitchView) -> None:
        """Shows whether it is ticked."""
        self._card.put(on=view.on)

    def focus_first(self) -> None:
        """Gives the focus to the tick."""
        self._card.setFocus()
