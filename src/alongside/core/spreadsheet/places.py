"""The places the product holds for what a spreadsheet says of a person. There is none for ratings, statuses and scores."""

from dataclasses import dataclass

LEAVE_BEHIND = "leave behind"
A_FEW_WORDS = 20_000  # characters; no shorter limit than any cell's


@dataclass(frozen=True)
class Place:
    """Where the words of a column may go.

    key: its name in a map file. words: its name on a page. called_by: what teams call such a column, between commas.
    most: characters. lines: it keeps line breaks.
    """

    key: str
    words: str
    called_by: str
    most: int = A_FEW_WORDS
    lines: bool = False

    @property
    def headings(self) -> list[str]:
        return [heading.strip() for heading in self.called_by.split(",")]


PLACES = (
    Place(
        "called",
        "What they are called",
        "called, known as, known by, preferred name, preferred first name, likes to be called, name used, goes by, nickname,"
        "what they are called, first name, forename, given name",
        most=80,
    ),
    Place("full_name", "Full name", "full name, name, person, person name, client name, customer name, resident name", most=200),
    Place("born", "Born", "born, date of birth, dob, birth date, birthday, year of birth, birth year, yob"),
    Place(
        "phone",
        "Phone",
        "phone, phone number, phone no, telephone, telephone number, telephone no, tel, tel no, mobile, mobile number, mobile no,"
        "mobile phone, mob, home phone, contact number, contact no",
        most=60,
    ),
    Place("email", "E-mail", "email, email address, personal email, home email, their email", most=254),
    Place(
        "address", "Address", "address, home address, current address, full address, postal address, where they live", most=500, lines=True
    ),
    Place("postcode", "Postcode", "postcode, post code, postal code, home postcode", most=20),
    Place(
        "reach",
        "How to reach them",
        "reach, how to reach, how to reach them, how to reach me, best way to reach them, best way to contact, how to contact,"
        "preferred contact, preferred contact method, contact preference, best time to call",
        lines=True,
    ),
    Place(
        "language",
        "Language",
        "language, first language, preferred language, main language, home language, language spoken, language and interpreter",
        most=80,
    ),
    Place("access_needs", "Access needs", "access needs, accessibility, accessibility needs, access requirement", lines=True),
    Place(
        "matters",
        "What matters to them",
        "matters, what matters, what matters to them, what matters to me, what matters to you, what matters most, important to them,"
        "what is important to them, what's important to them",
        lines=True,
    ),
    Place("met", "How we met", "met, how we met, how did we meet, how they came to us, how they found us, where we met", lines=True),
    Place(
        "since",
        "Alongside since",
        "since, alongside since, walking since, walking with since, working with since, with us since, start date, started, started on,"
        "date started, first met, date we met, date first met",
    ),
    Place(
        "lead_email",
        "Lead's e-mail",
        "lead email, lead's email, lead email address, lead worker email, worker email, worker's email, worker email address,"
        "key worker email, keyworker email, staff email",
        most=254,
    ),
    Place(
        "reference",
        "Our reference",
        "reference, our reference, ref, our ref, reference number, reference no, ref no, team reference, local reference, id, person id,"
        "client id, case reference, case ref",
        most=60,
    ),
)
BY_KEY = {place.key: place for place in PLACES}
DATE_PLACES = ("born", "since")
