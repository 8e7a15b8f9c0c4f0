"""Sam, who cannot pay council tax, and why: the story told in full. Invented.

Days count back from the last day of the story; `back` is how many.
"""

from typing import NamedTuple

MET_WORDS = "I’ve had a letter about bailiffs. I can’t pay it."
MET_WHERE = "said at the council desk"
MET = 266
BACKGROUND = [
    ("1988", "Born in Northbridge"),
    ("2004-07", "Left school, started at the depot"),
    ("2014", "Jade was born"),
    ("2017-05", "Kyle was born"),
    ("2023", "Lee moved out"),
    ("2024-11-04", "Moved to Mill Lane with the children"),
    ("2025", "Dad died; Sam’s mum stopped coming round"),
]
BEFORE_US = [  # days back, which service, what came of it
    (437, "Council tax", "A reminder, then a final notice. Not opened"),
    (392, "School", "A letter about three missed days"),
    (341, "Magistrates’ court", "Liability order; costs added"),
    (312, "Surgery", "Asked for something to sleep. Six minutes"),
    (271, "Enforcement agents", "Two visits in a week; £310 added"),
]
TIES = [
    ("Jade, 9", "daughter", "strong", "both"),
    ("Kyle, 6", "son", "strong", "both"),
    ("Mum", "mother", "ordinary", "from_them"),
    ("Lee", "the children’s other parent", "strained", "to_them"),
    ("Jean", "allotment", "ordinary", "both"),
    ("Brother", "not spoken since the funeral", "broken", "none"),
    ("Foreman", "the depot", "strained", "to_them"),
    ("Work mates", "the depot", "wished", "none"),
]
MATTERS = [  # (words, how long back it was said, how long back it was read back or None)
    ("Proper hours again. I liked that job.", 190, 188),
    ("To open a letter and it not ruin the week.", 231, 224),
    ("I want my two to sleep through without being scared of next door.", 254, 247),
]
CAUSES = {  # key: (words, whose view)
    "shout": ("Neighbours shout at the children", "theirs"),
    "nan": ("Nan won’t mind them there any more", "theirs"),
    "shifts": ("Fewer shifts, less pay", "together"),
    "fright": ("Frightened of the post", "theirs"),
    "unopened": ("Letters not opened", "together"),
    "unpaid": ("Council tax not paid", "theirs"),
    "agents": ("Enforcement agents at the door, fees on top", "together"),
}
LEADS = [
    ("shout", "nan"), ("nan", "shifts"), ("shifts", "unpaid"), ("fright", "unopened"), ("unopened", "unpaid"),
    ("unpaid", "agents"), ("agents", "fright"),
]  # fmt: skip


class Talk(NamedTuple):
    back: int
    by: str
    where: str
    minutes: int | None
    who: str
    words: str


