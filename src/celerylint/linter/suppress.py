"""Suppression on the command line: `# noqa` in flake8's grammar, and `# celerylint: disable-file`.

Source of the grammar: flake8/defaults.py (NOQA_INLINE_REGEX) and flake8/processor.py (which lines are one).
"""

from __future__ import annotations

import io
import re
import tokenize

from celerylint.core.rule import Finding

_NOQA = re.compile(r"# noqa(?::[\s]?(?P<codes>(?:[A-Z]+[0-9]+(?:[,\s]+)?)+))?", re.IGNORECASE)
_SEPARATOR = re.compile(r"[,\s]")
_DISABLE_FILE = re.compile(r"^[ \t]*# celerylint:[ \t]*disable-file(?:=(?P<codes>[\w,\- ]+))?[ \t]*$", re.MULTILINE)


def unsuppressed(findings: list[Finding], text: str) -> list[Finding]:
    """The findings that no comment of the file suppresses."""
    if findings and "celerylint:" in text:
        findings = _enabled_in_file(findings, text)
    if not findings or "noqa" not in text.lower():
        return findings
    units = _units(text)
    return [finding for finding in findings if not _is_noqa(finding.code, units.get(finding.span.line, ""))]


def _enabled_in_file(findings: list[Finding], text: str) -> list[Finding]:
    for match in _DISABLE_FILE.finditer(text):
        if match["codes"] is None:
            return []
        codes = {code.strip() for code in match["codes"].split(",")}
        findings = [finding for finding in findings if not codes & {finding.code, finding.name}]
    return findings


def _is_noqa(code: str, line: str) -> bool:
    match = _NOQA.search(line)
    if match is None:
        return False
    codes = [part for part in _SEPARATOR.split(match["codes"] or "") if part]
    return not codes or code.startswith(tuple(codes))


def _units(text: str) -> dict[int, str]:
    """The text that a comment on a line speaks for, by line: physical lines, those joined by a multi-line string or a
    backslash taken together."""
    lines = re.findall(r"[^\n]*\n?", text)
    units = dict(enumerate(lines, 1))
    first, last = len(lines) + 2, -1
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type in (tokenize.ENDMARKER, tokenize.DEDENT):
                continue
            first, last = min(first, token.start[0]), max(last, token.end[0])
            if token.type in (tokenize.NL, tokenize.NEWLINE):
                if last > first:
                    joined = "".join(lines[first - 1 : last])
                    units.update(dict.fromkeys(range(first, last + 1), joined))
                first, last = len(lines) + 2, -1
    except (tokenize.TokenError, SyntaxError):
        pass  # what ast.parse takes and tokenize does not: every line stands for itself
    return units
