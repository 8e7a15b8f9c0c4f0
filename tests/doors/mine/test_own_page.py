"""What the person does on their page, and what workers see of it."""

import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from alongside.rooms.journal.acts import note_read
from alongside.rooms.journal.models import Entry
from alongside.rooms.journeys.acts import change_action
from alongside.rooms.journeys.errors import JourneyError
from alongside.rooms.journeys.models import Action, CheckIn, Matter
from alongside.rooms.people.models import Person
from alongside.rooms.sharing.acts import agree_to_share, ask_to_ring, let_in, let_out, tell
from alongside.rooms.sharing.errors import SharingError
from alongside.rooms.sharing.models import Asked, Disagreement, LifePicture, Objection, RingMe, Trusted, Withholding
from alongside.rooms.teams.acts import say_number
from alongside.rooms.teams.models import Member
from tests import factories as f
from tests.conftest import Cast
from tests.doors.mine.conftest import Opens, page_of

pytestmark = pytest.mark.django_db
As = Callable[[str], Client]


def follow(client: Client, address: str, **said: str) -> str:
    return page_of(client.post(address, said, follow=True))


def test_ringing_whoever_leads(cast: Cast, opens: Opens) -> None:
    client = opens()
    assert "tel:" not in page_of(client.get("/mine/"))
    cast.hub.phone = "01632 960200"
    cast.hub.save()
    assert 'href="tel:01632960200"' in page_of(client.get("/mine/")), "the team's, where theirs is not known"
    say_number(member=Member.objects.get(account=cast.maya), phone="01632 960201", by=cast.maya)
    page = page_of(client.get("/mine/"))
    assert 'href="tel:01632960201"' in page
    assert "Ring Maya" in page


def test_asking_to_be_rung_waits_on_the_leads_day_and_nobody_elses(cast: Cast, opens: Opens, as_: As) -> None:
    client = opens()
    assert "Asked." in follow(client, "/mine/ring/", words="After four")
    follow(client, "/mine/ring/", words="After five")
    [asked] = RingMe.objects.all()
    assert asked.words == "After five"
    today = page_of(as_("maya").get("/today/"))
    assert "Sam asks you to ring" in today
    assert "After five" in today
    assert "asks you to ring" not in page_of(as_("ines").get("/today/"))
    assert as_("owen").post(reverse("worker:rang", args=[asked.pk]), {"answer": "rang"}).status_code == 404
    as_("ines").post(reverse("worker:rang", args=[asked.pk]), {"answer": "rang"})
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by) == ("rang", cast.ines)
    assert "asks you to ring" not in page_of(as_("maya").get("/today/"))
    as_("maya").post(reverse("worker:rang", args=[asked.pk]), {"answer": "left"})
    asked.refresh_from_db()
    assert asked.answer == "rang", "the first stands"


def test_what_matters_is_theirs_and_never_as_heard(cast: Cast, opens: Opens, as_: As) -> None:
    client = opens()
    assert "Kept." in follow(client, "/mine/matters/", words="A garden of my own.")
    first = Matter.objects.get()
    assert (first.by, first.whose, first.as_heard, first.may_stand_in_front) == (None, "theirs", False, True)
    page = follow(client, "/mine/matters/", words="A garden, and a dog.", instead_of=str(first.pk))
    assert "A garden, and a dog." in page
    assert "A garden of my own." not in page
    assert "not so important now" in page_of(client.get("/mine/written/"))
    first.refresh_from_db()
    assert first.no_longer_on
    assert first.words == "A garden of my own.", "nothing is lost"
    for address in (f"/people/{cast.sam.ref}/", f"/people/{cast.sam.ref}/matters/"):
        page = page_of(as_("maya").get(address))
        assert "A garden, and a dog." in page
        assert "written by themself" in page


def test_it_is_refused_without_words(cast: Cast, opens: Opens) -> None:
    answer = opens().post("/mine/matters/", {"words": "  "})
    assert answer.status_code == 422
    assert "Write something here" in page_of(answer)


