"""Kinds of broken protocol files: what is done to a shipped file, where the mistake must be found, and a word of
the message."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

Edit = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Broken:
    """One kind of mistake. `at`: a text on the line where it must be found, after the edit; '' for line 1."""

    name: str
    file: str
    edit: Edit
    at: str
    says: str
    suggests: str = ""


def swap(old: str, new: str) -> Edit:
    """Replaces the first `old`, which has to be there."""

    def edit(data: bytes) -> bytes:
        assert old.encode() in data, old
        return data.replace(old.encode(), new.encode(), 1)

    return edit


def whole(data: bytes) -> Edit:
    """Replaces the whole file."""
    return lambda _: data


def drop(line: str) -> Edit:
    """Takes out the first line that contains the text."""

    def edit(data: bytes) -> bytes:
        lines = data.split(b"\n")
        index = next(i for i, one in enumerate(lines) if line.encode() in one)
        return b"\n".join(lines[:index] + lines[index + 1 :])

    return edit


def add(text: str) -> Edit:
    """Adds text at the end."""
    return lambda data: data + text.encode()


R, F, Q, A, B, S = "rules.yaml", "facts.yaml", "questions.yaml", "actions.yaml", "bruising.yaml", "sources.yaml"
L, AT_TWO = "second_looks.yaml", "look_at: [immediate_danger, cooperation]"
BODY, ROCH, V01 = "body_regions.yaml", "boroughs/rochdale.yaml", "scenarios/v01-baby-cheek-no-account.yaml"

SYNTAX = [
    Broken("an empty file", R, whole(b""), "", "empty"),
    Broken("only a comment", R, whole(b"# rules\n"), "", "empty"),
    Broken("not UTF-8", R, lambda data: data.replace(b"The child may", b"The\xff child may", 1), "", "UTF-8"),
    Broken("a tab as indent", R, swap("    at_least: A", "\tat_least: A"), "\tat_least: A", "tab"),
    Broken("a colon in a text", R, swap("because: The child may", "because: Note: the child may"), "Note:", '": "'),
    Broken("an open quote", B, swap('version: "2026.1"', 'version: "2026.1'), "", "quote"),
    Broken("an open bracket", R, swap("sources: [N13, N24, NG232, APP]", "sources: [N13, N24"), "own_choice: Not sure", ""),
    Broken("a wrong indent", R, swap("    at_least: B\n    because: Someone", "   at_least: B\n    because: Someone"), "", ""),
    Broken("an anchor", R, swap("sources: [APP]", "sources: &own [APP]"), "&own", "Anchors"),
    Broken("an alias", R, swap("at_least: B", "at_least: *own"), "*own", ""),
    Broken("a tag", R, swap("at_least: B", "at_least: !level B"), "!level", "Tags"),
    Broken("a Python tag", R, whole(b"rules: !!python/object/apply:os.system ['true']\n"), "!!python", "Tags"),
    Broken("a merge key", R, swap("    at_least: B", "    <<: {at_least: B}"), "<<", "Merge"),
    Broken("two documents", R, add("\n---\nrules: []\n"), "", "second document"),
    Broken("a directive", R, lambda data: b"%YAML 1.1\n---\n" + data, "", "%"),
    Broken("a key twice", R, swap("    at_least: B", "    at_least: B\n    at_least: C"), "at_least: C", "twice"),
    Broken("a quote that is never closed", R, swap("because: Someone", 'because: "Someone'), 'because: "Someone', "not closed"),
    Broken("a brace that is not closed in its line", R, swap("{feature: strong}", "{feature: strong"), "", "closing bracket"),
    Broken("a key without its colon", R, swap("    at_least: A", "    at_least A"), "", "colon and a space"),
    Broken("a row with too few spaces", R, swap("    at_least: A", "   at_least: A"), "   at_least: A", "the indentation"),
    Broken("a list as key", R, swap("rules:", "? [a]\n: b\nrules:"), "? [a]", "key"),
    Broken("nested too deep", R, whole(b"rules: " + b"[" * 5000), "rules:", "deep"),
    Broken("many brackets", R, whole(b"[" * 1_900_000), "", "deep"),
    Broken("too large", R, whole(b"a: " + b"x" * 2_100_000), "", "bytes"),
    Broken("too many items", R, whole(b"rules: [" + b"a," * 120_000 + b"a]"), "", "items"),
    Broken("a text too long", R, whole(b"rules: '" + b"x" * 70_000 + b"'"), "", "longer"),
    Broken("a null byte", R, swap("because: Someone", "because: \0Someone"), "", "character"),
    Broken("a hidden direction mark", R, swap("because: Someone", "because: \u202eSomeone"), "\u202e", "hidden"),
    Broken("a control character", R, swap("because: Someone", "because: \x07Someone"), "", "character"),
    Broken("an escaped control character", R, swap("because: Someone may", 'because: "\\x07Someone may"#'), "x07", "control"),
    Broken("UTF-16", R, lambda data: data.decode().encode("utf-16"), "", "UTF-8"),
    Broken("a file that is a list", R, whole(b"- a\n- b\n"), "", "begin with a key"),
    Broken("a file that is a text", R, whole(b"hello\n"), "", "begin with a key"),
]  # fmt: skip

NAMES = [
    Broken("an unknown section", R, swap("rules:", "rulez:"), "rulez:", "section", "rules"),
    Broken("an unknown key", R, swap("    at_least: A", "    atleast: A"), "atleast", "no such key", "at_least"),
    Broken("a missing key", R, drop("because: Someone may"), "id: R02", "because"),
    Broken("an unknown level", R, swap("at_least: A", "at_least: F"), "at_least: F", "no level"),
    Broken("an unknown fact", R, swap("when: {feature: strong}", "when: {featur: strong}"), "featur:", "no such", "feature"),
    Broken("an unknown value of a fact", R, swap("{feature: strong}", "{feature: strang}"), "strang", "no such value", "strong"),
    Broken("an unknown option", R, swap("own_worry: very", "own_worry: verry"), "verry", "no such value", "very"),
    Broken("an unknown detail of a mark", R, swap("class: G", "clas: G"), "clas:", "no such", "class"),
    Broken("an unknown class", R, swap("class: G", "class: Q"), "class: Q", "no such value"),
    Broken("an unknown place", F, swap("region: [shin, knee]", "region: [shin, kneee]"), "kneee", "no such value", "knee"),
    Broken("at_least without an order", R, swap("{feature: strong}", "{wheel: {at_least: yes}}"), "wheel", "no order"),
    Broken("a number compared as a word", R, swap("age_months: {under: 48}", "age_months: young"), "young", "number"),
    Broken("a word compared as a number", R, swap("{feature: strong}", "{feature: {from: 1}}"), "from: 1", "not a number"),
    Broken("a threshold that is no number", F, swap("corrected_age_months: {under: 6}", "corrected_age_months: {under: six}"), "months: {under: six", "whole number"),
    Broken("an unknown comparison", F, swap("{under: 6}", "{below: 6}"), "below", "compared"),
    Broken("an empty list of values", R, swap("immediate_danger: unsure", "immediate_danger: []"), "[]", "empty"),
    Broken("any without a list", R, swap("      any:\n        - {not: {emergency_signs: none}}\n        - {immediate_danger: yes}", "      any: {immediate_danger: yes}"), "any: {", "list"),
    Broken("an unknown list in any_in", F, swap("{any_in: {household: {identified: no}}}", "{any_in: {houshold: {identified: no}}}"), "houshold", "no such", "household"),
    Broken("two ticks of a choice", F, swap("context: {two_or_more: [parental", "explanation: {two_or_more: [none, changing]}, context: {two_or_more: [parental"), "explanation: {two_or_more", "only one"),
    Broken("a fact that uses a later one", F, swap("    holds_when: {corrected_age_months: {under: 6}}", "    holds_when: {account: absent}"), "account: absent", "above it"),
    Broken("a fact without otherwise", F, drop("otherwise: witnessed"), "id: account", "otherwise"),
    Broken("a branch with no such value", F, swap("{value: absent, when: {sibling", "{value: absence, when: {sibling"), "absence", "no such value"),
    Broken("a fact of two kinds", F, swap("id: delayed\n", "id: delayed\n    age_in: days\n    since: dob\n"), "id: delayed", "exactly one"),
    Broken("a rule with two effects side by side", R, swap("    at_least: A", "    at_least: A\n    raise_by: 1"), "id: R01", "exactly one"),
    Broken("a rule without an effect", R, drop("    at_least: A"), "id: R01", "either one level"),
    Broken("a base without marks", R, swap("    at_least: A", "    base: A"), "base: A", "for_each_mark"),
    Broken("the same rule twice", R, swap("id: R02", "id: R01"), "", "already"),
    Broken("the same question twice", Q, swap("- id: immediate_danger", "- id: emergency_signs"), "", "already"),
    Broken("the same option twice", Q, swap("{id: no, label: \"No\"}", "{id: yes, label: \"No\"}"), "", "already"),
    Broken("a word of the engine as id", F, swap("id: early", "id: level"), "id: level", "meaning of its own"),
    Broken("an id with a space", R, swap("id: R02", "id: R 02"), "R 02", "id is made"),
    Broken("an unknown question type", Q, swap("type: ticks", "type: tick"), "type: tick", "not known", "ticks"),
    Broken("yes and no misspelt", Q, swap("    needed: yes", "    needed: ja"), "    needed: ja", "yes or no"),
    Broken("an unknown step", Q, swap("step: emergency", "step: emergancy"), "emergancy", "no step", "emergency"),
    Broken("an unknown source", R, swap("sources: [E33, APP]", "sources: [E34, APP]"), "E34", "no source"),
    Broken("a source that was taken out", S, swap("key: E33", "key: E333"), "", "no source", "E333"),
    Broken("an unknown action in a least set", B, swap("A-INTERIM", "A-INTERIMM"), "A-INTERIMM", "no action", "A-INTERIM"),
    Broken("an unknown time", A, swap("by: 1 h", "by: 1 hour or so"), "1 hour or so", "time"),
    Broken("a negative time", A, swap("by: 1 h", "by: -1 h"), "-1 h", "time"),
    Broken("an unknown group", A, swap("group: call\n", "group: calll\n"), "group: calll", "no group", "call"),
    Broken("a group that nobody uses", A, swap("  - {id: instead,", "  - {id: unused, title: Unused}\n  - {id: instead,"), "id: unused", "No action is in this group"),
    Broken("the same group twice", A, swap("{id: later, title", "{id: today, title"), "{id: today, title: In the next", "already a group"),
    Broken("a group that is left and comes again", A, swap("group: instead\n    text: Use the general", "group: later  # again\n    text: Use the general"), "# again", "stand together"),
    Broken("an action without a group among those with one", A, drop("    group: refused"), "id: A-ESCALATE", "every action needs one"),
    Broken("an answer of no question that says that something is done", A, swap("question: history\n", "question: histori\n"), "histori", "no question", "history"),
    Broken("an unknown detail that says that something is done", A, swap("field: seen_alone", "field: seen_alon"), "seen_alon,", "no such detail", "seen_alone"),
    Broken("an unknown answer that says that something is done", A, swap("field: seen_alone, is: yes", "field: seen_alone, is: yess"), "is: yess", "no such answer", "yes"),
    Broken("a chosen answer without its values", A, swap("field: seen_alone, is: yes", "field: seen_alone"), "field: seen_alone", "which answers count"),
    Broken("values of something that is written", A, swap("field: [words, presentation]", "field: [words, presentation], is: yes"), "is: yes", "has values"),
    Broken("a group whose detail is not named", A, swap("{question: child_words, field: seen_alone, is: yes}", "{question: child_words}"), "{question: child_words}", "Say with field"),
    Broken("a detail of a question that has none", A, swap("{question: child_words, field: seen_alone, is: yes}", "{question: own_worry, field: very, is: very}"), "field: very", "type group"),
    Broken("a time of doing that is no time", A, swap("is: yes, at: at}", "is: yes, at: by}"), "at: by", "date_time"),
    Broken("words that a chosen answer begins with", A, swap("is: yes, at: at}", "is: yes, not_if_it_begins: [none]}"), "not_if_it_begins: [none]", "begin with words"),
    Broken("a call that an answer says is done", A, swap("    referral: yes\n", "    referral: yes\n    done_by: {question: child_words, is: yes, field: seen_alone}\n"), "child_words, is: yes", "when the call is recorded"),
    Broken("a restricted answer that says that something is done", A, swap("{question: child_words, field: seen_alone, is: yes}", "{question: practitioner, field: private_phone}"), "private_phone", "restricted"),
    Broken("an unknown contact", A, swap("contact: police\n", "contact: polise\n"), "polise", "no contact", "police"),
    Broken("an opening time that is none", ROCH, swap('"08:30"', '"8.30"'), "8.30", "time of day"),
    Broken("an unknown day", ROCH, swap("mon", "mo"), "mo,", "day", "mon"),
    Broken("a borough without a number", ROCH, drop("phone:"), "", "phone"),
    Broken("a borough with rules", ROCH, add("\nrules: []\n"), "rules:", "no such key"),
    Broken("an unknown status of a number", ROCH, swap("status: read", "status: sure"), "sure", "not known"),
    Broken("a holiday that is no date", B, swap("2022-09-19", "2022-19-09"), "2022-19-09", "date"),
    Broken("a place without sides", BODY, swap("sides:", "side:"), "", "sides"),
    Broken("a scenario with an unknown level", V01, swap("level: B", "level: H"), "level: H", "no level"),
    Broken("a scenario without a story", V01, drop("story:"), "", "story"),
    Broken("the format of another program", B, swap("protocol: 1", "protocol: 7"), "protocol: 7", "from 1 to 1"),
    Broken("an empty answer that counts as an option that is not there", Q, swap("if_absent: not_needed", "if_absent: notneeded"), "if_absent: notneeded", "no such option", "not_needed"),
    Broken("a detail left empty that counts as an option that is not there", Q, swap("if_absent: reported", "if_absent: repotred"), "if_absent: repotred", "no such option", "reported"),
    Broken("an empty number that is none", Q, swap('if_absent: "0"', "if_absent: none"), "if_absent: none", "whole number"),
    Broken("a greatest number under the least", Q, swap("greatest: 17", "greatest: -1"), "greatest: -1", "less than the least"),
    Broken("two questions for one key of the case file", Q, swap("stored: practitioner", "stored: child"), "", "something else"),
    Broken("an option of a detail twice", Q, swap("- {id: blurred, label: Blurred}", "- {id: clear, label: Blurred}"), "{id: clear, label: Blurred}", "already"),
    Broken("an age since something that is no date", F, swap("age_in: months, since: dob", "age_in: months, since: mobility"), "since: mobility", "date"),
    Broken("weeks that are no number", F, swap("weeks_later: weeks_early", "weeks_later: mobility"), "weeks_later: mobility", "number"),
    Broken("a place on the body twice", BODY, swap("id: occiput", "id: scalp_top"), "", "already a place"),
    Broken("a borough twice", ROCH, swap("borough: rochdale", "borough: bury"), "borough: bury", "already a borough"),
    Broken("a line that closes before it opens", ROCH, swap('from: "08:30", until: "16:45"', 'from: "16:45", until: "08:30"'), "16:45", "before it opens"),
    Broken("a least set of two kinds", B, swap("{one_of: [A-999, A-POLICE-999, A-ED-NOW]}", "{one_of: [A-999], all_of: [A-STAY]}"), "{one_of: [A-999], all_of: [A-STAY]}", "exactly one of"),
    Broken("a time zone that is none", B, swap("Europe/London", "Europe/Londno"), "time_zone:", "time zone"),
    Broken("a time zone that is a path", B, swap("Europe/London", "../../etc/passwd"), "time_zone:", "time zone"),
    Broken("questions that wait for each other", Q, swap("  - id: delay\n    step: account\n", "  - id: delay\n    ask_when: {delayed: yes}\n    step: account\n"), "id: delay", "wait for each other"),
    Broken("marks that are not always asked about", Q, swap("- id: marks\n", "- id: marks\n    ask_when: {immediate_danger: no}\n"), "ask_when: {immediate_danger: no}", "always asked"),
    Broken("a question that bears on the level after the result", Q, swap("- id: own_worry\n    step: safe\n", "- id: own_worry\n    step: afterwards\n"), "step: afterwards", "bears on the result"),
    Broken("the moment from which times count after the result", Q, swap("- id: seen_at\n    step: emergency\n", "- id: seen_at\n    step: afterwards\n"), "step: afterwards", "bears on the result"),
    Broken("a needed question after the result", Q, swap("- id: parents_informed\n", "- id: parents_informed\n    needed: yes  # here\n"), "needed: yes  # here", "Nothing is concluded"),
    Broken("a question put off after the result", Q, swap("- id: not_reached\n", "- id: not_reached\n    put_off_when: {safe_now: no}\n    put_off_until_after: marks\n"), "put_off_when: {safe_now: no}", "put off as well"),
    Broken("two on one page on two sides of the result", Q, swap("- id: not_reached\n", "- id: not_reached\n    same_page_as: exhibits\n"), "same_page_as: exhibits", "after the result"),
    Broken("a step below those after the result", B, swap("after_result: yes}", "after_result: yes}\n  - {id: last, title: The last}"), "{id: last,", "stands after all others"),
    Broken("a first step after the result", B, swap("{id: emergency, title: Emergency}", "{id: emergency, title: Emergency, after_result: yes}"), "{id: emergency,", "something has to lead to it"),
    Broken("a question on the page of itself", Q, swap("same_page_as: dob\n    ask: How many weeks", "same_page_as: weeks_early\n    ask: How many weeks"), "same_page_as: weeks_early", "names itself"),
    Broken("a question put off until after itself", Q, swap("put_off_until_after: marks", "put_off_until_after: mobility"), "put_off_until_after: mobility", "names itself"),
    Broken("an empty condition of a rule", R, swap("when: {feature: strong}", "when: {}"), "when: {}", "empty"),
    Broken("an empty condition inside another", R, swap("when: {feature: strong}", "when: {any: [{feature: strong}, {}]}"), "{feature: strong}, {}", "empty"),
    Broken("a step that looks at the level so far", R, swap("when: {feature: strong}\n    at_least: B", "when: {level_so_far: D}\n    raise_by: 1"), "raise_by: 1", "level_so_far"),
    Broken("a number from more to less", F, swap("corrected_age_months: {under: 6}", "corrected_age_months: {from: 9, under: 6}"), "{from: 9, under: 6}", "never hold"),
    Broken("nothing after the colon", R, swap("    at_least: A", "    at_least:"), "    at_least:", "Nothing stands here"),
    Broken("a second look at an unknown question", L, swap(AT_TWO, "look_at: [immediate_dangr, cooperation]"), "immediate_dangr", "no question", "immediate_danger"),
    Broken("a second look at one question twice", L, swap(AT_TWO, "look_at: [cooperation, cooperation]"), "[cooperation, cooperation]", "twice"),
    Broken("a second look that leads nowhere", L, drop("look_at:"), "id: danger_while_taken_away", "needs look_at"),
    Broken("a second look with an unknown answer", L, swap("cooperation: removing_child", "cooperation: removing"), "cooperation: removing}", "removing", "removing_child"),
    Broken("a second look at an unknown fact", L, swap("age_months:", "age_in_month:"), "age_in_month:", "age_in_month", "age_months"),
    Broken("a second look at a level", L, swap("{disclosure: none,", "{level: B, disclosure: none,"), "{level: B,", "level"),
    Broken("a second look for nothing", L, drop("when: {immediate_danger"), "id: danger_while_taken_away", "needs when"),
    Broken("a second look without a source", L, drop("sources: [APP]"), "id: danger_while_taken_away", "sources"),
    Broken("a second look with an unknown source", L, swap("sources: [G2, APP]", "sources: [G2, AP]"), "[G2, AP]", "no source", "APP"),
    Broken("a second look without words", L, drop("say: You said that nobody is in danger"), "id: danger_while_taken_away", "say"),
    Broken("the same second look twice", L, swap("id: clear_after_seen", "id: noticed_after_seen"), "", "already a second look"),
    Broken("a second look at an unknown time", L, swap("people_spoken_to.at", "people_spoken_to.when"), "people_spoken_to.when", "no date or time", "people_spoken_to.at"),
    Broken("a time that is no time", L, swap("[dob, marks.doc_date]", "[mobility, marks.doc_date]"), "[mobility, marks.doc_date]", "no date or time"),
    Broken("one time alone in order", L, swap("[dob, marks.doc_date]", "[dob]"), "in_order: [dob]", "two different times"),
    Broken("a time before itself", L, swap("[dob, marks.doc_date]", "[dob, dob]"), "[dob, dob]", "two different times"),
    Broken("a section twice", F, add("\nrules: []\n"), "", "already"),
]  # fmt: skip
