"""`{{ form.words.as_field_group }}` gives a field in GOV.UK's markup, with everything that is said about it tied to it."""

from django import forms
from django.template import engines

from alongside.foundation.components_page import DateParts
from alongside.foundation.templatetags.components import error_summary, first_box

EMPTY = {"required": "Write a line."}
PLACES = [("home", "Home"), ("hub", "Hub")]


class TalkForm(forms.Form):
    words = forms.CharField(
        label="What was said", help_text="In any order.", widget=forms.Textarea, error_messages={"required": "Write a line."}
    )
    place = forms.ChoiceField(
        label="Where", choices=[("home", "Home"), ("hub", "Hub")], widget=forms.RadioSelect(attrs={"data-chips": True})
    )
    reach = forms.ChoiceField(label="Reach", choices=[("ring", "Ring")], widget=forms.RadioSelect)
    born = forms.CharField(label="Born", widget=DateParts())
    heard = forms.BooleanField(label="Read back")
    sheet = forms.FileField(label="Sheet", widget=forms.FileInput(attrs={"data-limit-mb": 12}))


def test_label_hint_and_fault_are_tied_to_the_box() -> None:
    html = TalkForm({})["words"].as_field_group()
    assert '<label class="govuk-label" for="id_words">What was said</label>' in html
    assert '<div class="govuk-hint" id="id_words_helptext">In any order.</div>' in html
    assert '<div id="id_words_error"><p class="govuk-error-message">' in html
    assert 'aria-describedby="id_words_helptext id_words_error"' in html
    assert 'class="govuk-textarea govuk-textarea--error"' in html


def test_a_field_without_fault_says_nothing_of_one() -> None:
    html = TalkForm()["words"].as_field_group()
    assert "error" not in html
    assert "required" not in html


def test_chips_are_real_radios_with_real_labels() -> None:
    html = TalkForm({"place": "hub"})["place"].as_field_group()
    assert '<legend class="govuk-fieldset__legend">Where</legend>' in html
    assert '<input class="chip__input" type="radio" name="place" value="hub" id="id_place_1" checked>' in html
    assert '<label class="chip__label" for="id_place_1">Hub</label>' in html
    assert "data-chips" not in html


def test_radios_and_a_single_checkbox_have_govuk_classes() -> None:
    assert 'class="govuk-radios__input"' in TalkForm()["reach"].as_field_group()
    assert 'class="govuk-checkboxes__input"' in TalkForm()["heard"].as_field_group()


def test_a_file_knows_its_limit_and_where_to_say_so() -> None:
    html = TalkForm()["sheet"].as_field_group()
    assert 'data-limit-mb="12"' in html
    assert 'id="id_sheet_limit"' in html


def test_the_list_of_faults_links_each_to_its_first_box() -> None:
    html = engines["django"].from_string("{% error_summary form %}").render({"form": TalkForm({})})
    assert '<a href="#id_words">What was said: Write a line.</a>' in html
    assert 'href="#id_place_0"' in html
    assert 'href="#id_heard"' in html


def test_a_field_in_parts_is_entered_at_its_first_part() -> None:
    assert first_box(TalkForm()["born"]) == "id_born_0"
    assert first_box(TalkForm()["reach"]) == "id_reach_0"
    assert first_box(TalkForm()["words"]) == "id_words"


def test_a_form_without_faults_has_no_list() -> None:
    assert error_summary(TalkForm()) == {"general": [], "linked": []}


def test_what_was_typed_cannot_become_markup() -> None:
    html = TalkForm({"words": "</textarea><script>"})["words"].as_field_group()
    assert "<script>" not in html
