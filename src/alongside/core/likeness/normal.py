"""Names and numbers in one form, so that accents, capitals and spacing hide nobody."""

import re
import unicodedata

LETTERS_AND_DIGITS = re.compile(r"[^\W_]+")
APOSTROPHES = str.maketrans("", "", "'’‘`ʼ")  # O'Neill and ONeill are one name
NO_DECOMPOSITION = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"})
ARABIC = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ـ": None, **{chr(sign): None for sign in range(0x064B, 0x0653)}})
FEWEST_DIGITS, MOST_DIGITS = 7, 15


def words_of(text: str) -> list[str]:
    """The words of a name or an address in small letters, accents gone from Latin letters. Other scripts keep every letter.

    In Arabic the signs that are written or left out at will are left out. Idempotent.
    """
    kept: list[str] = []
    latin = False
    for one in unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.translate(ARABIC)).casefold()):
        if unicodedata.combining(one):
            if not latin:
                kept.append(one)
            continue
        latin = one < "ɐ"
        kept.append(one)
    plain = unicodedata.normalize("NFC", "".join(kept)).translate(ARABIC).translate(APOSTROPHES).translate(NO_DECOMPOSITION)
    words = "".join(one if _is_of_a_word(one) else " " for one in plain).split()
    return [word for one in words if (word := _from_its_first_letter(one))]


def _from_its_first_letter(word: str) -> str:
    """Without signs that stand on nothing."""
    first = next((place for place, one in enumerate(word) if one.isalnum()), len(word))
    return word[first:]


def _is_of_a_word(one: str) -> bool:
    """Letters and digits, and the vowel signs of Indian scripts, which are no letters to Python."""
    return one.isalnum() or unicodedata.category(one).startswith("M")


def is_latin(word: str) -> bool:
    return word.isascii()


def phone_of(text: str) -> str:
    """The digits of a number, as dialled at home: +44 and 0044 are 0. Empty where it has too few or too many to be one."""
    digits = "".join(str(unicodedata.decimal(one)) for one in text if one.isdecimal())
    for abroad in ("0044", "44" if text.strip().startswith("+") else "0044"):
        if digits.startswith(abroad):
            digits = "0" + digits[len(abroad) :].removeprefix("0")
    return digits if FEWEST_DIGITS <= len(digits) <= MOST_DIGITS else ""


PHONES = re.compile(r"\+?\d[\d ().\-/]{5,22}\d")


def phones_in(text: str) -> list[str]:
    """Every number that stands in a line of words, as `phone_of` has it."""
    return [phone for found in PHONES.findall(text) if (phone := phone_of(found))]


def reference_of(text: str) -> str:
    """A reference without the marks that people write or leave out: HUB-00012 and hub 00012 are one."""
    return "".join(LETTERS_AND_DIGITS.findall(unicodedata.normalize("NFKC", text).casefold()))
