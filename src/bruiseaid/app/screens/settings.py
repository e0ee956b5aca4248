"""Who works at this machine and where, asked once; and how the window looks and hides itself."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from bruiseaid.app.screens.state import FIRST, State
from bruiseaid.app.screens.values import OptionView
from bruiseaid.engine.recommend import OUTSIDE
from bruiseaid.store.settings import Settings
from bruiseaid.values import dataclass


@dataclass(frozen=True, slots=True)
class SettingField:
    """One line of the settings. `browse`: the words of a button that finds it."""

    id: str
    label: str
    hint: str
    text: str
    browse: str = ""


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
    rules: SettingField
    errors: tuple[str, ...]


def settings_page(state: State) -> SettingsPage:
    """The settings as they stand. The role group is the question of the same name, if the protocol asks it."""
    settings = state.settings
    group = next((known for known in state.protocol.questions if hasattr(settings, known.id)), None)
    in_order = sorted(state.protocol.boroughs, key=lambda borough: borough.id == OUTSIDE)
    boroughs = tuple((borough.id, borough.name, "") for borough in in_order)
    groups = tuple((option.id, option.label, option.hint) for option in (group.options if group else ()))
    return SettingsPage(
        title="Where do you work, and who are you?",
        words="Asked once. The borough decides which number you are shown. Your name and role go on each record."
        + (" In a hurry? Skip it. You will be asked again when it matters." if state.ui.left == FIRST else ""),
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
            _setting("lock_after", "When to hide the screen", LOCK_HINT, LOCKS, settings.lock_after or LOCK_DEFAULT),
        ),
        rules=SettingField(
            RULES_FOLDER,
            "Folder of your local rules",
            RULES_HINT,
            state.ui.written.get(RULES_FOLDER, settings.rules_folder),
            "Choose folder…",
        ),
        errors=state.ui.errors.get("settings", ()),
    )


RULES_FOLDER = "rules_folder"
RULES_HINT = (
    "Leave it empty to use the rules that came with the program. Rules from a folder are checked first. "
    "If they do not pass, they are not used, and you are told why"
)


def settings_errors(settings: Settings, values: Mapping[str, str]) -> tuple[str, ...]:
    """What has to be put right before the settings can be kept."""
    found = [] if values.get("borough") else ["Choose the borough you work in."]
    folder = values.get(RULES_FOLDER, "")
    if folder and folder != settings.rules_folder and not Path(folder).is_dir():
        found.append("There is no such folder for the local rules. Choose another one, or leave it empty.")
    return tuple(found)


TEXT_SIZES = tuple((str(size), f"{size} %", "") for size in (100, 125, 150, 175, 200))
THEMES = (("system", "As on this computer", ""), ("light", "Light", ""), ("dark", "Dark", ""))
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


def _setting(name: str, label: str, hint: str, options: tuple[tuple[str, str, str], ...], chosen: str) -> SettingChoice:
    views = tuple(OptionView(value, words, note, value == chosen) for value, words, note in options)
    return SettingChoice(name, label, hint, views)
