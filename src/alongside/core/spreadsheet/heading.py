"""The name of a column: what place it asks for, and whether it may have one at all."""

import re
import unicodedata
from collections.abc import Sequence

from alongside.core.spreadsheet.places import LEAVE_BEHIND, PLACES

# What a word of the name makes of the column: a judgement made in another system, not something a person said.
JUDGEMENTS = {
    "a risk rating": r"(?:high|low|at)?risk.*|rag|rag(?:rating|statu|score).*|severity",
    "a rating": r"rating|rated|grade|band|banding",
    "a status": r".*statuse?",
    "a score": r".*score[ds]?|scoring|score.*",
    "a test of eligibility": r"(?:in)?eligib.*",
    "a threshold": r".*threshold.*",
    "a priority": r"priorit.*",
    "a tier": r"tier",
    "a closure": r"closure|closed|closing",
    "a code": r".*code",
}
PLACE_CODES = re.compile(r"(?:post|postal|zip) ?code")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
SPELT_OUT = re.compile(r"\b(\w)[\W_]+(?=\w\b)")  # D.O.B., R A G


def words_of(name: str, *, joined_by: str = ".-'\u2019") -> list[str]:
    """The words of a column's name in small letters, singular, without accents or signs.

    joined_by: the signs that do not part two words ("e-mail" is one word).
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    spelt = SPELT_OUT.sub(r"\1", CAMEL.sub(" ", plain.replace("(s)", ""))).casefold()
    joined = spelt.translate({ord(sign): None for sign in joined_by})
    return [singular(word) for word in re.findall(r"[^\W_]+", joined)]


def singular(word: str) -> str:
    """Good enough to compare by: never shown."""
    if word.endswith("sses"):
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def squash(name: str) -> str:
    return "".join(words_of(name))


PLACE_OF = {squash(heading): place.key for place in PLACES for heading in place.headings}
# "knownas" shows no words to make singular: what is written as one word is compared as it stands too.
PLACE_OF |= {squash(re.sub(r"\W", "", heading)): place.key for place in PLACES for heading in place.headings}


def propose(header: Sequence[str]) -> dict[str, str]:
    """A place for each column whose name asks for one that the product holds; every other is left behind.

    Of two columns that ask for the same place the first has it.
    """
    proposal = dict.fromkeys(header, LEAVE_BEHIND)
    for column in header:
        place = PLACE_OF.get(squash(column))
        if place and place not in proposal.values() and why_refused(column) is None:
            proposal[column] = place
    return proposal


def why_refused(column: str) -> str | None:
    """Why no place may be given to a column of that name, in words; None where one may."""
    readings = [words_of(column), words_of(column, joined_by="")]
    words = [word for reading in readings for word in PLACE_CODES.sub("", " ".join(reading)).split()]
    kind = next((kind for kind, pattern in JUDGEMENTS.items() if any(re.fullmatch(pattern, word) for word in words)), None)
    return kind and f"this is by its name {kind} from another system, and there is no place for those"
