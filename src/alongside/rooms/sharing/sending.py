"""How a message leaves the house: a port, and which sender stands behind it is a setting.

A message names no service, no person and no subject, and is sent only where the person has said how to reach them.
"""

from collections.abc import Collection
from dataclasses import dataclass
from threading import Thread
from typing import Protocol, cast

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils.module_loading import import_string

from alongside.rooms.sharing.models import Outbox
from alongside.rooms.teams.models import Place


@dataclass(frozen=True)
class Message:
    """way: "text" or "email". subject: of an e-mail; empty, or a plain word."""

    way: str
    to: str
    body: str
    subject: str = ""


class Sender(Protocol):
    """A text-message gateway joins by being one of these: `ways` are what it can send now."""

    @property
    def ways(self) -> Collection[str]: ...

    def send(self, message: Message) -> None: ...


class OutboxSender:
    """Sends nothing. In development and in an example place messages stand on a page; elsewhere nothing can be sent this way."""

    @property
    def ways(self) -> Collection[str]:
        return ("text", "email") if outbox_is_open() else ()

    def send(self, message: Message) -> None:
        if outbox_is_open():
            Outbox.objects.create(way=message.way, to=message.to, subject=message.subject, body=message.body)


class EmailSender:
    """By the place's own mail server. Beside the request, so that nobody learns from its length whether something was sent."""

    ways: Collection[str] = ("email",)

    def send(self, message: Message) -> None:
        mail = EmailMessage(subject=message.subject, body=message.body, from_email=settings.MESSAGE_FROM, to=[message.to])
        Thread(target=mail.send, kwargs={"fail_silently": True}, daemon=True).start()


def outbox_is_open() -> bool:
    """Only where nobody real can be: in development, or where the one place there is was made as an example."""
    return bool(settings.DEVELOPMENT) or (
        Place.objects.filter(is_example=True).exists() and not Place.objects.filter(is_example=False).exists()
    )


def sender() -> Sender:
    return cast(Sender, import_string(settings.MESSAGE_SENDER)())


def send_when_kept(message: Message) -> None:
    """After the transaction, so that nothing is sent of what was not kept."""
    transaction.on_commit(lambda: sender().send(message))
