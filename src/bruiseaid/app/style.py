"""The style sheets of the few widgets that have one: fields, tabs, chips, scroll bars. All else paints itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bruiseaid.app.look import Look


def sheet(kind: str, look: Look) -> str:
    """The style sheet of one kind of widget at this theme and text size."""
    return "\n".join(part(look) for part in _PARTS[kind])


def _box(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
        background: {t.surface}; color: {t.ink}; border: 1.5px solid {t.control}; border-radius: {px(6)}px;
        padding: {px(6)}px {px(10)}px; font-size: {px(17)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
    """


def _line(look: Look) -> str:
    return f"""
    QLineEdit {{ {_box(look)} min-height: {look.px(28)}px; }}
    QLineEdit[state="error"] {{ border: 2px solid {look.tokens.error}; }}
    """


def _words(look: Look) -> str:
    return f"""
    QPlainTextEdit {{ {_box(look)} }}
    QPlainTextEdit[state="error"] {{ border: 2px solid {look.tokens.error}; }}
    """


def _number(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QLineEdit {{ background: transparent; color: {t.ink}; border: 0; padding: 0; font-size: {px(32)}px;
        font-weight: 700; min-height: {px(40)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
    """


def _labels(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QLabel[chip="true"] {{ border: 1px solid {t.line}; border-radius: {px(12)}px; padding: {px(2)}px {px(11)}px;
        font-size: {px(15)}px; color: {t.ink2}; min-height: {px(22)}px; }}
    QLabel[chip="alarm"] {{ background: {t.error_tint}; border: 2px solid {t.error}; border-radius: {px(12)}px;
        padding: {px(1)}px {px(10)}px; font-size: {px(15)}px; font-weight: 700; color: {t.error};
        min-height: {px(22)}px; }}
    QLabel[tag="true"] {{ background: {t.sunken}; color: {t.ink2}; border-radius: {px(4)}px;
        padding: 1px {px(8)}px; font-size: {px(14)}px; }}
    """


def _segments(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QPushButton {{ background: {t.surface}; color: {t.ink}; border: 1.5px solid {t.control};
        border-left-width: 0; padding: {px(5)}px {px(12)}px; font-size: {px(15)}px; min-height: {px(22)}px; }}
    QPushButton:hover {{ background: {t.canvas}; }}
    QPushButton:checked {{ background: {t.accent}; color: {t.on_accent}; font-weight: 700; }}
    QPushButton[segment="first"], QPushButton[segment="only"] {{ border-left-width: 1.5px;
        border-top-left-radius: {px(8)}px; border-bottom-left-radius: {px(8)}px; }}
    QPushButton[segment="last"], QPushButton[segment="only"] {{
        border-top-right-radius: {px(8)}px; border-bottom-right-radius: {px(8)}px; }}
    """


def _scroll_bars(look: Look) -> str:
    t = look.tokens
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
    QScrollBar::handle:vertical {{ background: {t.control}; border-radius: 4px; min-height: 36px; }}
    QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
    QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: transparent; }}
    """


def _menus(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QMenu, QListView {{ background: {t.surface}; border: 1px solid {t.control}; color: {t.ink};
        font-size: {px(15)}px; }}
    QMenu::item, QListView::item {{ padding: {px(7)}px {px(14)}px; min-height: {px(22)}px; }}
    QMenu::item:selected, QListView::item:selected {{ background: {t.accent_tint}; color: {t.ink}; }}
    """


_PARTS: Mapping[str, tuple[Callable[[Look], str], ...]] = {
    "line": (_line,),
    "search": (_line, _menus, _scroll_bars),
    "words": (_words, _menus, _scroll_bars),
    "number": (_number, _menus, _scroll_bars),
    "label": (_labels,),
    "segment": (_segments,),
    "scroll_bar": (_scroll_bars,),
    "menu": (_menus, _scroll_bars),
}
