"""Who calls us: the command line, flake8, pylint. Each is a driver over the linter."""
