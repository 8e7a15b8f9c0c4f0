"""Every constraint has a test that breaks it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, models, transaction
from django.utils import timezone

from alongside.rooms.journeys.models import Involvement
from tests import factories as f
from tests.rooms import broken_by_sharing

KEY = "0" * 32
DAY, EARLIER = date(2026, 3, 3), date(2026, 3, 1)


def twice(factory: type, **same: object) -> None:
    factory(**same)  # type: ignore[operator]
    factory(**same)  # type: ignore[operator]


def twin_leads() -> None:
    journey = f.JourneyFactory()
    f.InvolvementFactory(journey=journey)
    f.InvolvementFactory(journey=journey)


def raw(model: str, column: str, value: str) -> Callable[[], None]:
    def write() -> None:
        row = getattr(f, f"{model}Factory")()
        table = row._meta.db_table
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE {table} SET "{column}" = %s WHERE id = %s', [value, row.pk])

    return write


BROKEN_BY: dict[str, Callable[[], object]] = {
    "accounts_one_account_per_email": lambda: [f.AccountFactory(email="a@b.example"), f.AccountFactory(email="A@B.example")],
    "accounts_one_key_per_device": lambda: twice(f.DeviceKeyFactory, account=f.AccountFactory(), device="x" * 43),
    "accounts_ended_key_is_destroyed": lambda: f.DeviceKeyFactory(ended_at=timezone.now()),
    "accounts_a_form_is_saved_once": lambda: twice(f.SavedFormFactory, account=f.AccountFactory(), mark="x" * 64),
    "invitations_one_open_for_an_account": lambda: twice(f.InvitationFactory, account=f.AccountFactory()),
    "invitations_taken_up_is_ended": lambda: f.InvitationFactory(taken_up=True),
    "teams_in_a_team_once": lambda: twice(f.MemberFactory, team=f.TeamFactory(), account=f.AccountFactory()),
    "teams_one_writing_week": lambda: twice(f.WritingWeekFactory, team=f.TeamFactory()),
    "teams_from_before_to": lambda: f.MemberFactory(from_on=DAY, to_on=EARLIER),
    "teams_linked_from_before_to": lambda: f.LinkedDecisionMakerFactory(from_on=DAY, to_on=EARLIER),
    "framework_one_of_each_version": lambda: twice(f.FrameworkFactory, team=f.TeamFactory()),
    "framework_authority_says_what": lambda: f.AuthorityFactory(what=""),
    "people_finding_key_once": lambda: twice(f.FindingKeyFactory, person=f.PersonFactory(), key=1),
    "people_sealed_has_who_and_when": lambda: f.PersonFactory(sealed_on=DAY),
    "finding_ring_request_has_a_number": lambda: f.RingRequestFactory(ring_on=""),
    "finding_answer_has_who_and_when": lambda: f.RingRequestFactory(answer="rang"),
    "people_called_something": lambda: f.PersonFactory(called=""),
    "people_no_secret_address": lambda: f.PersonFactory(somewhere_safe=True, address="7 Heron Street"),
    "people_born_known_to": raw("Person", "born", "1985-1"),
    "people_event_known_to": raw("LifeEvent", "when", "199"),
    "people_tie_stands_somewhere": lambda: f.TieFactory(x=3),
    "people_tie_out_has_who_and_when": lambda: f.TieFactory(taken_out_by=f.AccountFactory()),
    "people_tie_added_once": lambda: twice(f.TieFactory, person=f.PersonFactory(), client_key="00000000-0000-4000-8000-000000000000"),
    "people_kept_map_is_of_a_kind": lambda: f.KeptMapFactory(kind="street"),
    "journeys_cause_stands_somewhere": lambda: f.CauseFactory(x=2001, y=0),
    "journeys_cause_out_has_who_and_when": lambda: f.CauseFactory(taken_out_by=f.AccountFactory()),
    "journeys_cause_added_once": lambda: twice(
        f.CauseFactory, journey=f.JourneyFactory(), client_key="00000000-0000-4000-8000-000000000000"
    ),
    "people_no_tie_to_oneself": lambda: f.TieFactory(person=(one := f.PersonFactory()), other=one),
    "people_one_person_per_reference": lambda: twice(f.IdentifierFactory, value="HUB-1"),
    "journeys_since_known_to": raw("Journey", "since", "2026-03-1"),
    "journeys_one_time_with_someone_per_team": lambda: twice(f.JourneyFactory, person=f.PersonFactory(), team=f.TeamFactory()),
    "journeys_shared_talk_has_words": lambda: f.SharedTalkFactory(words=""),
    "journeys_one_shared_talk_per_form": lambda: twice(f.SharedTalkFactory, by=f.AccountFactory(), client_key=KEY),
    "journeys_shared_with_once": lambda: twice(f.SharedWithFactory, talk=f.SharedTalkFactory(), journey=f.JourneyFactory()),
    "journeys_about_one_other": lambda: twice(f.AboutAnotherFactory, conversation=f.ConversationFactory()),
    "journeys_about_somebody": lambda: f.AboutAnotherFactory(whose=""),
    "journeys_joined_into_another": lambda: (one := f.JourneyFactory()).__class__.objects.filter(pk=one.pk).update(joined_into=one.pk),
    "merging_two_records": lambda: f.MergingFactory(kept=(one := f.PersonFactory()), gone=one),
    "merging_gone_once": lambda: twice(f.MergingFactory, gone=f.PersonFactory()),
    "merging_apart_has_who_and_when": lambda: f.MergingFactory(apart_at=timezone.now()),
    "journeys_ended_has_its_day": lambda: f.JourneyFactory(standing="ended"),
    "journeys_returns_from_another": lambda: (one := f.JourneyFactory()).__class__.objects.filter(pk=one.pk).update(returned_from=one.pk),
    "journeys_one_lead_at_a_time": twin_leads,
    "journeys_alongside_once": lambda: twice(
        f.InvolvementFactory, journey=f.JourneyFactory(), account=f.AccountFactory(), part="alongside"
    ),
    "journeys_from_before_to": lambda: f.InvolvementFactory(from_on=DAY, to_on=EARLIER),
    "journeys_yes_has_who_and_when": lambda: Involvement.objects.filter(pk=f.InvolvementFactory().pk).update(yes_on=DAY),
    "journeys_conversation_has_words": lambda: f.ConversationFactory(words=""),
    "journeys_one_conversation_per_form": lambda: twice(
        f.ConversationFactory, journey=f.JourneyFactory(), client_key="00000000-0000-4000-8000-000000000000"
    ),
    "journeys_matter_has_words": lambda: f.MatterFactory(words=""),
    "journeys_read_back_has_who_and_when": lambda: f.MatterFactory(read_back_on=DAY),
    "journeys_cause_says_what": lambda: f.CauseFactory(what=""),
    "journeys_eased_has_who_and_when": lambda: f.CauseFactory(eased_on=DAY),
    "journeys_leads_to_once": lambda: twice(f.LeadsToFactory, cause=(one := f.CauseFactory()), effect=f.CauseFactory(journey=one.journey)),
    "journeys_nothing_causes_itself": lambda: f.LeadsToFactory(cause=(one := f.CauseFactory()), effect=one),
    "journeys_action_says_what": lambda: f.ActionFactory(what=""),
    "journeys_agreed_has_who_leads": lambda: f.ActionFactory(led_by=""),
    "journeys_done_has_its_day": lambda: f.ActionFactory(standing="done"),
    "journeys_only_the_team_leads_by_account": lambda: f.ActionFactory(led_by="person", leader_account=f.AccountFactory()),
    "attachments_says_why_it_is_kept": lambda: f.AttachmentFactory(because=""),
    "attachments_is_jpeg_or_png": lambda: f.AttachmentFactory(format="svg"),
    "attachments_fits_its_frame": lambda: f.AttachmentFactory(width=2401),
    "attachments_has_bytes": lambda: f.AttachmentFactory(bytes=0),
    "attachments_one_per_form": lambda: twice(
        f.AttachmentFactory, journey=f.JourneyFactory(), client_key="00000000-0000-4000-8000-000000000000"
    ),
    "journeys_score_up_to_ten": lambda: f.CheckInFactory(score=11),
    "journeys_check_in_says_something": lambda: f.CheckInFactory(score=None),
    **broken_by_sharing.BROKEN_BY,
}
OURS = [model for model in apps.get_models() if model.__module__.startswith("alongside.")]
NAMES = [constraint.name for model in OURS for constraint in model._meta.constraints]


@pytest.mark.parametrize("name", NAMES)
def test_the_database_itself_holds_it(name: str, db: None) -> None:
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        BROKEN_BY[name]()
    constraint = next(one for model in OURS for one in model._meta.constraints if one.name == name)
    if isinstance(constraint, models.CheckConstraint) or connection.vendor == "postgresql":
        assert name in str(refused.value)
