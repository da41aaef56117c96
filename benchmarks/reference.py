"""What cannot be saved: `reference.py TREE … -- NEEDLE …` scans, reads and parses the files that hold a needle.

Without needles every file. Nothing but the standard library, so that the process costs nothing else.
"""

import ast
import contextlib
import gc
import os
import sys
import warnings


def main(arguments: list[str]) -> None:
    """Scan, read, search, parse."""
    cut = arguments.index("--")
    waiting = arguments[:cut]
    needles = [needle.encode() for needle in arguments[cut + 1 :]]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
                elif entry.name.endswith((".py", ".pyi")):
                    with open(entry.path, "rb") as file:
                        data = file.read()
                    if not needles or any(needle in data for needle in needles):
                        with contextlib.suppress(SyntaxError, ValueError):
                            ast.parse(data)


if __name__ == "__main__":
    gc.disable()
    warnings.simplefilter("ignore")
    main(sys.argv[1:])
