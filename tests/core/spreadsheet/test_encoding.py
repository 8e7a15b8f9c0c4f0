"""Which characters the bytes stand for."""

import pytest

from alongside.core.spreadsheet.encoding import decode
from alongside.core.spreadsheet.fault import SpreadsheetError

TEXT = "Known as\nZoë O\u2019Brien owes £20\n"


@pytest.mark.parametrize(
    ("codec", "mark", "words"),
    [
        ("utf-8", b"", "UTF-8"),
        ("utf-8-sig", b"", "UTF-8 with a byte order mark"),
        ("utf-16-le", b"\xff\xfe", "UTF-16"),
        ("utf-16-be", b"\xfe\xff", "UTF-16"),
        ("cp1252", b"", "Windows-1252"),
    ],
)
def test_each_encoding_is_told_and_named(codec: str, mark: bytes, words: str) -> None:
    decoded = decode(mark + TEXT.encode(codec), name="team.csv")
    assert (decoded.text, decoded.encoding) == (TEXT, words)


def test_the_last_byte_counts_as_much_as_the_first() -> None:
    raw = b"Known as\n" + b"Sam\n" * 50_000 + "Zoë".encode("cp1252")
    assert decode(raw, name="team.csv").encoding == "Windows-1252"


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"PK\x03\x04rest", "this is a workbook (.xlsx or .ods)"),
        (b"\xd0\xcf\x11\xe0rest", "this is an old workbook (.xls)"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"Known as\0", "this is not a text file"),
        (b"\xff\xfeK", "this is not a text file"),
        (b"\xef\xbb\xbf\xe9,", "this is not a text file"),
        (b"caf\xe9 \x81", "this is not a text file"),
        (b"", "the file is empty"),
        (b"\xef\xbb\xbf \r\n", "the file is empty"),
    ],
)
def test_what_is_no_text_is_refused_in_words(raw: bytes, says: str) -> None:
    with pytest.raises(SpreadsheetError) as refused:
        decode(raw, name="team.csv")
    assert str(refused.value).startswith(f"team.csv: {says}")
