"""The edges: bytes to characters, and offsets to the lines and columns that editors show."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.errors import InputError
from checker.source import Lines, Position, decode, refuse_half_characters

TEXT = "Zoë paid €5 😀\r\nand left."


class TestDecode:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_unicode_is_told_by_its_mark_and_utf_8_without_one(self, encoding: str) -> None:
        assert decode(TEXT.encode(encoding)).text == TEXT

    @pytest.mark.parametrize(
        ("mark", "encoding"),
        [
            (b"\xfe\xff", "utf-16-be"),
            (b"\xff\xfe", "utf-16-le"),
            (b"\x00\x00\xfe\xff", "utf-32-be"),
            (b"\xff\xfe\x00\x00", "utf-32-le"),
        ],
    )
    def test_either_order_of_bytes(self, mark: bytes, encoding: str) -> None:
        decoded = decode(mark + TEXT.encode(encoding))

        assert (decoded.text, decoded.encoding, decoded.bom) == (TEXT, encoding, mark)

    def test_the_mark_is_kept_apart_from_the_text(self) -> None:
        decoded = decode(b"\xef\xbb\xbfOne.")

        assert (decoded.text, decoded.bom) == ("One.", b"\xef\xbb\xbf")

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            (b"caf\xe9", "café"),
            (b"\x93Never,\x94 he said \x97 \x80500", "“Never,” he said — €500"),
            (b"\xe9t\xe9 \xe0 No\xebl", "été à Noël"),
        ],
    )
    def test_windows_1252_is_what_is_not_utf_8(self, raw: bytes, text: str) -> None:
        assert decode(raw).text == text
        assert decode(raw).encoding == "cp1252"

    def test_nothing_is_text(self) -> None:
        assert decode(b"").text == ""

    def test_a_stray_control_character_does_not_refuse_an_article(self) -> None:
        raw = b"The council\x03 met." + b" It rose at noon." * 9

        assert decode(raw).text == raw.decode()

    @pytest.mark.parametrize(
        ("raw", "line", "said"),
        [
            (
                "The council met.".encode("utf-16-le"),
                None,
                "byte 1 is 0x00: this looks like UTF-16 without a byte order",
            ),
            (
                "The council met.".encode("utf-16-be"),
                None,
                "byte 0 is 0x00: this looks like UTF-16 without a byte order",
            ),
            (b"%PDF-1.7\n\x00\x01\x02" + b"text" * 9, None, "byte 9 is 0x00: this is not a text file"),
            (b"GIF\x01\x02\x03\x04\x05", None, "byte 3 is 0x01: this is not a text file"),
            (b"One.\r\nTwo.\rcaf\x81", 3, "line 3: byte 14 (0x81) is not UTF-8 and byte 14 (0x81) not Windows-1252"),
            (
                "Zoë.\nZo".encode() + b"\xeb met",
                2,
                "line 2: byte 8 (0xeb) is not UTF-8, though the rest is; save it as",
            ),
            ("Zoë met Chloé".encode()[:-1], 1, "line 1: byte 13 (0xc3) is not UTF-8, though the rest is"),
            (
                b"\xff\xfe" + "a\nb".encode("utf-16-le") + b"c",
                2,
                "line 2: byte 8 is not UTF-16-LE, though the file's byte",
            ),
            (b"\xef\xbb\xbfcaf\xe9", 1, "line 1: byte 6 is not UTF-8, though the file's byte order mark says so"),
        ],
    )
    def test_what_cannot_be_read_is_refused_with_place_and_remedy(
        self, raw: bytes, line: int | None, said: str
    ) -> None:
        with pytest.raises(InputError) as caught:
            decode(raw)

        assert said in str(caught.value)
        assert re.search(r"; (save it as UTF-8|check the text it was made from)$", str(caught.value))
        assert caught.value.line == line

    @given(
        st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc")), max_size=60),
        st.sampled_from(["utf-8-sig", "utf-16"]),
    )
    def test_every_text_with_a_mark_comes_back(self, text: str, encoding: str) -> None:
        assert decode(text.encode(encoding)).text == text

    @given(st.binary(max_size=200))
    def test_any_bytes_are_text_or_an_input_error(self, raw: bytes) -> None:
        with suppress(InputError):
            assert decode(raw).text.encode(decode(raw).encoding) == raw.removeprefix(decode(raw).bom)


def test_half_a_character_is_refused_with_its_place() -> None:
    with pytest.raises(
        InputError, match=r"^line 2, column 4: U\+D83D is half a character; the text was cut inside one"
    ):
        refuse_half_characters("One.\nTwo\ud83d")

    refuse_half_characters("One 😀.")


def as_editors_have_it(text: str) -> list[tuple[int, int]]:
    """Line and column of every character, by a walk that knows nothing of the code under test."""
    places, line, column = [], 1, 1
    for at, char in enumerate(text):
        places.append((line, column))
        column += 1
        if char == "\n" or (char == "\r" and text[at + 1 : at + 2] != "\n"):
            line, column = line + 1, 1
    return [*places, (line, column)]


class TestLines:
    @pytest.mark.parametrize(
        ("text", "offset", "line", "column"),
        [
            ("one\ntwo", 4, 2, 1),
            ("one\r\ntwo", 4, 1, 5),  # between CR and LF
            ("one\r\ntwo", 5, 2, 1),
            ("one\rtwo\r\rfour", 9, 4, 1),
            ("a\u2028b\x0bc\x0cd\x85e\u2029f", 10, 1, 11),  # none of these ends a line in an editor
            ("😀😀x", 2, 1, 3),  # code points, not the halves of UTF-16
            ("", 0, 1, 1),
            ("one\n", 4, 2, 1),  # behind the last character
        ],
    )
    def test_position(self, text: str, offset: int, line: int, column: int) -> None:
        assert Lines(text).position(offset) == Position(line, column)

    @given(st.text(alphabet="ab \r\n\u2028\x0b\x0c\x85é😀", max_size=40))
    def test_every_position_is_the_editors(self, text: str) -> None:
        lines = Lines(text)

        found = [lines.position(offset) for offset in range(len(text) + 1)]
        assert [(each.line, each.column) for each in found] == as_editors_have_it(text)

    @given(st.text(alphabet="ab\r\n\u2028\x0c", max_size=40))
    def test_the_lines_are_the_text_between_its_breaks(self, text: str) -> None:
        lines = Lines(text)
        expected = re.split(r"\r\n|\r|\n", text)

        assert [lines.line(number) for number in range(1, len(expected) + 1)] == expected
