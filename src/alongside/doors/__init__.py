"""The ways in, one Django app for each audience: URLs, forms, views, templates; no rules."""
