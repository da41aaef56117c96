"""What an object of a task class sends that no app has registered is discarded; `delay` of the class raises."""

from celery import Task

from proofs import lab

app = lab.memory_app()
app.set_default()


class Nameless(Task):  # type: ignore[misc]
    def run(self, number: int) -> int:
        return number


class Named(Task):  # type: ignore[misc]
    name = "export.named"

    def run(self, number: int) -> int:
        return number


class Known(Named):
    name = "export.known"


def prove() -> None:
    lab.claim("hazard: delay of the class raises", lab.raised_by(Nameless.delay, 1), "AttributeError")
    lab.claim("hazard: apply_async of the class raises", lab.raised_by(Nameless.apply_async, (1,)), "AttributeError")
    registered = app.register_task(Nameless())
    app.register_task(Known())
    with lab.worker_thread(app):
        Nameless().delay(1)
        lab.wait_until(lambda: lab.is_logged("unregistered task of type None"))
        lab.claim("hazard: another object of a registered class has the name", Nameless().name, None)
        Named().delay(1)
        lab.wait_until(lambda: lab.is_logged("unregistered task of type 'export.named'"))
        lab.claim("hazard: the worker knows the name", Named.name in app.tasks, False)
        lab.claim("mended: what is registered ends in", lab.outcome(registered.delay(1)), ("SUCCESS", 1))
        lab.claim("a name of the class leads to it", lab.outcome(Known().delay(2)), ("SUCCESS", 2))


if __name__ == "__main__":
    lab.main(prove)
