"""PostgreSQL's part of a backup, through its own programs: a dump of one moment, laid back in one transaction."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from alongside.doors.terminal.refusal import Refusal

PROGRAMS = "Install PostgreSQL's client programs (on Debian: postgresql-client)."
ASIDE = "before_restore_"
OTHERS = """SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'"""
PUT_BACK = """DO $$ BEGIN
IF EXISTS (SELECT FROM pg_namespace WHERE nspname = '{aside}') THEN
DROP SCHEMA public CASCADE; ALTER SCHEMA "{aside}" RENAME TO public; END IF; END $$"""
TAKE_OUT = """DO $$ DECLARE found record; BEGIN
FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
EXECUTE format('DROP TABLE public.%I CASCADE', found.tablename); END LOOP; END $$"""


class Server:
    """A database on a PostgreSQL server. settings: Django's; what is secret in them goes by the environment, which no other user sees."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        named = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD", "PGDATABASE": "NAME"}
        self._environment = {**os.environ, **{variable: str(settings[name]) for variable, name in named.items() if settings.get(name)}}

    def dump(self, to: Path, *, moment: str) -> None:
        """All of it at that moment (an exported snapshot), without owners and rights, which belong to the server. Raises Refusal."""
        left_out = ["--no-owner", "--no-acl", "--no-comments", f"--exclude-schema={ASIDE}*"]
        self._run("pg_dump", "--format=custom", f"--snapshot={moment}", *left_out, f"--file={to}")

    def holds_tables(self) -> bool:
        return self._ask("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'") != "0"

    def stop_unless_alone(self) -> None:
        """Raise Refusal when somebody else is connected."""
        if self._ask(OTHERS) != "0":
            raise Refusal("The database is in use. Stop the server first; nothing was changed.")

    def lay_back(self, dump: Path, *, aside: str) -> None:
        """Load a dump, all of it or nothing. aside: the schema into which what is there is put first, or empty. Raises Refusal."""
        script, before = dump.with_suffix(".sql"), dump.with_suffix(".before.sql")
        before.write_text(f'ALTER SCHEMA public RENAME TO "{aside}"; CREATE SCHEMA public;' if aside else "")
        self._run("pg_restore", "--no-owner", "--no-acl", f"--file={script}", str(dump))
        try:
            self._psql("--single-transaction", f"--file={before}", f"--file={script}")
        finally:
            script.unlink()
            before.unlink()

    def undo(self, *, aside: str) -> None:
        """Take out what `lay_back` loaded, if it did, and put back what it put aside."""
        self._psql("--single-transaction", "--command", PUT_BACK.format(aside=aside) if aside else TAKE_OUT)

    def _ask(self, question: str) -> str:
        return self._psql("--tuples-only", "--no-align", "--command", question).strip()

    def _psql(self, *words: str) -> str:
        return self._run("psql", "--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", *words)

    def _run(self, program: str, *words: str) -> str:
        path = shutil.which(program)
        if path is None:
            raise Refusal(f"{program} is not installed. {PROGRAMS}")
        done = subprocess.run([path, *words], env=self._environment, capture_output=True, text=True, stdin=subprocess.DEVNULL)
        if done.returncode:
            raise Refusal(f"{program}: {_said(done.stderr)}")
        return done.stdout


def _said(errors: str) -> str:
    """The first line of what a program says, without what it quotes: that may be somebody's words."""
    lines = (
        [line for line in errors.splitlines() if "error" in line.lower() or "fatal" in line.lower()] or errors.splitlines() or ["failed"]
    )
    return lines[0].split(":", 1)[-1].strip()[:200]
