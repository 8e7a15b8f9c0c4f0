import re
from datetime import date
from pathlib import Path
from types import SimpleNamespace as Row
from xml.etree import ElementTree

import django
import pytest
from django.conf import settings
from django.template import Context, Engine

import alongside.foundation

TAGS = "alongside.foundation.templatetags.maps"
CSS = {"map__me", "map__me-name", "leads", "leads--back", "checkins"}
CSS |= {f"tie{part}" for part in ("", "__name", "--strong", "--ordinary", "--strained", "--broken", "--wished")}
CSS |= {f"cause{part}" for part in ("", "--eased", "--circle", "--met", "--theirs", "--together", "--ours")}

TIES = [
    Row(pk=1, name="Jade", relation="daughter, 9", strength="strong", flow="both"),
    Row(pk=2, name="Lee <3", relation="", strength="strained", flow="to_them"),
    {"pk": 3, "name": "Work mates", "relation": "", "strength": "wished", "flow": "none"},
    Row(pk=4, name="Brother", relation="", strength="broken", flow="from_them"),
]
CAUSES = [
    Row(pk=1, what="Frightened of the post", seen_by="together", eased_on=None, is_how_we_met=False),
    Row(pk=2, what="Letters not opened", seen_by="theirs", eased_on=None, is_how_we_met=False),
    Row(pk=3, what="Council tax not paid", seen_by="theirs", eased_on=None, is_how_we_met=True),
    Row(pk=4, what="Enforcement agents came", seen_by="theirs", eased_on=None, is_how_we_met=False),
    Row(pk=5, what="Fewer shifts", seen_by="ours", eased_on=date(2026, 7, 1), is_how_we_met=False),
]
LEADS = [Row(cause_id=one, effect_id=other) for one, other in [(1, 2), (2, 3), (3, 4), (4, 1), (5, 3)]]
CIRCLE = (
    "Frightened of the post leads to Letters not opened, which leads to Council tax not paid, "
    "which leads to Enforcement agents came, which leads back to Frightened of the post."
)
CHECKINS = [
    Row(on=date(2026, 3, 3), score=2, expects_more=False),
    Row(on=date(2026, 5, 1), score=None, expects_more=False),
    Row(on=date(2026, 7, 9), score=4, expects_more=True),
]


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The tags alone; where the project's settings are not there, the least that Django needs."""
    if not settings.configured:
        settings.configure(USE_I18N=False)
        django.setup()
    templates = Path(alongside.foundation.__file__).parent / "templates"
    builtins = ["django.templatetags.i18n", TAGS]
    return Engine(dirs=[str(templates)], libraries={"l10n": "django.templatetags.l10n"}, builtins=builtins)


def page(engine: Engine, source: str, **context: object) -> ElementTree.Element:
    """The page as a tree: what does not parse as XML fails here."""
    drawn = engine.from_string(f"<main>{source}</main>").render(Context(context))
    return ElementTree.fromstring(drawn)


def words(tree: ElementTree.Element) -> str:
    return " ".join(" ".join(tree.itertext()).split())


def described(tree: ElementTree.Element) -> str:
    """What a screen reader says of the picture."""
    (svg,) = tree.iter("svg")
    assert svg.get("role") == "img"
    named = {element.get("id"): words(element) for element in tree.iter() if element.get("id")}
    return " / ".join(named[part] for part in svg.attrib["aria-labelledby"].split())


def test_the_ecomap_says_who_and_how_strong_and_which_way_help_goes(engine: Engine):
    tree = page(engine, "{% ecomap name ties %}", name="Sam", ties=TIES)
    assert described(tree) == "People in Sam's life / 4 ties drawn around Sam: 1 strong, 1 strained, 1 broken, 1 wished for."
    assert [words(item) for item in tree.iter("li")] == [
        "Jade, daughter, 9, strong, help goes both ways",
        "Lee <3, strained, help goes to them",
        "Work mates, wished for",
        "Brother, broken, help comes from them",
    ]
    assert "Thick line: strong. Dotted: strained. Dashed: broken. Thin pale dashes: wished for. Arrows: which way help goes." in words(tree)


def test_strengths_differ_in_more_than_colour_and_arrows_stand_at_the_right_end(engine: Engine):
    ties = [*TIES, Row(pk=5, name="Mum", relation="", strength="ordinary", flow="none")]
    lines = list(page(engine, "{% ecomap 'Sam' ties map_id='m' %}", ties=ties).iter("line"))
    assert len({(line.get("stroke-width"), line.get("stroke-dasharray") is None) for line in lines}) == 5
    ends = [(line.get("marker-start"), line.get("marker-end")) for line in lines[:4]]
    assert ends == [("url(#m-way)", "url(#m-way)"), (None, "url(#m-way)"), (None, None), ("url(#m-way)", None)]


