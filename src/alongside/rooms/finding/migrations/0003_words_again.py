"""SQLite makes a table anew when a column of it changes, and its triggers are gone with the old one: the indexes are made again."""

from typing import Any

from django.db import migrations

from alongside.rooms.finding.words.index import ALL, making, taking_away


def make_again(apps: Any, schema_editor: Any) -> None:
    if schema_editor.connection.vendor != "sqlite":
        return
    for indexed in ALL:
        for statement in taking_away(indexed, "sqlite"):
            schema_editor.execute(statement.replace("DROP TRIGGER", "DROP TRIGGER IF EXISTS"), params=None)
        for statement in making(indexed, "sqlite"):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("finding", "0002_words"), ("journeys", "0008_own_page")]
    operations = [migrations.RunPython(make_again, migrations.RunPython.noop)]
