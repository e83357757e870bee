"""Small Word documents for tests, written part by part."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)
STYLES = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    "berschrift1": "heading 1",
    "Heading2": "heading 2",
    "Quote": "Quote",
    "IntenseQuote": "Intense Quote",
    "Caption": "caption",
    "ListBullet": "List Bullet",
    "ListBullet2": "List Bullet 2",
    "TOC1": "toc 1",
    "Code": "HTML Preformatted",
}


def run(text: str, properties: str = "") -> str:
    """A run of text; `properties` such as `<w:b/>` set it."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(content: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of one plain text."""
    inside = content if content.startswith("<") else run(content) if content else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def document(*content: str, links: tuple[str, ...] = (), core: str = "", **parts: str) -> bytes:
    """A document; `links` are the addresses that `r:id="r0"`, `r:id="r1"` and so on stand for.

    Further `parts` are named with two underscores for a slash: `word__comments`.
    """
    body = f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{MC}"><w:body>{"".join(content)}</w:body></w:document>'
    rows = "".join(
        f'<Relationship Id="r{number}" Type="{R}/hyperlink" Target="{escape(link)}" TargetMode="External"/>'
        for number, link in enumerate(links)
    )
    styles = "".join(f'<w:style w:styleId="{key}"><w:name w:val="{name}"/></w:style>' for key, name in STYLES.items())
    files = {
        "word/document.xml": body,
        "word/_rels/document.xml.rels": f"<Relationships>{rows}</Relationships>",
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "docProps/core.xml": CORE.format(core),
    }
    return package(files | {f"{name.replace('__', '/')}.xml": content for name, content in parts.items()})


def package(files: dict[str, str]) -> bytes:
    """A package of these parts."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
