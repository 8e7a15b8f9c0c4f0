"""An installation's folder: where its database, keys, journal head and uploads lie."""

import os
import secrets
from pathlib import Path
from urllib.parse import unquote, urlsplit

DEFAULT_DIR = "installation"


LONG_ENOUGH = 32  # characters of a key
VARIED_ENOUGH = 10  # different ones: of 32 drawn by chance there are always more
FOR_OTHERS = 0o077  # the part of a mode that lets other users of the machine in


class SettingError(Exception):
    """A setting that makes no sense; the message says which, what is wrong and what to do."""


class OpenToOthers(SettingError):
    """A folder or a key that other users of this machine may read."""


def folder_named() -> Path:
    """Where the installation's folder is or is to be."""
    return Path(os.environ.get("ALONGSIDE_DIR") or DEFAULT_DIR).absolute()


def folder() -> Path:
    """Return the installation's folder, made with mode 0700 if it is not there."""
    path = folder_named()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise SettingError(f"ALONGSIDE_DIR: {path} cannot be made ({error.strerror}). Name a folder you may write to.") from error
    if path.stat().st_mode & FOR_OTHERS:
        _close(path)
    return path


def _close(path: Path) -> None:
    """An empty folder becomes its owner's alone. One in which something lies may have been read: whoever runs it is to know."""
    try:
        if not any(path.iterdir()):
            path.chmod(0o700)
            return
    except OSError:
        pass  # not ours to close
    raise OpenToOthers(f"ALONGSIDE_DIR: {path} can be read by other users of this machine. Run: chmod 700 {path}")


def key(name: str) -> str:
    """Return the key `name`: from ALONGSIDE_<NAME>, else from the folder, made there (mode 0600) the first time.

    Raises SettingError for one that can be guessed, and OpenToOthers for a file that others may read.
    """
    variable = f"ALONGSIDE_{name.upper()}"
    given = os.environ.get(variable)
    if given is not None:
        return _hard_to_guess(given, variable)
    path = folder() / f"{name}.key"
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        if path.stat().st_mode & FOR_OTHERS:
            raise OpenToOthers(f"{path}: can be read by other users of this machine. Run: chmod 600 {path}") from None
        return _hard_to_guess(path.read_text().strip(), str(path))
    with os.fdopen(handle, "w") as file:
        value = secrets.token_urlsafe(48)
        file.write(value)
    return value


def _hard_to_guess(key: str, where: str) -> str:
    if len(key) < LONG_ENOUGH:
        raise SettingError(f"{where}: is shorter than {LONG_ENOUGH} characters. Give it a long random value.")
    if len(set(key)) < VARIED_ENOUGH or key.lower().startswith(("django-insecure", "change", "secret", "example")):
        raise SettingError(f"{where}: can be guessed. Give it a long random value.")
    return key


def hosts() -> list[str]:
    """Return the names this installation answers to: ALONGSIDE_HOSTS, comma separated; this machine only by default."""
    given = os.environ.get("ALONGSIDE_HOSTS", "localhost,127.0.0.1,[::1]")
    names = [name.strip() for name in given.split(",") if name.strip()]
    if not names or "*" in names:
        raise SettingError("ALONGSIDE_HOSTS: name each host this installation answers to; '*' is not accepted.")
    return names


def switch(variable: str) -> bool:
    """Return a yes/no setting, off by default. Raises SettingError for anything but 1, 0, yes, no, true, false."""
    given = os.environ.get(variable, "").strip().lower()
    if given in ("", "0", "no", "false"):
        return False
    if given in ("1", "yes", "true"):
        return True
    raise SettingError(f"{variable}: {given!r} is neither yes nor no. Write 1 or 0.")


def message_sender() -> str:
    """Return the class that sends messages: ALONGSIDE_SENDER is `outbox` (nothing is sent), `email`, or a gateway's own dotted path."""
    given = os.environ.get("ALONGSIDE_SENDER", "").strip() or "outbox"
    ours = {name: f"alongside.rooms.sharing.sending.{name.title()}Sender" for name in ("outbox", "email")}
    if given not in ours and "." not in given:
        raise SettingError(f"ALONGSIDE_SENDER: {given!r} is neither outbox nor email, nor the dotted path of a class.")
    return ours.get(given, given)


def message_from() -> str | None:
    """Return the address from which messages to people come: ALONGSIDE_MESSAGE_FROM, which should name no service; else Django's own."""
    given = os.environ.get("ALONGSIDE_MESSAGE_FROM", "").strip()
    if given and "@" not in given:
        raise SettingError(f"ALONGSIDE_MESSAGE_FROM: {given!r} is no e-mail address. Write one that names no service.")
    return given or None


def leave_to() -> str:
    """Return the address to which a person's own page leads when it is left in a hurry: ALONGSIDE_LEAVE_TO, a weather page by default."""
    given = os.environ.get("ALONGSIDE_LEAVE_TO", "").strip() or "https://www.bbc.co.uk/weather"
    if not urlsplit(given).netloc or urlsplit(given).scheme not in ("https", "http"):
        raise SettingError(f"ALONGSIDE_LEAVE_TO: {given!r} is no address. Write one like https://www.bbc.co.uk/weather.")
    return given


def database(*, safe_wal: bool) -> dict[str, object]:
    """Return Django's settings for the database: DATABASE_URL if given (postgres://), else SQLite in the folder."""
    url = os.environ.get("DATABASE_URL")
    if url:
        return _postgresql(url)
    journal = "WAL" if safe_wal else "TRUNCATE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder() / "alongside.sqlite3",
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",  # a writer waits its turn instead of failing half way
            "timeout": 10,  # seconds: longer, and whoever saves on a phone thinks that it hangs
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
        "CONN_MAX_AGE": None,
    }


def _postgresql(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise SettingError("DATABASE_URL: write postgres://USER:PASSWORD@HOST:PORT/NAME, or leave it out for SQLite.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.strip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
    }
