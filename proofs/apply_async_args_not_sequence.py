"""`apply_async` and `send_task` refuse arguments that are no list or tuple; a signature takes them apart."""

from proofs import lab

app = lab.memory_app()


@app.task
def join(*parts: str, sign: str = "-") -> str:
    return sign.join(map(str, parts))


def prove() -> None:
    given = {"a number": 5, "text": "ab", "a set": {"ab"}, "a dict": {"sign": "+"}, "a range": range(2)}
    for what, args in given.items():
        lab.claim(f"hazard: apply_async, {what}", lab.raised_by(join.apply_async, args), "TypeError")
        lab.claim(f"hazard: send_task, {what}", lab.raised_by(app.send_task, join.name, args), "TypeError")
    generator = (part for part in "ab")
    lab.claim("hazard: a generator", lab.raised_by(join.apply_async, generator), "TypeError")
    lab.claim("hazard: kwargs of pairs", lab.raised_by(join.apply_async, (), [("sign", "+")]), "TypeError")
    lab.claim("hazard: signature, a number", lab.raised_by(join.signature, 5), "TypeError")
    lab.claim("silent: none at all, an empty dict", lab.raised_by(join.apply_async, {}), None)
    with lab.worker_thread(app):
        lab.claim("hazard: text is split", lab.outcome(join.signature("ab").delay()), ("SUCCESS", "a-b"))
        lab.claim("hazard: of a dict the keys", lab.outcome(join.signature({"sign": "+"}).delay()), ("SUCCESS", "sign"))
        lab.claim("mended", lab.outcome(join.apply_async(("ab",), {"sign": "+"})), ("SUCCESS", "ab"))
        lab.claim("mended: signature", lab.outcome(join.signature(("ab",)).delay()), ("SUCCESS", "ab"))


if __name__ == "__main__":
    lab.main(prove)
