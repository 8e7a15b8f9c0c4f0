from django.urls import path

from alongside.doors.shared import views
from alongside.doors.signin import converters  # noqa: F401 (registers ref)

app_name = "shared"
urlpatterns = [
    path("shared/", views.shared, name="shared"),
    path("shared/<ref:ref>/", views.shared_person, name="shared_person"),
]
