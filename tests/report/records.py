"""Made-up records for the tests of the paper and its text copy. Every person, number and address is invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bruiseaid.record.model import (
    CitedSource,
    Done,
    Entry,
    Event,
    ProtocolIdentity,
    Quote,
    Record,
    RecordAction,
    RecordLevel,
    RecordMark,
    RecordRule,
    RecordRung,
    Section,
)

SEEN = datetime(2026, 11, 23, 10, 15, tzinfo=UTC)
DIGEST = "3f9a27c10b5e88d2" * 4

RULES = ProtocolIdentity(
    id="gm-bruising",
    title="Greater Manchester bruising",
    version="2026.1",
    sha256=DIGEST,
    approval="for local approval",
    approval_note="The rules used here have not been signed by a local safeguarding lead.",
    proved=True,
)

LEVELS = {
    "A": RecordLevel("A", "Emergency", "Ring 999 now. Say there is a safeguarding concern.", "octagon", "A to E"),
    "B": RecordLevel(
        "B",
        "Immediate referral",
        "Ring children's social care now. Ask for a children's doctor to see the child today.",
        "diamond",
        "A to E",
    ),
    "C": RecordLevel("C", "Same-day discussion", "Talk today to your safeguarding lead.", "triangle", "A to E"),
    "D": RecordLevel("D", "Consider, discuss, record", "Tell your safeguarding lead.", "circle", "A to E"),
    "E": RecordLevel(
        "E",
        "No further action under this protocol",
        "This is not reassurance. It is not a medical opinion and not evidence that there was no harm.",
        "square",
        "A to E",
    ),
}

CHEEK = RecordMark(
    number=1,
    region="cheek_soft",
    side="left",
    view="front",
    place="Cheek, fleshy part, child's left",
    kind="Bruise",
    size="10 × 8 mm, measured",
    description="Round. Colour as seen: purple. Edges clear. Skin not broken.",
    seen_by="Referrer",
    on_record="Not on an earlier record",
    entries=(
        Entry("Swelling", "None"),
        Entry("Tender", "Cried when it was touched"),
        Entry("First seen", "Mon 23-Nov-2026, 10:15, by the referrer"),
        Entry("Last known without it", "Sun 22-Nov-2026, 18:00 (told by mother)"),
    ),
)

STATEMENTS = (
    "This record states no cause and no age of any mark.",
    "Social care and children's doctors decide together what it means.",
)


def baby() -> Record:
    """Level B: a baby of four months with one mark on the cheek, and no account of it."""
    return Record(
        id="R-7K2M",
        version=1,
        kind="final",
        started_at=SEEN,
        finished_at=SEEN + timedelta(minutes=23),
        seen_at=SEEN,
        time_zone="Europe/London",
        borough="Rochdale",
        protocol=RULES,
        status="concluded",
        level=LEVELS["B"],
        scope_title="",
        scope_sentence="",
        levels_possible="",
        child=(
            Entry("Name", "Fern Example"),
            Entry("Born", "20-Jul-2026 (4 months)"),
            Entry("NHS number", "999 123 4560", note="(made up)"),
            Entry("Address", "1 Sample Street, Rochdale"),
            Entry("Moves", "Does not roll. Seen by the referrer"),
        ),
        child_age="4 months",
        practitioner=(
            Entry("Name", "Pat Sample, health visitor"),
            Entry("From", "Example Community Trust"),
            Entry("Ring back", "01632 960 001"),
            Entry("Lead", "Lee Madeup, told 10:40"),
        ),
        first_page=(
            Entry("Now", "Home, with mother and referrer, to 13:00"),
            Entry("Responsible", "Jo Example, mother", note="(told, not checked)"),
            Entry("In care of", "Jo Example, since last clear Sun 22-Nov 18:00", note="(told)"),
            Entry("Spoken to", "A. Nother, social care, 10:28, ref. EX-0001"),
            Entry("Under 5", "Max Example, 2 years, lives here"),
            Entry("Interpreter", "Not needed"),
            Entry("Parents told", "Yes, 10:36. Safe to ring mother at any time"),
            Entry("Risk to staff", "None known"),
        ),
        sections=_baby_sections(),
        marks=(CHEEK,),
        figure="infant",
        quotes=(
            Quote(
                words="I've not noticed it. I've no idea, she was fine when I changed her.",
                said_by="Jo Example, mother",
                to="the referrer",
                said_at="10:18",
                heard_by="nobody else",
            ),
        ),
        child_words=(
            Entry("Words", "Too young to speak."),
            Entry(
                "How the baby was",
                "Settled in mother's arms. Watched faces. Cried when the left cheek was touched.",
            ),
        ),
        rules=(
            RecordRule(
                "R21",
                "The child cannot move about alone and has a mark, so it is referred whatever the account, "
                "place or number.",
                "At least level B",
                ("G1", "G2"),
                "",
            ),
            RecordRule(
                "R30",
                "A child of this age is not left to wait.",
                "At least level B",
                ("APP",),
                "The hour that is set.",
            ),
        ),
        counted=(
            Entry("Age", "4 months"),
            Entry("Moves", "Not independently mobile"),
            Entry("Account", "Absent"),
        ),
        actions=_baby_actions(),
        ladder=(
            RecordRung("X0", "You", "Duty team manager, on the same call", SEEN + timedelta(hours=1), "1 hour"),
            RecordRung("X1", "Your safeguarding lead", "Service manager", SEEN + timedelta(hours=4), "4 hours"),
        ),
        calls=(
            (
                Entry("Time", "10:28"),
                Entry("Who", "A. Nother, duty social worker"),
                Entry("Organisation", "Rochdale children's social care"),
                Entry("Said", "We will ask the on-call paediatrician to see her today.", quoted=True),
                Entry("Decision", "Accepted"),
            ),
        ),
        not_answered=("Weeks early", "Known conditions"),
        statements=STATEMENTS,
        sources=(
            CitedSource(
                "G1",
                "Bury: seven-minute briefing on bruising in babies who cannot move about",
                "Greater Manchester, undated",
                "https://burysafeguardingpartnership.bury.gov.uk/7-minute-briefings/"
                "7-minute-briefing-bruising-in-immobile-babies",
            ),
            CitedSource(
                "G2",
                "Wigan: injuries in children who are not mobile",
                "Greater Manchester, under review",
                "https://www.wiganlscb.com/Professionals/Keeping-children-safe/injuries-non-mobile-children.aspx",
            ),
            CitedSource("APP", "Our own choice, for local approval", "Own choice", ""),
        ),
        chronology=(
            Event(SEEN, "Mark seen"),
            Event(SEEN + timedelta(minutes=4), "Level B certain"),
            Event(SEEN + timedelta(minutes=13), "Social care rung"),
            Event(SEEN + timedelta(minutes=23), "Record finished"),
        ),
        case={
            "case": 1,
            "seen_at": "2026-11-23T10:15:00+00:00",
            "borough": "rochdale",
            "answers": {"dob": "2026-07-20", "marks": [{"region": "cheek_soft", "side": "left"}]},
        },
    )


def _baby_actions() -> tuple[RecordAction, ...]:
    def at(minutes: int) -> datetime:
        return SEEN + timedelta(minutes=minutes)

    return (
        RecordAction(
            "A-CSC-PHONE",
            "Ring children's social care",
            "Say that the child cannot move about and has a mark. Ask for the name of the person you speak to.",
            "You",
            "Rochdale children's social care",
            at(60),
            "within 1 hour",
            "0300 303 0440",
            ("G1",),
            False,
            Done(at(13), "Pat Sample", "Accepted by A. Nother", "EX-0001"),
        ),
        RecordAction(
            "A-PAED",
            "Have the child seen by a children's doctor today",
            "Ask for an urgent look by the on-call paediatrician.",
            "Children's social care; a health worker asks as well",
            "The on-call children's doctor",
            at(253),
            "within 4 hours of the call",
            "",
            ("G1", "N13"),
            True,
            Done(at(45), "Rochdale children's social care", "Booked for 13:00"),
        ),
        RecordAction(
            "A-INTERIM",
            "Ask for the plan until the child is seen",
            "",
            "Children's social care, asked by you",
            "Your record",
            at(240),
            "before you leave",
            "",
            ("APP",),
            True,
            Done(at(19), "Pat Sample", "Mother stays with health visitor"),
        ),
        RecordAction(
            "A-SIBS-SEEN",
            "Ask that young children in the home are examined",
            "",
            "Children's social care and children's doctors",
            "Children's doctors",
            at(720),
            "today",
            "",
            ("G16",),
            True,
        ),
        RecordAction(
            "A-STRATEGY-ASK",
            "Ask whether and when a strategy discussion is held",
            "",
            "Children's social care, asked by you",
            "Children's social care, police and health",
            at(720),
            "today",
            "",
            ("N13",),
            True,
        ),
        RecordAction(
            "A-STAY",
            "Stay with the child",
            "If it is safe for you.",
            "You",
            "",
            None,
            "until handover",
            "",
            ("APP",),
            False,
        ),
        RecordAction(
            "A-WRITTEN",
            "Send the referral in writing",
            "Through the borough's form.",
            "You",
            "Rochdale children's social care",
            at(24 * 60),
            "within 24 hours",
            "",
            ("N32",),
            False,
        ),
    )


def _baby_sections() -> tuple[Section, ...]:
    return (
        Section(
            "child",
            "The child",
            (
                Entry("Name", "Fern Example"),
                Entry("Other names", ""),
                Entry("Sex", "Girl"),
                Entry("First language", "English"),
                Entry("GP", "Dr Imaginary, Sample Surgery"),
                Entry("On a plan, CP-IS", "Not on a plan. Looked up 10:31", note="read"),
            ),
        ),
        Section(
            "household",
            "Adults in the home",
            (),
            (
                (Entry("Name", "Jo Example"), Entry("Relationship", "Mother"), Entry("Lives here", "Yes")),
                (
                    Entry("Name", "Sam Example"),
                    Entry("Relationship", "Father"),
                    Entry("Lives here", "No, visits at weekends"),
                    Entry("Date of birth", ""),
                ),
            ),
        ),
        Section("siblings", "Other children", (), ((Entry("Name", "Max Example"), Entry("Age", "2 years")),)),
        Section(
            "presentation",
            "How the mark came to be seen",
            (
                Entry("Seen or heard of", "Mon 23-Nov-2026, 10:15"),
                Entry("Why seen", "Planned home visit"),
                Entry("Child ill or badly hurt", "No"),
            ),
        ),
        Section("explanations", "The account", (Entry("Taken together", "No account was given"),)),
        Section(
            "development",
            "How the child moves",
            (Entry("Moves", "Does not roll"), Entry("How known", "Seen")),
        ),
        Section("history", "Family and past", (Entry("What is known", "None of these"),)),
        Section("parents", "What parents were told", (Entry("Told", "Yes, 10:36, by Pat Sample"),)),
        Section("safety", "Who is safe now", (Entry("Stays", "At home with mother and health visitor"),)),
        Section("decision", "What you thought yourself", (Entry("Own worry before the result", "Some"),)),
    )


def closing() -> Record:
    """Level E: a walking child with a bruised shin and an account that fits."""
    record = baby()
    mark = replace(
        CHEEK,
        region="shin",
        side="right",
        place="Shin, child's right",
        size="15 × 15 mm, estimated",
        entries=(),
    )
    return replace(
        record,
        level=LEVELS["E"],
        figure="child",
        child=(Entry("Name", "Robin Invented"), Entry("Born", "02-Feb-2022 (4 years)")),
        child_age="4 years",
        marks=(mark,),
        actions=(
            RecordAction(
                "A-RATIONALE",
                "Write why nothing further is done",
                "What was ruled out, and which record was relied on.",
                "You",
                "Your file",
                SEEN + timedelta(hours=12),
                "today",
                "",
                ("E1",),
                False,
            ),
        ),
        ladder=(),
        calls=(),
        statements=(
            "This is not a medical opinion.",
            "The child was not examined by this tool.",
            "It is not evidence that there was no harm.",
        ),
    )


def out_of_scope() -> Record:
    """An adult: not for this protocol, with a number to ring all the same."""
    record = baby()
    return replace(
        record,
        status="out_of_scope",
        level=None,
        scope_title="This is an adult",
        scope_sentence="This protocol is for children under 18. Ring adult safeguarding in your borough.",
        marks=(),
        quotes=(),
        rules=(),
        counted=(),
        actions=(replace(record.actions[0], text="Ring adult safeguarding", done=None, asked_of_others=False),),
    )


def still_open() -> Record:
    """Not finished: some questions have no answer."""
    return replace(
        baby(),
        kind="draft",
        status="open",
        level=None,
        levels_possible="A, B or C",
        not_answered=(
            "How the child moves",
            "The account",
            "Delay",
            "Who is safe",
            "The family and the past",
        ),
        rules=(),
    )


def empty() -> Record:
    """Nothing was recorded at all."""
    return replace(
        baby(),
        status="open",
        level=None,
        levels_possible="",
        borough="",
        child=(),
        child_age="",
        practitioner=(),
        first_page=(),
        sections=(),
        marks=(),
        quotes=(),
        child_words=(),
        rules=(),
        counted=(),
        actions=(),
        ladder=(),
        calls=(),
        not_answered=(),
        statements=(),
        sources=(),
        chronology=(),
        case={},
    )


LONG_NOTE = " ".join(f"word{number}" for number in range(5800))  # a little over 50,000 letters
PLACES = (
    ("cheek_soft", "left", "face"),
    ("abdomen", "middle", "front"),
    ("upper_back", "right", "back"),
    ("ear", "left", "left"),
    ("hand", "right", "hands_feet"),
    ("foot_sole", "left", "hands_feet"),
    ("frenulum", "middle", "mouth"),
    ("thigh_front", "left", "front"),
    ("unlisted", "middle", "front"),
)


def huge() -> Record:
    """200 marks, 40 people, a note of 50,000 letters, and a quotation as long."""
    record = baby()
    marks = tuple(_mark(number, *PLACES[number % len(PLACES)]) for number in range(1, 201))
    people = tuple(
        (Entry("Name", f"Person{number} Example"), Entry("Relationship", f"Cousin{number}")) for number in range(40)
    )
    note = Section("history", "Family and past", (Entry("What is known", LONG_NOTE),))
    household = Section("household", "Adults in the home", (), people)
    return replace(
        record,
        marks=marks,
        sections=(note, household, Section("future", "A part of a later version", (Entry("New", "kept"),))),
        child=(*record.child, *(Entry(f"Detail {number}", f"Value{number} " * 40) for number in range(20))),
        quotes=(replace(record.quotes[0], words=LONG_NOTE), *record.quotes * 3),
        actions=tuple(replace(record.actions[1], text=f"Action{number}", detail="More. " * 60) for number in range(40)),
        rules=tuple(replace(record.rules[0], id=f"R{number}") for number in range(40)),
    )


def _mark(number: int, region: str, side: str, view: str) -> RecordMark:
    entries = (Entry("Seen first", f"moment{number}"),)
    place = f"Place{number}, {region}, {side}"
    return replace(CHEEK, number=number, region=region, side=side, view=view, place=place, entries=entries)


MARKUP = '<a href="javascript:alert(1)">link</a> <img src="file:///etc/passwd"/> <b>bold & less < more</b> &amp; %PDF'
ARABIC = "\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645"
ODD = (
    f"{MARKUP} bell\u0007 turned\u202eround zero\u200bwidth {ARABIC} end "
    "\u0141ukasz \u017b\u00f3\u0142\u0107 \u041f\u0440\u0438\u0432\u0435\u0442 "
    "\U0001f600 \u2713 \u2192 \u4e2d\u6587 half\ud800 "
    f"{'x' * 400} (parens) \\ back\\slash)"
)


def hostile() -> Record:
    """Markup, controls, turned directions, symbols, many scripts and endless words in every text of the record."""
    record = baby()
    return replace(
        record,
        id="R-<b>\u202e",
        kind="practice",
        borough=ODD,
        child=(Entry("Name", ODD), Entry(ODD, "", note=ODD)),
        practitioner=(Entry(ODD, ODD, quoted=True),),
        first_page=(Entry("Now", ODD),),
        sections=(Section("household", ODD, (Entry(ODD, ODD),), ((Entry("Name", ODD),),)),),
        marks=(replace(CHEEK, place=ODD, kind=ODD, size=ODD, description=ODD, seen_by=ODD, on_record=ODD),),
        quotes=(Quote(ODD, ODD, ODD, ODD, ODD),),
        child_words=(Entry("Words", ODD, quoted=True),),
        rules=(RecordRule("R1", ODD, ODD, (ODD,), ODD),),
        actions=(replace(record.actions[1], text=ODD, detail=ODD, who=ODD, to=ODD, number=ODD, due_words=ODD),),
        calls=((Entry("Said", ODD),),),
        not_answered=(ODD,),
        statements=(ODD,),
        sources=(CitedSource("G1", ODD, ODD, "https://example.invalid/" + "a/" * 300),),
        chronology=(Event(SEEN, ODD),),
        case={"note": ODD, "number": float("nan"), "when": SEEN},
    )


Maker = Callable[[], Record]
SMALL_MAKERS: tuple[Maker, ...] = (baby, closing, out_of_scope, still_open, empty)
MAKERS: tuple[Maker, ...] = (*SMALL_MAKERS, huge, hostile)
