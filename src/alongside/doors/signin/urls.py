from django.urls import path

from alongside.doors.signin import devices, invited, passwords, views

app_name = "signin"
urlpatterns = [
    path("", views.home, name="home"),
    path("sign-in/", views.sign_in, name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("invited/<str:token>/", invited.invited, name="invited"),
    path("how-you-sign-in/password/", passwords.password, name="password"),
    path("device-key/", devices.device_key, name="device_key"),
    path("devices/", devices.devices, name="devices"),
    path("devices/<int:pk>/end/", devices.device_end, name="device_end"),
    path("example/<str:token>/", views.example_link, name="example_link"),
]
