"""Places, teams, who is in them, and the decision-makers linked to them."""
