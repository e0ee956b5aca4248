"""Several answers: square cards. Which of them stand alone is decided by the screen, not here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import column
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.option_card import TickCard
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.ticking import key_ticks, ticked, with_key
from bruiseaid.app.screens.values import OptionView, SwitchView, TicksView

_TWO_COLUMNS_FROM = 7


class TicksInput(QWidget):
    """The cards of a question with ticks."""

    def __init__(self, look: Look, view: TicksView, give: Callable[[tuple[str, ...]], None], label: str = "") -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self.setAccessibleName(label)
        self._give, self._view = give, view
        stack = CardStack(look, "two" if len(view.options) >= _TWO_COLUMNS_FROM else "one")
        column(self).addWidget(stack)
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
