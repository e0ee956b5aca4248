"""What the file says of itself: dates, title, colours, and the machine's copy of the record that travels with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from html import escape
from struct import pack
from typing import Any

from bruiseaid.report.file.tagging import TaggedCanvas
from bruiseaid.report.ink.library import pdfdoc
from bruiseaid.values import dataclass

PRODUCER = "bruiseaid"
# PDF/A knows the names of PDF/UA only where the file explains them.
_PDFUA_SCHEMA = """<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Which part of ISO 14289 the file keeps to</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""

_format_stream = pdfdoc.PDFStream.format


def _format_with_line_end(self: Any, document: Any) -> bytes:
    """PDF/A wants a line end before the word endstream; the library writes none."""
    written: bytes = _format_stream(self, document)
    return written.removesuffix(b"endstream\n") + b"\nendstream\n"


if _format_stream.__name__ != _format_with_line_end.__name__:
    pdfdoc.PDFStream.format = _format_with_line_end


@dataclass(frozen=True, slots=True)
class FixedTime:
    """A moment in the form in which ReportLab keeps the time of a file."""

    t: float
    YMDhms: tuple[int, int, int, int, int, int]
    dhh: int
    dmm: int


def set_time(canvas: TaggedCanvas, moment: datetime) -> None:
    """Dates the file with that moment and not with the clock's."""
    offset = moment.utcoffset() or timedelta()
    minutes = int(offset.total_seconds() // 60)
    six = (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    canvas._doc._timeStamp = FixedTime(moment.astimezone(UTC).timestamp(), six, minutes // 60, minutes % 60)


def describe(canvas: TaggedCanvas, title: str, subject: str, moment: datetime) -> None:
    """Title, language, dates and colours of the file."""
    set_time(canvas, moment)
    canvas.setTitle(title)
    canvas.setAuthor(PRODUCER)
    canvas.setCreator(PRODUCER)
    canvas.setProducer(PRODUCER)
    canvas.setSubject(subject)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    canvas._doc.Catalog.Metadata = pdfdoc.XMP(creator=lambda _document: _xmp(title, subject, moment))
    canvas._doc.Catalog.OutputIntents = pdfdoc.PDFArray([_output_intent(canvas._doc)])


def attach(canvas: TaggedCanvas, name: str, description: str, packed: bytes, size: int) -> None:
    """Puts a JSON file into the document as data that belongs to the whole of it.

    `packed` is its content compressed by zlib, and stands in the file as it is; `size` is its length unpacked.
    """
    document = canvas._doc
    about = pdfdoc.PDFDictionary({"Size": size, "ModDate": pdfdoc.PDFDate(ts=document._timeStamp)})
    kind = {"Type": "/EmbeddedFile", "Subtype": "/application#2Fjson", "Params": about, "Filter": "/FlateDecode"}
    stream = document.Reference(pdfdoc.PDFStream(pdfdoc.PDFDictionary(kind), packed, []))
    label = pdfdoc.PDFString(name)
    entry = {
        "Type": "/Filespec",
        "F": label,
        "UF": label,
        "AFRelationship": "/Data",
        "Desc": pdfdoc.PDFString(description),
        "EF": pdfdoc.PDFDictionary({"F": stream, "UF": stream}),
    }
    file = document.Reference(pdfdoc.PDFDictionary(entry))
    names = pdfdoc.PDFDictionary({"Names": pdfdoc.PDFArray([label, file])})
    document.Catalog.Names = pdfdoc.PDFDictionary({"EmbeddedFiles": names})
    document.Catalog.AF = pdfdoc.PDFArray([file])


def _output_intent(document: Any) -> Any:
    profile = pdfdoc.PDFStream(pdfdoc.PDFDictionary({"N": 3}), srgb_profile(), [pdfdoc.PDFZCompress])
    name = pdfdoc.PDFString("sRGB")
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": name,
        "Info": name,
        "DestOutputProfile": document.Reference(profile),
    }
    return pdfdoc.PDFDictionary(intent)


def _xmp(title: str, subject: str, moment: datetime) -> bytes:
    when = moment.isoformat(timespec="seconds")
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
{_PDFUA_SCHEMA}<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(title, quote=False)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{PRODUCER}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{escape(subject, quote=False)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreatorTool>{PRODUCER}</xmp:CreatorTool>
<xmp:CreateDate>{when}</xmp:CreateDate><xmp:ModifyDate>{when}</xmp:ModifyDate>
<pdf:Producer>{PRODUCER}</pdf:Producer><pdf:Keywords></pdf:Keywords>
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>""".encode()


def srgb_profile() -> bytes:
    """The colour space of the page as a small ICC profile (version 4, matrix and curve), the same every time."""
    curve = b"para" + pack(">IHH", 0, 3, 0) + _fixed(2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    tags = {
        b"desc": _words("sRGB"),
        b"cprt": _words("No copyright"),
        b"wtpt": _xyz(0.9642, 1.0, 0.8249),
        b"rXYZ": _xyz(0.43607, 0.22249, 0.01392),
        b"gXYZ": _xyz(0.38515, 0.71687, 0.09708),
        b"bXYZ": _xyz(0.14307, 0.06061, 0.71410),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    return _profile(tags)


def _profile(tags: dict[bytes, bytes]) -> bytes:
    start = 128 + 4 + 12 * len(tags)
    body, table, places = b"", b"", dict[bytes, int]()
    for name, content in tags.items():
        if content not in places:
            places[content] = start + len(body)
            body += content + bytes(-len(content) % 4)
        table += name + pack(">II", places[content], len(content))
    size = start + len(body)
    head = pack(">I4xI", size, 0x04200000) + b"mntrRGB XYZ " + pack(">6H", 2026, 1, 1, 0, 0, 0) + b"acsp"
    head = head.ljust(68, b"\0") + _fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + pack(">I", len(tags)) + table + body


def _fixed(*numbers: float) -> bytes:
    return b"".join(pack(">i", round(number * 65536)) for number in numbers)


def _xyz(x: float, y: float, z: float) -> bytes:
    return b"XYZ " + bytes(4) + _fixed(x, y, z)


def _words(text: str) -> bytes:
    letters = text.encode("utf-16-be")
    return b"mluc" + pack(">III4sII", 0, 1, 12, b"enGB", len(letters), 28) + letters
