"""A canvas that writes what each thing on the page means beside how it looks (tagged PDF).

ReportLab has no tags of its own. Its public hooks are enough: marked content in the page, a tree of structure
elements in the document, and a table that leads from one to the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from bruiseaid.report.ink.drawing import Node
from bruiseaid.report.ink.library import Canvas, pdfdoc

# Keys that the object model does not know; its writer leaves out what is not listed.
for _model, _keys in (
    (pdfdoc.PDFPage, ("StructParents", "Tabs")),
    (pdfdoc.PDFCatalog, ("OutputIntents", "AF")),
):
    _model.__NoDefault__ = [*_model.__NoDefault__, *(key for key in _keys if key not in _model.__NoDefault__)]

_KEPT_WHEN_EMPTY = ("Document", "TD", "TH")


class _Written(pdfdoc.PDFObject):  # type: ignore[misc]
    """An object of the file whose bytes are known."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    def format(self, _document: Any) -> bytes:
        return self._content


class TaggedCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which everything drawn is either a Node's or decoration."""

    def __init__(self, target: Any, root: Node, **options: Any) -> None:
        super().__init__(target, **options)
        self._root = root
        self._on_this_page: list[Node] = []
        self._owners: list[list[Node] | Node] = []

    @contextmanager
    def meaning(self, node: Node | None, decoration: str = "Layout") -> Iterator[None]:
        """What is drawn inside belongs to the node; without one it is decoration (Layout or Pagination)."""
        if node is None:
            self._code.append(f"/Artifact <</Type /{decoration}>> BDC")
        else:
            place = len(self._on_this_page)
            self._code.append(f"/{node.tag} <</MCID {place}>> BDC")
            node.drawn.append((self.getPageNumber(), place))
            self._on_this_page.append(node)
        yield
        self._code.append("EMC")

    def write(self, operators: str) -> None:
        """Operators of a content stream, as they are."""
        self._code.append(operators)

    def link(self, node: Node, box: str, address: str, words: str) -> None:
        """Makes a box of this page clickable, as part of a Link node. `box`: left, bottom, right, top in the page."""
        target = address.encode("ascii", "ignore").hex().upper()
        about = f"/Border[0 0 0]/F 4/StructParent {len(self._owners)}/Contents {text_string(words)}"
        content = f"<</Type/Annot/Subtype/Link/Rect[{box}]{about}/A<</S/URI/URI <{target}>>>>>"
        name = f"Link{len(self._owners)}"
        self._annotationrefs.append(self._doc.Reference(_Written(content.encode("ascii")), name))
        self._owners.append(node)
        node.areas.append((self.getPageNumber(), self._doc.idToObjectNumberAndVersion[name][0]))

    def _setColorSpace(self, page: Any) -> None:
        """The last hook before a page is stored."""
        if isinstance(page, pdfdoc.PDFPage):
            page.StructParents = len(self._owners)
            page.Tabs = pdfdoc.PDFName("S")
            self._owners.append(self._on_this_page)
            self._on_this_page = []
        super()._setColorSpace(page)

    def save(self) -> None:
        """Writes the tree, then the file."""
        self._write_tree()
        self._doc.Catalog.MarkInfo = pdfdoc.PDFDictionary({"Marked": "true"})
        super().save()

    def _write_tree(self) -> None:
        nodes = [node for node in _all(self._root) if _is_kept(node)]
        numbers = {id(node): self._reserve(f"Part{count}") for count, node in enumerate(nodes)}
        tree = self._reserve("PartTree")
        for count, node in enumerate(nodes):
            above = numbers[id(node.parent)] if node.parent else tree
            self._fill(f"Part{count}", self._element(node, above, numbers))
        self._fill("PartTree", self._tree(numbers))
        self._doc.Catalog.StructTreeRoot = pdfdoc.PDFObjectReference("PartTree")

    def _reserve(self, name: str) -> int:
        """The number of an object that is filled in later."""
        self._doc.Reference(_Written(b""), name)
        number: int = self._doc.idToObjectNumberAndVersion[name][0]
        return number

    def _fill(self, name: str, content: str) -> None:
        self._doc.idToObject[name] = _Written(content.encode("ascii"))

    def _element(self, node: Node, above: int, numbers: dict[int, int]) -> str:
        pages = {page for page, _ in node.drawn}
        kids = [f"{numbers[id(child)]} 0 R" for child in node.children if id(child) in numbers]
        if len(pages) == 1:
            kids += [str(place) for _, place in node.drawn]
        else:
            kids += [f"<</Type/MCR/Pg {self._page(page)} 0 R/MCID {place}>>" for page, place in node.drawn]
        kids += [f"<</Type/OBJR/Pg {self._page(page)} 0 R/Obj {number} 0 R>>" for page, number in node.areas]
        parts = [f"/S/{node.tag}/P {above} 0 R/K[{' '.join(kids)}]"]
        if len(pages) == 1:
            parts.append(f"/Pg {self._page(pages.pop())} 0 R")
        if node.alt:
            parts.append(f"/Alt {text_string(node.alt)}")
        if node.scope:
            parts.append(f"/A<</O/Table/Scope/{node.scope}>>")
        return f"<<{''.join(parts)}>>"

    def _tree(self, numbers: dict[int, int]) -> str:
        rows = (f"{number} {_owned(owners, numbers)}" for number, owners in enumerate(self._owners))
        root = numbers[id(self._root)]
        return (
            f"<</Type/StructTreeRoot/K[{root} 0 R]/ParentTree<</Nums[{' '.join(rows)}]>>"
            f"/ParentTreeNextKey {len(self._owners)}>>"
        )

    def _page(self, page: int) -> int:
        number: int = self._doc.idToObjectNumberAndVersion[f"Page{page}"][0]
        return number


def _owned(owners: list[Node] | Node, numbers: dict[int, int]) -> str:
    """To whom belongs what: the marked contents of a page, or one clickable area."""
    if isinstance(owners, Node):
        return f"{numbers[id(owners)]} 0 R"
    return f"[{' '.join(f'{numbers[id(node)]} 0 R' for node in owners)}]"


def text_string(text: str) -> str:
    """Any text as a PDF string in hexadecimal, so that no character of it can end it."""
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _all(node: Node) -> Iterable[Node]:
    yield node
    for child in node.children:
        yield from _all(child)


def _is_kept(node: Node) -> bool:
    return bool(node.drawn) or node.tag in _KEPT_WHEN_EMPTY or any(_is_kept(child) for child in node.children)
