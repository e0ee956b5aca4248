"""The pages beside the road: start, settings, emergency, help, and the finished record."""

from __future__ import annotations

from dataclasses import dataclass

from bruiseaid import __version__
from bruiseaid.app.help_text import Topic, topics, words
from bruiseaid.app.next_child import other_children
from bruiseaid.app.screens.levels import contact_shown, level_of, level_view, phone_view
from bruiseaid.app.screens.phrases import moment_words, near_words, spoken_number
from bruiseaid.app.screens.start_words import START, TITLE, WORDS
from bruiseaid.app.screens.state import State
from bruiseaid.app.screens.values import LevelView, OptionView, PhoneView
from bruiseaid.store.drafts import DraftSummary


@dataclass(frozen=True, slots=True)
class DraftRow:
    """One open record on the start page: never with a name."""

    id: str
    under: str
    level: LevelView | None
    level_words: str
    saved: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The start page."""

    title: str
    words: str
    start: str
    rows: tuple[DraftRow, ...]
    approval_head: str
    approval: str
    problem: str


@dataclass(frozen=True, slots=True)
class SettingField:
    """One line of the settings."""

    id: str
    label: str
    hint: str
    text: str


@dataclass(frozen=True, slots=True)
class SettingChoice:
    """One choice of the settings."""

    id: str
    label: str
    hint: str
    options: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """Asked once before the first record, and to be changed at any time."""

    title: str
    words: str
    choices: tuple[SettingChoice, ...]
    fields: tuple[SettingField, ...]
    later_choices: tuple[SettingChoice, ...]
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmergencyPage:
    """The page behind the emergency button. It needs nothing of a record."""

    title: str
    number: str
    spoken: str
    say: tuple[str, ...]
    then: tuple[str, ...]
    back: str
    rung: str


@dataclass(frozen=True, slots=True)
class FinishedPage:
    """The record is made: where it lies, and whom to ring."""

    title: str
    words: str
    path: str
    file_name: str
    level: LevelView | None
    next_words: tuple[str, ...]
    phone: PhoneView | None
    children: tuple[tuple[str, int, str], ...]


@dataclass(frozen=True, slots=True)
class HelpPage:
    """What the keys do, and what this program is."""

    title: str
    keys: tuple[tuple[str, str], ...]
    topics: tuple[Topic, ...]
    about: tuple[str, ...]


def home_page(state: State) -> HomePage:
    """The start page."""
    approved = state.protocol.approval == "approved"
    return HomePage(
        title=TITLE,
        words=WORDS,
        start=START,
        rows=tuple(_draft_row(state, draft) for draft in state.drafts),
        approval_head="" if approved else f"These rules are {state.protocol.approval}",
        approval=""
        if approved
        else "No local lead has signed them yet. Follow your own safeguarding lead where they differ.",
        problem=state.ui.problem,
    )


def _draft_row(state: State, draft: DraftSummary) -> DraftRow:
    zone = state.protocol.time_zone
    level = level_of(state.protocol, draft.level)
    seen = f"seen {near_words(draft.seen_at, state.now, zone)}"
    age = draft.age or "Age not given yet"
    return DraftRow(
        id=draft.id,
        under=f"{age}, {seen}",
        level=level_view(level) if level else None,
        level_words=level.name if level else "Not finished",
        saved=f"Saved {near_words(draft.saved_at, state.now, zone)}",
    )


def settings_page(state: State) -> SettingsPage:
    """The settings as they stand. The role group is the question of the same name, if the protocol asks it."""
    settings = state.settings
    group = next((known for known in state.protocol.questions if hasattr(settings, known.id)), None)
    boroughs = tuple((borough.id, borough.name, "") for borough in state.protocol.boroughs)
    groups = tuple((option.id, option.label, option.hint) for option in (group.options if group else ()))
    return SettingsPage(
        title="Where do you work, and who are you?",
        words="Asked once. The borough decides which number you are shown. Your name and role go on each record.",
        choices=(
            _setting("borough", "Borough", "", boroughs, settings.borough),
            *((_setting(group.id, "Your role", "", groups, getattr(settings, group.id)),) if group else ()),
        ),
        fields=(
            SettingField("name", "Your name", "", settings.name),
            SettingField("role", "Your job title", "For example health visitor", settings.role),
            SettingField("organisation", "Where you work", "", settings.organisation),
            SettingField("phone", "Number to ring you back", "A work number", settings.phone),
            SettingField("lead", "Your safeguarding lead", "Name and number, if you know them", settings.lead),
        ),
        later_choices=(
            _setting("text_size", "Size of the text", "", TEXT_SIZES, settings.text_size or TEXT_SIZES[0][0]),
            _setting("theme", "Light or dark", "", THEMES, settings.theme or THEMES[0][0]),
            _setting("lock_after", "Hide the screen by itself", LOCK_HINT, LOCKS, settings.lock_after or LOCK_DEFAULT),
        ),
        errors=state.ui.errors.get("settings", ()),
    )


TEXT_SIZES = tuple((str(size), f"{size} %", "") for size in (100, 125, 150, 175, 200))
THEMES = (("system", "As the system", ""), ("light", "Light", ""), ("dark", "Dark", ""))
LOCK_DEFAULT = "10"
LOCK_HINT = "When nobody has touched keys or mouse for that long. One key brings it back"
LOCKS = (
    ("2", "After 2 minutes", ""),
    ("5", "After 5 minutes", ""),
    ("10", "After 10 minutes", ""),
    ("30", "After 30 minutes", ""),
    ("never", "Never", ""),
)


AS_IT_COMES = {"text_size": TEXT_SIZES[0][0], "theme": THEMES[0][0], "lock_after": LOCK_DEFAULT}


def _setting(
    name: str, label: str, hint: str, options: tuple[tuple[str, str, str], ...], chosen: str
) -> SettingChoice:
    views = tuple(OptionView(value, words, note, value == chosen) for value, words, note in options)
    return SettingChoice(name, label, hint, views)


def emergency_page(state: State) -> EmergencyPage:
    """Whom to ring when somebody is ill, hurt or in danger, and what to say."""
    phone = min((contact.phone for contact in state.protocol.contacts), key=len)
    where = "to the question" if state.draft is not None else "to the start page"
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
        rung="" if state.draft is None else "I have rung, write it down",
    )


def finished_page(state: State) -> FinishedPage:
    """What was made, and what is still to do."""
    assert state.draft is not None
    assert state.outcome is not None
    level = level_of(state.protocol, state.outcome.level)
    contact = contact_shown(state.protocol, state.outcome, state.draft.case, state.now)
    done = state.draft.done
    left = tuple(action.text for action in state.outcome.actions if action.id not in done)
    made = state.ui.finished_at
    when = f" on {moment_words(made, state.protocol.time_zone)}" if made else ""
    return FinishedPage(
        title="The record is made",
        words=f"Record {state.draft.id} was made{when}. Print it, sign it, and send it by secure means.",
        path=state.ui.pdf,
        file_name=state.ui.pdf.replace("\\", "/").rpartition("/")[2],
        level=level_view(level) if level else None,
        next_words=left[:6],
        phone=phone_view(contact),
        children=other_children(state.draft.case),
    )


def help_page(state: State) -> HelpPage:
    """The keys, and which rules are in force."""
    protocol = state.protocol
    return HelpPage(
        title="Help",
        keys=(
            ("F2", "Emergency: 999, and what to say"),
            ("F9", "Hide the screen, and show it again"),
            ("Ctrl + Enter", "Continue"),
            ("Alt + Left", "Back"),
            ("Alt + N", "Act now: the number to ring and what to say"),
            ("Ctrl + K", "Find a place on the body by name"),
            ("F6", "The next part of the window"),
            ("Ctrl + Z", "Bring back ticks that were just removed"),
            ("Tab, arrows, Enter", "Move, choose and press"),
        ),
        topics=(*topics(), Topic("Words", tuple(f"{term}: {meaning}" for term, meaning in words().items()))),
        about=(
            f"Bruiseaid {__version__}.",
            f"Rules: {protocol.title}, version {protocol.version}, {protocol.approval}.",
            protocol.approval_note,
            f"Mark of these rules (SHA-256): {protocol.sha256}" if protocol.sha256 else "",
            "Bruiseaid says what the protocol asks for. It does not judge a mark.",
            "It does not replace your own judgement.",
        ),
    )
