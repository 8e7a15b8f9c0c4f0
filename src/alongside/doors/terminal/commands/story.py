"""One person's story: exported whole, brought back, or erased. Only by the information lead, or for export whoever may see them."""

import json
import os
from argparse import Namespace
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.template.loader import render_to_string
from django.utils import timezone

from alongside.core.reference import LENGTH
from alongside.doors.terminal.refusal import Refusal
from alongside.rooms.accounts.models import Account, Role
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.journal.acts import write_entry
from alongside.rooms.people.models import Person
from alongside.rooms.rights.acts import erase_person, scrub_storage
from alongside.rooms.rights.errors import RightsError
from alongside.rooms.rights.models import AccessRequest
from alongside.rooms.rights.pack import Story, pack_for, whole_story
from alongside.rooms.rights.queue import to_look_at
from alongside.rooms.rights.unpack import unpack
from alongside.rooms.teams.models import Place

EXAMPLE = {"as_email": "gail@northbridge.example", "reason": "trying it out in the example"}
FLAGS = {"as_email": "--as", "reason": "--reason"}
NOBODY = "{ref}: nobody with this reference is here for {email}. Check both."


def run(options: Namespace) -> int:
    by = _who(options)
    return {"export": _export, "import": _import, "erase": _erase}[options.do](options, by)


def _who(options: Namespace) -> Account:
    try:
        call_command("migrate", check_unapplied=True, verbosity=0)
    except SystemExit:
        raise Refusal("The database is not at this version. Run alongside migrate first.") from None
    if Place.objects.filter(is_example=True).exists() and not Place.objects.filter(is_example=False).exists():
        for name, value in EXAMPLE.items():
            setattr(options, name, getattr(options, name) or value)
    if missing := [flag for name, flag in FLAGS.items() if not (getattr(options, name) or "").strip()]:
        raise Refusal("\n".join(f"{flag} is missing: outside the example it must be given" for flag in missing))
    account = Account.objects.filter(email__iexact=options.as_email, is_active=True).first()
    if account is None:
        raise Refusal("--as: nobody who signs in has that address")
    return account


def _person(ref: str, by: Account, today: date) -> Person:
    """Anyone for the information lead; for others whom the gate shows them."""
    people = Person.objects.all() if by.role == Role.INFORMATION_LEAD else Person.objects.visible_to(Viewer(account=by, on=today))
    person: Person | None = people.filter(ref=ref.strip().lower()[:LENGTH]).first()
    if person is None:
        raise Refusal(NOBODY.format(ref=ref, email=by.email))
    return person


def _export(options: Namespace, by: Account) -> int:
    person = _person(options.ref, by, timezone.localdate())
    folder = Path(options.to)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if taken := [name for name in ("story.json", "story.html") if (folder / name).exists()]:
        raise Refusal(f"{folder / taken[0]}: is there already. Name another folder, or move it away.")
    story = _pack(person) if options.for_the_person else whole_story(person, at=timezone.now())
    write_entry(act="rights.story_exported", by=by, subject=person, reason=options.reason)
    _write(folder / "story.json", json.dumps(story, ensure_ascii=False, indent=1))
    _write(folder / "story.html", render_to_string("information/pack.html", {"story": story, "called": person.called}))
    print(f"Everything held on {options.ref} is in {folder}: story.html to read, story.json for machines.")
    return 0


def _pack(person: Person) -> Story:
    """What is given to the person: for their newest request, once its texts have been looked through."""
    request = AccessRequest.objects.of(person).order_by("-pk").first()
    if request is None:
        raise Refusal("They have not asked for it. Write their request down first, on the information lead's pages.")
    if left := sum(not one.looked_at for one in to_look_at(request)):
        raise Refusal(f"{left} texts have not been looked through yet: they may be about other people.")
    return pack_for(request, at=timezone.now())


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8") as file:
        file.write(text)


def _import(options: Namespace, by: Account) -> int:
    _must_be_information_lead(by)
    path = Path(options.folder) / "story.json"
    try:
        story: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        person = unpack(story, by=by)
    except OSError as fault:
        raise Refusal(f"{path}: cannot be read ({fault.strerror}).") from fault
    except (ValueError, TypeError, KeyError, AttributeError) as fault:
        raise Refusal(f"{path}: is no whole story. Nothing was brought in.") from fault
    except RightsError as refusal:
        raise Refusal(f"{path}: {refusal} Nothing was brought in.") from refusal
    write_entry(act="rights.story_imported", by=by, subject=person, reason=options.reason)
    print(f"The story of {person.ref} is here.")
    return 0


def _erase(options: Namespace, by: Account) -> int:
    _must_be_information_lead(by)
    try:
        many = erase_person(person=_person(options.ref, by, timezone.localdate()), reason=options.reason, by=by)
    except RightsError as refusal:
        raise Refusal(str(refusal)) from refusal
    scrub_storage()
    print(f"Erased, {many} record(s). The journal keeps that it was done, by whom and when, and no word.")
    return 0


def _must_be_information_lead(by: Account) -> None:
    if by.role != Role.INFORMATION_LEAD:
        raise Refusal("--as: only the information lead may do this")
