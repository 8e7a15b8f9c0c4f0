"""Keys by which people who may be alike are found in an index. Whoever is alike shares a key; not everyone who shares one is alike.

A key is a number of 63 bits, so that a row of the index is small and holds no name. About twenty for a person of two names.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from alongside.core.likeness.known import Known
from alongside.core.likeness.nicknames import for_one_name, heard_as, short_for, shortened
from alongside.core.likeness.sought import Sought
from alongside.core.likeness.sounds import SHORTEST, sound_of, without_one

BEGINNING = 3  # letters with which a longer name is found by its beginning
MOST_LETTERS = 7  # of a word that are looked at for slips: a slip further on leaves these as they are
MOST_KEYS = 200  # of one person
IN_EVERY_ADDRESS = frozenset(["road", "street", "lane", "avenue", "close", "flat", "house", "the", "of", "rd", "st", "ave"])


@lru_cache(maxsize=200_000)
def key(kind: str, text: str) -> int:
    return int.from_bytes(blake2b(f"{kind}:{text}".encode(), digest_size=8).digest(), "big") >> 1


@lru_cache(maxsize=65_536)
def _written(word: str) -> tuple[int, ...]:
    """The keys of how a word is written, with room for one slip. In a very short word nearly every other is a slip away: none."""
    start = word[:MOST_LETTERS]
    return tuple(key("written", one) for one in (without_one(start) if len(word) >= SHORTEST - 1 else [start]))


@lru_cache(maxsize=65_536)
def _of_name(word: str) -> tuple[int, ...]:
    """The keys under which one word of a name is kept."""
    sound = sound_of(word)
    heard = (key("sound", sound),) if sound else ()
    begins = (key("begins", word[:BEGINNING]),) if len(word) > BEGINNING else ()
    return (*_written(word), *heard, *begins)


def keys_of(known: Known) -> frozenset[int]:
    """Under which keys somebody is kept."""
    found = {one for word in known.names for one in _of_name(word)}
    found |= {key("phone", number) for number in known.numbers}
    found |= {key("mark", mark) for mark in known.marks}
    found |= {key("address", word) for word in known.address_words - IN_EVERY_ADDRESS}
    if known.born:
        found.add(key("born", known.born.text))
    return frozenset(sorted(found)[:MOST_KEYS]) if len(found) > MOST_KEYS else frozenset(found)


def keys_for(sought: Sought) -> frozenset[int]:
    """Under which keys to look for whoever was typed."""
    return frozenset(one for word in sought.words for one in _for_word(word)) | sure_keys_for(sought)


def sure_keys_for(sought: Sought) -> frozenset[int]:
    """Fewer: those that few people share whatever the size of the place. A number, a reference, a day of birth, either way round."""
    found = {key("phone", number) for number in sought.numbers} | {key("mark", mark) for mark in sought.marks}
    return frozenset(found | {key("born", born.text) for born in (*sought.born, *sought.turned)})


def _for_word(word: str) -> Iterator[int]:
    yield from _written(word)
    for other in short_for(word) | shortened(word) | for_one_name(word) | heard_as(word):
        yield key("written", other[:MOST_LETTERS])
    if sound := sound_of(word):
        yield key("sound", sound)
    if len(word) == BEGINNING:
        yield key("begins", word)
    if word not in IN_EVERY_ADDRESS:
        yield key("address", word)
