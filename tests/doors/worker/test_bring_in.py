"""The page that brings people in: choose, look, bring in."""

import os
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from alongside.rooms.journeys.models import Matter
from alongside.rooms.people.models import Arrival, Person
from alongside.rooms.teams.models import Team
from tests.rooms.arrivals.place import FILES, account, seen_by

CHOOSE = "/people/bring-in/"
AMBIGUOUS = b"Known as,Date of birth\nJo,03/04/1990\n"


def signed_in(called: str = "Maya") -> Client:
    client = Client()
    client.force_login(account(called))
    return client


def send(client: Client, raw: bytes, name: str = "team.csv") -> HttpResponse:
    answer: HttpResponse = client.post(CHOOSE, {"file": SimpleUploadedFile(name, raw)})  # type: ignore[assignment]
    return answer


def kept(client: Client, raw: bytes) -> str:
    """The address of the page that looks at it."""
    answer = send(client, raw)
    assert answer.status_code == 302
    return answer["Location"]


def bring(client: Client, url: str, **choices: str) -> str:
    """Bring in with what the page proposes, and read the page to its end."""
    look = client.get(url)
    form = look.context["form"]
    proposed = {name: field.initial for name, field in form.fields.items() if name.startswith("place_")}
    answer = client.post(url, {**proposed, "do": "bring_in", **choices})
    return b"".join(answer).decode()


def test_a_stranger_goes_to_sign_in(hub: Team) -> None:
    for url in (CHOOSE, f"{CHOOSE}{'a2' * 6}/"):
        assert Client().get(url)["Location"].startswith(reverse(settings.LOGIN_URL))


def test_choosing_a_file_shows_what_would_come_in_and_brings_nobody_in(hub: Team) -> None:
    client = signed_in()
    page = client.get(kept(client, (FILES / "clean.csv").read_bytes())).content.decode()
    assert "Bring in 60 people" in page
    assert "UTF-8" in page
    assert "Beverley Bartlett" in page
    assert (Person.objects.count(), Arrival.objects.count()) == (0, 0)


def test_bringing_in_tells_how_far_it_is_and_what_came_of_it(hub: Team) -> None:
    client = signed_in()
    url = kept(client, (FILES / "clean.csv").read_bytes())
    page = bring(client, url)
    assert "60 of 60" in page
    assert "60 people came in." in page
    assert len(seen_by("Maya")) > 50
    assert seen_by("Owen") == set()
    assert client.get(url).status_code == 404  # the file is not kept any longer


def test_the_same_file_again_says_that_they_are_here(hub: Team) -> None:
    client = signed_in()
    bring(client, kept(client, (FILES / "clean.csv").read_bytes()))
    page = client.get(kept(client, (FILES / "clean.csv").read_bytes())).content.decode()
    assert "0 people would come in." in page
    assert "60 are here already" in page
    assert 'value="bring_in"' not in page


def test_a_faulty_file_is_refused_whole_until_its_faulty_rows_are_left_out(hub: Team) -> None:
    client = signed_in()
    url = kept(client, (FILES / "faulty.csv").read_bytes())
    page = client.get(url).content.decode()
    assert "9 rows need another look" in page
    assert "31/02/1980 is not a day in any calendar" in page
    assert "tick that these rows are left out" in bring(client, url)
    assert Person.objects.count() == 0
    assert "21 people came in." in bring(client, url, leave_out="on")
    assert Person.objects.count() == 21


def test_markup_and_formulas_are_shown_as_text(hub: Team) -> None:
    client = signed_in()
    url = kept(client, b'Known as,What matters\n"=HYPERLINK(""x"")",<script>alert(1)</script>\n')
    page = client.get(url).content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert" not in page
    bring(client, url)
    person = Person.objects.get()
    for path in (f"/people/{person.ref}/", f"/people/{person.ref}/matters/", "/people/"):
        shown = client.get(path).content.decode()
        assert "=HYPERLINK(&quot;x&quot;)" in shown
        assert "<script>alert" not in shown


def test_what_was_brought_in_is_marked_and_is_not_on_the_front(hub: Team) -> None:
    client = signed_in()
    bring(client, kept(client, b"Known as,What matters,How we met,Phone\nJo,A garden,Food bank,0161\n"))
    person = Person.objects.get()
    page = client.get(f"/people/{person.ref}/")
    assert page.context["front"] == []
    assert "Some of this was brought in from another system" in page.content.decode()
    assert "from another system, not written with the person" in client.get(f"/people/{person.ref}/matters/").content.decode()
    assert "A garden" not in client.get(f"/people/{person.ref}/turned-round/").content.decode()


def test_a_risk_column_is_shown_with_the_reason_and_offered_no_place(hub: Team) -> None:
    client = signed_in()
    look = client.get(kept(client, b"Known as,Risk rating,Notes\nJo,High,private\n"))
    page = look.content.decode()
    assert "a risk rating from another system, and there is no place for those" in page
    assert "High" not in page
    assert set(look.context["form"].fields) == {"order", "leave_out", "place_0", "place_2"}
    assert look.context["form"].fields["place_2"].initial == "leave behind"


