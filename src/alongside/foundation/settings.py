"""One file of settings. What may differ between installations comes from the environment, read in installation.py."""

from pathlib import Path

from alongside.foundation import installation
from alongside.foundation.sqlite import swap_in

SAFE_WAL = swap_in()
HERE = Path(__file__).resolve().parent

DEBUG = False
DEVELOPMENT = installation.switch("ALONGSIDE_DEVELOPMENT")  # opens the page of components
INSTALLATION = installation.folder()
SECRET_KEY = installation.key("secret")
JOURNAL_KEY = installation.key("journal")
ALLOWED_HOSTS = installation.hosts()

ROOMS = ["accounts", "journal", "people", "teams", "framework", "journeys", "sharing"]
ROOMS += ["finding", "attachments", "writeup", "merging", "arrivals", "example"]
DOORS = ["signin", "worker", "information", "mine", "terminal"]
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "alongside.foundation",
    *[f"alongside.rooms.{room}" for room in ROOMS],
    *[f"alongside.doors.{door}" for door in DOORS],
]
MIDDLEWARE = [
    "alongside.foundation.middleware.refuse_large_bodies",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "alongside.foundation.middleware.content_security",
    "alongside.foundation.middleware.say_when_nothing_was_saved",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
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
SESSION_COOKIE_NAME = "alongside"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 365 * 24 * 60 * 60
SECURE_SSL_REDIRECT = not PLAIN_HTTP
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "alongside.foundation.errors.form_too_old"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # no second write to the database after a save

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
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"stderr": {"class": "alongside.foundation.log.PlainHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}},
}
