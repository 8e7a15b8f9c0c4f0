"""The person's own door: a link, a code, and their page. It names no service, and nothing leads to it."""
