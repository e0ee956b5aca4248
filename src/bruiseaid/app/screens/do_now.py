"""What to do now: the level, each action with its clock time, the number for this hour, and why."""

from __future__ import annotations

from bruiseaid.app.screens.action_rows import ActionRow, action_rows, rung_for
from bruiseaid.app.screens.call_now import call_now, contact_shown, ladder_call, must_ring
from bruiseaid.app.screens.forms import closing_missing
from bruiseaid.app.screens.ladder_question import nobody_answered
from bruiseaid.app.screens.levels import level_of, level_view, phone_view, scale_words
from bruiseaid.app.screens.phrases import clock_words, count_words, due_words, lower_first
from bruiseaid.app.screens.referrals import answered_outcome, older_words
from bruiseaid.app.screens.road import first_settled
from bruiseaid.app.screens.shown import LevelView, PhoneView
from bruiseaid.app.screens.state import State, asking
from bruiseaid.app.screens.why import Why, why
from bruiseaid.record.decision import decision_words
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class DoNowPage:
    """The page. `level` None: outside the protocol, or nothing certain yet; then `title` says what.

    `ring_first`: somebody must be rung, and was not yet.
    """

    level: LevelView | None
    over_title: str
    title: str
    sentence: str
    clock_note: str
    clock_question: tuple[str, str]
    open_note: str
    open_place: str
    rows: tuple[ActionRow, ...]
    phone: PhoneView | None
    phone_head: str
    ring_first: bool
    why: Why
    own_words: str
    decision_words: str
    decision_set_aside: bool
    late_words: str
    place_words: str
    place_known: bool
    place_link: str
    own_role_words: str
    own_role_place: str
    decision_link: str
    closing_link: str
    ladder_words: str


def do_now_page(state: State) -> DoNowPage:
    """What to do now, at this moment."""
    assert state.outcome is not None
    assert state.draft is not None
    outcome = state.outcome
    over, title, sentence = _heading(state)
    rows = action_rows(state)
    level = level_of(state.protocol, outcome.level)
    contact = contact_shown(state)
    return DoNowPage(
        level=level_view(level) if level else None,
        over_title=over,
        title=title,
        sentence=sentence,
        clock_note=f"Latest times, from {_since(state)}, when you knew of the mark",
        clock_question=_clock_question(state),
        open_note=_open_note(state),
        open_place=_open_place(state),
        rows=rows,
        phone=phone_view(state.protocol, contact),
        phone_head=phone_head(state),
        ring_first=must_ring(state),
        why=why(state),
        own_words="You may go higher at any time. Talk to your safeguarding lead.",
        decision_words=_decision_words(state),
        decision_set_aside=bool(state.judgement and state.judgement.set_aside),
        late_words=late_words(rows),
        place_words=_place_words(state),
        place_known=bool(state.draft.case.borough),
        own_role_words=_own_role(state)[0],
        own_role_place=_own_role(state)[1],
        place_link="Change" if state.draft.case.borough else "Say where you work",
        decision_link="Go higher or lower" if outcome.status != "out_of_scope" else "",
        closing_link=_closing_link(state),
        ladder_words="If they say no" if outcome.ladder else "",
    )


def _since(state: State) -> str:
    """The time from which all others are counted, with the day if it was another one."""
    assert state.draft is not None
    return due_words(state.draft.case.seen_at, state.now, state.protocol.time_zone)[0]


def _clock_question(state: State) -> tuple[str, str]:
    """The question from whose time all others are counted, with the place where it is asked."""
    question = next((known for known in state.protocol.questions if known.stored == "seen_at"), None)
    return (asking(question.same_page_as or question.id), question.id) if question is not None else ("", "")


def _decision_words(state: State) -> str:
    """What was decided, and what the protocol gives; empty where nobody decided."""
    judgement = state.judgement
    if judgement is None or judgement.decision is None:
        return ""
    return decision_words(judgement.decision, judgement.found.level or "", judgement.set_aside)


def late_words(rows: tuple[ActionRow, ...]) -> str:
    """How many actions are overdue, and which comes first."""
    late = [row for row in rows if row.state == "overdue"]
    if not late:
        return ""
    verb = "is" if len(late) == 1 else "are"
    return f"{count_words(len(late), 'action', 'actions')} {verb} overdue. First: {late[0].title}."


def _place_words(state: State) -> str:
    """For which place the numbers stand, to be confirmed by whoever reads them."""
    assert state.draft is not None
    named = {borough.id: borough.name for borough in state.protocol.boroughs}.get(state.draft.case.borough)
    return f"Numbers for {named}." if named else "Nobody has said which borough this is."


def _own_role(state: State) -> tuple[str, str]:
    """What the settings answered in the practitioner's place, to be confirmed, and where it is changed."""
    assert state.draft is not None
    answers = state.draft.case.answers
    place = first_settled(state)
    question = next((known for known in state.protocol.questions if asking(known.id) == place), None)
    if question is None:
        return "", ""
    answer = answers[question.id]
    return f"{question.short}: {next((o.label for o in question.options if o.id == answer), answer)}.", place


def _closing_link(state: State) -> str:
    assert state.outcome is not None
    level = level_of(state.protocol, state.outcome.level)
    if level is None or not level.closes_case or state.outcome.status != "concluded":
        return ""
    return "Write the closing" if closing_missing(state) else "Change the closing"


def _heading(state: State) -> tuple[str, str, str]:
    assert state.outcome is not None
    level = level_of(state.protocol, state.outcome.level)
    if level is not None:
        return f"Level {level.id} of {scale_words(state.protocol)}", level.name, level.sentence
    end = next((end for end in state.protocol.scope_ends if end.id == state.outcome.reason), None)
    if end is not None:
        return "Outside this protocol", end.title, end.sentence
    return (
        "Not finished",
        "No level is certain yet",
        "Some answers that the level needs are still missing. What is listed here stands already.",
    )


def phone_head(state: State) -> str:
    """Whom to ring, until it was done; of a referral that came back what is done next."""
    assert state.outcome is not None
    assert state.draft is not None
    if not must_ring(state):
        refused = ladder_call(state)
        if refused is not None and nobody_answered(state):
            return "Nobody answered: ring again now"
        return refused.text if refused is not None else "If anything changes, ring"
    ring = call_now(state)
    if ring is None:
        return "Ring now"
    if older := older_words(state, ring.id):
        return f"{ring.text}. {older}"
    rung = rung_for(state.protocol, state.draft, ring.contact)
    if rung is None:
        said = answered_outcome(state) if ring.referral else ""
        if said and nobody_answered(state):
            return f"{ring.text}. You answered “{said}”: ring again"
        return f"{ring.text}, if you have not yet. You answered “{said}”" if said else ring.text
    return f"{ring.text}, unless your call at {clock_words(rung, state.protocol.time_zone)} was for this"


def _open_note(state: State) -> str:
    assert state.outcome is not None
    if state.outcome.status != "open":
        return ""
    shorts = {question.id: question.short for question in state.protocol.questions}
    names = [f"“{lower_first(shorts[question])}”" for question in state.outcome.open_questions if question in shorts]
    more = f", and {len(names) - 4} more" if len(names) > 4 else ""
    return f"Still to answer: {', '.join(names[:4])}{more}." if names else ""


def _open_place(state: State) -> str:
    """Where the first question is that the level still needs; empty if there is none."""
    pages = state.journey.pages if state.journey is not None else ()
    needed = state.journey.open_needed if state.journey is not None else ()
    return next((asking(page.questions[0]) for page in pages if any(name in needed for name in page.questions)), "")
