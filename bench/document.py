"""docs/reference/bench.md, written by a full run."""

from pathlib import Path

PATH = Path(__file__).resolve().parent.parent / "docs" / "reference" / "bench.md"
HEAD = """# How fast the pages are

Written by `make bench`; change `bench/`, not this page. Aims are ratios to a floor measured in the same run; milliseconds are for
information and judged by nothing.

- Asked over HTTP on one keep-alive connection, of `alongside serve` with one worker, in a process of its own. Each page is asked right
  after its floor, {rounds} times after a warm-up, so that what else the machine does meets both. The asking shares the machine's cores.
- **The floors** stand in the same process behind the same middleware, session and sign-in. *Empty page*: `base.html` with nothing in
  its main part. *Bare list of 500*: no `base.html`, the day and the words of 500 rows of one query. *One insert*: one conversation's row
  through the ORM in one transaction, with its form token, and a redirect.
- **Exact look-up**: everyone called precisely so, by the index, whoever sees them. It is beside finding a misspelt name, whose aims are
  in milliseconds. A search tells the journal, durably. *All to be seen*: by someone who is in every team, where it costs most.
- **A save** is the POST of the whole form with a key of its own, up to its redirect: the journal's entries, the form token and the
  sentence that says it was saved included.
- **Queries** are counted apart from the timings, the session's and the account's included, the beginnings and ends of transactions not.
  **Bytes** are the page's HTML, not compressed: pages that hold a form token are not, on purpose (BREACH).
- **The place**: {people:,} people in teams of 350, {conversations:,} conversations of three paragraphs, an entry in the journal for
  each; one worker alongside 50; one person with 500 conversations, 60 ties, 80 causes, 10 life events, 30 actions and 20 check-ins.
- **Databases**: SQLite in a file with synchronous FULL; PostgreSQL on the same machine with fsync and synchronous_commit on, after ANALYZE.

Machine: {machine}.
{versions}.
{when}; the machine was shared with other work.
"""


def written(sections: list[str], missed: list[str], **facts: object) -> str:
    end = "\n".join(f"- {one}" for one in missed) or "Nothing, in this run."
    return "\n".join([HEAD.format(**facts), *sections, "## What misses its aim\n", end, ""])
