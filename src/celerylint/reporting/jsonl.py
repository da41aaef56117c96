"""One JSON object a line, a line a finding: what the JSON array holds, for programs that read line by line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from celerylint.linter.runs import Report
from celerylint.reporting.json import objects
from celerylint.reporting.report import Edits


def render(reports: Sequence[Report], edits: Edits) -> str:
    """The report; nothing where nothing was found."""
    return "".join(f"{json.dumps(each)}\n" for each in objects(reports, edits))
