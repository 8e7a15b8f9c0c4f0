from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path

from alongside.foundation.components_page import components

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("alongside.doors.signin.urls")),
    path("", include("alongside.doors.signin.allauth_urls")),
    path("", include("alongside.doors.worker.urls")),
    path("", include("alongside.doors.shared.urls")),
    path("", include("alongside.doors.information.urls")),
    path("", include("alongside.doors.mine.urls")),
]
if settings.DEVELOPMENT:
    urlpatterns.append(path("components/", components, name="components"))

handler400 = "alongside.foundation.errors.bad_request"
handler404 = "alongside.foundation.errors.not_there"
handler500 = "alongside.foundation.errors.our_fault"
