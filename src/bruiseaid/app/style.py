"""The style sheet, made from the tokens: colours, edges and fields. Shapes, cards and rings paint themselves."""

from __future__ import annotations

from bruiseaid.app.look import Look
from bruiseaid.app.tokens import FAMILY


def style_sheet(look: Look) -> str:
    """The style sheet of the whole window at this theme and text size."""
    parts = (_grounds, _fields, _frames, _segments, _scroll_bars, _menus)
    return "\n".join(part(look) for part in parts)


def _grounds(look: Look) -> str:
    t = look.tokens
    return f"""
    QWidget {{ font-family: '{FAMILY}'; font-size: {look.px(17)}px; color: {t.ink}; }}
    QWidget[ground="canvas"] {{ background: {t.canvas}; }}
    QWidget[ground="surface"] {{ background: {t.surface}; }}
    QWidget[ground="sunken"] {{ background: {t.sunken}; }}
    QToolTip {{ background: {t.ink}; color: {t.surface}; border: 0; padding: 4px 8px; }}
    """


def _fields(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QLineEdit, QPlainTextEdit {{
        background: {t.surface}; color: {t.ink}; border: 1.5px solid {t.control}; border-radius: {px(6)}px;
        padding: {px(6)}px {px(10)}px; font-size: {px(17)}px;
        selection-background-color: {t.accent}; selection-color: {t.on_accent};
    }}
    QLineEdit {{ min-height: {px(28)}px; }}
    QLineEdit[small="true"], QPlainTextEdit[small="true"] {{ font-size: {px(15)}px; min-height: {px(24)}px;
        padding: {px(4)}px {px(8)}px; }}
    QLineEdit[state="error"], QPlainTextEdit[state="error"] {{ border: 2px solid {t.error}; }}
    QLineEdit[number="true"] {{ background: transparent; border: 0; padding: 0; font-size: {px(32)}px;
        font-weight: 700; min-height: {px(40)}px; }}
    """


def _frames(look: Look) -> str:
    t, px = look.tokens, look.px
    levels = "\n".join(
        f"""QFrame[level="{shape}"] {{ background: {t.tint_of(shape)}; border: 0;
        border-bottom: 2px solid {t.of(shape)}; }}
        QFrame[level_edge="{shape}"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-left: 5px solid {t.of(shape)}; border-radius: {px(10)}px; }}
        QFrame[level_ring="{shape}"] {{ background: {t.surface}; border: 2px solid {t.of(shape)};
        border-radius: {px(10)}px; }}"""
        for shape in ("octagon", "diamond", "triangle", "circle", "square")
    )
    return f"""
    QFrame[frame="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(10)}px; }}
    QFrame[frame="chosen"] {{ background: {t.accent_tint}; border: 2px solid {t.accent};
        border-radius: {px(10)}px; }}
    QFrame[frame="quiet"] {{ background: {t.surface}; border: 1px solid {t.line};
        border-left: 5px solid {t.line}; border-radius: {px(10)}px; }}
    QFrame[frame="next"] {{ background: {t.surface}; border: 2px solid {t.accent}; border-radius: {px(10)}px; }}
    QFrame[frame="note"] {{ background: {t.triangle_tint}; border: 1px solid {t.triangle};
        border-radius: {px(8)}px; }}
    QFrame[frame="aside"] {{ background: {t.sunken}; border: 0; border-radius: {px(8)}px; }}
    QFrame[frame="quote"] {{ background: {t.surface}; border: 0; border-radius: {px(8)}px; }}
    QFrame[frame="errors"] {{ background: {t.error_tint}; border: 2px solid {t.error};
        border-radius: {px(8)}px; }}
    QFrame[frame="plainring"] {{ background: {t.surface}; border: 1.5px solid {t.ink};
        border-radius: {px(8)}px; }}
    QFrame[frame="why"] {{ background: transparent; border: 0; border-left: 3px solid {t.accent}; }}
    QFrame[frame="wrong"] {{ background: transparent; border: 0; border-left: 4px solid {t.error}; }}
    QFrame[frame="late"] {{ background: {t.error_tint}; border: 0; border-radius: {px(8)}px; }}
    QFrame[frame="right_so_far"] {{ background: transparent; border: 0; }}
    QFrame[edge="top"] {{ border: 0; border-top: 1px solid {t.line}; }}
    QFrame[edge="bottom"] {{ border: 0; border-bottom: 1px solid {t.line}; }}
    QFrame[edge="left"] {{ border: 0; border-left: 1px solid {t.line}; }}
    QFrame[edge="right"] {{ border: 0; border-right: 1px solid {t.line}; }}
    QFrame[rule="true"] {{ background: {t.line}; border: 0; }}
    QLabel[chip="true"] {{ border: 1px solid {t.line}; border-radius: {px(12)}px; padding: {px(2)}px {px(11)}px;
        font-size: {px(15)}px; color: {t.ink2}; min-height: {px(22)}px; }}
    QLabel[tag="true"] {{ background: {t.sunken}; color: {t.ink2}; border-radius: {px(4)}px;
        padding: 1px {px(8)}px; font-size: {px(14)}px; }}
    {levels}
    """


def _segments(look: Look) -> str:
    t, px = look.tokens, look.px
    return f"""
    QPushButton[segment] {{ background: {t.surface}; color: {t.ink}; border: 1.5px solid {t.control};
        border-left-width: 0; padding: {px(5)}px {px(12)}px; font-size: {px(15)}px; min-height: {px(22)}px; }}
    QPushButton[segment]:hover {{ background: {t.canvas}; }}
    QPushButton[segment]:checked {{ background: {t.accent}; color: {t.on_accent}; font-weight: 700; }}
    QPushButton[segment="first"], QPushButton[segment="only"] {{ border-left-width: 1.5px;
        border-top-left-radius: {px(8)}px; border-bottom-left-radius: {px(8)}px; }}
    QPushButton[segment="last"], QPushButton[segment="only"] {{
        border-top-right-radius: {px(8)}px; border-bottom-right-radius: {px(8)}px; }}
    """


def _scroll_bars(look: Look) -> str:
    t = look.tokens
    return f"""
    QScrollArea {{ border: 0; background: transparent; }}
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
    QComboBox {{ background: {t.surface}; border: 1.5px solid {t.control}; border-radius: {px(6)}px;
        padding: {px(6)}px {px(10)}px; min-height: {px(28)}px; font-size: {px(17)}px; }}
    """
