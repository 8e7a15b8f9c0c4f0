"""The door that the production server knocks at."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "alongside.foundation.settings")
application = get_wsgi_application()
