"""The pages of django-allauth that we open, at our addresses, under the names by which it calls them. What is not here does not exist."""

from django.urls import path

from alongside.doors.signin import from_work, views, ways

urlpatterns = [
    path("sign-in/", views.sign_in, name="account_login"),
    path("sign-in/code/", ways.Code.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey/", ways.PasskeyIn.as_view(), name="mfa_login_webauthn"),
    path("sign-in/with/<slug:provider_id>/", from_work.begin, name="openid_connect_login"),
    path("sign-in/with/<slug:provider_id>/back/", from_work.back, name="openid_connect_callback"),
    path("how-you-sign-in/", ways.Ways.as_view(), name="mfa_index"),
    path("how-you-sign-in/", ways.Ways.as_view(), name="mfa_list_webauthn"),
    path("how-you-sign-in/app/", ways.AppNew.as_view(), name="mfa_activate_totp"),
    path("how-you-sign-in/app/out/", ways.AppOut.as_view(), name="mfa_deactivate_totp"),
    path("how-you-sign-in/passkeys/new/", ways.PasskeyNew.as_view(), name="mfa_add_webauthn"),
    path("how-you-sign-in/passkeys/<int:pk>/out/", ways.PasskeyOut.as_view(), name="mfa_remove_webauthn"),
    path("how-you-sign-in/recovery-codes/", ways.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("how-you-sign-in/recovery-codes/new/", ways.RecoveryCodesNew.as_view(), name="mfa_generate_recovery_codes"),
    path("it-is-you/", ways.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("it-is-you/code/", ways.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("it-is-you/passkey/", ways.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
]