def test_ticking_adding_and_leading(cast: Cast, opens: Opens) -> None:
    client = opens()
    ours = f.ActionFactory(journey=cast.journey, what="Ring the landlord", led_by="team", leader_account=cast.maya)
    assert "You lead this now" in follow(client, "/mine/agreed/", do="lead", pk=str(ours.pk))
    ours.refresh_from_db()
    assert (ours.led_by, ours.leader_account) == ("person", None)
    handover = ours.handovers.get()
    assert (handover.by, handover.was_leader, handover.led_by) == (None, "Maya", "person")
    assert "It is ticked" in follow(client, "/mine/agreed/", do="tick", pk=str(ours.pk))
    ours.refresh_from_db()
    assert ours.standing == "done"
    assert "changed just now" in follow(client, "/mine/agreed/", do="tick", pk=str(ours.pk))
    follow(client, "/mine/agreed/", what="Write to my brother")
    mine = Action.objects.get(what="Write to my brother")
    assert (mine.by, mine.led_by, mine.standing) == (None, "person", "agreed")


def test_an_idea_they_lead_is_agreed(cast: Cast, opens: Opens) -> None:
    idea = f.ActionFactory(journey=cast.journey, standing="idea", led_by="")
    follow(opens(), "/mine/agreed/", do="lead", pk=str(idea.pk))
    idea.refresh_from_db()
    assert idea.standing == "agreed"


def test_nobody_changes_their_words(cast: Cast, opens: Opens) -> None:
    follow(opens(), "/mine/agreed/", what="Write to my brother")
    action = Action.objects.get()
    with pytest.raises(JourneyError, match="wrote this themself"):
        change_action(action=action, what="Write to the council", by=cast.maya)


def test_how_they_are_in_a_picture_or_in_words(cast: Cast, opens: Opens, as_: As) -> None:
    client = opens()
    assert client.post("/mine/doing/", {}).status_code == 422
    follow(client, "/mine/doing/", weather="brighter", expects_more="on")
    said = CheckIn.objects.get()
    assert (said.by, said.weather, said.expects_more) == (None, "brighter", True)
    assert as_("maya").get(f"/people/{cast.sam.ref}/check-ins/").status_code == 200


def test_a_life_picture_with_the_one_before_laid_under_it(cast: Cast, opens: Opens) -> None:
    client = opens()
    assert client.post("/mine/life/", {}).status_code == 422
    follow(client, "/mine/life/", area_0="0", own_0="The allotment", own_place_0="3")
    first = LifePicture.objects.get()
    assert first.by is None
    assert sorted(first.areas.values_list("name", "place")) == [("The allotment", 3), ("Where I live", 0)]
    page = follow(client, "/mine/life/", area_0="2", area_6="4", words="Quiet now.", expects_more="on")
    assert "part of the way" in page
    assert "before: far from how I want it" in page
    assert "before: nearly there" in page, "what they named is offered again"
    assert "I expect more now" in page
    assert client.post("/mine/life/", {"area_0": "9"}).status_code == 422
    assert LifePicture.objects.count() == 2


def test_seeing_it_differently_stands_beside_the_text(cast: Cast, opens: Opens) -> None:
    client = opens()
    talk = f.ConversationFactory(journey=cast.journey, words="Sam was late.")
    f.ClearedFactory(conversation=talk)
    address = reverse("mine:differently", args=["talk", talk.pk])
    assert "Sam was late." in page_of(client.get(address))
    assert "The bus did not come." in follow(client, address, words="The bus did not come.")
    assert Disagreement.objects.get().words == "The bus did not come."


def test_workers_see_it_beside_their_text(cast: Cast, opens: Opens, as_: As) -> None:
    talk = f.ConversationFactory(journey=cast.journey, words="Sam was late.")
    rows = {"talk": talk, "matter": f.MatterFactory(journey=cast.journey), "cause": f.CauseFactory(journey=cast.journey)}
    f.ClearedFactory(conversation=talk)
    rows["agreed"] = f.ActionFactory(journey=cast.journey)
    client = opens()
    for key, row in rows.items():
        client.post(reverse("mine:differently", args=[key, row.pk]), {"words": f"Not so, about the {key}."})
    pages = {
        "": ["talk", "agreed"],
        "story/": ["talk"],
        f"conversations/{talk.pk}/": ["talk"],
        "matters/": ["matter"],
        "causes/": ["cause"],
        "actions/": ["agreed"],
    }
    for part, keys in pages.items():
        page = page_of(as_("ines").get(f"/people/{cast.sam.ref}/{part}"))
        assert all(f"Not so, about the {key}." in page for key in keys), part
        assert "Sam sees it differently:" in page


def test_nothing_is_said_beside_another_persons_text(cast: Cast, opens: Opens) -> None:
    other = f.MatterFactory()
    opens().post(reverse("mine:differently", args=["matter", other.pk]), {"words": "x"})
    assert not Disagreement.objects.exists()


