from django.urls import include, path

from bench import floors

urlpatterns = [
    path("", include("alongside.foundation.urls")),
    path("bench/empty/", floors.empty),
    path("bench/rows/<int:journey>/", floors.rows),
    path("bench/insert/<int:journey>/", floors.insert),
]
