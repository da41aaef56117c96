"""Tasks of the harbour."""

from harbour.tasks import ships

__all__ = ["ships"]
