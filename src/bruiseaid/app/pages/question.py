"""The page of a question, with those that share it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from bruiseaid.app.frame.panel import CertainCard
from bruiseaid.app.inputs.choice import ChoiceInput
from bruiseaid.app.inputs.entries import EntriesInput
from bruiseaid.app.inputs.group import GroupInput
from bruiseaid.app.inputs.making import AnyInput, make_input
from bruiseaid.app.inputs.marks import STACKED_UNDER, MarksInput
from bruiseaid.app.inputs.ticks import TicksInput
from bruiseaid.app.intentions import Intentions
from bruiseaid.app.look import Look
from bruiseaid.app.pages.more_below import MoreBelow
from bruiseaid.app.pages.page import Column, title
from bruiseaid.app.pages.ring_card import RingCard
from bruiseaid.app.pages.second_looks import SecondLooks
from bruiseaid.app.parts.buttons import Button
from bruiseaid.app.parts.grounds import Ground, Scroll, column, row, rule
from bruiseaid.app.parts.later import Order
from bruiseaid.app.parts.lean import bare, lean
from bruiseaid.app.parts.stack import CardStack
from bruiseaid.app.parts.tab_order import LAST
from bruiseaid.app.parts.text import Run, Text
from bruiseaid.app.screen import Screen
from bruiseaid.app.screens.question import QuestionPage as PageView
from bruiseaid.app.screens.question import QuestionView
from bruiseaid.app.screens.values import ChoiceView, MarksView, SwitchView, TicksView

_MOST_TERMS = 2


class QuestionBlock(QWidget):
    """One question: its words if it is not the main one, its error, its input."""

    def __init__(self, look: Look, view: QuestionView, zone: str, do: Intentions, *, main: bool) -> None:
        super().__init__()
        lean(self)
        self.setObjectName(f"question:{view.id}")
        self.setAccessibleName(view.title)
        self._ground = Ground("frame", "right_so_far")
        column(self).addWidget(self._ground)
        self._inside = column(self._ground, gap=8)
        if not main:
            self._words(look, view)
        parts, share = Order(column(gap=8)), 1 if isinstance(view.input, MarksView) else 0
        self._inside.addLayout(parts.layout, share)
        self._error = parts.later(lambda: _error(look, view.id))
        self.input: AnyInput = make_input(look, view, zone, do)
        parts.add(self.input, share)
        self._ring = RingCard(look, view.id, do) if view.phone is not None else None
        if self._ring is not None:
            self._inside.addWidget(self._ring)

    def _words(self, look: Look, view: QuestionView) -> None:
        if not isinstance(view.input, SwitchView):
            self._inside.addWidget(Text(look, "body", bold=True).say(view.title))
            if view.help:
                self._inside.addWidget(Text(look, "hint", role="ink2").say(view.help))

    def show_view(self, view: QuestionView) -> None:
        """Shows the answer and what is wrong with it."""
        wrong = bool(view.errors)
        self._error.say(" ".join(view.errors))
        self._ground.become("frame", "wrong" if wrong else "right_so_far")
        self._inside.setContentsMargins(14 if wrong else 0, 0, 0, 0)
        self.input.show_view(view.input)  # type: ignore[arg-type]
        if self._ring is not None and view.phone is not None:
            self._ring.show_view(view.ring, view.phone)
        if hasattr(self.input, "show_wrong"):
            self.input.show_wrong(wrong)


def _error(look: Look, question: str) -> Text:
    made = Text(look, "body", role="error", bold=True)
    made.setObjectName(f"error:{question}")
    return made


class QuestionPage(QWidget):
    """A page made for one set of questions; it is kept, and shown again with other answers."""

    def __init__(self, look: Look, view: PageView, zone: str, do: Intentions) -> None:
        super().__init__()
        lean(self)
        self._look, self._do, self._shape = look, do, shape_of(view)
        self._view, self._answered, self._by_enter, self._wanted = view, view.answered, view.by_enter, view.wanted
        if view.wide:
            inner = bare()
            self._column, inside = None, column(inner, gap=6, inset=(28, 16, 20, 10))
            column(self).addWidget(Scroll(inner, "surface"))
        else:
            self._column = Column(look)
            column(self).addWidget(self._column)
            inside = self._column.inside
        self.title = title(look)
        inside.addWidget(self.title)
        self._inside, self._hint = inside, self._why(view)
        self._hint.setProperty(LAST, True)
        inside.addWidget(self._hint)
        self._blocks: dict[str, QuestionBlock] = {}
        for place, question in enumerate((view.main, *view.others)):
            if isinstance(question.input, SwitchView):
                inside.addSpacing(10)
            elif place:
                inside.addSpacing(20)
                inside.addWidget(rule(look))
                inside.addSpacing(12)
            block = QuestionBlock(look, question, zone, do, main=not place)
            block.setMaximumWidth(look.px(_widest(question)))
            self._blocks[question.id] = block
            line = row(gap=0)
            line.addWidget(block, 1)
            line.addStretch(0)
            inside.addLayout(line, 1 if view.wide else 0)
        marks = self._blocks[view.main.id].input
        self._certain: CertainCard | None = None
        if isinstance(marks, MarksInput):
            self._certain = CertainCard(look)
            marks.cards.add_below(self._certain)
        below = Order(column(gap=0, inset=(0, 16, 0, 0)))
        self._looks = below.later(lambda: SecondLooks(look, do))
        if isinstance(marks, MarksInput):
            marks.cards.add_at_end(below.layout)
        else:
            inside.addLayout(below.layout)
        self._add_more_below(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where everything is stacked, what is pointed at comes before the words about it."""
        marks = self.marks()
        if marks is not None:
            edges = self._inside.contentsMargins()
            wide = self.width() - edges.left() - edges.right()
            place = self._inside.count() - 1 if wide < self._look.px(STACKED_UNDER) else 1
            if self._inside.indexOf(self._hint) != place:
                self._inside.removeWidget(self._hint)
                self._inside.insertWidget(place, self._hint)
        super().resizeEvent(event)

    def _add_more_below(self, view: PageView) -> None:
        """Under a long list of answers: that there are more."""
        answers, shown = view.main.input, self._blocks[view.main.id].input
        if isinstance(answers, ChoiceView | TicksView) and isinstance(shown, ChoiceInput | TicksInput) and self._column:
            column_of_page = self.layout()
            assert column_of_page is not None
            column_of_page.addWidget(MoreBelow(self._look, self._column.area, shown.cards(), answers.options))

    def _why(self, view: PageView) -> QWidget:
        frame = Ground("frame", "why")
        inside = column(frame, gap=2, inset=(14, 2, 0, 2))
        self._help = Text(self._look, "hint", role="ink2", widest=720 if view.wide else 620)
        look, acts = self._look, Order(row(gap=14))
        parts = Order(column(gap=2), None if view.wide else acts)
        self._why_words = parts.later(lambda: Text(look, "hint", role="ink", widest=620))
        self._sources = parts.later(lambda: Text(look, "label", role="ink2", widest=620))
        self._meaning = parts.later(lambda: Text(look, "hint", widest=620))
        self._why_button = Button(self._look, "why", "link", small=True)
        self._why_button.clicked.connect(self._do.toggle_why)
        links = (self._why_button, *(self._term(term) for term, _ in view.terms[:_MOST_TERMS]))
        if view.wide:
            for part in (self._help, *links):
                acts.add(part)
        else:
            inside.addWidget(self._help)
            acts.add(_one_after_another(look, links), 1)
        acts.layout.addStretch()
        for order in (acts, parts) if view.wide else (parts, acts):
            inside.addLayout(order.layout)
        holder = bare()
        column(holder, inset=(0, 2, 0, 6 if view.wide else 14)).addWidget(frame)
        return holder

    def _term(self, term: str) -> Button:
        button = Button(self._look, f"term:{term}", "link", small=True).say(f"What is “{term}”?")
        button.clicked.connect(lambda: self._do.toggle_term(term))
        return button

    def fits(self, view: PageView) -> bool:
        """Whether this page was made for the same questions."""
        return self._shape == shape_of(view)

    def show_screen(self, screen: Screen, view: PageView) -> None:
        """Shows the answers."""
        self._view, self._answered, self._by_enter, self._wanted = view, view.answered, view.by_enter, view.wanted
        self.title.say(view.title)
        self._help.say(view.main.help)
        self._help.setVisible(bool(view.main.help))
        more = f"{view.main.more_help} " if view.main.more_help else ""
        if (words := self._why_words.seen(view.why_open and bool(more + view.why))) is not None:
            words.say_runs((Run(more), Run("Why we ask. ", bold=True), Run(view.why)))
        named = "; ".join(source.title or source.key for source in view.sources)
        self._sources.say(f"Source: {named}", seen=view.why_open and bool(view.sources))
        meaning = dict(view.terms).get(view.term_open, "")
        if (words := self._meaning.seen(bool(meaning))) is not None:
            words.say_runs((Run(f"{view.term_open}: ", bold=True), Run(meaning)))
        self._why_button.say("Hide why we ask" if view.why_open else "Why we ask, and the source")
        for question in (view.main, *view.others):
            self._blocks[question.id].show_view(question)
        if (looks := self._looks.seen(bool(view.looks.found))) is not None:
            looks.show_view(view.looks)
        if self._certain is not None and screen.panel is not None:
            self._certain.show_view(screen.panel.certain, brief=True)

    def arrive(self) -> None:
        """Begins at the top with the focus on the title, or where something is to be put in."""
        if self._column is not None:
            self._column.to_top()
        question, field = self._wanted
        if question not in self._blocks:
            self.title.setFocus()
            return
        wanted = self._blocks[question].input
        if not (isinstance(wanted, GroupInput | EntriesInput | MarksInput) and wanted.focus_field(field)):
            wanted.focus_first()
        self._show_beside(question)

    def _show_beside(self, question: str) -> None:
        """Brings a question below the main one into sight with its words."""
        if self._column is not None and question != self._view.main.id:
            QTimer.singleShot(0, self, partial(self._column.show_part, self._blocks[question]))

    def goes_on_by_enter(self) -> bool:
        """Whether Enter on an answer leads to the next page: not where several things are filled in."""
        return self._by_enter

    def may_stay_blank(self) -> bool:
        """Whether the main question has no answer and needs none."""
        return self._view.may_stay_blank

    def is_answered(self) -> bool:
        """Whether the main question has an answer."""
        return self._answered

    def focus_first(self) -> None:
        """Gives the focus to the answers of the main question."""
        next(iter(self._blocks.values())).input.focus_first()

    def say_none(self) -> bool:
        """Ticks "none of these" by its key; False where the page has no such answer."""
        answers = next(iter(self._blocks.values())).input
        return isinstance(answers, TicksInput) and answers.say_none()

    def shows_what_was_unseen(self) -> bool:
        """Brings what is to be looked at again into sight, once, if it was not; False: there is nothing to bring."""
        return self._looks.made is not None and self._looks.made.isVisible() and self._looks.made.leads_here()

    def insist(self) -> None:
        """Continue was pressed and led nowhere: the focus goes to what is wrong, as often as that is."""
        self.focus_wrong(self._view)

    def focus_wrong(self, view: PageView) -> None:
        """Gives the focus to the first question that has an error."""
        for question in (view.main, *view.others):
            if question.errors:
                if self._column is not None:
                    self._column.to_top()
                wrong = self._blocks[question.id].input
                if not (isinstance(wrong, GroupInput | EntriesInput | MarksInput) and wrong.focus_wrong()):
                    wrong.focus_first()
                self._show_beside(question.id)
                return

    def marks(self) -> MarksInput | None:
        """The body map of this page, if it has one."""
        found = (block.input for block in self._blocks.values())
        return next((one for one in found if isinstance(one, MarksInput)), None)


def shape_of(view: PageView) -> tuple[object, ...]:
    """What a page has to be made anew for: other questions, other kinds of input, other options."""
    questions = (view.main, *view.others)
    return tuple((question.id, type(question.input), _options(question)) for question in questions)


def _options(question: QuestionView) -> tuple[str, ...]:
    if isinstance(question.input, ChoiceView | TicksView):
        return tuple(option.id for option in question.input.options)
    return ()


def _widest(question: QuestionView) -> int:
    many = isinstance(question.input, TicksView) and len(question.input.options) >= 7
    many = many or (isinstance(question.input, ChoiceView) and len(question.input.options) >= 9)
    return 16_000 if isinstance(question.input, MarksView) else 760 if many else 620


def _one_after_another(look: Look, links: tuple[Button, ...]) -> CardStack:
    """Links in a line, and in the next one where they have no room."""
    stack = CardStack(look, "flow", gap=14)
    for link in links:
        stack.add(link)
    return stack
