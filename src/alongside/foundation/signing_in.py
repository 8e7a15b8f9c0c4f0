"""What an installation decides about signing in, from the environment. Nonsense is refused before anything starts."""

import os
from typing import Any
from urllib.parse import unquote, urlsplit

from alongside.foundation.installation import SettingError, folder, switch

ROLES = ("worker", "manager", "decision-maker", "steward", "information-lead")
PROVIDER = "ALONGSIDE_SIGN_IN_ISSUER", "ALONGSIDE_SIGN_IN_CLIENT", "ALONGSIDE_SIGN_IN_SECRET"
THIS_MACHINE = ("localhost", "127.0.0.1", "::1")


def passwords() -> bool:
    """Whether anyone signs in by password. On by default; ALONGSIDE_PASSWORDS=0 needs another way in that a new account can begin with."""
    return switch("ALONGSIDE_PASSWORDS") if os.environ.get("ALONGSIDE_PASSWORDS", "").strip() else True


def second_step() -> tuple[str, ...]:
    """The roles that must have more than a password: ALONGSIDE_SECOND_STEP=1 for all, or their names, comma separated; none by default."""
    given = os.environ.get("ALONGSIDE_SECOND_STEP", "").strip().lower()
    if given in ("", "0", "no", "false"):
        return ()
    if given in ("1", "yes", "true"):
        return ROLES
    names = tuple(name.strip() for name in given.split(",") if name.strip())
    unknown = [name for name in names if name not in ROLES]
    if unknown or not names:
        raise SettingError(f"ALONGSIDE_SECOND_STEP: {', '.join(unknown) or given!r} is no role. Write 1, or some of {', '.join(ROLES)}.")
    return names


def amount(variable: str, default: int, least: int, most: int, unit: str) -> int:
    """A whole number between `least` and `most`."""
    given = os.environ.get(variable, "").strip() or str(default)
    if not given.isascii() or not given.isdigit() or not least <= int(given) <= most:
        raise SettingError(f"{variable}: {given!r} is no number of {unit} from {least} to {most}.")
    return int(given)


def session_minutes() -> tuple[int, int]:
    """Minutes after which a session ends: left alone (ALONGSIDE_SESSION_IDLE_MINUTES), and at the latest (ALONGSIDE_SESSION_HOURS)."""
    longest = amount("ALONGSIDE_SESSION_HOURS", 12, 1, 168, "hours") * 60
    idle = amount("ALONGSIDE_SESSION_IDLE_MINUTES", min(120, longest), 5, 7 * 24 * 60, "minutes")
    if idle > longest:
        raise SettingError("ALONGSIDE_SESSION_IDLE_MINUTES is longer than ALONGSIDE_SESSION_HOURS. A session left alone ends first.")
    return idle, longest


def provider() -> list[dict[str, Any]]:
    """The one provider of single sign-on, in django-allauth's form; none by default. Raises SettingError for half a configuration."""
    issuer, client, secret = (os.environ.get(name, "").strip() for name in PROVIDER)
    if not (issuer or client or secret):
        return []
    if missing := [name for name in PROVIDER if not os.environ.get(name, "").strip()]:
        raise SettingError(f"{', '.join(missing)}: missing. Single sign-on needs all of {', '.join(PROVIDER)}.")
    parts = urlsplit(issuer)
    if not parts.hostname or parts.query or parts.fragment:
        raise SettingError(f"{PROVIDER[0]}: write the provider's address, like https://sign-in.council.example/.")
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in THIS_MACHINE):
        raise SettingError(f"{PROVIDER[0]}: must begin with https://. What comes over plain http can be forged on the way.")
    name = os.environ.get("ALONGSIDE_SIGN_IN_NAME", "").strip() or parts.hostname
    settings = {"server_url": f"{issuer.rstrip('/')}/.well-known/openid-configuration", "issuer": issuer, "oauth_pkce_enabled": True}
    return [{"provider_id": "work", "name": name, "client_id": client, "secret": secret, "settings": settings}]


def address(hosts: list[str]) -> str:
    """Where people find this installation, without a slash at the end: for links in messages written at a terminal."""
    given = os.environ.get("ALONGSIDE_ADDRESS", "").strip().rstrip("/")
    if not given:
        return "http://localhost:8000" if switch("ALONGSIDE_PLAIN_HTTP") else f"https://{hosts[0]}"
    parts = urlsplit(given)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise SettingError("ALONGSIDE_ADDRESS: write the address people open, like https://alongside.council.example.")
    return given


def mail() -> dict[str, Any]:
    """Django's settings for e-mail: ALONGSIDE_MAIL=smtp://USER:PASSWORD@HOST:PORT (smtp+tls, smtps), else files in the folder's outbox."""
    url = os.environ.get("ALONGSIDE_MAIL", "").strip()
    sender = os.environ.get("ALONGSIDE_MAIL_FROM", "").strip()
    if not url:
        outbox = folder() / "outbox"
        outbox.mkdir(mode=0o700, exist_ok=True)
        return {"EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend", "EMAIL_FILE_PATH": outbox}
    parts = urlsplit(url)
    if parts.scheme not in ("smtp", "smtp+tls", "smtps") or not parts.hostname:
        raise SettingError("ALONGSIDE_MAIL: write smtp://HOST:PORT, smtp+tls://USER:PASSWORD@HOST:PORT or smtps://..., or leave it out.")
    if "@" not in sender:
        raise SettingError("ALONGSIDE_MAIL_FROM: the address that messages come from is missing.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587 if parts.scheme == "smtp+tls" else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": parts.scheme == "smtp+tls",
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "DEFAULT_FROM_EMAIL": sender,
    }
