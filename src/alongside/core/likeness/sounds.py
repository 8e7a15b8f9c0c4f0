"""How names sound, and how few slips lie between two spellings."""

from functools import lru_cache

import jellyfish

from alongside.core.likeness.normal import is_latin

SHORTEST = 4  # letters: in shorter words nearly every other one is a slip away
WRITTEN_SO = (("rh", "r"), ("ff", "f"), ("ph", "f"), ("dd", "th"), ("ŵ", "w"))


@lru_cache(maxsize=65_536)
def sound_of(word: str) -> str:
    """Metaphone, after a few spellings of Welsh and English. Empty for other scripts, whose names compare by themselves, and for digits."""
    if not is_latin(word) or not word.isalpha():
        return ""
    for written, heard in WRITTEN_SO:
        word = word.replace(written, heard)
    return jellyfish.metaphone(word)


@lru_cache(maxsize=65_536)
def without_one(word: str) -> frozenset[str]:
    """The word, and the word with each of its letters left out.

    Two words that are one slip apart (a letter wrong, missing, too many, or two changed about) always share one of these.
    """
    return frozenset([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))])


def slips(one: str, other: str) -> int:
    """Letters wrong, missing, too many or changed about: Damerau-Levenshtein. Symmetrical; 0 only for the same word."""
    return jellyfish.damerau_levenshtein_distance(one, other)


def one_slip_apart(one: str, other: str) -> bool:
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    return shorter >= SHORTEST - 1 and longer >= SHORTEST and longer - shorter <= 1 and slips(one, other) == 1
