"""Every URL there is, from the resolver, with the values that lead to Sam's rows. None can be forgotten."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from alongside.doors.worker.uploads import keep
from alongside.rooms.journeys.models import SharedTalk
from tests import factories
from tests.conftest import Cast

ROW_BEHIND = {  # the URL's name: what its `pk` is the number of
    "device_end": lambda account: factories.DeviceKeyFactory(account=account),
    "account_invite": lambda account: account,
    "mfa_remove_webauthn": lambda account: factories.PasskeyFactory(user=account),
    "ring_request": lambda journey: factories.RingRequestFactory(person=journey.person),
    "rang": lambda journey: factories.RingMeFactory(person=journey.person),
    "matter": lambda journey: factories.MatterFactory(journey=journey),
    "tie": lambda journey: factories.TieFactory(person=journey.person),
    "kept_map": lambda journey: factories.KeptMapFactory(person=journey.person),
    "life_event_out": lambda journey: factories.LifeEventFactory(person=journey.person),
    "cause": lambda journey: factories.CauseFactory(journey=journey),
    "causes_part": lambda journey: factories.LeadsToFactory(cause__journey=journey),
    "action": lambda journey: factories.ActionFactory(journey=journey),
    "action_hand_over": lambda journey: factories.ActionFactory(journey=journey),
    "about_another": lambda journey: factories.ConversationFactory(journey=journey),
    "conversation": lambda journey: factories.ConversationFactory(journey=journey),
    "divide": lambda journey: factories.SharedWithFactory(talk__journey=journey).talk,
    "own_page": lambda journey: factories.TieFactory(person=journey.person),
    "apart": lambda journey: factories.MergingFactory(kept=journey.person),
    "attachment": lambda journey: factories.PictureFactory(attachment__journey=journey).attachment,
    "attachment_picture": lambda journey: factories.PictureFactory(attachment__journey=journey).attachment,
    "attachment_preview": lambda journey: factories.PictureFactory(attachment__journey=journey).attachment,
    "action_move": lambda journey: factories.ActionFactory(journey=journey),
    "agreement_withdraw": lambda journey: factories.AgreementFactory(person=journey.person),
    "telling": lambda journey: factories.TellingFactory(person=journey.person),
    "objection_answer": lambda journey: factories.ObjectionFactory(telling__person=journey.person, telling__ground="task"),
    "off_the_page": lambda journey: factories.MatterFactory(journey=journey),
    "back_on_the_page": lambda journey: factories.WithholdingFactory(person=journey.person),
    "conversation_clear": lambda journey: factories.ConversationFactory(journey=journey),
    "their_page_stop": lambda journey: factories.PersonLinkFactory(person=journey.person),
    "their_page_code": lambda journey: factories.PersonLinkFactory(
        person=journey.person, trusted=factories.TrustedFactory(person=journey.person)
    ),
    "asked": lambda journey: factories.AskedFactory(person=journey.person),
    "objection": lambda journey: factories.ObjectionFactory(telling__person=journey.person, telling__ground="task"),
    "complaint": lambda journey: factories.ComplaintFactory(person=journey.person),
    "hold_end": lambda journey: factories.HoldFactory(person=journey.person),
    "withheld": lambda journey: factories.WithholdingFactory(person=journey.person, kind="law", ground="harm"),
    "access_request": lambda journey: factories.AccessRequestFactory(person=journey.person),
    "access_request_do": lambda journey: factories.AccessRequestFactory(person=journey.person),
    "access_request_look": lambda journey: factories.AccessRequestFactory(person=journey.person),
    "pack": lambda journey: factories.AccessRequestFactory(person=journey.person),
    "account_opened": lambda journey: factories.AccountFactory(),
    "emergency": lambda journey: factories.BreakGlassFactory(person=journey.person),
    "named_end": lambda journey: factories.NamedFactory(person=journey.person),
    "alongside_leave": lambda journey: factories.InvolvementFactory(journey=journey, part="alongside"),
}


OF_AN_ACCOUNT = {"signin:device_end", "mfa_remove_webauthn", "information:account_invite"}


class Url(NamedTuple):
    """name: with its namespace. values: the names of what it needs."""

    name: str
    values: tuple[str, ...]

    @property
    def of_a_person(self) -> bool:
        if self.name == "shared:shared_person":
            return True
        return self.name.startswith("worker:") and "ref" in self.values and "team" not in self.name and "framework" not in self.name

    def address(self, cast: Cast, *, by: str = "maya") -> str:
        """by: who sent the file, where the URL leads to one."""
        known: dict[str, Any] = {
            "ref": cast.sam.ref if self.of_a_person else cast.hub.ref,
            "version": 1,
            "provider_id": "work",
            "token": "none",
            "key": "talk",
            "kind": "html" if self.name == "information:pack" else "matter",
        }
        if self.name == "worker:bring_in_look":
            known["token"] = keep(by=getattr(cast, by), team=cast.hub, name="people.csv", raw=b"Known as,Phone\nSam,01632 960555\n")
        if "other" in self.values:
            journey = factories.JourneyFactory(team=cast.hub)
            factories.InvolvementFactory(journey=journey, account=cast.dev, part="asked-in")
            known["other"] = journey.person.ref
        if self.name.startswith("mine:"):
            known["pk"] = 1
        elif "pk" in self.values:
            behind = ROW_BEHIND[self.name.split(":")[-1]]
            known["pk"] = behind(cast.maya if self.name in OF_AN_ACCOUNT else cast.journey).pk
            if self.name == "worker:divide":  # its writer alone sees it
                SharedTalk.objects.filter(pk=known["pk"]).update(by=getattr(cast, by))
        return reverse(self.name, kwargs={value: known[value] for value in self.values})


def _walk(patterns: list[URLPattern | URLResolver], namespace: str = "") -> Iterator[Url]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield Url(f"{namespace}{pattern.name}", tuple(pattern.pattern.converters))


EVERY_URL = list(_walk(get_resolver().url_patterns))
OPEN_TO_ANYONE = {
    "signin:sign_in",
    "openid_connect_login",
    "openid_connect_callback",
    "account_login",  # the same page, under the name by which django-allauth calls it
    "signin:sign_out",
    "signin:example_link",
    "signin:invited",
    "worker:not_safe",
    "worker:service_worker",
    "worker:no_signal",
    "worker:write_up_no_signal",
    "components",
}
OPEN_TO_ANYONE |= {url.name for url in EVERY_URL if url.name.startswith("mine:")}  # tests/doors/mine asks of these
WORKERS = [url for url in EVERY_URL if url.name.startswith("worker:") and url.name not in OPEN_TO_ANYONE]
OF_A_PERSON = [url for url in WORKERS if url.of_a_person]
