"""Programs for those who work on celerylint; none of them is installed with it."""
