"""The road through a record: its places in order, which of them are walked, how far one is, when the result is ready.

Pages whose answers the settings hold are not walked: they are confirmed on "what to do now" and can be changed there.
Of those after the result, what was said elsewhere meanwhile is not walked either (a call is written down where it is
asked for), nor in practice what the story does not tell.
"""

from __future__ import annotations

from bruiseaid.app.screens.ladder import is_disputed
from bruiseaid.app.screens.ladder_question import decision_question
from bruiseaid.app.screens.missing import missing_answers
from bruiseaid.app.screens.phrases import count_words, lower_first
from bruiseaid.app.screens.practice import is_left_out
from bruiseaid.app.screens.state import (
    ADDENDUM,
    ADDENDUM_CHECK,
    CHECK,
    CLOSING,
    DECISION,
    DO_NOW,
    DRILL,
    EMERGENCY,
    FILE_CHECK,
    FINISHED,
    HELP,
    LADDER,
    PORTAL,
    PREVIEW,
    State,
    asked_at,
    asking,
)
from bruiseaid.engine.bearing import bearing_on_the_level
from bruiseaid.engine.journey import Page


def places(state: State) -> tuple[str, ...]:
    """The places of a record in order: the questions that lead to what to do now, it, those after it, and check."""
    return _with_result(_pages(state))


def _with_result(pages: tuple[Page, ...]) -> tuple[str, ...]:
    before = (_place(page) for page in pages if not page.after_result)
    return (*before, DO_NOW, *(_place(page) for page in pages if page.after_result), CHECK)


def walked_place(state: State) -> str:
    """The place on the road where the user is, seen through pages that lie beside it."""
    place = state.ui.left if state.ui.place in (EMERGENCY, FILE_CHECK, HELP) else state.ui.place
    after = dict.fromkeys((FINISHED, PORTAL, PREVIEW, ADDENDUM, ADDENDUM_CHECK), CHECK)
    beside = {LADDER: DO_NOW, DECISION: DO_NOW, CLOSING: DO_NOW, DRILL: DO_NOW, **after}
    return beside.get(place, place)


def _is_settled(state: State, page: Page) -> bool:
    """Whether all that this page asks stands as the settings say it."""
    answers = state.draft.case.answers if state.draft is not None else {}
    return all(name in answers and answers[name] == getattr(state.settings, name, None) for name in page.questions)


def first_settled(state: State) -> str:
    """The first place that is not walked, since the settings hold what it asks; empty if there is none."""
    return next((_place(page) for page in _pages(state) if _is_settled(state, page)), "")


def _was_said(state: State, page: Page) -> bool:
    """Whether all that a page after the result asks was said, on it or where it was done."""
    answers = state.draft.case.answers if state.draft is not None else {}
    return all(name in answers for name in page.questions)


def _asks_of_no_call(state: State, page: Page) -> bool:
    """Whether it asks what came of a referral where the result asks for none."""
    question = decision_question(state)
    if state.outcome is None or question is None or question.id not in page.questions:
        return False
    return state.outcome.status == "concluded" and not any(action.referral for action in state.outcome.actions)


def _is_walked(state: State, page: Page) -> bool:
    place = _place(page)
    if place == state.ui.place:
        return True
    if page.after_result:
        nothing = _was_said(state, page) or _asks_of_no_call(state, page) or is_left_out(state, page.questions)
        return place in state.ui.passed or not nothing
    return not _is_settled(state, page)


def _to_walk(state: State) -> tuple[Page, ...]:
    """The pages that are walked, and the one that is in front all the same."""
    return tuple(page for page in _pages(state) if _is_walked(state, page))


def place_after(state: State) -> str:
    """Where Continue leads.

    From what to do now it leads to the first question after it that is still to settle. Where a refusal was just told,
    it leads to what to do now again, which says whom to ring next.
    """
    order, here = _with_result(_to_walk(state)), state.ui.place
    if here == DO_NOW:
        return next((place for place in order[order.index(DO_NOW) + 1 :] if not _is_done_with(state, place)), CHECK)
    if here in order and _tells_refusal(state):
        return DO_NOW
    return order[order.index(here) + 1 if here in order else 0]


def _is_done_with(state: State, place: str) -> bool:
    """Whether a question after the result was answered or passed by, and nothing that is insisted on is wanting."""
    page = next((page for page in _pages(state) if _place(page) == place), None)
    if page is None or any(missing.place == place for missing in missing_answers(state)):
        return False
    return place in state.ui.passed or _was_said(state, page)


def _tells_refusal(state: State) -> bool:
    """Whether this page is the one after the result that says that a referral came back, and nothing has settled it."""
    page, question = page_after_result(state), decision_question(state)
    return page is not None and question is not None and question.id in page.questions and is_disputed(state)


