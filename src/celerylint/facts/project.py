"""The door to the other files of a project. Until they are indexed, all that is behind it is unknown."""

from __future__ import annotations

from typing import Protocol


class Project(Protocol):
    """What other files say about a qualified name; None means that nobody knows."""

    def is_session(self, qualified: str) -> bool | None:
        """Whether a name of another file, called, opens a SQLAlchemy session."""


class _UnknownProject:
    def is_session(self, qualified: str) -> bool | None:
        return None


UNKNOWN_PROJECT: Project = _UnknownProject()
