"""A person's, team's or file's reference in a URL. What is none reaches no view."""

from django.urls import register_converter

from alongside.core.reference import LENGTH, LETTERS


class Reference:
    regex = f"[{LETTERS}]{{{LENGTH}}}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Reference, "ref")
