"""What every door stands on: settings, root URLs, base templates, components; no nouns."""
