"""Find the person's own words in what somebody wrote, so that they can stand apart on the page."""

from typing import NamedTuple

OPENING = "\"“'‘"
CLOSING = "\"”'’"


class Passage(NamedTuple):
    """theirs: a whole paragraph in quotation marks, which are left out of `text`."""

    text: str
    theirs: bool


def passages(words: str) -> list[Passage]:
    """Split into paragraphs; one that stands wholly in quotation marks is the person's.

    Nothing is lost but blank lines and the outer quotation marks. A quotation inside a sentence stays in the sentence.
    """
    found = []
    for paragraph in words.replace("\r\n", "\n").split("\n"):
        text = paragraph.strip()
        if len(text) > 2 and text[0] in OPENING and text[-1] in CLOSING and not _closes_early(text):
            found.append(Passage(text[1:-1].strip(), theirs=True))
        elif text:
            found.append(Passage(text, theirs=False))
    return found


def _closes_early(text: str) -> bool:
    """Whether the opening mark is closed before the end, as in: "Yes", he said, and then "no"."""
    inside = text[1:-1]
    return text[0] in '"“' and any(mark in inside for mark in '"”')
