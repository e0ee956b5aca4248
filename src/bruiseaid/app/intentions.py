"""What a page can ask for. The session does it; pages only say it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from bruiseaid.app.screens.missing import Missing
from bruiseaid.app.screens.papers import PaperKind
from bruiseaid.engine.case import Answer


class Intentions(Protocol):
    """Every wish that a widget can have. Each ends in one new screen."""

    def answer(self, question: str, answer: Answer) -> None:
        """Gives or changes an answer; an empty text takes it back."""

    def answer_field(self, question: str, index: int | None, field: str, value: str) -> None:
        """Gives one detail of a group (index None), or of a mark, person or entry."""

    def undo_ticks(self) -> None:
        """Brings back the ticks as they were before the last change on the page."""

    def none_of_them(self, question: str, chosen: bool) -> None:
        """Says that there is nothing to list: it was looked for or asked."""

    def open_entry(self, question: str, index: int | None) -> None:
        """Opens one entry of a list; the number of entries opens a new one; None closes."""

    def close_entry(self, question: str) -> None:
        """Closes the entry or mark that is open, if nothing in it has to be put right."""

    def remove_entry(self, question: str, index: int) -> None:
        """Takes one entry of a list away."""

    def add_mark(self, question: str, region: str, side: str, drawing: str) -> None:
        """Adds a mark at that place and opens it."""

    def select_mark(self, index: int | None) -> None:
        """Opens a mark, or closes it."""

    def remove_mark(self, question: str, index: int) -> None:
        """Takes a mark away."""

    def show_tab(self, tab: str) -> None:
        """Shows other drawings of the body."""

    def show_figure(self, kind: str) -> None:
        """Shows the infant or the child."""

    def toggle_more(self) -> None:
        """Shows or hides all details of the open mark."""

    def unfold(self, name: str) -> None:
        """Opens one folded thing, and closes what was open; the same again closes it."""

    def toggle_term(self, term: str) -> None:
        """Shows what a term means; the same again hides it."""

    def toggle_source(self, name: str) -> None:
        """Shows what a source is; the same again hides it."""

    def toggle_why(self) -> None:
        """Shows or hides why this is asked."""

    def toggle_strip(self) -> None:
        """Opens or closes the act-now strip."""

    def toggle_panel(self) -> None:
        """Shows or hides the panel in a narrow window."""

    def forward(self) -> None:
        """The foot's primary button: Continue, Finish, Back to ..."""

    def back(self) -> None:
        """The page before."""

    def later(self) -> None:
        """The link in the foot: answer this later, the ladder, leave."""

    def go_to(self, place: str) -> None:
        """Goes to a place of the record."""

    def change(self, place: str, question: str = "") -> None:
        """Goes to a page to put that question right there; Continue and Back then lead here again."""

    def put_in(self, missing: Missing) -> None:
        """Goes to the very thing that is missing; Continue and Back then lead here again."""

    def start(self) -> None:
        """Begins a record; asks for the settings first if there are none."""

    def practise(self) -> None:
        """Shows the stories to practise with."""

    def start_drill(self, scenario: str) -> None:
        """Begins to practise that story."""

    def start_next_child(self, question: str, place: int) -> None:
        """Begins the record of another child of the home with what both share."""

    def open_draft(self, draft: str) -> None:
        """Goes on with a draft."""

    def open_what_is_left(self, draft: str) -> None:
        """Goes to what is still to do of a record."""

    def leave(self) -> None:
        """Back to the start page; the draft is kept."""

    def emergency(self) -> None:
        """Shows the emergency page; the same again goes back."""

    def rang_emergency(self, action: str = "") -> None:
        """Writes down that the emergency number was rung; and that an action is done by it, if one is named."""

    def help(self) -> None:
        """Shows the help page; the same again goes back."""

    def hide(self) -> None:
        """Hides the screen, or shows it again."""

    def settings(self) -> None:
        """Shows the settings."""

    def save_settings(self, values: Mapping[str, str]) -> None:
        """Keeps the settings and goes on."""

    def choose_rules_folder(self) -> None:
        """Asks for the folder of the local rules, and writes it into the settings page."""

    def open_form(self, name: str, *, refused: bool = False) -> None:
        """Opens the form of an action or of a step of the ladder. `refused`: to write down that it was refused."""

    def close_form(self) -> None:
        """Closes the form that is open; what is written in it is kept."""

    def give_form_up(self) -> None:
        """Closes the form that is open, and drops what is written in it."""

    def note(self, form: str, field: str, words: str) -> None:
        """Keeps what was chosen or written in a form until it is saved."""

    def record_done(self, action: str) -> None:
        """Writes down that an action was done, as its form says."""

    def undo_done(self, action: str) -> None:
        """Takes that back."""

    def record_rung(self, rung: str, *, agreed: bool) -> None:
        """Writes down what came of a step of the ladder, as its form says. `agreed`: it settled the matter."""

    def undo_rung(self, rung: str) -> None:
        """Takes a step of the ladder back."""

    def write_in_form(self, field: str, value: str) -> None:
        """Keeps what was chosen or written in the form of the present page."""

    def undo_decision(self) -> None:
        """Takes the decision about the level back."""

    def look_over(self) -> None:
        """Goes to all answers, to change one."""

    def finish(self, *, early: bool) -> None:
        """Makes the record, or says what is missing. `early`: with answers missing."""

    def copy(self, text: str) -> None:
        """Puts text on the clipboard."""

    def open_paper(self, kind: PaperKind) -> None:
        """Shows the pages of a paper of the finished record, as they will be printed."""

    def print_paper(self) -> None:
        """Asks for a printer, and prints the paper that is open."""

    def open_addendum(self) -> None:
        """Goes to where something is added to the finished record."""

    def add_to(self, draft: str) -> None:
        """The same, from the start page or from the check of its file."""

    def throw_addendum_away(self) -> None:
        """Throws away what was written of an addendum."""

    def bring_addendum_back(self) -> None:
        """Takes that back."""

    def open_addendum_paper(self, path: str) -> None:
        """Shows the pages of a sealed addendum, as they will be printed."""

    def open_addendum_pdf(self, path: str) -> None:
        """Shows a sealed addendum with the system's own viewer."""

    def save_addendum_copy(self, path: str) -> None:
        """Asks where else to keep a sealed addendum, and keeps it there."""

    def open_portal(self) -> None:
        """Shows the record in pieces for a borough's web form."""

    def copy_piece(self, piece: str) -> None:
        """Copies one piece for a box of a form; an empty id copies all."""

    def read_rules_again(self) -> None:
        """Reads the rules anew, and takes them up for the next record if they hold."""

    def choose_file_to_check(self) -> None:
        """Asks for a PDF, and checks it."""

    def open_pdf(self) -> None:
        """Shows the record with the system's own viewer."""

    def open_annex(self) -> None:
        """Shows the restricted annex of the record with the system's own viewer."""

    def show_in_folder(self) -> None:
        """Shows the folder of the record."""

    def save_copy(self) -> None:
        """Asks where else to keep the record, and keeps it there."""
