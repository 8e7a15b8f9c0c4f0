"""The tables, as they are printed and as they stand in docs/reference/bench.md."""

from collections.abc import Iterable, Sequence
from statistics import median, quantiles

from bench.first_visit import Loaded
from bench.rounds import Measured

MOST_QUERIES = 15
MOST_JAVASCRIPT, MOST_IN_ALL = 60_000, 150_000  # bytes
HEADING = ["page", "p50 ms", "p95 ms", "beside", "its p50 ms", "times", "aim", "queries", "with one row", "bytes"]


def _p95(seconds: list[float]) -> float:
    return quantiles(seconds, n=20)[-1]


def times(one: Measured) -> float:
    return median(one.seconds) / median(one.floor_seconds)


def table(rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table whose columns also line up as plain text; the first row is its heading."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]

    def line(row: Sequence[str]) -> str:
        cells = [
            cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        return f"| {' | '.join(cells)} |"

    rule = f"|{'|'.join('-' * (width + 2) if column == 0 else '-' * (width + 1) + ':' for column, width in enumerate(widths))}|"
    return "\n".join([line(rows[0]), rule, *map(line, rows[1:])])


def _row(one: Measured) -> list[str]:
    return [
        one.page.name,
        f"{median(one.seconds) * 1000:.1f}",
        f"{_p95(one.seconds) * 1000:.1f}",
        one.page.floor,
        f"{median(one.floor_seconds) * 1000:.1f}",
        f"{times(one):.2f}",
        f"{one.page.aim:g}" if one.page.aim else f"p95 {one.page.most_ms:g} ms" if one.page.most_ms else "",
        str(one.queries),
        "" if one.queries_one is None else str(one.queries_one),
        f"{one.bytes:,}",
    ]


def timings(measured: Iterable[Measured]) -> str:
    return table([HEADING, *map(_row, measured)])


def weights(loaded: Iterable[Loaded]) -> str:
    names = ["page, first visit", "JavaScript", "style", "type faces", "HTML", "other", "in all"]
    rows = [[one.page, *(f"{size:,}" for size in (one.javascript, one.style, one.faces, one.html, one.other, one.all))] for one in loaded]
    return table([names, *rows])


def missed(measured: Iterable[Measured], loaded: Iterable[Loaded], database: str) -> list[str]:
    """What misses its aim, a sentence each."""
    said = []
    for one in measured:
        where = f"{one.page.name} ({database})"
        if one.page.aim and times(one) > one.page.aim:
            said.append(f"{where} costs {times(one):.2f} times its floor; the aim is {one.page.aim:g}.")
        said += _too_long(one, where)
        if one.bytes and one.queries > MOST_QUERIES:  # a save answers with no page
            said.append(f"{where} takes {one.queries} queries; the aim is {MOST_QUERIES}.")
        if one.queries_one is not None and one.queries != one.queries_one:
            said.append(f"{where} takes {one.queries} queries, with one row {one.queries_one}; the aim is the same number.")
    for page in loaded:
        if page.javascript > MOST_JAVASCRIPT:
            said.append(f"{page.page} loads {page.javascript:,} bytes of JavaScript; the aim is {MOST_JAVASCRIPT:,}.")
        if page.all >= MOST_IN_ALL:
            said.append(f"{page.page} loads {page.all:,} bytes on a first visit; the aim is under {MOST_IN_ALL:,}.")
    return said


def _too_long(one: Measured, where: str) -> list[str]:
    """Where the aim is in milliseconds, of the slowest twentieth."""
    took = _p95(one.seconds) * 1000
    return [f"{where} takes {took:.0f} ms (p95); the aim is {one.page.most_ms:g}."] if one.page.most_ms and took > one.page.most_ms else []
