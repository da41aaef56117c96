"""`make demo`: lint a small application with planted hazards through every host, then a real one."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "newsletter"
REAL = "invenio-rdm-records"
_PYLINT = [
    "pylint",
    "--load-plugins=celerylint.pylint",
    "--disable=all",
    "--enable=celery",
    "--score=n",
    "--msg-template={path}:{line}:{column}-{end_line}:{end_column}: {msg_id} {symbol}: {msg}",
    "newsletter",
]


def title(text: str) -> None:
    """A heading between the parts of the demonstration."""
    print(f"\n{text}\n{'-' * len(text)}", flush=True)


def show(*arguments: str, cwd: Path = EXAMPLE) -> int:
    """Run a tool of this environment as a user would, its output as it is."""
    print(f"$ {' '.join(argument if ' ' not in argument else repr(argument) for argument in arguments)}", flush=True)
    environment = {**os.environ, "COLUMNS": "120"}
    return subprocess.run([sys.executable, "-m", *arguments], cwd=cwd, check=False, env=environment).returncode


def main() -> int:
    """Run the demonstration; 0 if the hosts found what is planted."""
    print(f"Fourteen hazards are planted in {EXAMPLE.relative_to(ROOT)}; every host finds the same.")
    title("On the command line")
    found = [show("celerylint", "check", "--statistics")]
    title("In flake8")
    found.append(show("flake8", "--select=CEL"))
    title("In pylint")
    found.append(show(*_PYLINT))
    title("Explained")
    show("celerylint", "explain", "missing-item-rollback")
    title(f"A real application, from the package registry: {REAL}")
    if show("tools.ecosystem", "fetch", REAL, cwd=ROOT) == 0:
        show("tools.ecosystem", "lint", REAL, cwd=ROOT)
    else:
        print("The registry is out of reach, so the demonstration ends here.")
    return 0 if all(found) else 1


if __name__ == "__main__":
    sys.exit(main())
