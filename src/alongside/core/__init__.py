"""Plain Python: no Django, works in a notebook."""
