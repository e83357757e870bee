"""One article in all formats gives the same findings, each at its right place in its own source."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result as Run
from documents import document, paragraph, run

from checker.article import Article, BlockKind, Span
from checker.config import Config
from checker.engine import check_input
from checker.errors import InputError
from checker.finding import Severity
from checker.inputs import FOLDER_ENDINGS, Input
from checker.parsers import ENDINGS, PACKED, PARSERS, parse
from checker.result import Result
from checker.source import Lines

TITLE = "Ferry to Holm “back for good” after storm & repairs"
LEAD = (
    "The ferry to Holm sailed again on Tuesday, May 23, 2025, three weeks after the storm, the harbour office said."
    " The master of the boat, Margaret Ashdown, greeted 140 passengers at the pier 🙂 and thanked the crew."
)
HEADING = "Repairs & costs"
REPAIRS = "The hull was mended at Tarn between May 4 and June 31, 2025, and the engine was tested twice in the bay."
QUOTED = "“We lost three weeks and some of our good name,” Ms Ashdowne said. “We will not lose the summer.”"
ITEMS = ("The first boat leaves at six in the morning.", "The last one is back by ten in the evening.")
RELATED = "Related: Five bridges that were closed this year"

FINDINGS = [
    ("D101", "Tuesday, May 23, 2025"),
    ("D102", "June 31, 2025"),
    ("N101", "Ashdowne"),
    ("A103", RELATED),
]


def as_text() -> str:
    items = "\n".join(f"- {item}" for item in ITEMS)
    return f"{TITLE}\n\nPublished: 2025-05-24\n\n{LEAD}\n\n{HEADING}\n\n{REPAIRS}\n\n{QUOTED}\n\n{items}\n\n{RELATED}\n"


def as_markdown() -> str:
    lead = LEAD.replace("Margaret Ashdown", "**Margaret Ashdown**")
    items = "\n".join(f"* {item}" for item in ITEMS)
    related = RELATED.replace("Five bridges", "[Five bridges").replace("year", "year](https://tarn.example/bridges)")
    return (
        f"---\npublished: 2025-05-24\n---\n\n# {TITLE}\n\n{lead}\n\n## {HEADING}\n\n{REPAIRS}\n\n{QUOTED}\n\n"
        f"{items}\n\n{related}\n"
    )


def marked_up(text: str) -> str:
    return text.replace("&", "&amp;").replace("“", "&ldquo;").replace("”", "&#8221;").replace("🙂", "&#x1F642;")


def fragment(title: bool = True) -> str:
    lead = marked_up(LEAD).replace("Tuesday, May", "<b>Tuesday</b>, <i>May</i>").replace("Margaret ", "Margaret\n   ")
    items = "".join(f"<li>{item}" for item in ITEMS)
    related = RELATED.replace("Five bridges", '<a href="/bridges" rel="next">Five bridges').replace("year", "year</a>")
    return (
        f"{f'<h1>{marked_up(TITLE)}</h1>' if title else ''}\n<p>{lead}</p>\n<!-- no copy -->\n<h2>{marked_up(HEADING)}"
        f"</h2><p>{REPAIRS}<p>{marked_up(QUOTED)}</p><script>let a = '<p>June 31, 2025';</script>\n<ul>{items}</ul>"
        f"<p>{related}</p>"
    )


def as_page() -> str:
    return (
        f"<!doctype html><html><head><title>{marked_up(TITLE)} | Tarn Gazette</title>"
        '<meta property="article:published_time" content="2025-05-24T08:00:00Z"></head><body>'
        '<nav><ul><li><a href="/">Home</a></ul></nav><article>'
        f"{fragment()}</article><aside><h3>Most read</h3><ul><li><a href='/x'>Gulls take over</a></ul></aside>"
        "</body></html>"
    ).replace("\n", "\r\n")


def as_docx() -> bytes:
    before, _, after = LEAD.partition("Tuesday")
    lead = run(before) + run("Tu", "<w:b/>") + run("esday", "<w:b/>") + run(after)
    lead += f"<w:del>{run('<deleted> on June 31, 2025').replace('w:t', 'w:delText')}</w:del>"
    return document(
        paragraph(TITLE, "Title"),
        paragraph(""),
        paragraph("Published: 2025-05-24"),
        paragraph(lead),
        paragraph(HEADING, "berschrift1"),
        paragraph(REPAIRS),
        paragraph(QUOTED),
        *(paragraph(item, "ListBullet") for item in ITEMS),
        paragraph(run("Related: ") + f'<w:hyperlink r:id="r0">{run(RELATED[9:])}</w:hyperlink>'),
        links=("https://tarn.example/bridges",),
    )


def as_ninjs() -> str:
    record = {
        "uri": "urn:tarn:1",
        "versionCreated": "2025-05-24T08:00:00Z",
        "headlines": [{"role": "main", "value": TITLE}],
        "bodies": [{"contentType": "text/html", "value": fragment(title=False)}],
    }
    return json.dumps(record, indent=1)


def as_schema_org() -> str:
    record = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2025-05-24",
        "articleBody": as_text().partition("05-24\n\n")[2],
    }
    return json.dumps(record, ensure_ascii=False)


FORMATS: dict[str, Callable[[], str | bytes]] = {
    "ferry.txt": as_text,
    "ferry.md": as_markdown,
    "fragment.html": lambda: f'<time class="published" datetime="2025-05-24"></time>{fragment()}',
    "page.htm": as_page,
    "ferry.docx": as_docx,
    "ninjs.json": as_ninjs,
    "schema_org.json": as_schema_org,
}


def checked(name: str) -> Result:
    written = FORMATS[name]()
    raw = written if isinstance(written, bytes) else written.encode()
    return check_input(Input(name, raw=raw), Config())


def article_of(name: str) -> Article:
    article = checked(name).article
    assert article is not None
    return article


def found(result: Result) -> list[tuple[str, str]]:
    assert result.article is not None
    return [
        (finding.code, result.article[finding.span])
        for finding in result.findings
        if finding.severity is not Severity.NOTE
    ]


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_gives_the_same_findings(name: str) -> None:
    result = checked(name)

    assert result.problem is None
    assert found(result) == FINDINGS


PLACES = {
    "ferry.txt": ["Tuesday, May 23, 2025", "June 31, 2025", "Ashdowne", RELATED],
    "ferry.md": [
        "Tuesday, May 23, 2025",
        "June 31, 2025",
        "Ashdowne",
        "Related: [Five bridges that were closed this year",
    ],
    "fragment.html": [
        "Tuesday</b>, <i>May</i> 23, 2025",
        "June 31, 2025",
        "Ashdowne",
        'Related: <a href="/bridges" rel="next">Five bridges that were closed this year',
    ],
    "ferry.docx": ["Tuesday, May 23, 2025", "June 31, 2025", "Ashdowne", RELATED],
    "ninjs.json": [
        "Tuesday</b>, <i>May</i> 23, 2025",
        "June 31, 2025",
        "Ashdowne",
        'Related: <a href=\\"/bridges\\" rel=\\"next\\">Five bridges that were closed this year',
    ],
}
PLACES |= {"page.htm": PLACES["fragment.html"], "schema_org.json": PLACES["ferry.txt"]}


@pytest.mark.parametrize("name", FORMATS)
def test_each_finding_stands_at_its_place_in_its_own_source(name: str) -> None:
    result = checked(name)
    article = result.article
    assert article is not None
    places = [article.locate(finding.span) for finding in result.findings if finding.severity is not Severity.NOTE]

    assert [article.source[place.start : place.end] for place in places] == PLACES[name]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ferry.txt", [(5, 35), (9, 47), (11, 53), (16, 1)]),
        ("ferry.docx", [(4, 35), (6, 47), (7, 53), (10, 1)]),
        ("ninjs.json", [(13, None), (13, None), (13, None), (13, None)]),
    ],
)
def test_reports_print_line_and_column(name: str, expected: list[tuple[int, int | None]]) -> None:
    """In a Word document these are the number of the paragraph and the character in it."""
    result = checked(name)
    article = result.article
    assert article is not None
    lines = Lines(article.source)
    found = [lines.position(article.locate(finding.span).start) for finding in result.findings]

    for place, (line, column) in zip(found, expected, strict=True):
        assert place.line == line
        assert column is None or place.column == column


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_has_the_same_blocks(name: str) -> None:
    article = article_of(name)
    told = [(block.kind, article[block.span]) for block in article.blocks if block.kind is not BlockKind.METADATA]

    assert told == [
        (BlockKind.HEADLINE, TITLE),
        (BlockKind.PARAGRAPH, LEAD),
        (BlockKind.HEADING, HEADING),
        (BlockKind.PARAGRAPH, REPAIRS),
        (BlockKind.PARAGRAPH, QUOTED),
        *((BlockKind.LIST_ITEM, item) for item in ITEMS),
        (BlockKind.PARAGRAPH, RELATED),
    ]
    assert article.meta.title == TITLE
    assert str(article.meta.published) == "2025-05-24"


@pytest.mark.parametrize("name", FORMATS)
def test_every_word_stands_where_it_is_said_to(name: str) -> None:
    article = article_of(name)
    for text, start, end in article.tokens:
        place = article.locate(Span(start, end))
        written = article.source[place.start : place.end]
        if text.isalnum() and text.isascii():
            assert written == text
        else:
            assert written


class TestTables:
    def test_every_ending_has_a_parser(self) -> None:
        assert set(ENDINGS.values()) == {*PARSERS, *PACKED}

    def test_what_is_packed_is_no_text(self) -> None:
        with pytest.raises(InputError, match="format 'docx' is no text; name the file itself"):
            parse("words", "a.docx")

    def test_an_unknown_format_is_named_with_the_known_ones(self) -> None:
        with pytest.raises(InputError, match="'rtf' is not known; it is one of text, markdown, html, json, docx"):
            parse("words", "a.txt", "rtf")


class TestCommandLine:
    def test_folders_give_every_format_but_json_which_must_be_named(
        self, folder: Path, run: Callable[..., Run]
    ) -> None:
        for name, write in FORMATS.items():
            written = write()
            Path(name).write_bytes(written if isinstance(written, bytes) else written.encode())

        report = json.loads(run("check", ".", "--format", "json").stdout)
        named = json.loads(run("check", "ninjs.json", "--format", "json").stdout)

        assert sorted(article["path"] for article in report["articles"]) == [
            name for name in sorted(FORMATS) if not name.endswith(".json")
        ]
        assert [article["path"] for article in named["articles"]] == ["ninjs.json"]
        assert ".json" not in FOLDER_ENDINGS

    def test_an_archive_may_hold_html(self, folder: Path, run: Callable[..., Run]) -> None:
        record = {"id": "a", "text": fragment(), "format": "html", "published": "2025-05-24"}
        Path("a.jsonl").write_text(json.dumps(record) + "\n" + json.dumps({**record, "format": "docx"}))

        result = run("check", "a.jsonl", "--format", "json")
        first, second = json.loads(result.stdout)["articles"]

        assert [finding["code"] for finding in first["findings"]] == [code for code, _ in FINDINGS]
        assert second["problem"]["message"].startswith(
            "line 2: \"format\" is 'docx'; it is one of text, markdown, html"
        )

    def test_a_broken_document_does_not_stop_the_others(self, folder: Path, run: Callable[..., Run]) -> None:
        Path("a.docx").write_bytes(b"PK nothing")
        Path("b.html").write_text(fragment())

        result = run("check", ".")

        assert result.exit_code == 3
        assert "a.docx: not a Word document (.docx): it is no package that can be unpacked" in result.stderr
        assert "b.html:" in result.stdout
