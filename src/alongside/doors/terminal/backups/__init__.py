"""What a backup is made of, and how it is laid back."""

from alongside.foundation.sqlite import swap_in

swap_in()  # a restore opens database files before there are settings
