"""The house's own settings in a folder of the tests' own; only password hashing is made cheap."""

import os
import tempfile

os.environ["ALONGSIDE_DIR"] = tempfile.mkdtemp(prefix="alongside-tests-")
os.environ["ALONGSIDE_PLAIN_HTTP"] = "1"
os.environ["ALONGSIDE_DEVELOPMENT"] = "1"

from alongside.foundation.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
