"""Keys for the words that a browser keeps until they are saved, and the devices that have one."""

import base64
import json
import re
import secrets

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_GET, require_POST

from alongside.doors.signin.request import SignedIn
from alongside.rooms.accounts.acts import end_device_key, key_for_device
from alongside.rooms.accounts.models import Account, DeviceKey
from alongside.rooms.journal.acts import write_entry

DEVICE = f"{settings.COOKIE_PREFIX}device"  # a cookie that no script can read
DEVICE_NAME = re.compile(r"[A-Za-z0-9_-]{43}")
TWO_YEARS = 2 * 366 * 24 * 60 * 60  # seconds


def keeper(account: Account) -> str:
    """The name under which a browser keeps an account's words: it tells nobody whose they are."""
    return salted_hmac("alongside.device-key", str(account.pk), algorithm="sha256").hexdigest()[:22]


def device_of(request: HttpRequest) -> str:
    """The name of the device a request comes from, or nothing."""
    name = request.COOKIES.get(DEVICE, "")
    return name if DEVICE_NAME.fullmatch(name) else ""


def remember(request: HttpRequest, response: HttpResponse, account: Account) -> DeviceKey:
    """From now on this account is known on this device."""
    device = device_of(request) or secrets.token_urlsafe(32)
    response.set_cookie(DEVICE, device, max_age=TWO_YEARS, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE)
    return key_for_device(account=account, device=device)


@require_POST
@login_required
def device_key(request: SignedIn) -> HttpResponse:
    """This account's key on this device, as JSON: keeper, number (another number is another key), key (base64)."""
    answer = JsonResponse({})
    key = remember(request, answer, request.user)
    told = {"keeper": keeper(request.user), "number": key.pk, "key": base64.b64encode(bytes(key.key)).decode()}
    answer.content = json.dumps(told).encode()
    return answer


@require_GET
@login_required
def devices(request: SignedIn) -> HttpResponse:
    """The devices on which this account's unsaved words may lie."""
    keys = DeviceKey.objects.filter(account=request.user, ended_at=None)
    return render(request, "signin/devices.html", {"keys": keys, "this": request.COOKIES.get(DEVICE, "")})


@require_POST
@login_required
@transaction.atomic
def device_end(request: SignedIn, pk: int) -> HttpResponse:
    """Destroy the key of one device: one that was lost, or is not one's own."""
    end_device_key(key=get_object_or_404(DeviceKey, account=request.user, pk=pk, ended_at=None))
    write_entry(act="signin.device_key_ended", by=request.user, subject=request.user)
    return redirect("signin:devices")
