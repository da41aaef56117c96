#!/usr/bin/env python
"""A script, which nobody imports."""

from cows.tasks import milk

milk.delay("Berta")
milk.apply_async(("Elsa",), countdown=60)
