"""Single sign-on with a provider that answers rightly, and with one that answers nonsense: refused in words, told, and nothing changed.

Slow: a server on this machine is asked over HTTP.
"""

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from alongside.rooms.accounts.models import Account
from alongside.rooms.journal.models import Entry, Reason
from tests import factories
from tests.conftest import Cast
from tests.doors.provider_of_nonsense import CLIENT, HTML, JSON, KEY, OTHER_KEY, SECRET, Nonsensical, answering

pytestmark = pytest.mark.slow
NAME = "Northbridge at work"


@pytest.fixture
def work(settings: LazySettings, cast: Cast) -> Iterator[Nonsensical]:
    with answering(Nonsensical()) as told:
        rest = {"server_url": f"{told.issuer}/.well-known/openid-configuration", "issuer": told.issuer, "oauth_pkce_enabled": True}
        app = {"provider_id": "work", "name": NAME, "client_id": CLIENT, "secret": SECRET, "settings": rest}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {**settings.SOCIALACCOUNT_PROVIDERS["openid_connect"], "APPS": [app]}}
        settings.SINGLE_SIGN_ON = [NAME]
        settings.SOCIALACCOUNT_REQUESTS_TIMEOUT = 1
        yield told


def there(client: Client, work: Nonsensical, onward: str = "/team/") -> dict[str, str]:
    """Go to the provider, and note what it was asked."""
    answer = client.get(f"/sign-in/with/work/?next={onward}")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(answer.headers["Location"]).query).items()}
    work.nonce = asked["nonce"]
    return asked


def and_back(client: Client, work: Nonsensical, **other: str) -> HttpResponse:
    asked = there(client, work)
    return client.get("/sign-in/with/work/back/", {"state": asked["state"], "code": "a-code", **other})


def test_the_question_is_bound_to_this_browser_and_asks_for_little(work: Nonsensical) -> None:
    asked = there(Client(), work)
    assert asked["code_challenge_method"] == "S256"
    assert set(asked["scope"].split()) == {"openid", "profile", "email"}
    assert asked["redirect_uri"].endswith("/sign-in/with/work/back/")
    assert there(Client(), work)["nonce"] != asked["nonce"]


def test_an_account_that_is_there_is_joined_once_and_known_from_then_on(work: Nonsensical, cast: Cast) -> None:
    client = Client()
    assert and_back(client, work).headers["Location"] == "/team/"
    assert client.get("/team/").status_code == 200
    joined = SocialAccount.objects.get(user=cast.owen)
    assert joined.extra_data == {}
    assert "owen" not in joined.uid
    work.claims = {"email": "owen.prys@elsewhere.example"}
    assert and_back(Client(), work).status_code == 302
    acts = list(Entry.objects.filter(by=cast.owen).order_by("pk").values_list("act", flat=True))
    assert acts == ["signin.joined_to_work", "signin.signed_in_through_work", "signin.signed_in_through_work"]


def test_an_address_that_was_given_on_opens_nothing(work: Nonsensical, cast: Cast) -> None:
    and_back(Client(), work)
    work.claims = {"sub": "somebody-new"}
    refused(work, "somebody else's")


def test_what_stands_beside_the_token_counts_if_it_is_about_the_same(work: Nonsensical, cast: Cast) -> None:
    work.claims = {"email": None}
    work.userinfo = {"sub": "owen-at-work", "email": "Owen@Northbridge.example", "email_verified": True}
    assert and_back(Client(), work).status_code == 302
    assert SocialAccount.objects.get().user == cast.owen


def test_an_address_without_a_word_counts_only_where_the_place_says_so(work: Nonsensical, settings: LazySettings) -> None:
    work.claims = {"email_verified": None}
    refused(work, "does not vouch")
    settings.PROVIDER_VOUCHES = True
    work.claims = {"email_verified": False}
    refused(work, "does not vouch")
    work.claims = {"email_verified": None}
    assert and_back(Client(), work).status_code == 302


def refused(work: Nonsensical, said: str = "cannot be relied on", **other: str) -> None:
    before = (list(SocialAccount.objects.values()), list(Account.objects.order_by("pk").values()), Entry.objects.count())
    client = Client()
    answer = and_back(client, work, **other)
    assert answer.status_code == 422
    assert said in answer.content.decode().replace("&#x27;", "'")
    assert client.get("/today/").status_code == 302
    assert before[:2] == (list(SocialAccount.objects.values()), list(Account.objects.order_by("pk").values()))
    assert Entry.objects.count() == before[2] + 1
    assert Entry.objects.latest("pk").act == "signin.work_refused"
    assert "owen" not in Reason.objects.latest("pk").text


CLAIMS: dict[str, dict[str, Any]] = {
    "another audience": {"aud": "another-client"},
    "among others, for somebody else": {"aud": ["alongside", "another-client"], "azp": "another-client"},
    "another issuer": {"iss": "https://elsewhere.example"},
    "another question": {"nonce": "n" * 64},
    "no nonce": {"nonce": None},
    "too old": {"exp": 1_000_000_000},
    "no end": {"exp": None},
    "from to-morrow": {"iat": 4_000_000_000},
    "about nobody": {"sub": None},
    "about a number": {"sub": 7},
}


@pytest.mark.parametrize("claims", CLAIMS.values(), ids=CLAIMS)
def test_a_claim_that_is_not_right_is_refused(claims: dict[str, Any], work: Nonsensical) -> None:
    work.claims = claims
    refused(work)