def test_who_has_looked_and_why(cast: Cast, opens: Opens, as_: As) -> None:
    as_("maya").get(f"/people/{cast.sam.ref}/")
    as_("ines").get(f"/people/{cast.sam.ref}/")
    as_("ines").get(f"/people/{cast.sam.ref}/")
    client = opens()
    page = page_of(client.get("/mine/looked/"))
    assert "walks with you" in page
    assert "is in the team that walks with you" in page
    assert "2 times that day" in page
    assert "You, or somebody with your code" in page
    look = Entry.objects.filter(by=cast.ines, kind="read").first()
    assert look
    assert "Ines" in page_of(client.get(reverse("mine:off", args=["look", look.pk])))
    follow(client, reverse("mine:off", args=["look", look.pk]))
    page = page_of(client.get("/mine/looked/"))
    assert "Ines" not in page, "both of that day"
    assert "Maya" in page
    assert Entry.objects.filter(by=cast.ines, kind="read").count() == 2, "the journal is whole"


def test_anything_can_be_kept_off_by_the_person(cast: Cast, opens: Opens) -> None:
    client = opens()
    tie = f.TieFactory(person=cast.sam, name="Leeroy")
    address = reverse("mine:off", args=["around", tie.pk])
    assert "Leeroy" in page_of(client.get(address))
    assert "Leeroy" not in follow(client, address)
    kept = Withholding.objects.get()
    assert (kept.by, kept.by_person, kept.kind) == (None, True, "kept-off")
    assert client.get(address).headers["Location"] == "/mine/"
    other = f.TieFactory()
    client.post(reverse("mine:off", args=["around", other.pk]))
    assert Withholding.objects.count() == 1


def test_looks_that_would_put_someone_in_danger_are_not_there(cast: Cast, opens: Opens) -> None:
    f.BreakGlassFactory(person=cast.sam, by=cast.owen, not_told_because="The partner reads this phone.")
    note_read(act="people.person_opened", by=cast.owen, subject=cast.sam, ground="emergency")
    tell(
        person=cast.sam, ground="danger", because="x", whom="Police", said="x", why_not_known="x", account=cast.priya,
        parts=["matters"], on=timezone.localdate(), by=cast.maya,
    )  # fmt: skip
    note_read(act="people.person_opened", by=cast.priya, subject=cast.sam, ground="shared")
    page = page_of(opens().get("/mine/looked/"))
    assert "Owen" not in page
    assert "Priya" not in page
    f.BreakGlassFactory(person=cast.sam, by=cast.dev)
    note_read(act="people.person_opened", by=cast.dev, subject=cast.sam, ground="emergency")
    assert "opened it in an emergency" in page_of(opens().get("/mine/looked/"))


def test_taking_permission_back_counts_from_the_next_request(cast: Cast, opens: Opens) -> None:
    agreement = agree_to_share(
        person=cast.sam, parts=["matters"], what_for="The flat", account=cast.priya, on=timezone.localdate(), by=cast.maya
    )
    assert Person.objects.shared_with(cast.viewer("priya")).exists()
    client = opens()
    assert "Priya" in page_of(client.get("/mine/share/"))
    assert "Taken back" in follow(client, reverse("mine:take_back", args=[agreement.pk]))
    assert not Person.objects.shared_with(cast.viewer("priya")).exists()
    agreement.refresh_from_db()
    assert agreement.withdrawn_by is None


def test_objecting_and_being_refused_where_it_was_a_duty(cast: Cast, opens: Opens) -> None:
    client = opens()
    task, duty = (f.TellingFactory(person=cast.sam, ground=ground) for ground in ("task", "child"))
    follow(client, reverse("mine:objected", args=[task.pk]), words="It is not their business.")
    assert Objection.objects.get().by is None
    answer = client.post(reverse("mine:objected", args=[duty.pk]), {"words": "No."})
    assert answer.status_code == 422
    assert "duty in law" in page_of(answer)


def test_asking_for_a_change_and_for_everything(cast: Cast, opens: Opens) -> None:
    client = opens()
    assert client.post("/mine/take/", {"kind": "correction", "words": ""}).status_code == 422
    for _ in range(2):
        follow(client, "/mine/take/", kind="everything")
    follow(client, "/mine/take/", kind="removal", words="The thing about the dog.")
    assert sorted(Asked.objects.values_list("kind", "by")) == [("everything", None), ("removal", None)]


