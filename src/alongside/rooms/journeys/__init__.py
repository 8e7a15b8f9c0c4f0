"""Our time with someone: who is alongside, what was said, what matters, what lies behind it, what was agreed."""
