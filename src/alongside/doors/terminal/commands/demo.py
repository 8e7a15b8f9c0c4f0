"""An example place on SQLite, a sign-in link for each of the cast, and the server."""

import os
import sys
from argparse import Namespace
from datetime import date

from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from alongside.doors.signin.links import link_of
from alongside.doors.terminal.commands import serve
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.example.acts import ExampleError, make_example
from alongside.rooms.example.cast import CAST
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import make_link
from alongside.rooms.teams.models import Place


def run(options: Namespace) -> int:
    """Make the example if it is not there, print the links, serve."""
    if os.environ.get("DATABASE_URL"):
        raise Refusal("DATABASE_URL is set: the example lives on SQLite, in a folder of its own. Unset it, or use another shell.")
    today = options.today or timezone.localdate()
    if today > timezone.localdate():
        raise Refusal(f"--today: {today} is still to come.")
    call_command("migrate", verbosity=0, interactive=False)
    _make(today)
    _print_links(options.port)
    return 0 if options.no_serve else serve.run(options)


def _make(today: date) -> None:
    if Place.objects.filter(is_example=True).exists():
        return
    print("Making Northbridge, an invented place ...", flush=True)
    try:
        make_example(today=today)
    except ExampleError as refusal:
        raise Refusal(str(refusal)) from refusal


def _print_links(port: int) -> None:
    for one in CAST:
        account = Account.objects.get(email=one.email)
        print(f"{account.called}, {Role(account.role).label}: http://localhost:{port}{link_of(account)}")
    _print_own_page(port)
    sys.stdout.flush()


def _print_own_page(port: int) -> None:
    """Sam's own link is made anew each time, for it is kept nowhere; its codes come to the outbox."""
    sam = Person.objects.filter(called="Sam", journeys__team__place__is_example=True).order_by("pk").first()
    maya = Account.objects.get(email="maya@northbridge.example")
    if sam is None or not sam.reach.strip():
        return
    _link, token = make_link(person=sam, by=maya, who_else="Nobody", code_by="text", code_to=sam.phone or "01632 960555")
    print(f"{sam.called}, person: http://localhost:{port}{reverse('mine:arrive', args=[token])}")
    print(f"Codes for that page: http://localhost:{port}{reverse('mine:outbox')}")
