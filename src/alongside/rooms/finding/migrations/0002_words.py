from typing import Any

from django.db import migrations

from alongside.rooms.finding.words.index import ALL, making, taking_away


def make(apps: Any, schema_editor: Any) -> None:
    for indexed in ALL:
        for statement in making(indexed, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


def take_away(apps: Any, schema_editor: Any) -> None:
    for indexed in ALL:
        for statement in taking_away(indexed, schema_editor.connection.vendor):
            schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):

    dependencies = [("finding", "0001_initial"), ("journeys", "0002_held_by_team")]

    operations = [migrations.RunPython(make, take_away)]
