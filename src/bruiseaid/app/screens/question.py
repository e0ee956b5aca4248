"""The page of a question, with the questions that share it."""

from __future__ import annotations

from bruiseaid.app.help_text import terms_in
from bruiseaid.app.screens.inputs import answer_of, input_view
from bruiseaid.app.screens.levels import contact_named, phone_view, sources_of
from bruiseaid.app.screens.marks import split_help
from bruiseaid.app.screens.second_looks import NO_LOOKS, LooksView, looks_beside
from bruiseaid.app.screens.shown import PhoneView, SourceView
from bruiseaid.app.screens.state import State, asked_at
from bruiseaid.app.screens.values import QuestionInput, Words
from bruiseaid.engine.recommend import borough_of
from bruiseaid.protocol.model import Question
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question on the page. `help` may be empty; `more_help` is shown on demand; `errors` above its input.

    `phone`: the number to ring to know the answer, below its input; `ring`: whose it is.
    """

    id: str
    title: str
    help: str
    more_help: str
    input: QuestionInput
    errors: Words
    phone: PhoneView | None = None
    ring: str = ""


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """A page: the main question, and those beside it. `wide` pages need no side panel. `wanted`: see `Ui`.
    `looks`: what goes badly with these answers, said below them.

    `by_enter`: Enter on an answer goes on, or says what is missing. `may_stay_blank`: nothing is, so that Enter, which
    is pressed again and again, does not leave the page without an answer.
    """

    id: str
    title: str
    main: QuestionView
    others: tuple[QuestionView, ...]
    why: str
    why_open: bool
    sources: tuple[SourceView, ...]
    wide: bool
    answered: bool
    by_enter: bool
    may_stay_blank: bool
    terms: tuple[tuple[str, str], ...] = ()
    term_open: str = ""
    wanted: tuple[str, str] = ("", "")
    looks: LooksView = NO_LOOKS


def question_page(state: State) -> QuestionPage:
    """The page at the present place."""
    main = question_of(state, asked_at(state.ui.place))
    beside = companions(state, main.id)
    others = [question_of(state, other) for other in beside]
    return QuestionPage(
        id=main.id,
        title=main.ask,
        main=_view(state, main, companion=False),
        others=tuple(_view(state, other, companion=True) for other in others),
        why=main.why,
        why_open=state.ui.why_open,
        sources=sources_of(state.protocol, main.sources),
        wide=main.type == "marks",
        answered=answer_of(state, main) is not None,
        may_stay_blank=not main.needed and answer_of(state, main) in (None, ()),
        by_enter=main.type in ("choice", "ticks", "date", "number"),
        terms=terms_in(_all_words(main)),
        term_open=state.ui.term_open,
        wanted=state.ui.wanted,
        looks=looks_beside(state, (main.id, *beside)),
    )


def _all_words(question: Question) -> str:
    """Everything that is read on the page of a question, to find terms in."""
    options = (f"{option.label} {option.hint}" for option in question.options)
    return " ".join((question.ask, question.help, question.why, *options))


def companions(state: State, main: str) -> tuple[str, ...]:
    """The questions that share the page of that one."""
    pages = state.journey.pages if state.journey is not None else ()
    return next((page.questions[1:] for page in pages if page.questions[0] == main), ())


def question_of(state: State, question: str) -> Question:
    """The question of that id."""
    return next(known for known in state.protocol.questions if known.id == question)


def _view(state: State, question: Question, *, companion: bool) -> QuestionView:
    first, rest = split_help(question)
    return QuestionView(
        id=question.id,
        title=question.ask,
        help=first,
        more_help=rest,
        input=input_view(state, question, companion=companion),
        errors=state.ui.errors.get(question.id, ()),
        phone=_phone(state, question),
        ring=_ring(state, question),
    )


def _phone(state: State, question: Question) -> PhoneView | None:
    if state.draft is None or not question.contact:
        return None
    return phone_view(state.protocol, contact_named(state.draft.case, question.contact, state.now))


def _ring(state: State, question: Question) -> str:
    """Whose number it is: that of a contact is named with it, the borough's needs the name of its social care."""
    own = any(one.id == question.contact for one in state.protocol.contacts)
    if state.draft is None or not question.contact:
        return ""
    whose = "" if own else borough_of(state.draft.case).hub_name
    return ": ".join(part for part in (question.contact_head, whose) if part)
