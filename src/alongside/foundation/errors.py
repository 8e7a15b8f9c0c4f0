"""Pages for what went wrong, written for the person who meets them. None of them needs the database."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_there(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/not_there.html", status=404)


def our_fault(request: HttpRequest) -> HttpResponse:
    return render(request, "errors/our_fault.html", status=500)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/bad_request.html", status=400)


def form_too_old(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "errors/form_too_old.html", status=403)
