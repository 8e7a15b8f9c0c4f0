"""Asking somebody in: a link by e-mail that works once and not for ever."""
