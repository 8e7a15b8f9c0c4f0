"""Keys by which people who may be alike are found in an index. Whoever is alike shares a key; not everyone who shares one is alike.

A key is a number of 63 bits, so that a row of the index is small and holds no name.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b

from alongside.core.likeness.known import Known
from alongside.core.likeness.nicknames import for_one_name, heard_as, short_for, shortened
from alongside.core.likeness.normal import words_of
from alongside.core.likeness.sought import Sought
from alongside.core.likeness.sounds import SHORTEST, sound_of, without_one
from alongside.core.partial_date import PartialDate

BEGINNING = 3  # letters with which a longer name is found by its beginning
MOST_LETTERS = 12  # of a word that is looked at for slips: nobody's name needs two hundred keys
MOST_KEYS = 200  # of one person
IN_EVERY_ADDRESS = frozenset(["road", "street", "lane", "avenue", "close", "flat", "house", "the", "of", "rd", "st", "ave"])


def key(kind: str, text: str) -> int:
    return int.from_bytes(blake2b(f"{kind}:{text}".encode(), digest_size=8).digest(), "big") >> 1


@lru_cache(maxsize=65_536)
def _of_name(word: str) -> tuple[int, ...]:
    """The keys under which one word of a name is kept."""
    found = [key("name", word)]
    if sound := sound_of(word):
        found.append(key("sound", sound))
    if len(word) > BEGINNING:
        found.append(key("begins", word[:BEGINNING]))
    return tuple(found) + tuple(key("slip", one) for one in _slips(word))


def _slips(word: str) -> frozenset[str]:
    return without_one(word[:MOST_LETTERS]) if len(word) >= SHORTEST - 1 else frozenset()


def keys_of(known: Known) -> frozenset[int]:
    """Under which keys somebody is kept."""
    found = {one for word in known.names for one in _of_name(word)}
    found |= {key("phone", number) for number in known.numbers}
    found |= {key("mark", mark) for mark in known.marks}
    found |= {key("address", word) for word in known.address_words - IN_EVERY_ADDRESS}
    if known.born:
        found.add(key("born", known.born.text))
        found |= {key("name+born", f"{heard}{known.born.text}") for word in known.names for heard in _heard(word)}
    return frozenset(sorted(found)[:MOST_KEYS]) if len(found) > MOST_KEYS else frozenset(found)


def keys_for(sought: Sought) -> frozenset[int]:
    """Under which keys to look for whoever was typed."""
    found = {one for word in sought.words for one in _for_word(word)}
    found |= {key("phone", number) for number in sought.numbers}
    found |= {key("mark", mark) for mark in sought.marks}
    found |= {key("born", born.text) for born in (*sought.born, *sought.turned)}
    return frozenset(found)


def sure_keys_for(sought: Sought) -> frozenset[int]:
    """Fewer: those that hardly two people share. A number, or a name together with a day of birth."""
    found = {key("phone", number) for number in sought.numbers}
    days: Iterable[PartialDate] = (*sought.born, *sought.turned)
    names = {heard for word in sought.words for name in {word, *_other_names(word)} for heard in _heard(name)}
    return frozenset(found | {key("name+born", f"{heard}{day.text}") for heard in names for day in days})


def _other_names(word: str) -> frozenset[str]:
    return short_for(word) | shortened(word) | for_one_name(word) | heard_as(word)


def _heard(word: str) -> Iterator[str]:
    yield word
    if sound := sound_of(word):
        yield f"~{sound}"


def _for_word(word: str) -> Iterator[int]:
    yield key("name", word)
    yield from (key("name", other) for other in _other_names(word))
    if sound := sound_of(word):
        yield key("sound", sound)
    yield from (key("slip", one) for one in _slips(word))
    if len(word) == BEGINNING:
        yield key("begins", word)
    if word not in IN_EVERY_ADDRESS:
        yield key("address", word)


__all__ = ["keys_for", "keys_of", "sure_keys_for", "words_of"]
