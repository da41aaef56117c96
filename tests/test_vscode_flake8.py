"""flake8 as the VS Code extension runs it: by Microsoft's own runner, in one process while files change."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from tests.processes import run
from tests.test_project_hosts import FILES

RUNS = """
import json, sys, time
from pathlib import Path
from vscode_common_python_lsp.runner import run_module

FORMAT = "--format='%(row)d,%(col)d,%(code).1s,%(code)s:%(text)s'"
steps = json.loads(sys.argv[1])
found = []
for checked, changed, text in steps:
    if changed:
        Path(changed).write_text(text)
        time.sleep(1.1)  # how late an edit of another file may be seen
    path = str(Path(checked).resolve())
    done = run_module("flake8", ["flake8", FORMAT, "--select=CEL", path], False, str(Path.cwd()))
    found.append([done.stdout, done.stderr])
print(json.dumps(found))
"""
LINE = re.compile(r"'(?P<line>\d+),(?P<column>-?\d+),(?P<type>\w+),(?P<code>\w+\d+):(?P<message>[^\r\n]*)'")
"""What the extension takes for a finding."""


def test_one_process_sees_edits_of_the_file_of_others_and_of_the_settings(tmp_path: Path) -> None:
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    jobs, database, settings = "src/shop/jobs.py", "src/shop/db.py", "pyproject.toml"
    closing = FILES[database].replace("return make()", "return print()")
    steps = [
        (jobs, "", ""),
        (jobs, jobs, f"\n{FILES[jobs]}"),
        (jobs, database, closing),
        (jobs, database, FILES[database]),
        (jobs, settings, '[tool.celerylint]\nignore = ["CEL301"]\n'),
        (jobs, settings, FILES[settings]),
    ]
    (tmp_path / "runs.py").write_text(RUNS)
    done = run([sys.executable, "runs.py", json.dumps(steps)], tmp_path, more={"HOME": str(tmp_path)})
    assert (done.code, done.err) == (0, "")
    outputs = json.loads(done.out)
    assert [error for _, error in outputs] == [""] * len(steps)
    places = [
        [(match["line"], match["code"]) for match in map(LINE.fullmatch, out.splitlines()) if match]
        for out, _ in outputs
    ]
    first, moved = [("7", "CEL301")], [("8", "CEL301")]
    assert places == [first, moved, [], moved, [], moved]
