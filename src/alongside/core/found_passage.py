"""The passage of a text in which words were found, with the words marked."""

import unicodedata
from typing import NamedTuple

AROUND = 90  # characters each side of the first find
SHORTEST_BEGINNING = 3  # letters from which a word is also found by its beginning: "letter" finds "letters"
MOST_WORDS = 8


class Piece(NamedTuple):
    """found: whether it is one of the words that were sought."""

    text: str
    found: bool


def plain(text: str) -> str:
    """Small letters without accents, each character still in its place: the same length as the text, or the text in small letters.

    A letter whose plain form is not one character stays as it is.
    """
    return "".join(_plain_letter(one) for one in text)


def _plain_letter(letter: str) -> str:
    small = letter.lower()
    bare = "".join(one for one in unicodedata.normalize("NFKD", small) if not unicodedata.combining(one))
    return bare if len(bare) == 1 else small if len(small) == 1 else letter


def words_sought(text: str) -> list[str]:
    """The words somebody typed, in plain letters; every mark between them is a space, so that none has a meaning of its own."""
    spaced = "".join(one if one.isalnum() else " " for one in plain(text.replace("\0", " ")))
    return list(dict.fromkeys(spaced.split()))[:MOST_WORDS]


def passage(text: str, sought: list[str], around: int = AROUND) -> list[Piece]:
    """The text around the first of the words sought, whole words, in pieces; joined they are a part of the text, with … where cut."""
    finds = _finds(plain(text), sought)
    start, end = _window(text, finds[0] if finds else (0, 0), around)
    pieces = [Piece("…", False)] if start else []
    at = start
    for begin, stop in finds:
        if at <= begin and stop <= end:
            pieces += [Piece(text[at:begin], False), Piece(text[begin:stop], True)]
            at = stop
    pieces += [Piece(text[at:end], False), *([Piece("…", False)] if end < len(text) else [])]
    return [piece for piece in pieces if piece.text]


def _finds(text: str, sought: list[str]) -> list[tuple[int, int]]:
    """Where whole words are, or begin with, one of those sought."""
    finds, begin = [], 0
    for at, letter in enumerate(f"{text} "):
        if letter.isalnum():
            continue
        word = text[begin:at]
        if word and any(word == one or (len(one) >= SHORTEST_BEGINNING and word.startswith(one)) for one in sought):
            finds.append((begin, at))
        begin = at + 1
    return finds


def _window(text: str, find: tuple[int, int], around: int) -> tuple[int, int]:
    start, end = max(0, find[0] - around), min(len(text), find[1] + around)
    while 0 < start < find[0] and text[start - 1].isalnum():
        start += 1
    while find[1] < end < len(text) and text[end].isalnum():
        end -= 1
    return start, end