def test_taking_it_away(cast: Cast, opens: Opens) -> None:
    talk = f.ConversationFactory(journey=cast.journey, words="“I liked that job.”\nWe walked.")
    f.ClearedFactory(conversation=talk)
    client = opens()
    answer = client.get("/mine/take/data/")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="page.json"'
    parts = {part["holding"]: part for part in json.loads(answer.content)["parts"]}
    [row] = parts["journeys.Conversation"]["rows"]
    assert row["words"] == "“I liked that job.”\nWe walked."
    assert parts["journeys.Conversation"]["why"]["words"] == "So that nobody has to tell it twice."
    assert all(set(part["why"]) | {"at", "by"} >= set(row) for part in parts.values() for row in part["rows"]), "each field is explained"
    page = client.get("/mine/take/page/")
    assert page.headers["Content-Disposition"] == 'attachment; filename="page.html"'
    assert "We walked." in page_of(page)


def test_someone_they_trust_sees_their_parts_and_nothing_else(cast: Cast, opens: Opens) -> None:
    f.MatterFactory(journey=cast.journey, words="A quiet street")
    f.TieFactory(person=cast.sam, name="Jadeling")
    follow(opens(), "/mine/trust/", name="Jean", role="friend", parts="matters")
    jean = Trusted.objects.get()
    client = opens(jean)
    page = page_of(client.get("/mine/"))
    assert "Hello Jean" in page
    assert "A quiet street" in page
    assert "Jadeling" not in page
    for name in ("looked", "share", "trust", "take", "take_page", "take_data"):
        assert client.get(reverse(f"mine:{name}")).headers["Location"] == "/mine/"
    client.post("/mine/matters/", {"words": "Not Sam's words"})
    client.post("/mine/agreed/", {"what": "Not Sam's words"})
    client.post("/mine/doing/", {"words": "Not Sam's words"})
    assert Matter.objects.count() == 1
    assert not Action.objects.exists()
    assert not CheckIn.objects.exists()
    assert Entry.objects.filter(act="sharing.own_page_opened", ground="trusted").exists()
    let_out(trusted=jean, by=None)
    assert "This page is closed" in page_of(client.get("/mine/"))


def test_whoever_decides_for_somebody_is_let_in_by_a_worker_who_saw_that_they_may(cast: Cast, opens: Opens) -> None:
    assert opens().post("/mine/trust/", {"name": "Lee", "role": "authority", "parts": "matters"}).status_code == 422
    with pytest.raises(SharingError, match="shows a worker"):
        let_in(person=cast.sam, name="Lee", role="authority", parts=["matters"], by=cast.maya)


@pytest.mark.parametrize("page", ["front", "matters", "agreed", "doing", "life", "written", "looked", "share", "trust"])
def test_one_row_and_twenty_cost_the_same(page: str, cast: Cast, opens: Opens) -> None:
    client = opens()

    def more(many: int) -> None:
        for _ in range(many):
            f.MatterFactory(journey=cast.journey)
            f.TieFactory(person=cast.sam)
            f.ActionFactory(journey=cast.journey, matter=f.MatterFactory(journey=cast.journey))
            f.CheckInFactory(journey=cast.journey)
            f.LifeAreaFactory(picture__person=cast.sam)
            f.ClearedFactory(conversation=f.ConversationFactory(journey=cast.journey))
            f.CauseFactory(journey=cast.journey)
            f.LifeEventFactory(person=cast.sam)
            f.AgreedPartFactory(agreement__person=cast.sam)
            f.ObjectionFactory(telling__person=cast.sam)
            f.TrustedPartFactory(trusted__person=cast.sam)
            note_read(act="people.person_opened", by=f.AccountFactory(), subject=cast.sam, ground="team")

    more(1)
    client.get(reverse(f"mine:{page}"))  # the name of the place is kept from here on
    with CaptureQueriesContext(connection) as one:
        client.get(reverse(f"mine:{page}"))
    more(5)
    with CaptureQueriesContext(connection) as many:
        client.get(reverse(f"mine:{page}"))
    assert len(one) == len(many)


def test_asking_to_ring_writes_one_entry(cast: Cast) -> None:
    for _ in range(3):
        ask_to_ring(person=cast.sam)
    assert Entry.objects.filter(act="sharing.asked_to_ring", by=None).count() == 1