def test_a_place_cannot_be_given_to_a_refused_column_by_hand(hub: Team) -> None:
    client = signed_in()
    bring(client, kept(client, b"Known as,Risk rating\nJo,High\n"), place_1="matters")
    assert Matter.objects.count() == 0


def test_two_columns_for_one_place_are_refused_in_words(hub: Team) -> None:
    client = signed_in()
    page = bring(client, kept(client, b"Known as,Notes\nJo,private\n"), place_1="called")
    assert "has the place called already" in page
    assert Person.objects.count() == 0


def test_another_place_than_the_proposed_holds(hub: Team) -> None:
    client = signed_in()
    bring(client, kept(client, b"Known as,Notes\nJo,Ring after six\n"), place_1="reach")
    assert Person.objects.get().reach == "Ring after six"


def test_an_ambiguous_day_order_is_asked_for(hub: Team) -> None:
    client = signed_in()
    url = kept(client, AMBIGUOUS)
    page = client.get(url).content.decode()
    assert "How are days written in this file?" in page
    assert "no date in the file shows" in page
    assert 'value="bring_in"' not in page
    bring(client, url)
    assert Person.objects.count() == 0
    bring(client, url, order="month first")
    assert str(Person.objects.get().born) == "4 March 1990"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PK\x03\x04" + bytes(40), "this is a workbook"),
        (b"%PDF-1.7", "this is a PDF"),
        (b"", "The file is empty"),
        (b"a,b\n\"open,1\n", "quotation mark"),
        (bytes(range(128, 256)) * 4, "not a text file"),
    ],
)  # fmt: skip
def test_a_file_of_the_wrong_kind_is_refused_in_words(hub: Team, raw: bytes, words: str) -> None:
    answer = send(signed_in(), raw)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_a_file_over_the_limit_is_refused_before_it_is_read(hub: Team) -> None:
    answer = signed_in().post(CHOOSE, b"", content_type="multipart/form-data; boundary=x", CONTENT_LENGTH=str(100 * 1024 * 1024))
    assert answer.status_code == 413
    assert "12 MB" in answer.content.decode()


def test_the_limit_stands_on_the_field(hub: Team) -> None:
    page = signed_in().get(CHOOSE).content.decode()
    assert 'data-limit-mb="12"' in page
    assert "Up to 12 MB." in page


def test_a_file_is_kept_for_its_sender_alone(hub: Team) -> None:
    url = kept(signed_in("Maya"), (FILES / "clean.csv").read_bytes())
    nothing = signed_in("Owen").get(f"{CHOOSE}{'a2' * 6}/")
    for called in ("Ines", "Owen", "Stella"):
        answer = signed_in(called).get(url)
        assert answer.status_code == 404
        assert b"Beverley" not in answer.content
    assert nothing.status_code == 404


def test_kept_files_can_be_read_by_nobody_else_on_the_machine_and_go_after_an_hour(hub: Team) -> None:
    client = signed_in()
    url = kept(client, AMBIGUOUS)
    folder = Path(settings.INSTALLATION) / "uploads"
    (file,) = folder.iterdir()
    assert (folder.stat().st_mode & 0o777, file.stat().st_mode & 0o777) == (0o700, 0o600)
    over_an_hour_ago = time.time() - 3601
    os.utime(file, (over_an_hour_ago, over_an_hour_ago))
    assert client.get(url).status_code == 404
    kept(client, AMBIGUOUS)
    assert file not in folder.iterdir()


def test_whoever_left_the_team_meanwhile_brings_nobody_in(hub: Team) -> None:
    client = signed_in()
    url = kept(client, AMBIGUOUS)
    hub.members.filter(account__called="Maya").delete()
    assert client.post(url, {"do": "bring_in"}).status_code == 404


def test_whoever_is_in_no_team_is_told_so(hub: Team) -> None:
    client = signed_in("Stella")
    assert "You are in no team just now" in client.get(CHOOSE).content.decode()
    send(client, AMBIGUOUS)
    assert not (Path(settings.INSTALLATION) / "uploads").exists()


@pytest.mark.django_db(transaction=True)  # the end of a request lets go of the connection
def test_leaving_the_page_half_way_leaves_nothing(hub: Team, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.rooms.arrivals.acts.BATCH", 20)
    monkeypatch.setattr("alongside.rooms.arrivals.acts.PAUSE", 0)
    client = signed_in()
    url = kept(client, (FILES / "clean.csv").read_bytes())
    proposed = {name: field.initial for name, field in client.get(url).context["form"].fields.items() if name.startswith("place_")}
    answer = client.post(url, {**proposed, "do": "bring_in"})
    written = iter(answer.streaming_content)  # type: ignore[attr-defined]
    assert b"20 of 60" in next(written) + next(written)
    assert Person.objects.count() == 20
    answer.close()
    assert (Person.objects.count(), Arrival.objects.count()) == (0, 0)


def test_the_people_page_leads_here(hub: Team) -> None:
    assert f'href="{CHOOSE}"' in signed_in().get("/people/").content.decode()
