"""The real settings, with the floors beside the real pages: the same process, the same middleware, the same templates."""

from pathlib import Path

from alongside.foundation.settings import *  # noqa: F403
from alongside.foundation.settings import MIDDLEWARE as REAL_MIDDLEWARE
from alongside.foundation.settings import TEMPLATES as REAL_TEMPLATES

ROOT_URLCONF = "bench.urls"
MIDDLEWARE = ["bench.counting.count_queries", *REAL_MIDDLEWARE]
TEMPLATES = [{**REAL_TEMPLATES[0], "DIRS": [*REAL_TEMPLATES[0]["DIRS"], Path(__file__).parent / "templates"]}]  # type: ignore[misc]  # a dict of many kinds
MOST_SEARCHES = 10**9  # the bench looks for one name a thousand times
