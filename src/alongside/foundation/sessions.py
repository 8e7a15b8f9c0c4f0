"""Sessions whose key only the browser holds: the database knows a digest of it, so that whoever reads the database opens no session."""

import hashlib

from django.contrib.sessions.backends.db import SessionStore as InTheDatabase
from django.contrib.sessions.base_session import AbstractBaseSession
from django.contrib.sessions.models import Session
from django.utils import timezone

LENGTH = 40  # hexadecimal digits, 160 bits: what the column holds, and about what the key itself is drawn from


def digest(session_key: str) -> str:
    return hashlib.sha256(f"alongside.session {session_key}".encode()).hexdigest()[:LENGTH]


class SessionStore(InTheDatabase):
    def exists(self, session_key: str) -> bool:
        return Session.objects.filter(session_key=digest(session_key)).exists()

    def create_model_instance(self, data: dict[str, object]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.session_key = digest(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        if key := session_key or self.session_key:
            Session.objects.filter(session_key=digest(key)).delete()

    def _get_session_from_db(self) -> Session | None:
        key = self.session_key
        row = Session.objects.filter(session_key=digest(key), expire_date__gt=timezone.now()).first() if key else None
        if row is None:
            self._session_key = None  # a key that opens nothing is not taken over from a browser
        return row
