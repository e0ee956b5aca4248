"""Writes the flow as SVG (one picture a page) and as one PDF, from the same marks."""

from __future__ import annotations

from io import BytesIO
from xml.sax.saxutils import escape

from bruiseaid.protocol.model import Protocol
from bruiseaid.report.flow.layout import sheets
from bruiseaid.report.flow.marks import HEIGHT, WIDTH, Arrow, Box, Mark, Shape, Text
from bruiseaid.report.flow.model import flow_of
from bruiseaid.report.ink.fonts import face
from bruiseaid.report.ink.library import Canvas

_ROUND = 5.0


def flow_svg(protocol: Protocol) -> tuple[str, ...]:
    """The pages as SVG documents."""
    return tuple(_svg(protocol, marks, number) for number, marks in enumerate(_pages(protocol), 1))


def flow_pdf(protocol: Protocol) -> bytes:
    """The pages as one PDF; the same bytes for the same protocol."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=(WIDTH, HEIGHT), invariant=1, initialFontName=face("regular").name, lang="en-GB")
    canvas.setTitle(f"{protocol.title} {protocol.version}")
    for marks in _pages(protocol):
        for mark in marks:
            _draw(canvas, mark)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _pages(protocol: Protocol) -> list[list[Mark]]:
    return sheets(protocol, flow_of(protocol))


def _svg(protocol: Protocol, marks: list[Mark], number: int) -> str:
    title = escape(f"{protocol.title} {protocol.version}, page {number}")
    body = "\n".join(_svg_mark(mark) for mark in marks)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="210mm" height="297mm"'
        f' role="img" aria-label="{title}" font-family="Atkinson Hyperlegible, sans-serif">\n<title>{title}</title>\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _svg_mark(mark: Mark) -> str:
    match mark:
        case Text(x, y, words, size, bold):
            weight = ' font-weight="700"' if bold else ""
            return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:.1f}"{weight}>{escape(words)}</text>'
        case Box(x, y, width, height):
            return (
                f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="{_ROUND}"'
                ' fill="none" stroke="#000" stroke-width="0.8"/>'
            )
        case Shape(lines, filled):
            path = " ".join(f"M{' L'.join(f'{x:.1f} {y:.1f}' for x, y in line)} Z" for line in lines)
            return f'<path d="{path}" fill="{"#000" if filled else "none"}" stroke="#000" stroke-width="0.9"/>'
        case Arrow(x1, y1, x2, y2):
            head = " ".join(f"{x:.1f},{y:.1f}" for x, y in _head(mark))
            line = f'<path d="M{x1:.1f} {y1:.1f} L{x2:.1f} {y2:.1f}" stroke="#000" stroke-width="0.9"/>'
            return f'{line}<polygon points="{head}"/>'


def _head(arrow: Arrow) -> tuple[tuple[float, float], ...]:
    """The point of an arrow that goes right or down."""
    x, y = arrow.x2, arrow.y2
    if arrow.x1 == arrow.x2:
        return (x, y), (x - 3, y - 5), (x + 3, y - 5)
    return (x, y), (x - 5, y - 3), (x - 5, y + 3)


def _draw(canvas: Canvas, mark: Mark) -> None:
    canvas.setLineWidth(0.8)
    match mark:
        case Text(x, y, words, size, bold):
            canvas.setFont(face("bold" if bold else "regular").name, size)
            canvas.drawString(x, HEIGHT - y, words)
        case Box(x, y, width, height):
            canvas.roundRect(x, HEIGHT - y - height, width, height, _ROUND, stroke=1, fill=0)
        case Shape(lines, filled):
            for line in lines:
                _outline(canvas, line, filled=filled)
        case Arrow(x1, y1, x2, y2):
            canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)
            _outline(canvas, _head(mark), filled=True)


def _outline(canvas: Canvas, points: tuple[tuple[float, float], ...], *, filled: bool) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0], HEIGHT - points[0][1])
    for x, y in points[1:]:
        path.lineTo(x, HEIGHT - y)
    path.close()
    canvas.drawPath(path, stroke=1, fill=1 if filled else 0)
