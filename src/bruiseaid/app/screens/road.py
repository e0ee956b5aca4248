"""The road through a record: its places in order, which of them are walked, how far one is, when the result is ready.

Pages whose answers the settings hold are not walked: they are confirmed on "what to do now" and can be changed there.
"""

from __future__ import annotations

from bruiseaid.app.screens.phrases import count_words
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
    """The places of a record in the order of the protocol: its questions, what to do now, check."""
    return (*(_place(page) for page in _pages(state)), DO_NOW, CHECK)


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


def _to_walk(state: State) -> tuple[Page, ...]:
    """The pages that are walked, and the one that is in front all the same."""
    here = state.ui.place
    return tuple(page for page in _pages(state) if _place(page) == here or not _is_settled(state, page))


def place_after(state: State) -> str:
    """Where Continue leads."""
    order, here = places(state), state.ui.place
    at = order.index(here) + 1 if here in order else 0
    walked = {*(_place(page) for page in _to_walk(state)), DO_NOW, CHECK}
    return next(place for place in order[at:] if place in walked)


def place_before(state: State) -> str:
    """Where Back leads; empty at the first page."""
    order, here = places(state), state.ui.place
    before = order[: order.index(here)] if here in order else ()
    walked = {*(_place(page) for page in _to_walk(state)), DO_NOW, CHECK}
    return next((place for place in reversed(before) if place in walked), "")


def progress_words(state: State) -> str:
    """How far one is: "Question 3 of 30" up to the last one that bears on the level, then "For the record: 1 of 7"."""
    at, before, count = _progress(state)
    if not at:
        return ""
    return f"Question {at} of {before}" if at <= before else f"For the record: {at - before} of {count - before}"


def words_of_what_follows(state: State) -> str:
    """On the last page of either count, what comes after it: ", then 7 for the record"; empty on all others."""
    at, before, count = _progress(state)
    if at and at == count:
        return ", then what to do"
    return f", then {count - before} for the record" if at and at == before else ""


def _progress(state: State) -> tuple[int, int, int]:
    """Which page this is, the last one that bears on the level, and how many there are; the first 0 on no such page."""
    here, bears = state.ui.place, bearing_on_the_level(state.protocol)
    walked = _to_walk(state)
    order = [_place(page) for page in walked]
    counting = [index for index, page in enumerate(walked) if bears.intersection(page.questions)]
    at = order.index(here) + 1 if here in order else 0
    return at, counting[-1] + 1 if counting else 0, len(order)


def result_waits(state: State) -> bool:
    """Whether the result is kept back: it is settled, nobody has to be rung now, and questions are still shown."""
    outcome = state.outcome
    return outcome is not None and outcome.status == "concluded" and not outcome.act_now


def result_is_ready(state: State) -> bool:
    """Whether the result is settled, and nothing that bears on it is asked from this page on."""
    return bool(asked_at(state.ui.place)) and result_waits(state) and not something_bears(state)


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
    pages, here = _pages(state), state.ui.place
    at = next((index for index, page in enumerate(pages) if _place(page) == here), len(pages))
    count = sum(1 for page in pages[at:] if not _is_settled(state, page))
    return f"The result is ready. {count_words(count, 'page', 'pages')} left, for the record only."


def _place(page: Page) -> str:
    return asking(page.questions[0])


def _pages(state: State) -> tuple[Page, ...]:
    return state.journey.pages if state.journey is not None else ()
