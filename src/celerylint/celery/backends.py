"""Result backends by how their addresses begin. Sources: `celery.backends.*`; each was tried with a chord."""

NO_CHORDS = frozenset({"", "rpc"})
"""Backends that raise NotImplementedError when a chord is started; empty is none at all."""

WAITING_FOR_RESULTS = frozenset({"cache", "db", "file"})
"""Backends on which a chord waits for the results of its header to be stored."""
