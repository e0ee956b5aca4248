"""The record is made: where it is, what is still to do, and a number to ring."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.addenda import AddendaPart
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.painted.level_mark import LevelMark
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, clear, column, row
from bruiseaid.app.parts.phone import PhoneWords
from bruiseaid.app.parts.text import Text
from bruiseaid.app.parts.wrapped import Wrapped
from bruiseaid.app.screens.others import FinishedPage as PageView
from bruiseaid.app.screens.papers import PaperLink
from bruiseaid.app.screens.state import DO_NOW


class FinishedPage(QWidget):
    """The page."""

    def __init__(self, look: Look, do: Intentions) -> None:
        super().__init__()
        self._look, self._do = look, do
        self._papers_shown: tuple[PaperLink, ...] | None = None
        page = self._column = Column(look)
        column(self).addWidget(page)
        inside = page.inside
        self.title = title(look)
        self._words = Text(look, "body", widest=640)
        inside.addWidget(self.title)
        inside.addWidget(self._words)
        self._said = Text(look, "body", role="done", bold=True, widest=640)
        inside.addWidget(self._said)
        inside.addSpacing(14)
        urgent_at = inside.count()
        inside.addWidget(self._file_card())
        inside.addWidget(self._annex_card())
        inside.addSpacing(12)
        inside.addWidget(self._papers_card())
        inside.addSpacing(12)
        self._addenda = AddendaPart(look, do)
        inside.addWidget(self._addenda)
        inside.addSpacing(20)
        self._next_head = Text(look, "heading").say("Still to do")
        inside.addWidget(self._next_head)
        inside.addSpacing(6)
        self._next = column(gap=4)
        inside.addLayout(self._next)
        self._all = Button(look, "to_do_now", "link", small=True)
        self._all.clicked.connect(lambda: do.go_to(DO_NOW))
        inside.addWidget(self._all)
        inside.addSpacing(20)
        self._children = column(gap=8)
        inside.addLayout(self._children)
        self._inside, self._urgent_at = inside, urgent_at
        inside.addWidget(self._contact())

    def _file_card(self) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=10, inset=(18, 16, 18, 16))
        top = row(gap=12)
        self._mark = LevelMark(self._look, 36)
        self._name = Text(self._look, "body", bold=True)
        self._path = Text(self._look, "label", role="ink2")
        words = column()
        words.addWidget(self._name)
        words.addWidget(self._path)
        top.addWidget(self._mark)
        top.addLayout(words, 1)
        inside.addLayout(top)
        line = row()
        for name, text, kind, act in (
            ("open_pdf", "Open the PDF", "plain", self._do.open_pdf),
            ("show_in_folder", "Show in folder", "plain", self._do.show_in_folder),
            ("save_copy", "Save a copy elsewhere", "plain", self._do.save_copy),
        ):
            button = Button(self._look, name, kind).say(text)
            button.clicked.connect(act)
            line.addWidget(button)
        line.addStretch()
        inside.addLayout(line)
        return card

    def _annex_card(self) -> QWidget:
        self._annex, card = QWidget(), Ground("frame", "note")
        self._annex.setObjectName("annex")
        column(self._annex, inset=(0, 12, 0, 0)).addWidget(card)
        inside = column(card, gap=6, inset=(18, 14, 18, 14))
        self._annex_head = Text(self._look, "body", bold=True)
        self._annex_words = Text(self._look, "body", widest=640)
        self._annex_name = Text(self._look, "body", bold=True)
        self._annex_path = Text(self._look, "label", role="ink2")
        for words in (self._annex_head, self._annex_words, self._annex_name, self._annex_path):
            inside.addWidget(words)
        line = row()
        button = Button(self._look, "open_annex").say("Open the annex")
        button.clicked.connect(self._do.open_annex)
        line.addWidget(button)
        line.addStretch()
        inside.addLayout(line)
        return self._annex

    def _show_annex(self, view: PageView) -> None:
        self._annex.setVisible(view.annex is not None)
        if view.annex is not None:
            self._annex_head.say(view.annex.head)
            self._annex_words.say(view.annex.words)
            self._annex_name.say(view.annex.file_name)
            self._annex_path.say(view.annex.path)

    def _papers_card(self) -> Ground:
        card = Ground("frame", "card")
        inside = column(card, gap=8, inset=(18, 14, 18, 14))
        inside.addWidget(Text(self._look, "body", bold=True).say("On paper, and for a web form"))
        self._paper_buttons = Wrapped(gap=8)
        inside.addWidget(self._paper_buttons)
        return card

    def _show_papers(self, view: PageView) -> None:
        if view.papers == self._papers_shown:
            return
        self._papers_shown = view.papers
        buttons: list[Button] = []
        for paper in view.papers:
            button = Button(self._look, f"paper:{paper.kind}", "plain" if buttons else "primary").say(
                paper.label, paper.name
            )
            button.clicked.connect(partial(self._do.open_paper, paper.kind))
            buttons.append(button)
        if view.portal:
            buttons.append(Button(self._look, "portal").say(view.portal))
            buttons[-1].clicked.connect(self._do.open_portal)
        self._paper_buttons.show_widgets(buttons)

    def _contact(self) -> QWidget:
        self._card, frame = QWidget(), Ground("frame", "card")
        column(self._card, inset=(0, 0, 0, 12)).addWidget(frame)
        inside = column(frame, gap=6, inset=(18, 14, 18, 14))
        self._phone_head = Text(self._look, "body", bold=True)
        inside.addWidget(self._phone_head)
        self._phone = PhoneWords(self._look, "finished")
        inside.addWidget(self._phone)
        self._unsaid = Text(self._look, "body", role="error", widest=640)
        self._unsaid.setObjectName("unsaid")
        inside.addWidget(self._unsaid)
        return self._card

    def show_view(self, view: PageView) -> None:
        """Shows the page."""
        self.title.say(view.title)
        self._words.say(view.words)
        self._said.say(view.said)
        self._said.setVisible(bool(view.said))
        self._mark.setVisible(view.level is not None)
        if view.level is not None:
            self._mark.show_level(view.level.shape, view.level.letter)
        self._name.say(view.file_name)
        self._path.say(view.path)
        self._show_annex(view)
        self._next_head.setVisible(bool(view.next_words))
        clear(self._next)
        for words in view.next_words:
            self._next.addWidget(Text(self._look, "body", widest=640).say(f"•  {words}"))
        self._all.say(f"See all, {view.more_left} more" if view.more_left else "Write down what was done")
        self._all.setVisible(bool(view.next_words))
        self._show_children(view)
        self._show_papers(view)
        self._addenda.show_view(view.addenda)
        self._card.setVisible(view.phone is not None)
        if view.phone is not None:
            self._phone_head.say(view.phone_head)
            self._phone.show_view(view.phone)
            self._unsaid.say(view.unsaid)
            self._unsaid.setVisible(bool(view.unsaid))
            self._place_contact(first=view.ring_first)

    def _place_contact(self, *, first: bool) -> None:
        """A call that is still to be made comes before the papers; else the number stands at the end."""
        stands_first = self._inside.indexOf(self._card) == self._urgent_at
        if first != stands_first:
            self._inside.removeWidget(self._card)
            self._inside.insertWidget(self._urgent_at if first else self._inside.count(), self._card)

    def _show_children(self, view: PageView) -> None:
        clear(self._children)
        if not view.children:
            return
        self._children.addWidget(Text(self._look, "heading").say("The other children"))
        note = "Who lives there and who you are goes along. Nothing that was seen or said of this child does."
        self._children.addWidget(Text(self._look, "hint", role="ink2", widest=640).say(note))
        for question, place, name in view.children:
            button = Button(self._look, f"next_child:{place}").say(f"Start the record of {name}")
            button.clicked.connect(partial(self._do.start_next_child, question, place))
            self._children.addWidget(button)
        self._children.addSpacing(12)

    def arrive(self) -> None:
        """Begins at the top, at the title."""
        self._column.to_top()
        self.title.setFocus()
