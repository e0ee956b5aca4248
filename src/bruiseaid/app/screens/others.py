"""The pages beside the road: emergency, help, and the finished record."""

from __future__ import annotations

from bruiseaid import __version__
from bruiseaid.app.help_text import Topic, topics, words
from bruiseaid.app.next_child import other_children
from bruiseaid.app.screens.action_rows import ActionRow, action_rows
from bruiseaid.app.screens.addendum import AddendaCard, addenda_card
from bruiseaid.app.screens.call_now import contact_shown, must_ring
from bruiseaid.app.screens.do_now import phone_head
from bruiseaid.app.screens.levels import level_of, level_view, phone_view
from bruiseaid.app.screens.papers import PaperLink, paper_links
from bruiseaid.app.screens.phrases import lower_first, moment_words, spoken_number
from bruiseaid.app.screens.referrals import calls_standing
from bruiseaid.app.screens.shown import LevelView, PhoneView
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.unsaid import unsaid
from bruiseaid.engine.contacts import asks_to_ring, emergency_phone
from bruiseaid.record.progress import rang_at
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class EmergencyPage:
    """The page behind the emergency button. It needs nothing of a record. `noted`: that the call is written down."""

    title: str
    number: str
    spoken: str
    say: tuple[str, ...]
    then: tuple[str, ...]
    back: str
    rung: tuple[tuple[str, str], ...]
    noted: str = ""


