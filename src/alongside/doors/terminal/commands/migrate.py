from argparse import Namespace

from django.core.management import call_command


def run(options: Namespace) -> int:
    """Bring the database to this version."""
    call_command("migrate", verbosity=1, interactive=False)
    return 0
