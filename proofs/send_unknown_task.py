"""A name that nobody registers is accepted when it is sent, and thrown away by the worker."""

from proofs import lab

app = lab.memory_app()


@app.task(name="soup.stir")
def stir(pot: int) -> int:
    return pot


def prove() -> None:
    with lab.worker_thread(app):
        unknown = app.send_task("soup.stri", (1,))
        lab.claim("hazard: the result", lab.outcome(unknown), ("FAILURE", "NotRegistered"))
        lab.claim("hazard: the log", lab.is_logged("Received unregistered task of type 'soup.stri'"), True)
        lab.claim("mended", lab.outcome(app.send_task("soup.stir", (1,))), ("SUCCESS", 1))


if __name__ == "__main__":
    lab.main(prove)
