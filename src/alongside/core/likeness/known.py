"""What is held on somebody, as far as it helps to find them."""

from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from alongside.core.likeness.normal import phones_in, reference_of, words_of
from alongside.core.partial_date import PartialDate


@dataclass(frozen=True)
class Known:
    """address: empty for whoever is somewhere safe. phones: lines of words in which numbers may stand."""

    called: str
    full_name: str = ""
    born: PartialDate | None = None
    phones: tuple[str, ...] = ()
    address: str = ""
    references: tuple[str, ...] = field(default=())

    @cached_property
    def names(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(words_of(f"{self.called} {self.full_name}")))

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(number for line in self.phones for number in phones_in(line))

    @cached_property
    def address_words(self) -> frozenset[str]:
        words = words_of(self.address)
        return frozenset(words) | frozenset(one + other for one, other in pairwise(words) if _postcode(one, other))

    @cached_property
    def marks(self) -> frozenset[str]:
        return frozenset(mark for one in self.references if (mark := reference_of(one)))


def _postcode(one: str, other: str) -> bool:
    """Whether two words are the halves of a postcode: NB1 4AA and NB14AA are one."""
    return len(other) == 3 and other[0].isdigit() and other[1:].isalpha() and one[-1].isdigit() and one[0].isalpha()
