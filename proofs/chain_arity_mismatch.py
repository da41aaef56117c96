"""A chain puts the result before the arguments of the next signature: a function that cannot take it fails late."""

from typing import Any

from celery import chain, group

from proofs import lab

app = lab.memory_app()
ran: list[str] = []


@app.task
def melt(ore: str) -> str:
    ran.append("melt")
    return f"molten {ore}"


@app.task
def cool() -> str:
    return "cool"


@app.task
def cast(metal: str, mould: str = "bell") -> str:
    return f"{mould} of {metal}"


@app.task
def engrave(metal: str, text: str) -> str:
    return f"{text} on {metal}"


def ends_in(link: Any) -> Any:
    """What a chain gives, or the exception that it raises, in the last task or (Celery 5.3) in the one before."""
    result = chain(melt.s("tin"), link)()
    return lab.raised_by(result.get, timeout=10, interval=0.02) or result.result


def prove() -> None:
    with lab.worker_thread(app):
        lab.claim("hazard: no parameter for the result", ends_in(cool.s()), "TypeError")
        lab.claim("hazard: what ran before", ran, ["melt"])
        lab.claim("hazard: one argument too many", ends_in(cast.s("copper", "coin")), "TypeError")
        lab.claim("hazard: the parameter by name", ends_in(cast.s(metal="copper")), "TypeError")
        lab.claim("hazard: one argument missing", ends_in(engrave.s()), "TypeError")
        both = chain(melt.s("tin"), group(cool.s(), cool.s()))()
        lab.claim("hazard: before a group, the task ends in", lab.outcome(both.parent), ("FAILURE", "TypeError"))
        lab.claim("hazard: and the group in", both[0].state, "PENDING")
        lab.claim("mended: without the result", ends_in(cool.si()), "cool")
        lab.claim("mended: with the result", ends_in(cast.s("coin")), "coin of molten tin")
        lab.claim("mended: with a name", ends_in(cast.s(mould="coin")), "coin of molten tin")
        lab.claim("fine: immutable", ends_in(cool.s().set(immutable=True)), "cool")


if __name__ == "__main__":
    lab.main(prove)
