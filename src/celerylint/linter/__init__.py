"""From files to findings: which rules there are, which are on, which files count, what is suppressed."""
