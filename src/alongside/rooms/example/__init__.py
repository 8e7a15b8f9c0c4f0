"""Northbridge: an invented place, made through the acts. No tables."""
