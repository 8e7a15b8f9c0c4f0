from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from alongside.core.found_passage import words_sought
from alongside.doors.signin.request import SignedIn
from alongside.doors.worker.opening import for_workers
from alongside.doors.worker.paging import list_page
from alongside.doors.worker.passages_found import passage_rows
from alongside.doors.worker.searching import sealed, searches, sought_in
from alongside.rooms.finding.words.search import Found, find_words, note_passages

A_PAGE = 20


@require_http_methods(["GET", "POST"])
@for_workers
@searches("words")
def words(request: SignedIn) -> HttpResponse:
    """Words in what was said, what matters and what was agreed, with the passage. Each person whose passage is shown was opened."""
    sought = words_sought(sought_in(request, "words"))
    rows = find_words(words=sought, viewer=request.viewer) if sought else []
    page = list_page(rows, request.GET.get("page"), A_PAGE)
    found = [Found(*row) for row in page.rows]
    note_passages(found, viewer=request.viewer)
    typed = sought_in(request, "words")
    context = {"page": page, "rows": passage_rows(found, sought), "sought": typed, "again": sealed(typed, request.user)}
    return render(request, "worker/words.html", context)
