"""The body of a chord gets one list before its arguments: a function that cannot take it fails after all the work."""

from typing import Any

from celery import chord, group

from proofs import lab

app = lab.memory_app()
app.conf.result_chord_retry_interval = 0.05
ran: list[str] = []


@app.task
def clean(ward: str) -> str:
    ran.append(ward)
    return ward.upper()


@app.task
def report_done() -> str:
    return "done"


@app.task
def report(wards: list[str], to: str = "matron") -> list[Any]:
    return [to, wards]


@app.task
def sign(wards: list[str], by: str) -> list[Any]:
    return [by, wards]


def raises(body: Any) -> str | None:
    result = chord([clean.s("a"), clean.s("b")])(body)
    return lab.raised_by(result.get, timeout=10, interval=0.02)


def prove() -> None:
    wards = ["A", "B"]
    with lab.worker_thread(app):
        lab.claim("hazard: no parameter for the list", raises(report_done.s()), "ChordError")
        lab.claim("hazard: what ran before", ran, ["a", "b"])
        lab.claim("hazard: one argument too many", raises(report.s("x", "y")), "ChordError")
        lab.claim("hazard: the parameter by name", raises(report.s(wards=[])), "ChordError")
        lab.claim("hazard: one argument missing", raises(sign.s()), "ChordError")
        joined = (group(clean.s("a"), clean.s("b")) | report_done.s())()
        lab.claim(
            "hazard: a group and a body joined", lab.raised_by(joined.get, timeout=10, interval=0.02), "ChordError"
        )
        header = [clean.s("a"), clean.s("b")]
        lab.claim("mended: without the list", lab.outcome(chord(header)(report_done.si())), ("SUCCESS", "done"))
        lab.claim("mended: with the list", lab.outcome(chord(header)(report.s())), ("SUCCESS", ["matron", wards]))
        lab.claim("mended: and an argument", lab.outcome(chord(header)(report.s("dean"))), ("SUCCESS", ["dean", wards]))


if __name__ == "__main__":
    lab.main(prove)
