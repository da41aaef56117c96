"""Rules: one file a rule, in a folder a series. The folders are the registry; see `linter/catalogue.py`."""
