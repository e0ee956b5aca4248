"""Which keys each table of the protocol folder has. The reader and the JSON Schema both come from here."""

from __future__ import annotations

from bruiseaid.protocol.kinds import (
    AnyTable,
    Either,
    Key,
    Length,
    ListOf,
    Reading,
    Schema,
    TableOf,
    Whole,
    Word,
    WordingByKey,
    YesNo,
)
from bruiseaid.protocol.specs_of_numbers import CALENDAR, CONTACT, SOURCES, TEXT
from bruiseaid.protocol.tree import Node, Table
from bruiseaid.protocol.when import ConditionTable

_WHEN = ConditionTable()
_WHICH_MARKS = ConditionTable(may_be_empty=True)
_STATEMENTS = ListOf(Word(what="text"), or_one=True)

OPTION = TableOf(
    "an option",
    {
        "id": Key(Word(), True),
        "label": Key(TEXT, True, "What stands beside the button"),
        "hint": Key(TEXT),
        "short": Key(TEXT),
        "alone": Key(YesNo(), about="Cannot be ticked together with others"),
    },
)
FIELD_TYPES = ("text", "long_text", "choice", "ticks", "number", "date", "date_time", "region")
FIELD = TableOf(
    "a detail",
    {
        "id": Key(Word(), True),
        "type": Key(Word(FIELD_TYPES, "type"), True),
        "label": Key(TEXT, True),
        "hint": Key(TEXT),
        "options": Key(ListOf(OPTION)),
        "needed": Key(YesNo()),
        "finish": Key(TEXT),
        "if_absent": Key(Word()),
        "ask_when": Key(_WHEN),
        "unit": Key(TEXT),
        "restricted": Key(YesNo()),
        "first_page": Key(YesNo(), about="Printed on the first page of the record"),
        "short": Key(TEXT, about="The label in one or two words"),
        "may_be_later": Key(YesNo(), about="A date or a time that may still be to come"),
    },
)
QUESTION_TYPES = (
    "choice", "ticks", "number", "date", "date_time", "text", "marks", "people", "entries", "group",
)  # fmt: skip
QUESTION = TableOf(
    "a question",
    {
        "id": Key(Word(), True),
        "step": Key(Word(), True, "The step on the rail"),
        "type": Key(Word(QUESTION_TYPES, "type"), True),
        "ask": Key(TEXT, True, "The question as it is asked"),
        "short": Key(TEXT, True, "The question in two or three words"),
        "help": Key(TEXT),
        "why": Key(TEXT),
        "options": Key(ListOf(OPTION)),
        "fields": Key(ListOf(FIELD)),
        "needed": Key(YesNo(), about="Nothing is concluded while it is open"),
        "if_absent": Key(ListOf(Word(), or_one=True)),
        "finish": Key(TEXT, about="What is said at the end if it is still missing"),
        "finish_when": Key(_WHEN, about="Only then is it insisted on at the end"),
        "ask_when": Key(_WHEN),
        "put_off_when": Key(_WHEN),
        "put_off_until_after": Key(Word()),
        "same_page_as": Key(Word()),
        "stored": Key(Word()),
        "least": Key(Whole()),
        "greatest": Key(Whole()),
        "not_after": Key(Word(("seen_at",), "moment")),
        "unit": Key(TEXT),
        "none_label": Key(TEXT),
        "none_asked_label": Key(TEXT),
        "entry_label": Key(TEXT, about="What one entry of the list is, for example “a concern”"),
        "sources": Key(SOURCES, True),
        "record_part": Key(Word()),
        "restricted": Key(YesNo()),
        "first_page": Key(YesNo(), about="Printed on the first page of the record"),
        "contact": Key(Word(), about="Whose number is shown beside the question"),
        "contact_head": Key(TEXT, about="What that number is for, if it is not the first to ring"),
        "own_choice": Key(TEXT),
    },
)
BRANCH = TableOf("a value", {"value": Key(Word(), True), "when": Key(_WHEN, True)})
FACT = TableOf(
    "a fact",
    {
        "id": Key(Word(), True),
        "means": Key(TEXT, True),
        "holds_when": Key(_WHEN),
        "values": Key(ListOf(Word())),
        "is": Key(ListOf(BRANCH)),
        "otherwise": Key(Word()),
        "ordered": Key(YesNo()),
        "of_each_mark": Key(YesNo()),
        "age_in": Key(Word(("months", "days"), "unit")),
        "since": Key(Word()),
        "weeks_later": Key(Word()),
        "count_marks": Key(_WHICH_MARKS),
        "different": Key(Word()),
        "both_sides_of": Key(Word()),
        "sources": Key(SOURCES),
    },
)
_EFFECT_KEYS = {
    "when": Key(_WHEN),
    "for_each_mark": Key(_WHICH_MARKS),
    "at_least": Key(Word(what="level")),
    "base": Key(Word(what="level")),
    "cap": Key(Word(what="level")),
    "raise_by": Key(Whole(1, 10)),
}
EFFECT = TableOf("an effect", _EFFECT_KEYS)
RULE = TableOf(
    "a rule",
    {
        "id": Key(Word(), True),
        **_EFFECT_KEYS,
        "effects": Key(ListOf(EFFECT)),
        "because": Key(TEXT, True, "The reason, as people read it"),
        "sources": Key(SOURCES, True),
        "own_choice": Key(TEXT),
        "locked": Key(Word(("floor",), "lock")),
        "statements": Key(_STATEMENTS),
    },
)
TIMING = TableOf(
    "a time",
    {"time": Key(Length(), True), "ceiling": Key(Length()), "words": Key(TEXT), "when": Key(_WHEN)},
)
GROUP = TableOf("a group of actions", {"id": Key(Word(), True), "title": Key(TEXT, True)})
DONE_BY = TableOf(
    "what counts as done",
    {
        "question": Key(Word(what="question"), True, "The question whose answer says that the action is done"),
        "field": Key(ListOf(Word(), or_one=True), about="Its detail; of several all have to say so"),
        "is": Key(ListOf(Word(), or_one=True), about="The answers that say so; left out: anything that is written"),
        "at": Key(Word(), about="The detail of the same question that says when it was done"),
        "not_if_it_begins": Key(ListOf(TEXT), about="What is written to say that it was not done begins like this"),
    },
)
ACTION = TableOf(
    "an action",
    {
        "id": Key(Word(), True),
        "group": Key(Word(what="group"), about="The heading that it stands under"),
        "text": Key(TEXT, True),
        "detail": Key(TEXT),
        "say": Key(TEXT),
        "who": Key(TEXT, True),
        "to": Key(TEXT, True),
        "contact": Key(Word()),
        "when": Key(_WHEN),
        "only_named": Key(YesNo(), about="Stands only where an end outside the scope names it"),
        "if_open": Key(YesNo()),
        "by": Key(Either(Length(), ListOf(TIMING)), True),
        "words": Key(TEXT),
        "ceiling": Key(Length()),
        "from_call": Key(YesNo()),
        "referral": Key(YesNo()),
        "advice": Key(YesNo(), about="A talk in which advice is asked for; it is no referral"),
        "asked_of_others": Key(YesNo()),
        "for_parents": Key(YesNo(), about="Its words are also printed as a page for parents or carers"),
        "ladder": Key(YesNo()),
        "done_by": Key(DONE_BY, about="An answer that says that it is done"),
        "sources": Key(SOURCES, True),
        "own_choice": Key(TEXT),
        "locked": Key(Word(("floor",), "lock")),
    },
)
LADDER = TableOf(
    "a step of the ladder",
    {
        "id": Key(Word(), True),
        "who": Key(TEXT, True),
        "to": Key(TEXT, True),
        "by": Key(Length(), True),
        "ceiling": Key(Length()),
        "words": Key(TEXT),
        "say": Key(TEXT, True),
        "when_hours": Key(Word(("in_hours", "out_of_hours"), "time of day")),
        "sources": Key(SOURCES),
        "own_choice": Key(TEXT),
    },
)
LEAST = TableOf(
    "a least set",
    {
        "all_of": Key(ListOf(Word())),
        "one_of": Key(ListOf(Word())),
        "exactly_one_of": Key(ListOf(Word())),
        "when": Key(_WHEN),
    },
)
SHAPES = ("octagon", "diamond", "triangle", "circle", "square")
LEVEL = TableOf(
    "a level",
    {
        "id": Key(Word(), True),
        "name": Key(TEXT, True),
        "sentence": Key(TEXT, True),
        "shape": Key(Word(SHAPES, "shape"), True),
        "opens_act_now": Key(YesNo()),
        "closes_case": Key(YesNo()),
        "never_lower": Key(YesNo()),
        "least": Key(ListOf(LEAST)),
        "statements": Key(_STATEMENTS),
    },
)
STEP = TableOf(
    "a step",
    {
        "id": Key(Word(), True),
        "title": Key(TEXT, True),
        "after_result": Key(YesNo(), about="Its questions are asked once the result was seen"),
    },
)
SCOPE_END = TableOf(
    "an end outside the scope",
    {
        "id": Key(Word(), True),
        "title": Key(TEXT, True),
        "sentence": Key(TEXT, True),
        "when": Key(_WHEN, True),
        "only_without_level": Key(YesNo()),
        "actions": Key(ListOf(Word()), True),
        "sources": Key(SOURCES),
    },
)
SOURCE = TableOf(
    "a source",
    {
        "key": Key(Word(), True),
        "title": Key(TEXT, True),
        "short": Key(TEXT),
        "kind": Key(Word(("GM", "neighbour", "national", "ours", "memory"), "kind"), True),
        "address": Key(TEXT),
        "note": Key(TEXT),
    },
)
SECOND_LOOK = TableOf(
    "a second look",
    {
        "id": Key(Word(), True),
        "when": Key(_WHEN, about="Answers that hardly go together"),
        "in_order": Key(ListOf(Word(what="time")), about="Two times, the earlier first: it shows where that is later"),
        "say": Key(TEXT, True, "What was answered, as the user reads it"),
        "look_at": Key(ListOf(Word(what="question")), about="The questions that can be changed"),
        "sources": Key(SOURCES, True),
    },
)
PROMISE = TableOf(
    "a promise",
    {
        "id": Key(Word(), True),
        "text": Key(TEXT, True),
        "way": Key(ListOf(Word(("P", "S", "T"), "way")), True),
        "sources": Key(SOURCES),
        "rule": Key(AnyTable(), True),
    },
)
SCENARIO = TableOf(
    "a scenario",
    {
        "id": Key(Word(), True),
        "title": Key(TEXT, True),
        "story": Key(TEXT, True),
        "case": Key(AnyTable(), True),
        "expect": Key(
            TableOf(
                "what is expected",
                {
                    "level": Key(Word(what="level")),
                    "reason": Key(Word()),
                    "rules": Key(ListOf(Word(), may_be_empty=True)),
                    "actions_at_least": Key(ListOf(Word(), may_be_empty=True)),
                },
            ),
            True,
        ),
        "sources": Key(SOURCES),
    },
)


