"""`load-plugins = ["celerylint.pylint"]`: the door to `celerylint.hosts.pylint`."""

from celerylint.hosts.pylint import register

__all__ = ["register"]
