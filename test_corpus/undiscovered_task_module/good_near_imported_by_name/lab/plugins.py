import importlib
import os

for name in os.environ.get("LAB_PLUGINS", "").split(","):
    importlib.import_module(name)
