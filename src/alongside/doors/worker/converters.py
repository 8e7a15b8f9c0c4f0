class Reference:
    """A random reference in a URL; anything else is nobody's address and reaches no view."""

    regex = "[2-9a-z]{12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value