@dataclass(frozen=True, slots=True)
class AnnexCard:
    """The restricted annex that lies beside the record."""

    head: str
    words: str
    file_name: str
    path: str


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """The record is made: where it lies, and whom to ring. `ring_first`: somebody must be rung, and was not yet."""

    title: str
    words: str
    path: str
    file_name: str
    level: LevelView | None
    next_words: tuple[str, ...]
    more_left: int
    phone: PhoneView | None
    phone_head: str
    ring_first: bool
    children: tuple[tuple[str, int, str], ...]
    annex: AnnexCard | None = None
    papers: tuple[PaperLink, ...] = ()
    portal: str = ""
    addenda: AddendaCard | None = None
    said: str = ""
    unsaid: str = ""


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What the keys do, and what this program is."""

    title: str
    keys: tuple[tuple[str, str], ...]
    topics: tuple[Topic, ...]
    about: tuple[str, ...]


def emergency_page(state: State) -> EmergencyPage:
    """Whom to ring when somebody is ill, hurt or in danger, and what to say."""
    phone = emergency_phone(state.protocol)
    where = "to the question" if state.draft is not None else "to the start page"
    rang, noted = rang_at(state.draft) if state.draft is not None else None, ""
    if rang is not None:
        noted = f"Written down: you rang {phone}, {moment_words(rang, state.protocol.time_zone)}."
    return EmergencyPage(
        title="Ring for help now",
        number=phone,
        spoken=spoken_number(" ".join(phone)),
        say=(
            "“Ambulance”, if the child is ill or badly hurt. “Police”, if anyone is in danger.",
            "“I am with a child who is hurt. There is a safeguarding concern.”",
            "Where you are: street, number, town. Stay on the line.",
        ),
        then=(
            "Stay with the child if it is safe for you. Never block a door or hold a child.",
            "If you are not safe, leave first and ring from outside.",
            "Your answers are kept. Come back when help has been called.",
        ),
        back=f"Back {where}",
        rung=_rung(state, noted),
        noted=noted,
    )


def _rung(state: State, noted: str) -> tuple[tuple[str, str], ...]:
    """The ways to write down that the number was rung: for each action that asks for it, else for none of them."""
    if state.draft is None:
        return ()
    phone = emergency_phone(state.protocol)
    actions = state.outcome.actions if state.outcome is not None else ()
    standing = calls_standing(state)
    asked = [one for one in actions if asks_to_ring(one, phone) and one.id not in standing]
    if asked:
        return tuple((one.id, f"I did this: {lower_first(one.text)}") for one in asked)
    return (("", f"I have rung{' again' if noted else ''}, write it down"),)


_MOST_LEFT = 6
_WHAT_NOW = {
    False: "Print it, sign it, and send it by secure means.",
    True: "It is practice, not about a real child, and says so on every page. Do not send it. It is not sealed.",
}


def finished_page(state: State) -> FinishedPage:
    """What was made, and what is still to do."""
    assert state.draft is not None
    assert state.outcome is not None
    level = level_of(state.protocol, state.outcome.level)
    contact = contact_shown(state)
    practice = state.draft.practice
    only_possible = {action.id for action in state.outcome.actions if action.possible}
    rows = (row for row in action_rows(state) if row.state != "done")
    left = sorted(rows, key=lambda row: row.id in only_possible)  # what is certain comes first
    nothing_said = unsaid(state)
    made = state.ui.finished_at
    when = f" on {moment_words(made, state.protocol.time_zone)}" if made else ""
    return FinishedPage(
        title="The practice record is made" if practice else "The record is made",
        words=f"Record {state.draft.id} was made{when}. {_WHAT_NOW[practice]}",
        path=state.ui.pdf,
        file_name=_name_of(state.ui.pdf),
        annex=_annex(state.ui.annex),
        level=level_view(level) if level else None,
        next_words=tuple(_left_words(row, sure=row.id not in only_possible) for row in left[:_MOST_LEFT]),
        more_left=max(0, len(left) - _MOST_LEFT),
        phone=phone_view(state.protocol, contact),
        phone_head="If anything changes, ring" if practice else phone_head(state),
        ring_first=must_ring(state) and not practice,
        children=() if practice else other_children(state.draft.case),
        papers=paper_links(state),
        portal="" if practice else "Copy for a web form",
        addenda=addenda_card(state),
        said=state.ui.said,
        unsaid=nothing_said.words if nothing_said is not None and not practice else "",
    )


def _annex(path: str) -> AnnexCard | None:
    if not path:
        return None
    return AnnexCard(
        head="The restricted annex: do not send it",
        words="You wrote something that must be kept apart, such as an address. It stands only in this second file. "
        "Never send it with the record, and never print the two together.",
        file_name=_name_of(path),
        path=path,
    )


def _name_of(path: str) -> str:
    return path.replace("\\", "/").rpartition("/")[2]


def _left_words(row: ActionRow, *, sure: bool) -> str:
    """One action that is not done, with its time. Not `sure`: an answer that was not given decides about it."""
    when = {"lasting": "", "overdue": ", overdue", "refused": ", not agreed"}
    by = ", now" if row.time == "Now" else f", by {row.time}"
    return f"{row.title}{when.get(row.state, by)}{'' if sure else ', if it is needed: an answer is missing'}"


_PROVED = {True: "Their promises are proved for every case.", False: "Their promises are not proved."}


def _levels(state: State) -> Topic:
    """What each letter stands for, the most urgent first."""
    lines = (f"{level.id}, {level.name}. {level.sentence}" for level in reversed(state.protocol.levels))
    return Topic("The levels", tuple(lines))


def _words() -> Topic:
    return Topic("Words", tuple(f"{term}: {meaning}" for term, meaning in words().items()))


def help_page(state: State) -> HelpPage:
    """The keys, and which rules are in force."""
    protocol = state.protocol
    return HelpPage(
        title="Help",
        keys=(
            ("F2", "Emergency: 999, and what to say"),
            ("F9", "Hide the screen, and show it again"),
            ("Space", "Choose the answer, or take it back"),
            ("Enter", "Choose the answer that you went to; once more: Continue"),
            ("Ctrl + Enter", "Continue, from anywhere on the page"),
            ("Ctrl + 0", "“None of these”, where the page says so"),
            ("Alt + Left", "Back"),
            ("Alt + N", "Act now: the number to ring and what to say"),
            ("Ctrl + K", "Find a place on the body by name"),
            ("F6", "The next part of the window"),
            ("Escape", "Close what is open, or go back from help and from a paper"),
            ("Ctrl + Z", "Bring back ticks that were just removed"),
            ("Tab, arrows, Enter", "Move, choose and press"),
        ),
        topics=(*topics(), _levels(state), _words()),
        about=(
            f"Bruiseaid {__version__}.",
            f"Rules: {protocol.title}, version {protocol.version}, {protocol.approval}.",
            protocol.approval_note,
            _PROVED[state.proved],
            f"Mark of these rules (SHA-256): {protocol.sha256}" if protocol.sha256 else "",
            "Bruiseaid says what the protocol asks for. It does not judge a mark.",
            "It does not replace your own judgement.",
        ),
    )
