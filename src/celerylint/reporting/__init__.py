"""What leaves us: one format a file. A report is made of findings by path, sorted."""
