"""A comment suppresses a rule that finds nothing there.

What it once excused is gone, or was mended, or the code is misspelt or of a rule that is off. The comment stays, and
the next finding of that rule on this line will be suppressed by it, unseen. Only codes of celerylint are judged, in
`# noqa: CEL...` and in `# celerylint: disable-file`; never a bare `# noqa`, and never a code of another tool.

Remove the code, or the whole comment.

Turn it on when the command line decides what is found. A comment that is there for flake8, where other rules may be on,
is judged by the rules of the command line.
"""

from celerylint.core.rule import Profile, Rule, Severity

rule = Rule(
    __name__,
    code=1,
    message="`{code}` suppresses nothing{why}; remove it",
    severity=Severity.NOTE,
    profile=Profile.PACK,
)