class _Regions:
    """Rows of places on the body. Every key besides the known ones is a column that rules may look at."""

    def read(self, node: Node, reading: Reading) -> tuple[Table, ...]:
        return ListOf(AnyTable()).read(node, reading)

    def schema(self) -> Schema:
        words = {"type": "array", "items": {"type": "string"}, "minItems": 1}
        known = {"id": {"$ref": "#/$defs/id"}, "name": {"type": "string"}, "sides": words, "views": words}
        row = {
            "type": "object",
            "properties": known,
            "required": list(known),
            "additionalProperties": {"type": ["string", "boolean", "integer"]},
        }
        return {"type": "array", "items": row, "minItems": 1}


REGIONS = _Regions()

# The top of each file. Every section stands in exactly one of the files of the folder itself.
SECTIONS = {
    "protocol": Key(Whole(1, 1), True),
    "id": Key(Word(), True),
    "title": Key(TEXT, True),
    "version": Key(TEXT, True),
    "approval": Key(TEXT),
    "approval_note": Key(TEXT),
    "time_zone": Key(TEXT, True),
    "steps": Key(ListOf(STEP), True),
    "levels": Key(ListOf(LEVEL), True),
    "cap_of_a_mark": Key(Word(what="level")),
    "standing_level_without": Key(ListOf(Word())),
    "scope_ends": Key(ListOf(SCOPE_END)),
    "contacts": Key(ListOf(CONTACT)),
    "calendar": Key(CALENDAR),
    "questions": Key(ListOf(QUESTION), True),
    "facts": Key(ListOf(FACT)),
    "rules": Key(ListOf(RULE), True),
    "groups": Key(ListOf(GROUP)),
    "actions": Key(ListOf(ACTION), True),
    "ladder": Key(ListOf(LADDER)),
    "words": Key(WordingByKey()),
    "in_words": Key(WordingByKey()),
    "statements": Key(_STATEMENTS),
    "regions": Key(REGIONS),
    "sources": Key(ListOf(SOURCE), True),
    "promises": Key(ListOf(PROMISE)),
    "second_looks": Key(ListOf(SECOND_LOOK)),
}
