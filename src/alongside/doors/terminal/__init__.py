"""The command line: whoever runs an installation."""
