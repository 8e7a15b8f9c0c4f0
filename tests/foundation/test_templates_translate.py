"""Every word a template shows can be said in another language, and no template carries a style or script of its own."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
TEMPLATES = sorted(SOURCE.glob("**/templates/**/*.html"))
WORDMARK = "alongside"
SPOKEN = {"alt", "aria-label", "aria-description", "aria-roledescription", "placeholder", "title", "data-message", "label"}
NOT_SHOWN = [
    re.compile(r"{%\s*comment.*?endcomment\s*%}", re.DOTALL),
    re.compile(r"{#.*?#}"),
    re.compile(r"{%\s*blocktrans(?:late)?\b.*?endblocktrans(?:late)?\s*%}", re.DOTALL),
    re.compile(r"{%\s*block \w+_class\s*%}.*?{%\s*endblock.*?%}"),  # lands inside a class attribute
    re.compile(r"{%.*?%}|{{.*?}}", re.DOTALL),
]
ATTRIBUTES_ALONE = re.compile(r"""(?:\s*[\w:-]+="[^"]*")+\s*""")


def left_over(template: str) -> str:
    """The template without Django's tags: what remains is said in one language only."""
    for pattern in NOT_SHOWN:
        template = pattern.sub("", template)
    return f"<g {template}>" if ATTRIBUTES_ALONE.fullmatch(template) else template


class Reader(HTMLParser):
    """Collects text and spoken attributes that hold a letter, and whatever strict content security would refuse."""

    def __init__(self, template: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self.inline: list[str] = []
        self.feed(left_over(template))
        self.close()

    def keep(self, text: str | None) -> None:
        shown = (text or "").strip()
        if shown != WORDMARK and any(letter.isalpha() for letter in shown):
            self.words.append(shown)

    def handle_data(self, data: str) -> None:
        self.keep(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        for name in SPOKEN & given.keys():
            self.keep(given[name])
        self.inline += [f"<{tag} {name}>" for name in given if name == "style" or name.startswith("on")]
        if tag == "style" or (tag == "script" and "src" not in given):
            self.inline.append(f"<{tag}>")


A_FILE_OF_ITS_OWN = "pack.html"  # it is given away and opened without us: its style goes with it


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_word_in_a_template_can_be_translated(path: Path) -> None:
    text = path.read_text()
    assert Reader(re.sub(r"<style>.*?</style>", "", text, flags=re.DOTALL) if path.name == A_FILE_OF_ITS_OWN else text).words == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_template_carries_its_own_style_or_script(path: Path) -> None:
    assert Reader(path.read_text()).inline == (["<style>"] if path.name == A_FILE_OF_ITS_OWN else [])


@pytest.mark.parametrize(
    "template",
    [
        "<p>Hello</p>",
        "<p>{{ name }} leads</p>",
        '<a aria-label="Close" href="#"></a>',
        "{% if a %}Yes{% endif %}",
        '<p>{% translate "Yes" %}, or no</p>',
        "{% block main %}Hello{% endblock %}",
        'aria-label="Close"',
    ],
)
def test_a_word_outside_translation_is_found(template: str) -> None:
    assert Reader(template).words


@pytest.mark.parametrize(
    "template",
    [
        '<p title="{% translate "He said > she" %}">{% translate "Hello" %} &middot; 12</p>',
        "{# Needs: person. #}{% comment %}not shown{% endcomment %}",
        "<p>{% blocktranslate with name=person.name %}{{ name }} <b>leads</b>{% endblocktranslate %}</p>",
        "<a>alongside</a>",
        "{% block page_class %}page--form{% endblock %}",
        'fill="{{ colour }}"{% if dashed %} stroke-dasharray="6 4"{% endif %} class="tie"',
    ],
)
def test_what_is_translated_or_never_shown_is_let_through(template: str) -> None:
    assert Reader(template).words == []
