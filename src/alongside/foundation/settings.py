"""One file of settings. What may differ between installations comes from the environment, read in installation.py."""

from pathlib import Path

from alongside.foundation import installation, signing_in
from alongside.foundation.sqlite import swap_in

SAFE_WAL = swap_in()
HERE = Path(__file__).resolve().parent

DEBUG = False
DEVELOPMENT = installation.switch("ALONGSIDE_DEVELOPMENT")  # opens the page of components
INSTALLATION = installation.folder()
SECRET_KEY = installation.key("secret")
JOURNAL_KEY = installation.key("journal")
ALLOWED_HOSTS = installation.hosts()

ROOMS = ["accounts", "journal", "invitations", "people", "teams", "framework", "journeys", "sharing"]
ROOMS += ["finding", "attachments", "writeup", "merging", "rights", "arrivals", "example"]
DOORS = ["signin", "worker", "shared", "information", "mine", "terminal"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "alongside.foundation",
    *[f"alongside.rooms.{room}" for room in ROOMS],
    *[f"alongside.doors.{door}" for door in DOORS],
]
MIDDLEWARE = [
    "alongside.foundation.middleware.content_security",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "alongside.foundation.middleware.refuse_large_bodies",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.foundation.middleware.say_when_nothing_was_saved",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "alongside.doors.signin.sessions.as_long_as_a_session_lasts",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.doors.signin.middleware.known_viewer",
    "alongside.doors.signin.middleware.tell_what_was_kept",
]
ROOT_URLCONF = "alongside.foundation.urls"
WSGI_APPLICATION = "alongside.foundation.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [HERE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.doors.signin.context.place",
                "alongside.doors.signin.context.kept_words",
            ],
            "builtins": ["django.templatetags.i18n", "django.templatetags.static", "alongside.foundation.templatetags.components"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
DATABASES = {"default": installation.database(safe_wal=SAFE_WAL)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.Account"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "signin:sign_in"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "signin:sign_in"

# django-allauth: its engine behind our own pages (decision 18). Nobody signs up; what is too often is ours to count (signin/guessing.py).
PASSWORDS = signing_in.passwords()
SECOND_STEP = signing_in.second_step()
ACCOUNT_ADAPTER = "alongside.doors.signin.entrance.Entrance"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "alongside.doors.signin.second_step.SecondStep"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # every address was given by whoever added the account
MFA_TOTP_TOLERANCE = 1  # a phone's clock may be half a minute out
MFA_RATE_LIMITS = False
MFA_FORMS = {
    "authenticate": "alongside.doors.signin.codes.SignInCodeForm",
    "reauthenticate": "alongside.doors.signin.codes.CodeAgainForm",
    "activate_totp": "alongside.doors.signin.codes.FirstCodeForm",
    "add_webauthn": "alongside.doors.signin.passkeys.NewPasskeyForm",
    "login_webauthn": "alongside.doors.signin.passkeys.PasskeyForm",
}
SOCIALACCOUNT_ADAPTER = "alongside.doors.signin.from_work.FromWork"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 10  # seconds
PROVIDERS = signing_in.provider()
SOCIALACCOUNT_PROVIDERS = {
    "openid_connect": {"APPS": PROVIDERS, "provider_class": "alongside.doors.signin.from_work.WorkProvider"},
}
SINGLE_SIGN_ON = [one["name"] for one in PROVIDERS]
PROVIDER_VOUCHES = installation.switch("ALONGSIDE_SIGN_IN_VOUCHES")  # its addresses count though it does not say that it verified them

ADDRESS = signing_in.address(ALLOWED_HOSTS)
INVITATION_DAYS = signing_in.amount("ALONGSIDE_INVITATION_DAYS", 7, 1, 60, "days")
EMAIL_TIMEOUT = 15  # seconds
DEFAULT_FROM_EMAIL = "alongside@localhost"
globals().update(signing_in.mail())

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English"), ("cy", "Cymraeg")]
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

# Hashed names are written by the front-end build itself, so nothing is collected at start.
STATIC_URL = "/static/"
STATIC_ROOT = HERE / "assets"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"},
}
WHITENOISE_IMMUTABLE_FILE_TEST = r"^.+-[0-9A-Z]{8}\..+$"

# Over plain http (the example on this machine) cookies cannot be Secure; `alongside serve` for a real place is behind TLS.
PLAIN_HTTP = installation.switch("ALONGSIDE_PLAIN_HTTP")
BEHIND_PROXY = installation.switch("ALONGSIDE_BEHIND_PROXY")
COOKIE_PREFIX = "" if PLAIN_HTTP else "__Host-"  # a browser takes such a cookie from this host alone, over https alone
SESSION_COOKIE_NAME = f"{COOKIE_PREFIX}alongside"
CSRF_COOKIE_NAME = f"{COOKIE_PREFIX}csrftoken"
CSRF_COOKIE_HTTPONLY = True  # scripts take it from the form
SESSION_ENGINE = "alongside.foundation.sessions"
SESSION_IDLE_MINUTES, SESSION_MINUTES = signing_in.session_minutes()
SESSION_COOKIE_AGE = SESSION_MINUTES * 60  # seconds
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "alongside.foundation.errors.form_too_old"
MESSAGE_STORAGE = "alongside.foundation.messages.InACookie"  # no second write to the database after a save

# Codes for a person's own page: by e-mail from the place's own server, by a gateway of its own, or onto a page in an example.
MESSAGE_SENDER = installation.message_sender()
MESSAGE_FROM = installation.message_from()
LEAVE_TO = installation.leave_to()

MOST_SEARCHES = 60  # by one account in ten minutes: one every ten seconds, without a pause
LARGEST_UPLOAD = 12 * 1024 * 1024  # bytes: a spreadsheet of 10,000 people is about 2 MB
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILE_UPLOAD_MAX_MEMORY_SIZE = LARGEST_UPLOAD  # never onto a shared temporary folder

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "alongside.foundation.log.PlainHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
