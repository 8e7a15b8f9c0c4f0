from django.urls import path, re_path

from alongside.doors.mine.views import coming_in, front, life, outbox, parts, sharing, taking, trust, written

app_name = "mine"
urlpatterns = [
    path("outbox/", outbox.outbox, name="outbox"),
    path("mine/", front.front, name="front"),
    path("mine/leave/", coming_in.leave, name="leave"),
    path("mine/left/", coming_in.left, name="left"),
    path("mine/ring/", front.ring, name="ring"),
    path("mine/matters/", parts.matters, name="matters"),
    path("mine/agreed/", parts.agreed, name="agreed"),
    path("mine/doing/", parts.doing, name="doing"),
    path("mine/life/", life.life, name="life"),
    path("mine/written/", written.written, name="written"),
    path("mine/looked/", written.looked, name="looked"),
    path("mine/differently/<slug:key>/<int:pk>/", written.differently, name="differently"),
    path("mine/off/<slug:key>/<int:pk>/", written.off, name="off"),
    path("mine/share/", sharing.share, name="share"),
    path("mine/share/<int:pk>/back/", sharing.take_back, name="take_back"),
    path("mine/share/<int:pk>/object/", sharing.objected, name="objected"),
    path("mine/trust/", trust.trust, name="trust"),
    path("mine/trust/<int:pk>/out/", trust.out, name="out"),
    path("mine/take/", taking.take, name="take"),
    path("mine/take/page/", taking.take_page, name="take_page"),
    path("mine/take/data/", taking.take_data, name="take_data"),
    path("mine/<slug:token>/", coming_in.arrive, name="arrive"),
    path("mine/<slug:token>/code/", coming_in.code, name="code"),
    re_path(r"^mine/.*$", coming_in.nowhere, name="nowhere"),
]
