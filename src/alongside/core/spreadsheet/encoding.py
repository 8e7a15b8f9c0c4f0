"""Which characters the bytes of a file stand for, judged from the whole of it."""

import codecs
from dataclasses import dataclass

from alongside.core.spreadsheet.fault import refusal

SAVE_AS = "open it in the spreadsheet program and save it as CSV UTF-8"

NOT_TEXT = {
    b"PK\x03\x04": "this is a workbook (.xlsx or .ods), not a CSV file",
    b"\xd0\xcf\x11\xe0": "this is an old workbook (.xls), not a CSV file",
    b"%PDF": "this is a PDF, not a CSV file",
}
MARKS = {
    codecs.BOM_UTF8: ("utf-8-sig", "UTF-8 with a byte order mark"),
    codecs.BOM_UTF16_LE: ("utf-16", "UTF-16"),
    codecs.BOM_UTF16_BE: ("utf-16", "UTF-16"),
}
UNMARKED = [("utf-8", "UTF-8"), ("cp1252", "Windows-1252")]  # the first that all of the file is valid in


@dataclass(frozen=True)
class Decoded:
    text: str
    encoding: str  # in words, to be printed


def decode(raw: bytes, *, name: str) -> Decoded:
    """The text of a file: by its byte order mark, else UTF-8 where all of it is valid, else Windows-1252.

    Raises SpreadsheetError for a workbook, a PDF, an empty file, and bytes that are no text.
    """
    for signature, wrong in NOT_TEXT.items():
        if raw.startswith(signature):
            raise refusal(name, wrong, SAVE_AS)
    candidates = next(([marked] for mark, marked in MARKS.items() if raw.startswith(mark)), UNMARKED)
    decoded = next((found for codec, words in candidates if (found := attempt(raw, codec, words))), None)
    if decoded is None or "\0" in decoded.text:
        raise refusal(name, "this is not a text file, or is damaged", SAVE_AS)
    if not decoded.text.strip():
        raise refusal(name, "the file is empty", "choose the file that holds the rows")
    return decoded


def attempt(raw: bytes, codec: str, words: str) -> Decoded | None:
    try:
        return Decoded(raw.decode(codec), words)
    except UnicodeDecodeError:
        return None
