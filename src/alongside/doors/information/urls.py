from django.urls import path

from alongside.doors.information import access_requests, accounts, answering, looking, persons, processing, views, waiting
from alongside.doors.signin import converters  # noqa: F401 (registers ref)

app_name = "information"
urlpatterns = [
    path("information/", waiting.waiting, name="waiting"),
    path("information/searches/", views.searches, name="searches"),
    path("information/accounts/", accounts.accounts, name="accounts"),
    path("information/accounts/new/", accounts.account_new, name="account_new"),
    path("information/accounts/<int:pk>/invite/", accounts.account_invite, name="account_invite"),
    path("information/people/", looking.people, name="people"),
    path("information/people/<ref:ref>/", persons.person, name="person"),
    path("information/people/<ref:ref>/do/", persons.person_do, name="person_do"),
    path("information/holds/<int:pk>/end/", persons.hold_end, name="hold_end"),
    path("information/opened-by/", looking.account, name="account"),
    path("information/opened-by/<int:pk>/", looking.account_opened, name="account_opened"),
    path("information/emergencies/<int:pk>/", waiting.emergency_looked_at, name="emergency"),
    path("information/withheld/<int:pk>/", waiting.withholding_looked_at, name="withheld"),
    path("information/complaints/<int:pk>/", answering.complaint, name="complaint"),
    path("information/objections/<int:pk>/", answering.objection, name="objection"),
    path("information/asked/<int:pk>/", answering.asked, name="asked"),
    path("information/requests/<int:pk>/", access_requests.access_request, name="access_request"),
    path("information/requests/<int:pk>/do/", access_requests.access_request_do, name="access_request_do"),
    path("information/requests/<int:pk>/look/", access_requests.access_request_look, name="access_request_look"),
    path("information/requests/<int:pk>/pack/<str:kind>/", access_requests.pack, name="pack"),
    path("information/processing/", processing.processing, name="processing"),
    path("information/retention/", processing.retention, name="retention"),
]
