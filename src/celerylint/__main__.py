"""`python -m celerylint`."""

import sys

from celerylint.hosts.cli import main

if __name__ == "__main__":
    sys.exit(main())
