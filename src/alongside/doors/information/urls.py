from django.urls import path

from alongside.doors.information import views

app_name = "information"
urlpatterns = [
    path("information/searches/", views.searches, name="searches"),
]
