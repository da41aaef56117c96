"""What there is in a file: tasks, dispatches, retries, sessions, handlers, loops.

A fact is a class with a `find(module)` and a `span`; rules subscribe to it. A finding may rest on a fact only.
"""
