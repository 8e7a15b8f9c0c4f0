"""The words of one cell: cleaned on the way in, made safe on the way out."""

import re
import unicodedata

# Keeps tab and line break; takes the directional overrides too, with which a name can be made to read as another.
UNWANTED = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

# What a spreadsheet runs instead of showing, after OWASP (CSV injection): signs, their full-width forms, tab, line breaks
# and the null; also behind spaces, and behind marks already there, so that the mark can be taken off again.
FORMULA = re.compile(r"'*(?:\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\x00])")


def clean_cell(text: str) -> str:
    """The text without what nobody typed: control characters, outer space, odd line breaks. Inner line breaks stay.

    Markup and formulas are text like any other and come back as they were.
    """
    with_breaks = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", UNWANTED.sub("", with_breaks)).strip()


def one_line(text: str) -> str:
    """Cleaned, and with each run of spaces and line breaks as one space."""
    return " ".join(clean_cell(text).split())


def safe_cell(text: str) -> str:
    """The text for a cell of a file that a spreadsheet will open: one that would run as a formula gets a leading '.

    Any two texts stay different; `unsafe_cell` gives the text back.
    """
    return f"'{text}" if FORMULA.match(text) else text


def unsafe_cell(text: str) -> str:
    """The text that `safe_cell` was given."""
    return text[1:] if text.startswith("'") and FORMULA.match(text[1:]) else text
