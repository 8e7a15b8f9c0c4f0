"""Is this somebody we know? Names that sound alike, nicknames, slips of the pen, days and months the other way round.

`read` what was typed, `known` what we hold, `keys` to find who may be alike, `alike` to say who is, and why.
"""
