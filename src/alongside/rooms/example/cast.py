"""Who is who in Northbridge. All invented; every address ends in .example and reaches nobody."""

from typing import NamedTuple

from alongside.rooms.accounts.models import Organisation, Role

Kind = Organisation.Kind


class OneOfTheCast(NamedTuple):
    email: str
    called: str
    name: str
    job: str
    organisation: str
    role: Role = Role.WORKER


ORGANISATIONS = {
    "Northbridge Council, customer services": Kind.COUNCIL,
    "Northbridge Council, revenues": Kind.COUNCIL,
    "Heron Homes": Kind.HOUSING,
    "Northbridge Community Health": Kind.HEALTH,
    "Open Kitchen": Kind.CHARITY,
    "Allotments on the Hill": Kind.COMMUNITY,
}

CAST = [
    OneOfTheCast("maya@northbridge.example", "Maya", "Maya Okafor", "customer adviser", "Northbridge Council, customer services"),
    OneOfTheCast("dev@northbridge.example", "Dev", "Dev Sandhu", "housing officer", "Heron Homes"),
    OneOfTheCast("ines@northbridge.example", "Ines", "Ines Marchetti", "community nurse", "Northbridge Community Health"),
    OneOfTheCast("owen@northbridge.example", "Owen", "Owen Prys", "customer adviser", "Northbridge Council, customer services"),
    OneOfTheCast(
        "priya@northbridge.example", "Priya", "Priya Raman", "service manager", "Northbridge Council, customer services", Role.MANAGER
    ),
    OneOfTheCast(
        "ruth@northbridge.example", "Ruth", "Ruth Adeyemi", "revenues manager", "Northbridge Council, revenues", Role.DECISION_MAKER
    ),
    OneOfTheCast("tom@northbridge.example", "Tom", "Tom Bewick", "place lead", "Northbridge Council, customer services", Role.STEWARD),
    OneOfTheCast(
        "gail@northbridge.example",
        "Gail",
        "Gail Horrocks",
        "information lead",
        "Northbridge Council, customer services",
        Role.INFORMATION_LEAD,
    ),
]

REST_OF_THE_TEAM = [
    OneOfTheCast("bea@northbridge.example", "Bea", "Bea Lindqvist", "kitchen organiser", "Open Kitchen"),
    OneOfTheCast("callum@northbridge.example", "Callum", "Callum Reid", "benefits adviser", "Northbridge Council, revenues"),
    OneOfTheCast("noor@northbridge.example", "Noor", "Noor Haddad", "family worker", "Northbridge Council, customer services"),
    OneOfTheCast("joan@northbridge.example", "Joan", "Joan Petty", "allotment keeper", "Allotments on the Hill"),
]

TEAM = "Northbridge Hub"
MEMBERS = ["maya", "dev", "ines", "bea", "callum", "noor", "joan"]
NUMBERS = {"maya": "01632 960201", "dev": "01632 960202", "ines": "01632 960203", "owen": "01632 960301"}
OTHER_TEAM = "Southgate Hub"
OTHER_MEMBERS = ["owen"]

SAFETY_NUMBERS = [
    ("Children: the front desk for a child at risk", "01632 960110", "day and night"),
    ("Adults: the safeguarding duty desk", "01632 960120", "9 to 5; after that 01632 960110"),
    ("Domestic abuse: the Northbridge refuge line", "01632 960130", "day and night"),
    ("Mental health crisis line", "01632 960140", "day and night"),
]

AUTHORITIES = [
    ("Spend up to £150 at once on what makes the difference", 15_000, 90_000, 40_000, None),
    ("Hold council tax recovery for six weeks while we find out what lies behind it", None, None, None, "ruth"),
    ("Ask a landlord to accept a transfer while there are arrears", None, None, None, None),
]
