"""How fast the pages are, beside floors measured in the same run. `python -m bench` is the way in."""