UNVOUCHED: dict[str, dict[str, Any]] = {
    "not verified": {"email_verified": False},
    "verified in letters": {"email_verified": "false"},
    "yes in letters": {"email_verified": "true"},
    "no address": {"email": "owen at northbridge"},
    "two addresses": {"email": ["owen@northbridge.example", "maya@northbridge.example"]},
}


@pytest.mark.parametrize("claims", UNVOUCHED.values(), ids=UNVOUCHED)
def test_an_address_that_is_not_vouched_for_is_refused(claims: dict[str, Any], work: Nonsensical) -> None:
    work.claims = claims
    refused(work, "does not vouch")


def test_nobody_known_here_gets_no_account(work: Nonsensical, cast: Cast) -> None:
    work.claims = {"email": "stranger@northbridge.example"}
    refused(work, "there is no account here")
    Account.objects.filter(pk=cast.owen.pk).update(is_active=False)
    work.claims = {}
    refused(work, "there is no account here")


def test_a_closed_account_that_was_joined_stays_closed(work: Nonsensical, cast: Cast) -> None:
    and_back(Client(), work)
    Account.objects.filter(pk=cast.owen.pk).update(is_active=False)
    client = Client()
    assert and_back(client, work).headers["Location"] == "/sign-in/"
    assert client.get("/today/").status_code == 302
    assert Entry.objects.latest("pk").act == "signin.sign_in_refused"


@pytest.mark.parametrize(("key", "algorithm"), [(OTHER_KEY, "RS256"), ("a shared secret that is long enough.", "HS256"), (None, "none")])
def test_a_signature_that_is_not_the_providers_is_refused(key: Any, algorithm: str, work: Nonsensical) -> None:
    work.key, work.algorithm = key, algorithm
    refused(work)


def test_the_public_key_used_as_a_secret_is_refused(work: Nonsensical) -> None:
    work.key, work.algorithm = json.dumps({"n": str(KEY.public_key().public_numbers().n)}), "HS256"
    refused(work)


PATHS = ["/token", "/keys"]
ANSWERS = {
    "a page": (200, HTML, b"<!doctype html><title>Sign in to the guest network</title>"),
    "a page that says it is data": (200, JSON, b"<html>"),
    "a list": (200, JSON, b"[]"),
    "nothing": (200, JSON, b"null"),
    "empty": (200, JSON, b""),
    "a fault": (500, HTML, b"broken"),
    "another shape": (200, JSON, b'{"access_token": {}, "id_token": 7, "keys": "none"}'),
    "letters that are none": (200, JSON, b"\xff\xfe\x00"),
    "to somewhere else": (302, HTML, b""),
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_that_makes_no_sense_is_refused(answer: tuple[int, str, bytes], path: str, work: Nonsensical) -> None:
    work.answers = {path: answer}
    refused(work)


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS)
def test_a_configuration_that_makes_no_sense_is_refused(answer: tuple[int, str, bytes], work: Nonsensical) -> None:
    work.answers = {"/.well-known/openid-configuration": answer}
    page = Client().get("/sign-in/with/work/")
    assert page.status_code == 422
    assert "cannot be relied on" in page.content.decode()
    assert Entry.objects.filter(act="signin.work_refused").count() == 1


@pytest.mark.parametrize("other", [{"issuer": "https://elsewhere.example"}, {"jwks_uri": "file:///etc/passwd"}, {"token_endpoint": 7}])
def test_a_configuration_that_is_anothers_is_refused(other: dict[str, Any], work: Nonsensical) -> None:
    work.configuration = other
    assert Client().get("/sign-in/with/work/").status_code == 422


@pytest.mark.parametrize("path", PATHS)
def test_a_provider_that_does_not_answer_is_waited_for_only_so_long(path: str, work: Nonsensical) -> None:
    work.slow = path
    refused(work, "does not answer at the moment")


def test_what_is_beside_the_token_about_somebody_else_is_refused(work: Nonsensical) -> None:
    work.claims = {"email": None}
    work.userinfo = {"sub": "maya-at-work", "email": "maya@northbridge.example", "email_verified": True}
    refused(work)


def test_a_beginning_that_was_none_is_refused(work: Nonsensical) -> None:
    refused(work, "another browser", state="made-up")
    refused(work, "You left before", error="access_denied")
    refused(work, error="server_error")


def test_after_signing_out_their_work_asks_who_it_is_and_afterwards_not(work: Nonsensical, cast: Cast) -> None:
    client = Client()
    assert "prompt" not in there(client, work)
    and_back(client, work)
    client.post("/sign-out/")
    assert there(client, work)["prompt"] == "login"
    and_back(client, work)
    client.cookies.pop("alongside")
    assert "prompt" not in there(client, work)


def test_where_there_is_no_single_sign_on_there_is_no_such_page(cast: Cast) -> None:
    assert Client().get("/sign-in/with/work/").status_code == 404
    assert Client().get("/sign-in/with/work/back/").status_code == 404


def test_a_second_step_here_is_not_asked_of_whom_their_work_asked(work: Nonsensical, cast: Cast) -> None:
    factories.PasskeyFactory(user=cast.owen)
    client = Client()
    assert and_back(client, work).headers["Location"] == "/team/"
    assert client.get("/team/").status_code == 200
