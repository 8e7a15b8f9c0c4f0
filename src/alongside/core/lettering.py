"""How much room words take in a drawing, when no font can be asked."""

import re
from unicodedata import bidirectional, category, east_asian_width

NARROW = frozenset(" ijlftrI.,:;'\u2019!|()[]-")
BROAD = frozenset("mwMWQO@%&…—")
PIECE = re.compile(r"[^ -]*(?:-+ ?| |$)")  # a word, or a part of one up to its hyphen, with the space after it
ELLIPSIS = "…"
RIGHT_TO_LEFT, END_ISOLATE = "\u2067", "\u2069"


def width_of(text: str, size: float) -> float:
    """About how wide a line of text is, in the units of `size`; rather too wide than too narrow.

    The shares of an em are rounded up from Atkinson Hyperlegible and Arial. Wide scripts count double,
    marks that sit on a letter nothing. Kerning and ligatures are not known.
    """
    return size * sum(map(_share_of_em, text))


def _share_of_em(char: str) -> float:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if east_asian_width(char) in {"W", "F"}:
        return 1.18
    if char in NARROW:
        return 0.37
    if char in BROAD:
        return 0.94
    return 0.71 if char.isupper() else 0.59


def wrap(text: str, *, size: float, width: float, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines, none wider than `width`; an ellipsis stands for what is left out.

    Breaks between words and after hyphens; a word too long for a line is broken within. Blank text gives no line.

    Raises ValueError when no line is allowed, or a line is too narrow for two broad letters.
    """
    if lines < 1 or width < 3 * size:
        raise ValueError("Words need at least one line, three letters wide.")
    pieces = [piece for piece in PIECE.findall(" ".join(text.split())) if piece]
    laid = _broken(pieces, size, width)
    if len(laid) <= lines:
        return tuple(laid)
    last = laid[lines - 1]
    while last and width_of(last + ELLIPSIS, size) > width:
        last = last[:-1]
    return (*laid[: lines - 1], last.rstrip() + ELLIPSIS)


def _broken(pieces: list[str], size: float, width: float) -> list[str]:
    laid: list[str] = []
    for piece in pieces:
        if laid and width_of((laid[-1] + piece).rstrip(), size) <= width:
            laid[-1] += piece
        else:
            laid.extend(_parts(piece, size, width))
    return [line.rstrip() for line in laid]


def _parts(word: str, size: float, width: float) -> list[str]:
    parts = [""]
    for char in word:
        if char != " " and width_of(parts[-1] + char, size) > width:
            parts.append("")
        parts[-1] += char
    return parts


def reads_leftward(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (Unicode bidi rule P2)."""
    for char in text:
        direction = bidirectional(char)
        if direction in {"L", "R", "AL"}:
            return direction != "L"
    return False


def in_reading_order(lines: tuple[str, ...], text: str) -> tuple[str, ...]:
    """The lines, each isolated from right to left where the whole text reads so: anchors stay as they are."""
    if not reads_leftward(text):
        return lines
    return tuple(f"{RIGHT_TO_LEFT}{line}{END_ISOLATE}" for line in lines)
