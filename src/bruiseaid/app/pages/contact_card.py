"""The card with the number to ring, and for which place it stands; and who the practitioner is."""

from __future__ import annotations

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, column, row
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Text
from bruiseaid.app.screens.do_now import DoNowPage as PageView
from bruiseaid.app.screens.phrases import lower_first


class ContactCard(Ground):
    """The card. While nobody has said which place it is, the way to saying it is its chief button."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__("level_ring", "diamond")
        self.setObjectName("contact_card")
        self._number, self._role_place = "", ""
        inside = column(self, gap=6, inset=(16, 12, 14, 12))
        self._head = Text(look, "hint", bold=True)
        self._phone = PhoneWords(look, "contact")
        inside.addWidget(self._head)
        inside.addWidget(self._phone)
        line = row(gap=8)
        copy = Button(look, "contact.copy", small=True).say("Copy", "Copy the number")
        copy.clicked.connect(lambda: do.copy(self._number))
        line.addWidget(copy)
        line.addStretch()
        inside.addLayout(line)
        self._place = Text(look, "label", role="ink2")
        self._change = Button(look, "contact.place", "link", small=True)
        self._say_where = Button(look, "contact.place", "primary", small=True)
        where = row(gap=8)
        where.addWidget(self._place, 1)
        where.addWidget(self._change)
        inside.addLayout(where)
        inside.addWidget(self._say_where)
        self._role = Text(look, "label", role="ink2")
        self._change_role = Button(look, "contact.role", "link", small=True)
        self._change_role.clicked.connect(lambda: do.change(self._role_place))
        who = row(gap=8)
        who.addWidget(self._role, 1)
        who.addWidget(self._change_role)
        inside.addLayout(who)
        for button in (self._change, self._say_where):
            button.clicked.connect(do.settings)

    def show_view(self, view: PageView, shape: str) -> None:
        """Shows the number for this hour; `shape` is that of the level."""
        self.setVisible(view.phone is not None)
        self.become("level_ring", shape)
        if view.phone is not None:
            self._head.say(view.phone_head)
            self._phone.show_view(view.phone)
            self._number = view.phone.phone
        self._place.say(view.place_words)
        self._role_place = view.own_role_place
        self._role.say(view.own_role_words)
        self._change_role.say("Change", f"Change {lower_first(view.own_role_words)}")
        for part in (self._role, self._change_role):
            part.setVisible(bool(view.own_role_place))
        for button, shown in ((self._change, view.place_known), (self._say_where, not view.place_known)):
            button.say(view.place_link, f"{view.place_words} {view.place_link}")
            button.setVisible(shown)
