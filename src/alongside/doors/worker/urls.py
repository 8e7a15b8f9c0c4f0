from django.urls import path, register_converter

from alongside.doors.worker.converters import Reference
from alongside.doors.worker.views import actions, alongside, causes, conversation, life, not_safe, parts, people, person, team, today

register_converter(Reference, "ref")

app_name = "worker"
urlpatterns = [
    path("today/", today.today, name="today"),
    path("not-safe/", not_safe.not_safe, name="not_safe"),
    path("not-safe-worker.js", not_safe.not_safe_worker, name="not_safe_worker"),
    path("team/", team.team, name="team"),
    path("team/<ref:ref>/framework/change/", team.framework_change, name="framework_change"),
    path("team/<ref:ref>/framework/<int:version>/", team.framework, name="framework"),
    path("people/", people.people, name="people"),
    path("people/new/", people.person_new, name="person_new"),
    path("people/<ref:ref>/", person.person, name="person"),
    path("people/<ref:ref>/story/", person.story, name="story"),
    path("people/<ref:ref>/turned-round/", person.turned_round, name="turned_round"),
    path("people/<ref:ref>/about/", person.about, name="about"),
    path("people/<ref:ref>/kept/", person.kept, name="kept"),
    path("people/<ref:ref>/conversations/new/", conversation.conversation_new, name="conversation_new"),
    path("people/<ref:ref>/matters/", parts.matters, name="matters"),
    path("people/<ref:ref>/matters/<int:pk>/", parts.matter, name="matter"),
    path("people/<ref:ref>/ties/", parts.ties, name="ties"),
    path("people/<ref:ref>/ties/<int:pk>/", parts.tie, name="tie"),
    path("people/<ref:ref>/check-ins/", parts.check_ins, name="check_ins"),
    path("people/<ref:ref>/life/", life.life, name="life"),
    path("people/<ref:ref>/life/<int:pk>/take-out/", life.life_event_out, name="life_event_out"),
    path("people/<ref:ref>/causes/", causes.causes, name="causes"),
    path("people/<ref:ref>/causes/join/", causes.causes_join, name="causes_join"),
    path("people/<ref:ref>/causes/<int:pk>/", causes.cause, name="cause"),
    path("people/<ref:ref>/causes/links/<int:pk>/part/", causes.causes_part, name="causes_part"),
    path("people/<ref:ref>/actions/", actions.actions, name="actions"),
    path("people/<ref:ref>/actions/<int:pk>/", actions.action, name="action"),
    path("people/<ref:ref>/actions/<int:pk>/hand-over/", actions.action_hand_over, name="action_hand_over"),
    path("people/<ref:ref>/actions/<int:pk>/move/", actions.action_move, name="action_move"),
    path("people/<ref:ref>/alongside/", alongside.alongside, name="alongside"),
    path("people/<ref:ref>/alongside/ask-in/", alongside.alongside_ask_in, name="alongside_ask_in"),
    path("people/<ref:ref>/alongside/hand-over/", alongside.alongside_hand_over, name="alongside_hand_over"),
    path("people/<ref:ref>/alongside/<int:pk>/leave/", alongside.alongside_leave, name="alongside_leave"),
    path("people/<ref:ref>/alongside/standing/", alongside.alongside_standing, name="alongside_standing"),
    path("people/<ref:ref>/alongside/welcome-back/", alongside.alongside_welcome_back, name="alongside_welcome_back"),
    path("people/<ref:ref>/how-we-met/", alongside.how_we_met, name="how_we_met"),
]
