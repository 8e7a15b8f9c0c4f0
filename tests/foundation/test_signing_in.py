"""What an installation decides about signing in: read, and nonsense refused before anything starts."""

from pathlib import Path

import pytest

from alongside.foundation import signing_in
from alongside.foundation.installation import SettingError

ISSUER, CLIENT, SECRET = signing_in.PROVIDER
WHOLE = {ISSUER: "https://sign-in.council.example/", CLIENT: "alongside", SECRET: "s3cret"}


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    for name in ("ALONGSIDE_PASSWORDS", "ALONGSIDE_SECOND_STEP", "ALONGSIDE_MAIL", "ALONGSIDE_ADDRESS", *WHOLE):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ALONGSIDE_DIR", str(tmp_path / "place"))
    return monkeypatch


def test_as_it_comes_out_of_the_box(given: pytest.MonkeyPatch) -> None:
    assert signing_in.passwords()
    assert signing_in.second_step() == ()
    assert signing_in.provider() == []
    assert signing_in.session_minutes() == (120, 720)


def test_passwords_are_switched_off(given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_PASSWORDS", "0")
    assert not signing_in.passwords()
    given.setenv("ALONGSIDE_PASSWORDS", "maybe")
    with pytest.raises(SettingError, match="ALONGSIDE_PASSWORDS"):
        signing_in.passwords()


@pytest.mark.parametrize(
    ("written", "roles"), [("1", signing_in.ROLES), ("0", ()), ("worker, information-lead", ("worker", "information-lead"))]
)
def test_a_second_step_for_roles(written: str, roles: tuple[str, ...], given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_SECOND_STEP", written)
    assert signing_in.second_step() == roles


@pytest.mark.parametrize("written", ["king", "worker,king", ",", "2"])
def test_a_second_step_for_nobody_there_is(written: str, given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_SECOND_STEP", written)
    with pytest.raises(SettingError, match="is no role"):
        signing_in.second_step()


@pytest.mark.parametrize("missing", WHOLE)
def test_half_a_provider_is_refused(missing: str, given: pytest.MonkeyPatch) -> None:
    for name, value in WHOLE.items():
        given.setenv(name, "  " if name == missing else value)
    with pytest.raises(SettingError, match=missing):
        signing_in.provider()


@pytest.mark.parametrize(
    "issuer", ["http://sign-in.council.example", "sign-in.council.example", "ftp://x.example", "https://", "https://x.example/?a=b"]
)
def test_a_provider_at_no_sound_address_is_refused(issuer: str, given: pytest.MonkeyPatch) -> None:
    for name, value in WHOLE.items():
        given.setenv(name, issuer if name == ISSUER else value)
    with pytest.raises(SettingError, match=ISSUER):
        signing_in.provider()


def test_a_provider_is_named_as_people_know_it(given: pytest.MonkeyPatch) -> None:
    for name, value in WHOLE.items():
        given.setenv(name, value)
    assert signing_in.provider()[0]["name"] == "sign-in.council.example"
    given.setenv("ALONGSIDE_SIGN_IN_NAME", "Northbridge at work")
    app = signing_in.provider()[0]
    assert app["name"] == "Northbridge at work"
    assert app["settings"]["server_url"] == "https://sign-in.council.example/.well-known/openid-configuration"


@pytest.mark.parametrize(
    ("idle", "hours"), [("4", "12"), ("61", "1"), ("x", "12"), ("-5", "12"), ("30", "0"), ("30", "1000"), ("1.5", "2"), ("３０", "2")]
)
def test_a_session_of_no_sensible_length_is_refused(idle: str, hours: str, given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_SESSION_IDLE_MINUTES", idle)
    given.setenv("ALONGSIDE_SESSION_HOURS", hours)
    with pytest.raises(SettingError, match="ALONGSIDE_SESSION"):
        signing_in.session_minutes()


def test_mail_goes_into_the_outbox_where_no_server_is_set(given: pytest.MonkeyPatch, tmp_path: Path) -> None:
    told = signing_in.mail()
    assert told["EMAIL_FILE_PATH"] == tmp_path / "place" / "outbox"
    assert (tmp_path / "place" / "outbox").stat().st_mode & 0o777 == 0o700


def test_a_mail_server(given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_MAIL", "smtp+tls://post%40council.example:p%3Ass@mail.council.example")
    given.setenv("ALONGSIDE_MAIL_FROM", "alongside@council.example")
    told = signing_in.mail()
    assert (told["EMAIL_HOST"], told["EMAIL_PORT"], told["EMAIL_USE_TLS"]) == ("mail.council.example", 587, True)
    assert (told["EMAIL_HOST_USER"], told["EMAIL_HOST_PASSWORD"]) == ("post@council.example", "p:ss")


@pytest.mark.parametrize(
    ("server", "sender"), [("mail.council.example", "a@b.example"), ("http://mail.example", "a@b.example"), ("smtp://mail.example", "")]
)
def test_a_mail_server_that_is_none_is_refused(server: str, sender: str, given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_MAIL", server)
    given.setenv("ALONGSIDE_MAIL_FROM", sender)
    with pytest.raises(SettingError, match="ALONGSIDE_MAIL"):
        signing_in.mail()


@pytest.mark.parametrize("written", ["council.example", "https://council.example/alongside", "ftp://council.example"])
def test_an_address_that_is_none_is_refused(written: str, given: pytest.MonkeyPatch) -> None:
    given.setenv("ALONGSIDE_ADDRESS", written)
    with pytest.raises(SettingError, match="ALONGSIDE_ADDRESS"):
        signing_in.address(["council.example"])


def test_links_from_a_terminal_lead_to_the_first_host(given: pytest.MonkeyPatch) -> None:
    given.delenv("ALONGSIDE_PLAIN_HTTP", raising=False)
    assert signing_in.address(["council.example"]) == "https://council.example"
