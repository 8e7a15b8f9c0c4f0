from django.urls import path

from alongside.doors.signin import views

app_name = "signin"
urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("example/<str:token>/", views.example_link, name="example_link"),
]
