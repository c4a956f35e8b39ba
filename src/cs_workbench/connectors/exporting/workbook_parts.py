"""The parts of a workbook besides its rows (ECMA-376): what `xlsx.py` puts around them. Constant XML, a few numbers."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import quoteattr

PLAIN, MONEY, DAY, MOMENT, BOLD, TEXT = range(6)
"""Formats of cells by their places in `STYLES`."""

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
KINSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
LONGEST_TITLE = 27

STYLES = f"""{HEAD}<styleSheet xmlns="{MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="DD.MM.YYYY"/>\
<numFmt numFmtId="165" formatCode="DD.MM.YYYY\\ HH:MM"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border/></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="6"><xf/><xf numFmtId="4" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/>\
<xf numFmtId="165" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/>\
<xf numFmtId="49" applyNumberFormat="1"/></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>"""


def sheet_title(title: str) -> str:
    """A title that Excel takes for a sheet: no signs of paths, at most so many letters that a number fits behind."""
    return title.translate(FORBIDDEN)[:LONGEST_TITLE].strip() or "Список"


def sheet_name(number: int) -> str:
    """The name of a sheet's part."""
    return f"xl/worksheets/sheet{number}.xml"


def sheet_head(widths: Sequence[int]) -> str:
    """The beginning of a sheet: headings that stay in sight, widths of columns."""
    cols = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, 1)
    )
    pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{pane}</sheetView></sheetViews>'
    return f'{HEAD}<worksheet xmlns="{MAIN}">{view}<cols>{cols}</cols><sheetData>'


def sheet_tail(cells: str) -> str:
    """The end of a sheet, with buttons to filter by."""
    return f'</sheetData><autoFilter ref="{cells}"/></worksheet>'


def others(titles: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every other part by its name: what the package holds, the book with its sheets, the formats."""
    numbers = range(1, len(titles) + 1)
    sheets = "".join(
        f'<sheet name={quoteattr(title)} sheetId="{number}" r:id="rId{number}"/>'
        for number, title in zip(numbers, titles, strict=True)
    )
    yield "xl/workbook.xml", f'{HEAD}<workbook xmlns="{MAIN}" xmlns:r="{KINSHIP}"><sheets>{sheets}</sheets></workbook>'
    links = [
        *(_link(number, "worksheet", f"worksheets/sheet{number}.xml") for number in numbers),
        _link(len(titles) + 1, "styles", "styles.xml"),
    ]
    yield "xl/_rels/workbook.xml.rels", _links(links)
    yield "xl/styles.xml", STYLES
    yield "_rels/.rels", _links([_link(1, "officeDocument", "xl/workbook.xml")])
    kinds = [
        ("/xl/workbook.xml", "sheet.main"),
        ("/xl/styles.xml", "styles"),
        *((f"/{sheet_name(number)}", "worksheet") for number in numbers),
    ]
    held = "".join(f'<Override PartName="{name}" ContentType="{TYPES}.{kind}+xml"/>' for name, kind in kinds)
    links_kind = "application/vnd.openxmlformats-package.relationships+xml"
    usual = f'<Default Extension="rels" ContentType="{links_kind}"/>'
    yield "[Content_Types].xml", f'{HEAD}<Types xmlns="{PACKAGE}/content-types">{usual}{held}</Types>'


def _link(number: int, kind: str, target: str) -> str:
    return f'<Relationship Id="rId{number}" Type="{KINSHIP}/{kind}" Target="{target}"/>'


def _links(links: Sequence[str]) -> str:
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{"".join(links)}</Relationships>'
