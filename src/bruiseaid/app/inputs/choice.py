"""One answer out of several: ring cards."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from bruiseaid.app.look import Look
from bruiseaid.app.parts.grounds import column
from bruiseaid.app.parts.lean import lean
from bruiseaid.app.parts.option_card import RadioCard
from bruiseaid.app.parts.plain_text import as_tip
from bruiseaid.app.parts.stack import CardStack, Mode
from bruiseaid.app.screens.values import ChoiceView, OptionView

_HINTS_UP_TO = 7
_TWO_COLUMNS_FROM = 9


class ChoiceInput(QWidget):
    """The cards of a choice. Arrows choose, as everywhere; nothing moves on by itself."""

    def __init__(self, look: Look, view: ChoiceView, give: Callable[[str], None], label: str = "") -> None:
        super().__init__()
        lean(self)
        self.setObjectName(view.name)
        self.setAccessibleName(label)
        self._give, self._showing = give, False
        stack = CardStack(look, _mode(view), gap=6 if view.small else 7)
        column(self).addWidget(stack)
        self._cards: dict[str, RadioCard] = {}
        for option in view.options:
            self._add(look, stack, view, option)

    def _add(self, look: Look, stack: CardStack, view: ChoiceView, option: OptionView) -> None:
        card = RadioCard(look, small=view.small)
        card.setObjectName(f"{view.name}={option.id}")
        with_hint = not view.small or len(view.options) <= _HINTS_UP_TO
        card.say(option.label, option.hint if with_hint else "", "" if with_hint else option.hint)
        card.setToolTip("" if with_hint else as_tip(option.hint))
        card.toggled.connect(lambda on: self._chosen(option.id, on=on))
        self._cards[option.id] = card
        stack.add(card)

    def _chosen(self, option: str, *, on: bool) -> None:
        """Hands on what the user chose, by whatever means: assistive technology switches a card without a click."""
        if on and not self._showing:
            self._give(option)

    def show_view(self, view: ChoiceView) -> None:
        """Shows which answer is chosen."""
        self._showing = True
        for option in view.options:
            card = self._cards[option.id]
            if card.isChecked() != option.chosen:
                card.setAutoExclusive(False)
                card.setChecked(option.chosen)
                card.setAutoExclusive(True)
        self._showing = False
        if any(option.chosen for option in view.options):
            self._stop_at_chosen()

    def _stop_at_chosen(self) -> None:
        """Tab stops at the chosen card and at no other: arrows lead to the rest."""
        for card in self._cards.values():
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if card.isChecked() else Qt.FocusPolicy.ClickFocus)

    def cards(self) -> tuple[RadioCard, ...]:
        """The cards in the order of the options."""
        return tuple(self._cards.values())

    def focus_first(self) -> None:
        """Gives the focus to the chosen answer, or the first."""
        cards = list(self._cards.values())
        next((card for card in cards if card.isChecked()), cards[0]).setFocus()


def _mode(view: ChoiceView) -> Mode:
    if view.small:
        with_hints = any(option.hint for option in view.options) and len(view.options) <= _HINTS_UP_TO
        return "one" if with_hints else "flow"
    return "two" if len(view.options) >= _TWO_COLUMNS_FROM else "one"
