"""Alongside: what a relational team and the person they work alongside use together."""

__version__ = "0.1.0"
