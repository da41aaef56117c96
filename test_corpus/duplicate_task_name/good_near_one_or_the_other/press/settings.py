import os

STEAM = bool(os.environ.get("STEAM"))
