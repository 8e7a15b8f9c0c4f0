"""Random references for URLs: nothing about a person or their number can be read from one."""

import secrets

LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that look alike on paper
LENGTH = 12


def new_reference() -> str:
    """Return 12 random characters: about 59 bits, so that none is ever met by guessing."""
    return "".join(secrets.choice(LETTERS) for _ in range(LENGTH))