def page_after_result(state: State) -> Page | None:
    """The page in front, if it is one that is asked after the result."""
    return next((page for page in _pages(state) if page.after_result and _place(page) == state.ui.place), None)


def place_before(state: State) -> str:
    """Where Back leads; empty at the first page."""
    order, here = _with_result(_to_walk(state)), state.ui.place
    at = order.index(here) if here in order else 0
    return order[at - 1] if at else ""


def progress_words(state: State) -> str:
    """How far one is: "Question 3 of 30" up to the last one that bears on the level, then "For the record: 1 of 7".

    After the result it is counted anew, under the title of the step.
    """
    after = page_after_result(state)
    if after is not None:
        walked = [page for page in _to_walk(state) if page.after_result]
        return f"{step_title(state, after.step)}: {walked.index(after) + 1} of {len(walked)}"
    at, before, count = _progress(state)
    if not at:
        return ""
    return f"Question {at} of {before}" if at <= before else f"For the record: {at - before} of {count - before}"


def words_of_what_follows(state: State) -> str:
    """On the last page of each count, what comes after it: ", then 7 for the record"; empty on all others."""
    if page_after_result(state) is not None:
        onward = {DO_NOW: ", then what to do", CHECK: ", then check and finish"}
        return onward.get(place_after(state), "")
    at, before, count = _progress(state)
    if at and at == count:
        return ", then what to do"
    return f", then {count - before} for the record" if at and at == before else ""


def words_after_result(state: State) -> str:
    """What Continue leads to from what to do now, where questions are asked after it; empty where none is left."""
    place = place_after(state)
    page = next((page for page in _pages(state) if _place(page) == place), None)
    return f"Next: {lower_first(step_title(state, page.step))}" if page is not None else ""


def step_title(state: State, step: str) -> str:
    """The title of that step on the rail."""
    return next((known.title for known in state.protocol.steps if known.id == step), "")


def _progress(state: State) -> tuple[int, int, int]:
    """Which page this is, the last one that bears on the level, and how many lead to the result; first 0 on others."""
    here, bears = state.ui.place, bearing_on_the_level(state.protocol)
    walked = [page for page in _to_walk(state) if not page.after_result]
    order = [_place(page) for page in walked]
    counting = [index for index, page in enumerate(walked) if bears.intersection(page.questions)]
    at = order.index(here) + 1 if here in order else 0
    return at, counting[-1] + 1 if counting else 0, len(order)


def result_waits(state: State) -> bool:
    """Whether the result is kept back: it is settled, nobody has to be rung now, and questions are still shown.

    On a page that is asked after the result nothing is kept back any more.
    """
    outcome = state.outcome
    concluded = outcome is not None and outcome.status == "concluded" and not outcome.act_now
    return concluded and page_after_result(state) is None


def result_is_ready(state: State) -> bool:
    """Whether the result is settled, and nothing that bears on it is asked from this page on."""
    before = bool(asked_at(state.ui.place)) and page_after_result(state) is None
    return before and result_waits(state) and not something_bears(state)


def something_bears(state: State) -> bool:
    """Whether a question from this page on bears on the level; on later pages only those count that are open."""
    pages, here = _pages(state), state.ui.place
    at = next((index for index, page in enumerate(pages) if _place(page) == here), len(pages))
    bears = bearing_on_the_level(state.protocol)
    answers = state.draft.case.answers if state.draft is not None else {}
    return any(
        name in bears and (page is pages[at] or name not in answers) for page in pages[at:] for name in page.questions
    )


def something_unsaid_bears(state: State) -> bool:
    """Whether any question that is asked and not answered bears on the level, also one that need not be answered."""
    bears = bearing_on_the_level(state.protocol)
    answers = state.draft.case.answers if state.draft is not None else {}
    return any(name in bears and name not in answers for page in _pages(state) for name in page.questions)


def ready_words(state: State) -> str:
    """That the result can be looked at, and how much is left for the record only; empty while it cannot.

    Empty too while one thing is put right on a page that does not lead on: nothing is left of a road then.
    """
    if state.ui.came or not result_is_ready(state):
        return ""
    pages, here = tuple(page for page in _pages(state) if not page.after_result), state.ui.place
    at = next((index for index, page in enumerate(pages) if _place(page) == here), len(pages))
    count = sum(1 for page in pages[at:] if not _is_settled(state, page))
    return f"The result is ready. {count_words(count, 'page', 'pages')} left, for the record only."


def _place(page: Page) -> str:
    return asking(page.questions[0])


def _pages(state: State) -> tuple[Page, ...]:
    return state.journey.pages if state.journey is not None else ()
