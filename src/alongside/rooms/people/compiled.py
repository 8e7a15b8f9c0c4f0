"""A set of people's numbers that stands in every query: written with querysets, turned into SQL once, asked again with other values.

The gate stands in each query of each page. Building it anew each time cost more than the databases took to answer it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.db import connection
from django.db.models.expressions import RawSQL

from alongside.rooms.accounts.viewer import Viewer

Steps = list[tuple[str, Any]]
# What stands for the viewer's account, day and moment while the SQL is made: values that no row has.
ACCOUNT, ON, AT = -1, date(1900, 1, 1), datetime(1900, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Compiled:
    """sql: with a placeholder for each of `values`, which still hold what stands for the viewer."""

    sql: str
    values: tuple[Any, ...]

    def asked_by(self, viewer: Viewer) -> RawSQL:
        """The set as this viewer sees it, for the right side of `__in`."""
        of_viewer = {
            _as_sent(ACCOUNT): viewer.account.pk,
            _as_sent(ON): _as_sent(viewer.on),
            _as_sent(AT): _as_sent(viewer.at),
        }
        # The SQL is the ORM's own, and every value is a parameter.
        return RawSQL(self.sql, [of_viewer.get(value, value) for value in self.values])  # noqa: S611


def compiled(vendor: str, name: str, steps: Callable[[], Steps]) -> Compiled:
    """Join sets of one column into one, made the first time it is asked for by that name.

    Each step says how ("UNION", "EXCEPT"; the first ""), and they count from left to right.
    """
    known = _made.get((vendor, name))
    if known is None:
        known = _made[vendor, name] = _compile(steps())
    return known


def _compile(steps: Steps) -> Compiled:
    sql, values = [], []
    for how, rows in steps:
        part, known = rows.order_by().query.get_compiler("default").as_sql()
        sql.append(f"{how} {part}".strip())
        values += known
    return Compiled(" ".join(sql), tuple(values))


_made: dict[tuple[str, str], Compiled] = {}


def _as_sent(value: Any) -> Any:
    """As the database's driver is given it."""
    if isinstance(value, datetime):
        return connection.ops.adapt_datetimefield_value(value)
    if isinstance(value, date):
        return connection.ops.adapt_datefield_value(value)
    return value
