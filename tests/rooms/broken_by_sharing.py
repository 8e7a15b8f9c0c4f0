"""What breaks each constraint of the rooms `sharing` and `rights`."""

from collections.abc import Callable
from datetime import date, timedelta

from django.utils import timezone

from tests import factories as f

DAY, EARLIER = date(2026, 3, 3), date(2026, 3, 1)


def twice(factory: type, **same: object) -> None:
    factory(**same)  # type: ignore[operator]
    factory(**same)  # type: ignore[operator]


def ends_before_it_begins(factory: type) -> Callable[[], object]:
    now = timezone.now
    return lambda: factory(at=(at := now()), until_at=at)  # type: ignore[operator]


BROKEN_BY: dict[str, Callable[[], object]] = {
    "sharing_one_basis_for_a_purpose": lambda: twice(f.BasisFactory, place=f.PlaceFactory(), purpose="Walking with people"),
    "sharing_basis_from_before_to": lambda: f.BasisFactory(from_on=DAY, to_on=EARLIER),
    "sharing_basis_is_whole": lambda: f.BasisFactory(lawful_basis=""),
    "sharing_agreement_with_somebody": lambda: f.AgreementFactory(name=""),
    "sharing_agreement_for_something": lambda: f.AgreementFactory(what_for=""),
    "sharing_agreement_from_before_until": lambda: f.AgreementFactory(from_on=DAY, until_on=EARLIER),
    "sharing_agreement_says_who_agreed": lambda: f.AgreementFactory(how="supported"),
    "sharing_authority_was_seen": lambda: f.AgreementFactory(how="authority", who_agreed="Jade"),
    "sharing_capacity_for_that_decision": lambda: f.AgreementFactory(how="best-interests", who_agreed="The team", capacity_on=DAY),
    "sharing_withdrawn_has_its_moment": lambda: f.AgreementFactory(withdrawn_by=f.AccountFactory()),
    "sharing_a_part_agreed_once": lambda: twice(f.AgreedPartFactory, agreement=f.AgreementFactory()),
    "sharing_telling_has_its_reason": lambda: f.TellingFactory(because=""),
    "sharing_told_whom_and_what": lambda: f.TellingFactory(whom=""),
    "sharing_knew_or_why_not": lambda: f.TellingFactory(knew=False),
    "sharing_telling_on_before_until": lambda: f.TellingFactory(on=DAY, until_on=EARLIER),
    "sharing_came_back_has_its_day": lambda: f.TellingFactory(came_back="They came."),
    "sharing_a_part_told_once": lambda: twice(f.ToldPartFactory, telling=f.TellingFactory()),
    "sharing_objection_has_words": lambda: f.ObjectionFactory(words=""),
    "sharing_objection_answered_whole": lambda: f.ObjectionFactory(answer="We stopped.", answered_at=timezone.now()),
    "sharing_not_told_yet_says_why": lambda: f.KeepingToldFactory(how="not-yet"),
    "sharing_named_once": lambda: twice(f.NamedFactory, person=f.PersonFactory(), account=f.AccountFactory()),
    "sharing_named_end_has_who_and_when": lambda: f.NamedFactory(ended_at=timezone.now()),
    "sharing_glass_has_its_reason": lambda: f.BreakGlassFactory(reason=""),
    "sharing_glass_closes_after_it_opened": ends_before_it_begins(f.BreakGlassFactory),
    "sharing_glass_looked_at_whole": lambda: f.BreakGlassFactory(looked_at=timezone.now(), looked_by=f.AccountFactory()),
    "sharing_withheld_once": lambda: twice(f.WithholdingFactory, row=1),
    "sharing_withholding_has_its_reason": lambda: f.WithholdingFactory(reason=""),
    "sharing_withheld_on_a_ground": lambda: f.WithholdingFactory(kind="law"),
    "sharing_withheld_looked_at_whole": lambda: f.WithholdingFactory(looked_at=timezone.now()),
    "sharing_withheld_by_somebody": lambda: f.WithholdingFactory(by=None),
    "sharing_withholding_end_has_its_moment": lambda: f.WithholdingFactory(ended_by=f.AccountFactory()),
    "sharing_disagreement_has_words": lambda: f.DisagreementFactory(words=""),
    "sharing_trusted_has_a_name": lambda: f.TrustedFactory(name=""),
    "sharing_trusted_authority_was_seen": lambda: f.TrustedFactory(role="authority"),
    "sharing_trusted_ends_after_it_began": lambda: f.TrustedFactory(ended_at=timezone.now() - timedelta(days=1)),
    "sharing_a_part_trusted_once": lambda: twice(f.TrustedPartFactory, trusted=f.TrustedFactory()),
    "sharing_a_token_opens_one_link": lambda: twice(f.PersonLinkFactory, token_digest="x" * 64),
    "sharing_one_way_to_their_page": lambda: twice(f.PersonLinkFactory, person=f.PersonFactory()),
    "sharing_link_has_token_and_code": lambda: f.PersonLinkFactory(token_digest=""),
    "sharing_code_goes_somewhere": lambda: f.PersonLinkFactory(code_by="text"),
    "sharing_link_end_has_its_moment": lambda: f.PersonLinkFactory(ended_by=f.AccountFactory()),
    "rights_answer_has_who_and_when": lambda: f.AccessRequestFactory(answered_on=DAY),
    "rights_answered_after_asked": lambda: f.AccessRequestFactory(asked_on=DAY, answered_on=EARLIER, answered_by=f.AccountFactory()),
    "rights_one_pause_at_a_time": lambda: twice(f.PauseFactory, request=f.AccessRequestFactory()),
    "rights_pause_begun_before_ended": lambda: f.PauseFactory(begun_on=DAY, ended_on=EARLIER),
    "rights_pause_says_what_was_asked": lambda: f.PauseFactory(asked=""),
    "rights_a_passage_taken_out_once": lambda: twice(f.RedactionFactory, request=f.AccessRequestFactory()),
    "rights_one_rule_for_a_kind": lambda: twice(f.RetentionRuleFactory, place=f.PlaceFactory()),
    "rights_rule_lasts": lambda: f.RetentionRuleFactory(months=0),
    "rights_rule_says_why": lambda: f.RetentionRuleFactory(because=""),
    "rights_hold_says_why": lambda: f.HoldFactory(reason=""),
    "rights_needed_until_a_day": lambda: f.HoldFactory(kind="needed"),
    "rights_hold_end_has_who_and_when": lambda: f.HoldFactory(ended_at=timezone.now()),
    "rights_complaint_has_words": lambda: f.ComplaintFactory(words=""),
    "rights_complaint_answered_whole": lambda: f.ComplaintFactory(answer="We took it out."),
    "sharing_a_code_is_tried_five_times": lambda: f.DoorCodeFactory(tries=6),
    "sharing_a_code_lives": ends_before_it_begins(f.DoorCodeFactory),
    "sharing_a_sitting_lasts": ends_before_it_begins(f.SittingFactory),
    "sharing_ring_answered_whole": lambda: f.RingMeFactory(answer="rang"),
    "sharing_asked_for_something": lambda: f.AskedFactory(words=""),
    "sharing_asked_answered_whole": lambda: f.AskedFactory(answer="We did."),
    "sharing_an_area_once": lambda: twice(f.LifeAreaFactory, picture=f.LifePictureFactory()),
    "sharing_area_has_a_name": lambda: f.LifeAreaFactory(name=""),
    "sharing_area_place_is_one_of_five": lambda: f.LifeAreaFactory(place=5),
}
