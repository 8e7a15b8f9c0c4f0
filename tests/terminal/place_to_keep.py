"""An installation on either database, run by its commands, all of whose files and rows can be looked at."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

PHRASE = "a kettle, a chair, a door"
CHANGES_OF_ITSELF = {"django_session", "journal_entry", "journal_seal", "sqlite_stat1", "sqlite_sequence"}


@dataclass
class Installation:
    """url: of its PostgreSQL database, or empty for SQLite. more: environment."""

    folder: Path
    url: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("ALONGSIDE_", "DJANGO_", "DATABASE_URL"))}
        own = {"ALONGSIDE_DIR": str(self.folder), "ALONGSIDE_PLAIN_HTTP": "1", "ALONGSIDE_BACKUP_PASSPHRASE": PHRASE}
        return {**inherited, **own, **({"DATABASE_URL": self.url} if self.url else {}), **self.more}

    def begin(self, *words: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "alongside", *words]
        pipe = subprocess.PIPE
        return subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=pipe, stderr=pipe, text=True)

    def run(self, *words: str) -> "subprocess.CompletedProcess[str]":
        begun = self.begin(*words)
        out, err = begun.communicate()
        assert "Traceback" not in err, err
        return subprocess.CompletedProcess(words, begun.returncode, out, err)

    def do(self, *words: str) -> str:
        done = self.run(*words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refused(self, *words: str) -> str:
        """What it says; it says it in a line."""
        done = self.run(*words)
        assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
        return done.stderr

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        if self.url:
            with psycopg.connect(self.url, autocommit=True) as database:
                answer = database.execute(question)
                return answer.fetchall() if answer.description else []
        with closing(sqlite3.connect(self.folder / "alongside.sqlite3", isolation_level=None)) as file:
            return list(file.execute(question))

    def tables(self) -> list[str]:
        found = (
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'"
            if self.url
            else "SELECT name FROM sqlite_master WHERE type = 'table'"
        )
        return sorted(name for (name,) in self.ask(found) if name not in CHANGES_OF_ITSELF)

    def rows(self) -> dict[str, list[str]]:
        return {table: sorted(map(repr, self.ask(f'SELECT * FROM "{table}"'))) for table in self.tables()}

    def acts(self) -> list[tuple[str, str]]:
        return self.ask("SELECT act, subject FROM journal_entry WHERE act LIKE 'terminal.%' ORDER BY id")

    def files(self) -> dict[str, bytes]:
        """Without the database, which is asked instead."""
        found = [path for path in self.folder.rglob("*") if path.is_file() and not path.name.startswith("alongside.sqlite3")]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in found}