TALKS = [
    Talk(266, "maya", "Hub", 25, "", "“I’ve had a letter about bailiffs. I can’t pay it.”\nSam had it folded in a pocket, not opened. Asked whether we could sit down. Left the file at the desk and made tea. Did not ask for income and outgoings."),
    Talk(261, "maya", "At home", 60, "Jade", "Mill Lane. A carrier bag of letters under the sink. Jade let me in. Sam works at the depot, used to do forty hours, now eighteen.\n“I don’t open them. I know what’s in them.”"),
    Talk(254, "maya", "At home", 45, "Jade and Kyle", "They all sleep in one room since the banging began.\n“I want my two to sleep through without being scared of next door.”\nHis mum used to have the children before school. She was shouted at on the step in the autumn and will not come."),
    Talk(247, "maya", "Out and about", 30, "", "Walked to school with Sam and back. Read what he said about sleeping back to him: yes, that is it. The early shift starts at six; with nobody for the children he had to give it up. So: less pay. So: this."),
    Talk(240, "dev", "Phone", 15, "", "Maya asked me in about the tenancy; Sam said yes. There are three complaints about next door on our own system, each closed after a letter. I will go round myself."),
    Talk(231, "maya", "At home", 50, "", "Opened the bag together. Forty-one letters, eleven of them from us. We made three piles. Most need nothing. Two fees were added because no answer came.\n“To open a letter and it not ruin the week.”"),
    Talk(224, "maya", "Phone", 15, "", "Callum rang revenues from my desk: recovery is held for six weeks while we find out. Sam laughed, first time."),
    Talk(212, "dev", "At home", 40, "", "Sat with Sam at nine in the evening and heard it through the wall. It is not a matter of a letter. Neighbour is not well; Ines knows the family. That is a different visit, and not Sam’s to carry."),
    Talk(205, "ines", "Out and about", 30, "", "Met Sam’s mum at the clinic café with Sam. She would have the children again anywhere but Mill Lane."),
    Talk(190, "maya", "Out and about", 35, "", "At the allotments; Jean showed Kyle the beans.\n“Proper hours again. I liked that job.”"),
    Talk(176, "maya", "At home", 20, "", "Friday post with Jean. Three letters, one of them the new bill. He put it on the table and went on talking. Jean comes Fridays now, her idea."),
    Talk(158, "dev", "Phone", 20, "", "The landlord will take a transfer while there are arrears, if the plan holds for two months. Our policy said no; nobody could say which law. There is none."),
    Talk(139, "maya", "At home", 40, "Jade", "Sam rang them himself.\n“I rang them myself. They knew who I was for once.”\nViewing on Heron Street on Monday; his mum goes with him."),
    Talk(120, "maya", "Out and about", 25, "Sam’s mum", "Saw the flat with them. Two bedrooms, quiet, ten minutes from his mum. Kyle chose the bed by the window."),
    Talk(98, "maya", "At home", 30, "Jade and Kyle", "Moved. Joan brought a table. They slept through, the first night, both.\nHe says four out of ten now: “I expect more now.”"),
    Talk(77, "maya", "Phone", 10, "", "Early shifts again from Monday: he asked the foreman himself. His mum has the children from half past five."),
    Talk(54, "maya", "Hub", 20, "", "Sam came in with the bill, opened, and the amount he can pay. He had worked it out with Jean. £24 a week from the first full pay."),
    Talk(33, "maya", "Phone", 10, "", "Fees were taken off: they should not have been added while we were finding out. The rest he pays by standing order. He asked how Maya was."),
    Talk(12, "maya", "At home", 25, "Jade", "The last of it went out on Friday. No letter under the sink; there is no bag. He told his brother he has moved.\n“I’m not frightened of the post. I’m a bit frightened of Jade’s maths.”"),
    Talk(4, "maya", "At home", 20, "", "Asked whether a light touch would do. He thinks so, after Christmas. He will ring if the post comes back."),
]  # fmt: skip


class Agreed(NamedTuple):
    what: str
    toward: int  # which of MATTERS
    led_by: str
    leader: str
    back: int
    standing: str
    due_back: int | None
    done_back: int | None = None
    then: tuple[str, str, int] | None = None  # handed over to whom, and when
    outcome: str = ""


AGREED = [
    Agreed("Open the bag of letters together", 1, "team", "maya", 247, "agreed", 231, 231, None, "Forty-one letters, three piles, an hour."),
    Agreed("Hold recovery while we find out what lies behind it", 1, "team", "callum", 240, "agreed", 224, 224, None, "Held for six weeks, and again."),
    Agreed("Open the post together on Fridays", 1, "team", "maya", 224, "doing", None, None, ("community", "Jean, allotment", 176)),
    Agreed("Ask the landlord for a transfer while there are arrears", 2, "service", "Dev, Heron Homes", 212, "doing", 150, 139, ("person", "", 150), "He rang them himself."),
    Agreed("View the flat on Heron Street", 2, "person", "", 139, "agreed", 120, 120, None, "Taken."),
    Agreed("Have the children before the early shift", 0, "circle", "Mum", 120, "doing", None, None),
    Agreed("Ask the depot about early shifts", 0, "person", "", 98, "agreed", 80, 77, None, "From Monday."),
    Agreed("Pay £24 a week by standing order", 1, "person", "", 54, "agreed", 12, 12, None, "The last of it went out on a Friday. The debt is paid."),
    Agreed("Take the spare room table back to Joan", 2, "person", "", 33, "agreed", -5, None),
    Agreed("Write to his brother", 0, "person", "", 12, "idea", None, None),
    Agreed("Coach on Saturdays: the under-tens need someone", 0, "person", "", 12, "idea", None, None),
]  # fmt: skip
CHECK_INS = [
    (254, 2, "", "Like it’s all happening to someone else.", False),
    (205, 3, "rain", "", False),
    (150, 5, "", "I can see over it.", False),
    (98, 4, "", "It’s good. It’s just I can see what it could be.", True),
    (54, 6, "brighter", "", False),
    (12, 7, "", "Mine again. Mostly.", False),
]
EASED = [("shout", 98), ("nan", 77), ("shifts", 77), ("fright", 12), ("unopened", 54), ("unpaid", 12), ("agents", 33)]
