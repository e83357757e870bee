"""Word documents: paragraphs by their styles, tracked changes accepted, hostile packages refused."""

from __future__ import annotations

import io
import time
import zipfile
from datetime import date

import pytest
from documents import CORE, MC, W, document, package, paragraph, run
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.article import Article, BlockKind, Link, Metadata, Span
from checker.errors import InputError
from checker.parsers import parse
from checker.source import Lines

BODY = "The council met on Monday and agreed to mend the bridge before the winter."
MORE = "Work will begin in June, said Ann Sole, the mayor, who has asked for it since the flood of 2019."


def article(*content: str, meta: Metadata | None = None, **parts: object) -> Article:
    return parse(document(*content, **parts), "a.docx", meta=meta)  # type: ignore[arg-type]


def blocks(*content: str) -> list[tuple[str, str]]:
    found = article(*content)
    return [(block.kind.value, found[block.span]) for block in found.blocks]


def cell(*content: str) -> str:
    return f"<w:tc>{''.join(content)}</w:tc>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def deleted(text: str) -> str:
    return f"<w:del>{run(text).replace('w:t', 'w:delText')}</w:del>"


def unpacked(raw: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def with_main(content: str) -> bytes:
    return package({"word/document.xml": content})


TEXT = st.text(st.sampled_from("ab 🙂é\xa0漢"), max_size=6)
LOOK = st.sampled_from(["", "<w:b/>", "<w:i/>"])
MARK_DELETED = "<w:rPr><w:del/></w:rPr>"


class TestBlocks:
    def test_styles_are_known_by_their_names_and_not_by_their_identifiers(self) -> None:
        found = article(
            paragraph("Bridge", "Title"),
            paragraph("It is old.", "Subtitle"),
            paragraph("By Kit Larkin"),
            paragraph(BODY),
            paragraph("Costs", "berschrift1"),
            paragraph("In detail", "Heading2"),
            paragraph("It is a fine bridge.", "Quote"),
            paragraph("A fine bridge", "IntenseQuote"),
            paragraph("The arches.", "Caption"),
            paragraph("a = 1", "Code"),
        )

        assert [(block.kind.value, block.level) for block in found.blocks] == [
            ("headline", 0),
            ("standfirst", 0),
            ("byline", 0),
            ("paragraph", 0),
            ("heading", 1),
            ("heading", 2),
            ("blockquote", 0),
            ("pull quote", 0),
            ("caption", 0),
            ("code", 0),
        ]

    def test_a_style_is_what_the_one_is_that_it_is_based_on(self) -> None:
        styles = (
            f'<w:styles xmlns:w="{W}"><w:style w:styleId="a"><w:name w:val="House"/><w:basedOn w:val="b"/></w:style>'
            '<w:style w:styleId="b"><w:name w:val="heading 2"/></w:style>'
            '<w:style w:styleId="c"><w:name w:val="Loop"/><w:basedOn w:val="c"/></w:style></w:styles>'
        )
        found = article(paragraph(BODY, "c"), paragraph("Costs", "a"), paragraph(MORE), word__styles=styles)

        assert [block.kind.value for block in found.blocks] == ["paragraph", "heading", "paragraph"]

    def test_without_styles_the_identifiers_tell(self) -> None:
        body = (
            f'<w:document xmlns:w="{W}"><w:body>{paragraph("Costs", "Heading2")}{paragraph(BODY)}</w:body></w:document>'
        )
        found = parse(package({"word/document.xml": body}), "a.docx")

        assert [block.kind.value for block in found.blocks] == ["headline", "paragraph"]

    def test_a_document_without_any_style_reads_as_plain_text(self) -> None:
        found = blocks(
            paragraph("Bridge to be mended before winter"),
            paragraph("Published: 2025-05-23"),
            paragraph(BODY),
            paragraph("What is next"),
            paragraph(MORE),
            paragraph("- The arches come first"),
            paragraph("• The road is next"),
        )

        assert found == [
            ("headline", "Bridge to be mended before winter"),
            ("metadata", "Published: 2025-05-23"),
            ("paragraph", BODY),
            ("heading", "What is next"),
            ("paragraph", MORE),
            ("list item", "The arches come first"),
            ("list item", "The road is next"),
        ]

    def test_lists_by_style_and_by_numbering(self) -> None:
        numbered = '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>'
        off = '<w:numPr><w:numId w:val="0"/></w:numPr>'
        found = article(
            paragraph(BODY),
            paragraph("one", "ListBullet"),
            paragraph("two", "ListBullet2"),
            paragraph("three", properties=numbered),
            paragraph("four", "ListBullet", off),
        )

        assert [(block.kind.value, block.level) for block in found.blocks[1:]] == [
            ("list item", 1),
            ("list item", 2),
            ("list item", 2),
            ("paragraph", 0),
        ]

    def test_cells_have_rows_and_a_table_of_one_cell_is_a_box(self) -> None:
        rows = (cell(paragraph("Day")) + cell(paragraph("Boats")), cell(paragraph("Monday")) + cell(paragraph("12")))
        found = article(paragraph(BODY), table(*rows), table(cell(paragraph(MORE))))

        assert [(found[block.span], block.row) for block in found.blocks[1:]] == [
            ("Day", 0),
            ("Boats", 0),
            ("Monday", 1),
            ("12", 1),
            (MORE, -1),
        ]
        assert found.blocks[-1].kind is BlockKind.PARAGRAPH

    def test_a_text_box_is_read_once(self) -> None:
        box = f"<w:txbxContent>{paragraph('A fine bridge', 'IntenseQuote')}</w:txbxContent>"
        alternate = (
            f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
        )

        assert blocks(paragraph(f"<w:r>{alternate}</w:r>{run(BODY)}")) == [
            ("pull quote", "A fine bridge"),
            ("paragraph", BODY),
        ]

    def test_bold_lines_are_headings(self) -> None:
        found = blocks(paragraph(BODY), paragraph(run("What is next", "<w:b/>")), paragraph(MORE))

        assert [kind for kind, _ in found] == ["paragraph", "heading", "paragraph"]


class TestText:
    @pytest.mark.parametrize(
        ("content", "text"),
        [
            (run("It ") + run("is", "<w:i/>") + run(" old."), "It is old."),
            (run("It is") + deleted(" not") + f"<w:ins>{run(' very')}</w:ins>" + run(" old."), "It is very old."),
            (run("It is") + f"<w:moveFrom>{run(' not')}</w:moveFrom><w:moveTo>{run(' so')}</w:moveTo>", "It is so"),
            (run("It is") + run(" not", "<w:vanish/>") + run(" old.", '<w:vanish w:val="0"/>'), "It is old."),
            (run("It is") + run(" not", "<w:strike/>") + run(" old."), "It is old."),
            (run("10") + run("6", '<w:vertAlign w:val="superscript"/>') + run(" m"), "10⁶ m"),
            (run("2") + run("nd", '<w:vertAlign w:val="superscript"/>'), "2nd"),
            ("<w:r><w:t>one</w:t><w:tab/><w:t>two</w:t><w:br/><w:cr/><w:t>three</w:t></w:r>", "one two three"),
            ("<w:r><w:t>well</w:t><w:noBreakHyphen/><w:t>known</w:t><w:softHyphen/></w:r>", "well-known"),
            (
                run("It is old.") + '<w:r><w:footnoteReference w:id="1"/><w:commentReference w:id="0"/></w:r>',
                "It is old.",
            ),
            (run("AT&T <b> 🙂 \xa0x"), "AT&T <b> 🙂 \xa0x"),
            (
                "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
                + run("Click here")
                + "</w:sdtContent></w:sdt>"
                "<w:sdt><w:sdtPr/><w:sdtContent>" + run("It is old.") + "</w:sdtContent></w:sdt>",
                "It is old.",
            ),
            (
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'
                '<w:fldChar w:fldCharType="separate"/><w:t>23 May</w:t><w:fldChar w:fldCharType="end"/></w:r>',
                "23 May",
            ),
            ('<w:fldSimple w:instr="DATE">' + run("23 May") + "</w:fldSimple>", "23 May"),
            ("<w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>" + run("Old"), "Old"),
        ],
    )
    def test_what_a_reader_sees(self, content: str, text: str) -> None:
        found = article(paragraph(content), paragraph(BODY))

        assert found.source.partition("\n")[0] == text

    def test_a_paragraph_whose_mark_was_deleted_goes_on_in_the_next(self) -> None:
        found = article(
            paragraph("The bridge ", "Heading2", MARK_DELETED),
            paragraph(deleted("was") + run("is closed.")),
            paragraph(deleted("Gone altogether."), properties=MARK_DELETED),
            paragraph(BODY),
            paragraph("Last one.", properties=MARK_DELETED),
        )

        assert found.source == f"The bridge is closed.\n{BODY}\nLast one."
        assert found.blocks[0].kind is BlockKind.PARAGRAPH

    def test_deleted_rows_are_left_out(self) -> None:
        gone = f"<w:trPr><w:del/></w:trPr>{cell(paragraph('gone'))}{cell(paragraph('gone'))}"
        kept = cell(paragraph("Day")) + cell(paragraph("Boats"))

        assert [text for _, text in blocks(paragraph(BODY), table(gone, kept))] == [BODY, "Day", "Boats"]

    def test_footnotes_comments_headers_and_contents_are_left_out(self) -> None:
        note = f'<w:footnotes xmlns:w="{W}"><w:footnote>{paragraph("A note.")}</w:footnote></w:footnotes>'
        found = article(
            paragraph("Costs 3", "TOC1"),
            paragraph(BODY),
            word__footnotes=note,
            word__comments=note.replace("footnote", "comment"),
            word__header1=note.replace("footnotes", "hdr"),
        )

        assert found.text == BODY

    def test_strict_documents_are_read(self) -> None:
        parts = unpacked(document(paragraph(BODY)))
        parts["word/document.xml"] = parts["word/document.xml"].replace(
            W, "http://purl.oclc.org/ooxml/wordprocessingml/main"
        )

        assert parse(package(parts), "a.docx").text == BODY

    def test_the_main_part_may_have_another_name(self) -> None:
        parts = unpacked(document(paragraph(BODY)))
        parts["word/document2.xml"] = parts.pop("word/document.xml")
        relation = '<Relationship Id="a" Type="http://x/officeDocument" Target="/word/document2.xml"/>'
        parts["_rels/.rels"] = f"<Relationships>{relation}</Relationships>"

        assert parse(package(parts), "a.docx").text == BODY


class TestPositions:
    def test_the_line_is_the_paragraph_and_the_column_the_character(self) -> None:
        found = article(paragraph("Bridge", "Title"), paragraph(""), paragraph(run("🙂 It is ") + run("old", "<w:b/>")))
        start = found.text.index("old")
        place = found.locate(Span(start, start + 3))

        assert found.source[place.start : place.end] == "old"
        assert (Lines(found.source).position(place.start).line, Lines(found.source).position(place.start).column) == (
            3,
            9,
        )

    @settings(deadline=None, max_examples=100)
    @given(st.lists(st.lists(st.tuples(TEXT, LOOK), max_size=4), min_size=1, max_size=5))
    def test_every_word_stands_at_its_place(self, told: list[list[tuple[str, str]]]) -> None:
        content = [paragraph("".join(run(text, look) for text, look in runs)) for runs in told]
        found = article(*content, paragraph(BODY))

        assert found.source == "\n".join(["".join(text for text, _ in runs) for runs in told] + [BODY])
        for block in found.blocks:
            place = found.locate(block.span)
            assert found.source[place.start : place.end] == found[block.span]


class TestLinks:
    @pytest.mark.parametrize(
        "content",
        [
            f'<w:hyperlink r:id="r0">{run("six ")}{run("arches", "<w:b/>")}</w:hyperlink>',
            f'<w:fldSimple w:instr=" HYPERLINK &quot;https://a.example/&quot; ">{run("six arches")}</w:fldSimple>',
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK </w:instrText></w:r>'
            '<w:r><w:instrText>"https://a.example/"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
            f'{run("six arches")}<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        ],
    )
    def test_their_words_and_address(self, content: str) -> None:
        found = article(paragraph(run("It has ") + content + run(".")), links=("https://a.example/",))

        assert [(found[link.span], link.url) for link in found.mentioned(Link)] == [
            ("six arches", "https://a.example/")
        ]

    def test_addresses_that_run_code_are_none(self) -> None:
        content = f'<w:hyperlink r:id="r0">{run("six arches")}</w:hyperlink>'

        assert article(paragraph(content), links=("javascript:alert(1)",)).mentioned(Link) == []


def core(**told: str) -> str:
    return "".join(f"<{key.replace('_', ':')}>{value}</{key.replace('_', ':')}>" for key, value in told.items())


class TestProperties:
    def test_title_author_and_dates(self) -> None:
        dates = {"dcterms_created": "2025-05-22T09:00:00Z", "dcterms_modified": "2025-05-23T09:00:00Z"}
        told = core(dc_title="Bridge", dc_creator="Kit Larkin", **dates)
        found = article(paragraph("Bridge"), paragraph(BODY), core=told)

        assert found.meta == Metadata("Bridge", date(2025, 5, 22), date(2025, 5, 23), ("Kit Larkin",))
        assert found.blocks[0].kind is BlockKind.HEADLINE

    @pytest.mark.parametrize(
        ("created", "modified"),
        [("2019-01-01T09:00:00Z", "2025-05-23T09:00:00Z"), ("2013-12-23T23:15:00Z", "2013-12-23T23:15:00Z"), ("x", "")],
    )
    def test_the_date_of_a_template_is_none_of_publication(self, created: str, modified: str) -> None:
        found = article(paragraph(BODY), core=core(dcterms_created=created, dcterms_modified=modified))

        assert found.meta.published is None

    def test_what_is_known_goes_before_them_and_the_text_before_that(self) -> None:
        told = core(dcterms_created="2025-05-22T09:00:00Z", dcterms_modified="2025-05-23T09:00:00Z")
        known = Metadata(published=date(2025, 6, 1))

        assert article(paragraph(BODY), core=told, meta=known).meta.published == date(2025, 6, 1)
        stated = (paragraph("Published: 2025-07-01"), paragraph(BODY))
        assert article(*stated, core=told, meta=known).meta.published == date(2025, 7, 1)


EXTERNAL = '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def entity(name: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:p><w:t>&{name};</w:t></w:p></w:document>'


class TestHostile:
    @pytest.mark.parametrize(
        ("raw", "message"),
        [
            (b"plain words", "not a Word document .* no package that can be unpacked"),
            (b"PK\x03\x04 cut off", "not a Word document"),
            (document(paragraph(BODY))[:-200], "not a Word document"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "a Word file of the old kind .* save it as .docx"),
            (package({"a.txt": "x"}), "it has no word/document.xml"),
            (with_main("<w:document"), "word/document.xml is damaged: unclosed token"),
            (with_main(f'<w:document xmlns:w="{W}"><w:body>'), "damaged: no element found"),
            (
                with_main(EXTERNAL + entity("x")),
                "declares a document type",
            ),
            (
                with_main(LAUGHS + entity("c")),
                "declares a document type",
            ),
            (with_main("<a>" * 100_000), "nested too deeply"),
            (with_main(f'<w:document xmlns:w="{W}">{"<w:p/>" * 100_002}</w:document>'), "more than 100,000 paragraphs"),
            (with_main(f'<w:document xmlns:w="{W}"/>'), "the file has no words"),
        ],
    )
    def test_it_is_refused_with_the_reason(self, raw: bytes, message: str) -> None:
        started = time.process_time()

        with pytest.raises(InputError, match=message):
            parse(raw, "a.docx")

        assert time.process_time() - started < 3

    def test_a_bomb_is_not_unpacked(self) -> None:
        bomb = io.BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed, packed.open("word/document.xml", "w") as part:
            part.write(f'<w:document xmlns:w="{W}"><w:p><w:r><w:t>'.encode())
            for _ in range(100):
                part.write(b"a" * 1_000_000)
        started = time.process_time()

        with pytest.raises(InputError, match=r"word/document\.xml unpacks to more than 20 MB; this is no article"):
            parse(bomb.getvalue(), "a.docx")

        assert time.process_time() - started < 3

    def test_one_in_the_properties_neither(self) -> None:
        bombed = CORE.format(f"<dc:title>{'a' * 21_000_000}</dc:title>")

        with pytest.raises(InputError, match=r"docProps/core\.xml unpacks to more than 20 MB"):
            article(paragraph(BODY), docProps__core=bombed)

    def test_a_password_is_named(self) -> None:
        raw = bytearray(document(paragraph(BODY)))
        raw[raw.index(b"PK\x01\x02") + 8] |= 1

        with pytest.raises(InputError, match="the package has a password; save it without one"):
            parse(bytes(raw), "a.docx")

    def test_damaged_contents(self) -> None:
        raw = bytearray(document(paragraph(BODY * 50)))
        at = raw.index(b"word/document.xml") + len("word/document.xml") + 20
        raw[at : at + 40] = b"\xff" * 40

        with pytest.raises(InputError, match=r"word/document\.xml (cannot be unpacked|is damaged)"):
            parse(bytes(raw), "a.docx")

    @pytest.mark.parametrize(
        "content",
        [
            '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' * 10_000,
            "<w:r><w:instrText>x</w:instrText></w:r>" * 20_000,
            run("x") * 20_000,
            f'<w:hyperlink r:id="r0">{run("x")}</w:hyperlink>' * 10_000,
            f"<mc:AlternateContent xmlns:mc='{MC}'>" * 100 + run("x") + "</mc:AlternateContent>" * 100,
        ],
    )
    def test_it_is_read_in_bounded_time(self, content: str) -> None:
        started = time.process_time()
        try:
            text = article(paragraph(content), paragraph(BODY), links=("https://a.example/",)).text
        except InputError as error:
            text = str(error)

        assert time.process_time() - started < 5
        assert BODY in text or text == "fields are nested too deeply to be read"
