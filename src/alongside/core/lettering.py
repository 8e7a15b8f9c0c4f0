"""How much room words take in a drawing, when no font can be asked."""

from unicodedata import bidirectional, category, east_asian_width

NARROW = frozenset(" ijlftrI.,:;'’!|()[]-")
BROAD = frozenset("mwMWQO@%&…—")
ELLIPSIS = "…"
RIGHT_TO_LEFT, END_ISOLATE = "\u2067", "\u2069"


def width_of(text: str, size: float) -> float:
    """About how wide a line of text is, in the units of `size`; rather too wide than too narrow.

    The shares of an em are those of DejaVu Sans, the widest of the faces a reader may fall back to.
    Wide scripts count double, marks that sit on a letter nothing. Kerning and ligatures are not known.
    """
    return size * sum(map(_share_of_em, text))


def _share_of_em(char: str) -> float:
    if category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if east_asian_width(char) in {"W", "F"}:
        return 1.24
    if char in NARROW:
        return 0.42
    if char in BROAD:
        return 1.0
    return 0.72 if char.isupper() else 0.62


def wrap(text: str, *, size: float, width: float, lines: int) -> tuple[str, ...]:
    """The text in at most `lines` lines, none wider than `width`; an ellipsis stands for what is left out.

    Breaks between words; a word too long for a line is broken within. Blank text gives no line.

    Raises ValueError when no line is allowed, or a line is too narrow for two broad letters.
    """
    if lines < 1 or width < 3 * size:
        raise ValueError("Words need at least one line, three letters wide.")
    laid = _broken(text.split(), size, width)
    if len(laid) <= lines:
        return tuple(laid)
    last = laid[lines - 1]
    while last and width_of(last + ELLIPSIS, size) > width:
        last = last[:-1]
    return (*laid[: lines - 1], last.rstrip() + ELLIPSIS)


def _broken(words: list[str], size: float, width: float) -> list[str]:
    laid: list[str] = []
    for word in words:
        if laid and width_of(f"{laid[-1]} {word}", size) <= width:
            laid[-1] = f"{laid[-1]} {word}"
        else:
            laid.extend(_pieces(word, size, width))
    return laid


def _pieces(word: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for char in word:
        if width_of(pieces[-1] + char, size) > width:
            pieces.append("")
        pieces[-1] += char
    return pieces


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
