"""The word indexes hold what is written after every migration has run: a table that SQLite made anew has lost its triggers."""

import pytest
from django.db import connection

from alongside.rooms.finding.words.index import ACTIONS, ALL, CONVERSATIONS, MATTERS, Indexed, rows_with
from tests import factories

FACTORIES = {CONVERSATIONS: factories.ConversationFactory, MATTERS: factories.MatterFactory, ACTIONS: factories.ActionFactory}


@pytest.mark.parametrize("indexed", ALL, ids=lambda indexed: indexed.table)
def test_words_are_found_changed_and_gone_with_their_row(indexed: Indexed, db: None) -> None:
    column = indexed.columns[0]
    row = FACTORIES[indexed](**{column: "a harmonium"})
    rows = type(row).objects

    def found(word: str) -> bool:
        return rows.filter(pk__in=rows_with(indexed, [word])).exists()

    assert found("harmonium")
    rows.filter(pk=row.pk).update(**{column: "a concertina"})
    assert (found("harmonium"), found("concertina")) == (False, True)
    row.delete()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT count(*) FROM "{indexed.name}" WHERE "{indexed.name}" MATCH %s', ["concertina"])
            assert cursor.fetchone() == (0,)