def test_a_long_name_is_whole_for_who_asks_for_it(engine: Engine):
    name = "Jean from the allotments who minds the children on Thursdays and some Fridays"
    tree = page(engine, "{% ecomap 'Sam' ties as_list=False %}", ties=[{**TIES[2], "name": name}])
    assert [words(title) for title in tree.iter("title")][1] == f"{name}, wished for"
    assert list(tree.iter("details")) == []


def test_nobody_yet_is_said_in_words(engine: Engine):
    tree = page(engine, "{% ecomap 'Sam' ties %}", ties=[])
    assert words(tree).endswith("Nobody is drawn around Sam yet.")


def test_the_cause_map_tells_the_circle(engine: Engine):
    tree = page(engine, "{% cause_map causes leads %}", causes=CAUSES, leads=LEADS)
    assert described(tree) == f"What lies behind it / 5 things, each drawn above what it leads to. A circle: {CIRCLE}"
    assert CIRCLE in [words(line) for line in tree.iter("p")]
    _, _, tax, _, shifts = (group.get("class") for group in tree.iter("g"))
    assert (tax, shifts) == ("cause cause--theirs cause--circle cause--met", "cause cause--ours cause--eased")
    assert [path.get("class") for path in tree.iter("path") if path.get("class")] == ["leads"] * 3 + ["leads leads--back", "leads"]
    listed = [words(item) for item in tree.iter("li")]
    assert "Council tax not paid (their view, how we met) leads to: Enforcement agents came" in listed
    assert "Fewer shifts (our view, eased) leads to: Council tax not paid" in listed


def test_circles_in_words_for_another_page(engine: Engine):
    tree = page(engine, "{% circles_in_words causes leads as told %}{% for one in told %}{{ one }}{% endfor %}", causes=CAUSES, leads=LEADS)
    assert words(tree) == CIRCLE


def test_many_circles_are_counted_and_told_in_the_list_alone(engine: Engine):
    pairs = [(1, other) for other in (2, 3, 4, 5)]
    leads = [Row(cause_id=one, effect_id=other) for pair in pairs for one, other in (pair, pair[::-1])]
    tree = page(engine, "{% cause_map causes leads %}", causes=CAUSES, leads=leads)
    assert described(tree).endswith("There are 4 circles among them.")
    assert len([line for details in tree.iter("details") for line in details.iter("p")]) == 4


def test_nothing_behind_it_yet_is_said_in_words(engine: Engine):
    assert words(page(engine, "{% cause_map causes leads %}", causes=[], leads=[])) == "Nothing is drawn yet."


def test_the_line_of_check_ins_says_first_and_last_and_what_they_mean(engine: Engine):
    tree = page(engine, "{% checkin_line checkins %}", checkins=CHECKINS)
    said = described(tree)
    assert said.startswith("How in control, from 0 to 10 / 2 of 10 on 3 March, 4 on 9 July. Once without a number")
    assert said.endswith("“I expect more now”, so a lower number may not mean less.")
    assert [words(item) for item in tree.iter("li")] == [
        "3 March 2026: 2",
        "1 May 2026: no number",
        "9 July 2026: 4, “I expect more now”",
    ]


@pytest.mark.parametrize(
    ("checkins", "said"),
    [([], "Not asked yet."), (CHECKINS[:1], "2 of 10 on 3 March."), (CHECKINS[1:2], "Asked once, without a number.")],
    ids=["none", "one", "one without a number"],
)
def test_few_check_ins_are_said_in_words(engine: Engine, checkins: list[Row], said: str):
    tree = page(engine, "{% checkin_line checkins as_list=False %}", checkins=checkins)
    assert words(list(tree.iter("p"))[-1]) == said


ALL = "{% ecomap 'Sam' ties %}{% cause_map causes leads %}{% checkin_line checkins %}"


def test_three_maps_on_a_page_share_no_id_and_need_no_style_sheet(engine: Engine):
    tree = page(engine, ALL, ties=TIES, causes=CAUSES, leads=LEADS, checkins=CHECKINS)
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert not any("style" in element.attrib for element in tree.iter())
    used = {name for element in tree.iter() for name in element.get("class", "").split()}
    assert used <= CSS
    lines = [element for element in tree.iter() if element.tag in {"line", "polyline", "rect"} or element.get("class") == "leads"]
    assert all(element.get("stroke") and element.get("stroke-width") for element in lines)
    pointed = {target for element in tree.iter() for value in element.attrib.values() for target in re.findall(r"url\(#([\w-]+)\)", value)}
    assert pointed <= set(ids)
