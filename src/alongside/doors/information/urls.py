from django.urls import path

from alongside.doors.information import accounts, views

app_name = "information"
urlpatterns = [
    path("information/searches/", views.searches, name="searches"),
    path("information/accounts/", accounts.accounts, name="accounts"),
    path("information/accounts/new/", accounts.account_new, name="account_new"),
    path("information/accounts/<int:pk>/invite/", accounts.account_invite, name="account_invite"),
]
