"""By law: two editors, drafts, a lost signal and saves in any order never lose a word.

Each editor has the page as they opened it, their draft, and saves that may not arrive, or arrive with their answer lost. At every
moment each word that was written is in the database, or in its writer's draft, or was given up by someone who chose the other's
words having both before them.
"""

import html
import json
import re
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from alongside.rooms.accounts.models import SavedForm
from alongside.rooms.journeys.models import Conversation
from alongside.rooms.people.models import Person
from tests.conftest import Cast

pytestmark = pytest.mark.slow  # many pages
FIELDS = ("reach", "safety_note")
BOTH = ("maya", "ines")
OPENED = re.compile(r'name="as_it_stood" value="([^"]+)"')


class Editor:
    """One worker at one form. draft: what stands in it, as the device keeps it; mine: the words that are theirs to lose."""

    def __init__(self, client: Client, ref: str) -> None:
        self.client, self.address, self.story = client, f"/people/{ref}/about/", f"/people/{ref}/conversations/new/"
        self.draft: dict[str, str] = {}
        self.mine: set[str] = set()
        self.talks: list[dict[str, str]] = []  # write-ups that the device keeps

    def open(self) -> None:
        """A page that is opened anew shows what stands, and the draft over it; without one it begins from what stands."""
        if not self.draft:
            self._begin(self.client.get(self.address).content.decode())

    def _begin(self, page: str) -> None:
        stood = html.unescape(OPENED.search(page)[1])  # type: ignore[index]
        said = json.loads(stood)
        self.draft = {name: value for name, value in said.items() if value not in ("", "False")}
        self.draft |= {"as_it_stood": stood, "draft": str(uuid4())}

    def save(self, keeps: str) -> dict[str, str]:
        """Send the form; where both changed the same, choose, having both versions before one. Returns what they had before them."""
        answer = self.client.post(self.address, self.draft)
        if answer.status_code == 422:
            page = answer.content.decode()
            asked = re.findall(r'name="asked" value="(\w+)"', page)
            assert asked, page
            assert all(html.escape(self.draft[name]) in page for name in asked), "mine is not on the page"
            stood = html.unescape(OPENED.search(page)[1])  # type: ignore[index]
            now = json.loads(stood)
            for name in FIELDS:
                if name not in asked and self.draft.get(name, "") not in self.mine:
                    self.draft[name] = now[name]
            self.draft |= {"as_it_stood": stood, "asked": asked, **{f"keep_{name}": keeps for name in asked}}  # type: ignore[dict-item]
            if keeps == "theirs":
                self.mine -= {self.draft[name] for name in asked}
            answer = self.client.post(self.address, self.draft)
        assert answer.status_code == 302
        seen: dict[str, str] = json.loads(self.draft["as_it_stood"])
        self.draft = {}
        return seen


def machine(cast: Cast, clients: dict[str, Client]) -> type[RuleBasedStateMachine]:  # noqa: C901 (rules of one machine share its state)
    class Words(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            Person.objects.filter(pk=cast.sam.pk).update(reach="", safety_note="")
            Conversation.objects.all().delete()
            SavedForm.objects.all().delete()
            self.editors = {who: Editor(clients[who], cast.sam.ref) for who in BOTH}
            self.number = 0
            self.said: set[str] = set()

        def word(self) -> str:
            self.number += 1
            return f"word-{self.number}"

        @rule(who=st.sampled_from(BOTH), field=st.sampled_from(FIELDS))
        def write(self, who: str, field: str) -> None:
            editor, word = self.editors[who], self.word()
            editor.open()
            editor.mine.discard(editor.draft.get(field, ""))  # they replace their own word
            editor.draft[field] = word
            editor.mine.add(word)

        @precondition(lambda self: any(one.draft for one in self.editors.values()))
        @rule(who=st.sampled_from(BOTH), keeps=st.sampled_from(["theirs", "mine"]), arrives=st.sampled_from(["yes", "no", "no answer"]))
        def save(self, who: str, keeps: str, arrives: str) -> None:
            editor = self.editors[who]
            if not editor.draft or arrives == "no":
                return
            draft = dict(editor.draft)
            before = dict.fromkeys(FIELDS) | {name: getattr(Person.objects.get(pk=cast.sam.pk), name) for name in FIELDS}
            seen = editor.save(keeps)
            after = Person.objects.get(pk=cast.sam.pk)
            for name in FIELDS:
                if before[name] != getattr(after, name) and seen[name] == before[name]:  # knowingly replaced
                    for other in self.editors.values():
                        other.mine.discard(str(before[name]))
            if arrives == "no answer":
                editor.draft = {name: value for name, value in draft.items() if name != "asked"}  # the device keeps it, and sends it again

        @rule(who=st.sampled_from(BOTH))
        def write_up(self, who: str) -> None:
            word = self.word()
            self.editors[who].talks.append({"words": word, "when": "today", "client_key": str(uuid4())})
            self.said.add(word)

        @precondition(lambda self: any(one.talks for one in self.editors.values()))
        @rule(who=st.sampled_from(BOTH), arrives=st.sampled_from(["yes", "no", "no answer"]))
        def save_talk(self, who: str, arrives: str) -> None:
            editor = self.editors[who]
            if editor.talks and arrives != "no":
                assert editor.client.post(editor.story, editor.talks[0]).status_code == 302
                if arrives == "yes":
                    editor.talks.pop(0)

        @invariant()
        def no_word_is_lost(self) -> None:
            person = Person.objects.get(pk=cast.sam.pk)
            stands = {getattr(person, name) for name in FIELDS}
            for editor in self.editors.values():
                lost = editor.mine - stands - set(map(str, editor.draft.values()))
                assert not lost, f"{lost} is nowhere"

        @invariant()
        def every_conversation_is_kept_once_or_on_its_device(self) -> None:
            kept = list(Conversation.objects.values_list("words", flat=True))
            assert len(kept) == len(set(kept))
            assert self.said == set(kept) | {talk["words"] for editor in self.editors.values() for talk in editor.talks}

    return Words


def test_no_order_of_events_loses_a_word(cast: Cast, as_: Any) -> None:
    clients = {who: as_(who) for who in BOTH}
    run_state_machine_as_test(  # type: ignore[no-untyped-call]
        machine(cast, clients),
        settings=settings(
            max_examples=12,
            stateful_step_count=20,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=[Phase.reuse, Phase.generate],
        ),
    )
