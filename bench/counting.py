"""Counts the statements behind an answer, when asked: never while the clock runs."""

from collections.abc import Callable
from typing import Any

from django.db import connection
from django.http import HttpRequest, HttpResponse

ASKED = "HTTP_X_BENCH_COUNT"
ANSWER = "X-Bench-Queries"
NOT_COUNTED = ("BEGIN", "SAVEPOINT", "RELEASE")


class Counter:
    """Counts queries; the beginnings and ends of transactions are none."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        self.queries += not sql.startswith(NOT_COUNTED)
        return execute(sql, *rest)


def count_queries(next_: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    def middleware(request: HttpRequest) -> HttpResponse:
        if ASKED not in request.META:
            return next_(request)
        counter = Counter()
        with connection.execute_wrapper(counter):
            response = next_(request)
        response[ANSWER] = str(counter.queries)
        return response

    return middleware
