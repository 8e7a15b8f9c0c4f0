"""The two full-text indexes, SQLite's FTS5 and PostgreSQL's GIN, behind one question: which rows hold all of these words?

Both read small letters without accents, every mark a space, no word left out and none cut to a stem: the same in any language.
On SQLite an index is a table of its own, kept with the rows by triggers; on PostgreSQL it is an index on an expression.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.db import connection
from django.db.models.expressions import RawSQL

from alongside.core.found_passage import SHORTEST_BEGINNING

ACCENTED = "àáâãäåāăąçćĉčďèéêëēĕėęěĝğġĥìíîïĩīĭįĵñńňòóôõöōŏőŕřśŝşšţťùúûüũūŭůűųŵẁẃẅýÿŷỳźżž"
PLAIN = "aaaaaaaaaccccdeeeeeeeeeggghiiiiiiiijnnnoooooooorrssssttuuuuuuuuuuwwwwyyyyzzz"


class Indexed(NamedTuple):
    """A table and the columns whose words are found."""

    table: str
    columns: tuple[str, ...]

    @property
    def name(self) -> str:
        return f"finding_words_{self.table}"


CONVERSATIONS = Indexed("journeys_conversation", ("words",))
MATTERS = Indexed("journeys_matter", ("words",))
ACTIONS = Indexed("journeys_action", ("what", "outcome"))
ALL = (CONVERSATIONS, MATTERS, ACTIONS)


def rows_with(indexed: Indexed, words: Sequence[str]) -> Any:
    """The numbers of rows that hold every one of the words (from `words_sought`, at least one), for `pk__in=`.

    The words are letters and digits in quotation marks: none can be taken for an operator.
    """
    if connection.vendor == "postgresql":
        asked = " & ".join(f"'{word}'{':*' if len(word) >= SHORTEST_BEGINNING else ''}" for word in words)
        return _raw(f"SELECT id FROM \"{indexed.table}\" WHERE {vector(indexed)} @@ to_tsquery('simple', %s)", asked)  # noqa: S608 (our own names)
    asked = " ".join(f'"{word}"{"*" if len(word) >= SHORTEST_BEGINNING else ""}' for word in words)
    return _raw(f'SELECT rowid FROM "{indexed.name}" WHERE "{indexed.name}" MATCH %s', asked)  # noqa: S608 (our own names)


def _raw(sql: str, asked: str) -> Any:
    return RawSQL(sql, [asked])  # noqa: S611 (the words go as a parameter)


def vector(indexed: Indexed) -> str:
    """The expression that PostgreSQL keeps in its index; a query must use the very same."""
    words = " || ' ' || ".join(f'"{indexed.table}"."{column}"' for column in indexed.columns)
    return f"to_tsvector('simple', regexp_replace(translate(lower({words}), '{ACCENTED}', '{PLAIN}'), '[^[:alnum:]]+', ' ', 'g'))"


def making(indexed: Indexed, vendor: str) -> list[str]:
    """The statements that make an index, filled with the rows that are there."""
    if vendor == "postgresql":
        return [f'CREATE INDEX "{indexed.name}" ON "{indexed.table}" USING gin (({vector(indexed)}))']
    index, table, columns = indexed.name, indexed.table, ", ".join(f'"{column}"' for column in indexed.columns)
    new, old = (", ".join(f'{row}."{column}"' for column in indexed.columns) for row in ("new", "old"))
    put_in = f'INSERT INTO "{index}"(rowid, {columns}) VALUES (new.id, {new});'  # noqa: S608 (our own names)
    take_out = f'INSERT INTO "{index}"("{index}", rowid, {columns}) VALUES (\'delete\', old.id, {old});'  # noqa: S608 (our own names)
    return [
        f"CREATE VIRTUAL TABLE \"{index}\" USING fts5({columns}, content='{table}', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2', prefix='3 4')",
        f'CREATE TRIGGER "{index}_in" AFTER INSERT ON "{table}" BEGIN {put_in} END',
        f'CREATE TRIGGER "{index}_out" AFTER DELETE ON "{table}" BEGIN {take_out} END',
        f'CREATE TRIGGER "{index}_anew" AFTER UPDATE OF {columns} ON "{table}" BEGIN {take_out} {put_in} END',
        f'INSERT INTO "{index}"("{index}") VALUES (\'rebuild\')',  # noqa: S608 (our own names)
    ]


def taking_away(indexed: Indexed, vendor: str) -> list[str]:
    if vendor == "postgresql":
        return [f'DROP INDEX "{indexed.name}"']
    return [*(f'DROP TRIGGER "{indexed.name}_{when}"' for when in ("in", "out", "anew")), f'DROP TABLE "{indexed.name}"']
