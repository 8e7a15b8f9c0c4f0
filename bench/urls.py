from django.urls import include, path

from bench import floors

urlpatterns = [
    path("", include("alongside.foundation.urls")),
    path("bench/empty/", floors.empty),
    path("bench/exact/<str:called>/", floors.exact),
    path("bench/rows/<int:journey>/", floors.rows),
    path("bench/insert/<int:journey>/", floors.insert),
]
