"""What Sam shares, whom was told, and what stands on his own page. Invented.

Days count back from the last day of the story.
"""

from datetime import date, timedelta

from alongside.rooms.accounts.models import Account
from alongside.rooms.journeys.models import Conversation, Journey
from alongside.rooms.rights.acts import set_rule, take_access_request
from alongside.rooms.sharing.acts import (
    agree_to_share,
    ask_the_information_lead,
    clear_for_the_page,
    keep_off,
    object_to,
    tell,
    told_what_we_keep,
    withdraw,
)
from alongside.rooms.sharing.models import Basis
from alongside.rooms.teams.models import Place

BASES = [  # purpose, lawful basis, condition, controllers
    (
        "Walking with people whose lives are in a tangle",
        "public task (UK GDPR, article 6(1)(e); Localism Act 2011, section 1)",
        "health and social care (article 9(2)(h); Data Protection Act 2018, schedule 1, part 1, paragraph 2)",
        "Northbridge Council and Northbridge Community Health, together",
    ),
    (
        "Keeping children and adults safe",
        "legal obligation (article 6(1)(c))",
        "safeguarding of children and individuals at risk (Data Protection Act 2018, schedule 1, part 2, paragraph 18)",
        "Northbridge Council",
    ),
    ("Learning what gets in the way, without names", "public task (article 6(1)(e))", "", "Northbridge Council"),
]
ABOUT_THE_NEIGHBOUR = "Neighbour is not well"


def state_bases(*, place: Place, by: Account, on: date) -> None:
    for purpose, lawful_basis, condition, controllers in BASES:
        Basis.objects.create(
            place=place, purpose=purpose, lawful_basis=lawful_basis, condition=condition, controllers=controllers, from_on=on, by=by
        )


def state_how_long(*, place: Place, by: Account) -> None:
    set_rule(place=place, label="people.Person", months=72, because="Someone may come back, or claim what is theirs, for six years.", by=by)


def share_with_sam(*, journey: Journey, cast: dict[str, Account], today: date) -> None:
    """A first meeting too soon for paper; the revenues manager and a neighbour let in; the foreman let in, and out again."""
    person, maya = journey.person, cast["maya"]

    def back(days: int) -> date:
        return today - timedelta(days=days)

    told_what_we_keep(person=person, how="not-yet", on=back(266), why_not_yet="He was frightened. Tea first.", by=maya)
    told_what_we_keep(person=person, how="shown", on=back(254), by=maya)
    agree_to_share(
        person=person,
        parts=["behind", "agreed"],
        on=back(240),
        by=maya,
        account=cast["ruth"],
        what_for="so that she can decide about the fees",
        until_on=today + timedelta(days=30),
    )
    agree_to_share(
        person=person,
        parts=["agreed"],
        on=back(176),
        by=maya,
        name="Jean",
        organisation="Allotments on the Hill",
        what_for="the Friday post",
    )
    foreman = agree_to_share(
        person=person, parts=["reach"], on=back(90), by=maya, name="The foreman", organisation="the depot", what_for="early shifts again"
    )
    withdraw(agreement=foreman, by=maya)
    tell(
        person=person,
        told=False,
        ground="child",
        because="The children sleep badly because of next door. Nobody harms them. We look again when they have moved.",
        on=back(240),
        by=cast["ines"],
    )
    school = tell(
        person=person,
        ground="task",
        because="Sam asked us to ring, he was at work.",
        whom="The school office",
        said="That mornings will be late for two weeks.",
        knew=True,
        on=back(77),
        by=maya,
    )
    object_to(telling=school, words="Next time ask me first. I would have rung them in the break.", by=None)
    ask_the_information_lead(person=person, kind="correction", words="Lee moved out in spring 2024, not 2023.")
    take_access_request(
        person=person, asked_on=back(12), today=today, how="On the doorstep, to Maya; wants it read together", by=cast["gail"]
    )
    for talk in Conversation.objects.of(person):
        if ABOUT_THE_NEIGHBOUR in talk.words:
            keep_off(person=person, row=talk, by=talk.by, reason="The neighbour’s illness is the neighbour’s.")
        else:
            clear_for_the_page(conversation=talk, person=person, by=talk.by)
