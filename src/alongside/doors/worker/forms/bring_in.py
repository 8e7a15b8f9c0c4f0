"""Choosing a spreadsheet, and saying where its columns go."""

from pathlib import PurePath
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.core.spreadsheet.cell import one_line
from alongside.core.spreadsheet.column_map import check_map, settle_places
from alongside.core.spreadsheet.fault import SpreadsheetError
from alongside.core.spreadsheet.heading import why_refused
from alongside.core.spreadsheet.places import LEAVE_BEHIND, PLACES
from alongside.core.spreadsheet.table import Table, read_table
from alongside.core.spreadsheet.written_date import DayOrder
from alongside.doors.worker.fields import chips
from alongside.rooms.accounts.viewer import Viewer
from alongside.rooms.teams.models import Team

LIMIT_MB = settings.LARGEST_UPLOAD // 1024 // 1024
LONGEST_NAME = 100


class FileForm(forms.Form):
    file = forms.FileField(
        label=_("The spreadsheet, as a CSV file"),
        help_text=_("In the spreadsheet program: Save as, then CSV. Up to %(limit)s MB.") % {"limit": LIMIT_MB},
        widget=forms.FileInput({"data-limit-mb": str(LIMIT_MB), "accept": ".csv,.tsv,.txt,text/csv"}),
        error_messages={"required": _("Choose the file."), "empty": _("The file is empty. Choose the file that holds the rows.")},
    )
    team = forms.ModelChoiceField(Team.objects.none(), label=_("The team they come to"), empty_label=None)

    only: Team | None = None  # there is nothing to choose

    def __init__(self, *args: Any, viewer: Viewer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        teams = Team.objects.visible_to(viewer).order_by("name")
        if len(teams) == 1:
            self.fields["team"] = forms.ModelChoiceField(teams, initial=teams[0], required=False, widget=forms.HiddenInput)
            self.only = teams[0]
        else:
            self.fields["team"].queryset = teams  # type: ignore[attr-defined]

    def clean_team(self) -> Team:
        team: Team = self.only or self.cleaned_data["team"]
        return team

    def clean_file(self) -> tuple[str, bytes]:
        """The file's name and its bytes, which can be read as a table."""
        sent: UploadedFile[bytes] = self.cleaned_data["file"]
        name, raw = one_line(PurePath(sent.name or "").name)[:LONGEST_NAME], sent.read()
        try:
            read_table(raw, name=name)
        except SpreadsheetError as refused:
            raise ValidationError([str(fault) for fault in refused.faults]) from refused
        return name, raw


class PlacesForm(forms.Form):
    """A place for each column that may have one, and the day order where the file leaves it open."""

    order = chips(_("How are days written in this file?"), [(DayOrder.DAY_FIRST, _("Day first")), (DayOrder.MONTH_FIRST, _("Month first"))])
    leave_out = forms.BooleanField(label=_("Leave out the rows with something wrong"), required=False)

    def __init__(self, *args: Any, table: Table, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.table = table
        self.stated: dict[str, str] = {}
        proposed = settle_places(table.header)
        places = [(LEAVE_BEHIND, gettext("leave behind")), *((place.key, gettext(place.words)) for place in PLACES)]
        self.names = {column: f"place_{at}" for at, column in enumerate(table.header) if why_refused(column) is None}
        for column, name in self.names.items():
            self.fields[name] = forms.ChoiceField(label=column, choices=places, initial=proposed[column], help_text=self._example(column))

    def _example(self, column: str) -> str:
        said = next((text for _line, text in self.table.column(column) if text.strip()), "")
        return gettext("For example: %(words)s") % {"words": one_line(said)[:60]} if said else gettext("Nothing in it.")

    @property
    def columns(self) -> list[dict[str, Any]]:
        """Each column of the file: with its field, or with why it has none."""
        return [
            {"name": column, "field": self[self.names[column]] if column in self.names else None, "refused": why_refused(column)}
            for column in self.table.header
        ]

    @property
    def day_order(self) -> DayOrder | None:
        """What somebody stated, or None."""
        stated = self.cleaned_data.get("order") if self.is_bound and self.is_valid() else ""
        return DayOrder(stated) if stated else None

    def clean(self) -> None:
        chosen = {column: self.cleaned_data[name] for column, name in self.names.items() if name in self.cleaned_data}
        try:
            self.stated = check_map(chosen, self.table.header, name=self.table.name)
        except SpreadsheetError as refused:
            for fault in refused.faults:
                self.add_error(self.names.get(fault.column), f"{fault.column}: {fault.wrong}; {fault.do}")
