"""The other thirty-nine people of the example: what they say and what lies behind it, drawn by a seeded generator. All invented."""

from typing import NamedTuple


class Thread(NamedTuple):
    """One way in which a life is in a tangle: what was said first, what lies behind it, what matters, what helped."""

    met: str
    where: str
    causes: tuple[str, ...]  # each leads to the next; the last is what we met about
    circle: bool  # whether the last leads back to the first
    matters: tuple[str, ...]
    agreed: tuple[str, ...]
    words: tuple[str, ...]


NAMES = (
    "Abena", "Alf", "Amira", "Anwen", "Barry", "Beata", "Carys", "Cheng", "Colleen", "Daryl", "Denise", "Duc", "Edith", "Efosa", "Farah", "Gethin",
    "Gloria", "Hamid", "Hilde", "Imran", "Jadwiga", "Ken", "Lorraine", "Mohan", "Nuala", "Olek", "Pearl", "Quentin", "Rhys", "Rosa", "Selma",
    "Tariq", "Ulla", "Vera", "Wendell", "Xenia", "Yusuf", "Zofia", "Maximiliana-Theodora Featherstonehaugh-Wolstenholme",
)  # fmt: skip

THREADS = (
    Thread(
        "They’ve stopped my money and nobody will say why.", "rang about a payment",
        ("A form that could not be read", "No answer to two letters", "Money stopped"), False,
        ("To know what is coming in, every week.", "Not to borrow from my sister again."),
        ("Ring together, on loudspeaker", "Ask for letters in large print", "Cook on Thursdays at Open Kitchen"),
        ("We rang together and waited forty minutes. It was a missing signature.", "“They spoke to me like I was there.”", "Large print is on the account now. First letter read without help."),
    ),
    Thread(
        "The flat’s full and they say I’ll lose it.", "housing visit",
        ("Alone since the funeral", "Nothing is thrown away", "No room to sit", "Nobody visits"), True,
        ("Somewhere for my granddaughter to sit.", "To choose myself what goes."),
        ("Clear one chair, together", "One bag a week to the hall", "Granddaughter comes on Sundays"),
        ("One chair. It took two hours and a lot of stories.", "“I’d forgotten the colour of the carpet.”", "Three bags to the hall, carried by himself."),
    ),
    Thread(
        "He’s not going to school and they’re fining me.", "school gate",
        ("Up three times a night with the baby", "Asleep at eight", "Late, then not at all", "Fined"), False,
        ("Him back with his friends.", "One night’s sleep."),
        ("A neighbour walks him Mondays and Wednesdays", "Ask the school to stop the letters for a month", "Drop-in for the baby"),
        ("Met at the gate, then walked. It is the mornings, all of it.", "The school will hold the letters. Nobody had asked.", "“He ran in.”"),
    ),
    Thread(
        "I keep ringing about the damp.", "rang about a repair",
        ("Heating off to save", "Damp in the bedroom", "Chest bad", "Off work", "Less money"), True,
        ("To breathe at night.", "To be back with the lads."),
        ("Read the meter together", "Ask for the extractor to be mended", "Walk with the Tuesday group"),
        ("Eleven calls in two months, each closed. The fan has never turned.", "Fan mended in an hour by someone who came with us.", "“Slept right through, first time since March.”"),
    ),
    Thread(
        "I just want someone to talk to that isn’t a form.", "food bank",
        ("Moved for work that ended", "Knows nobody here", "Days all the same"), False,
        ("A reason to get up.", "My own front door painted."),
        ("Paint the door", "Sort tins on Fridays", "Ring my brother"),
        ("Sorted tins for an hour and hardly talked, which was right.", "Painted the door green. Two neighbours stopped.", "“Friday’s full now, you’ll have to come Thursday.”"),
    ),
)  # fmt: skip

ROUND_THEM = (
    ("Sister", "family"), ("Mum", "family"), ("Next door", "neighbour"), ("Granddaughter", "family"), ("Ex", "was together"), ("The lads", "work"),
    ("Pastor", "chapel"), ("Pat from Open Kitchen", "friend"), ("Son", "away"), ("GP", "surgery"),
)  # fmt: skip
EVENTS = ("Moved to Northbridge", "Lost the job at the mill", "First child born", "Mum died", "Married", "Out of hospital", "Left school")
REACH = (
    "Ring in the morning. No letters.",
    "Text, then come round. The bell does not work.",
    "Letters are fine.",
    "Ring her sister first.",
    "Only at the kitchen on Thursdays.",
    "",
)
