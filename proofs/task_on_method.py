"""A task in the body of a class is no method: nobody passes it an instance, and a descriptor is no function."""

from typing import Any

from proofs import lab

app = lab.memory_app()


class Service:
    gateway = "bank"

    @app.task
    def charge(self, invoice: int) -> str:
        return f"{self.gateway} {invoice}"

    @app.task(bind=True)
    def charge_bound(self, invoice: int) -> str:
        return f"{self.gateway} {invoice}"

    @classmethod
    @app.task
    def charge_class(cls, invoice: int) -> str:
        return f"{cls.gateway} {invoice}"

    @staticmethod
    @app.task
    def charge_mended(invoice: int) -> str:
        return f"{Service.gateway} {invoice}"


def over_class_method() -> None:
    class Broken:
        @app.task
        @classmethod
        def charge_all(cls) -> None: ...


def over_static_method() -> None:
    other = lab.memory_app()

    class Broken:
        @other.task
        @staticmethod
        def charge_static(invoice: int) -> None: ...

    other.finalize()


def prove() -> None:
    service: Any = Service()
    with lab.worker_thread(app):
        lab.claim("hazard: delay on the method raises", lab.raised_by(service.charge.delay, 1), "TypeError")
        bound = lab.outcome(service.charge_bound.delay(1))
        lab.claim("hazard: the self of a bound one is the task, and it ends in", bound, ("FAILURE", "AttributeError"))
        lab.claim("hazard: delay on the class method raises", lab.raised_by(service.charge_class.delay, 1), "TypeError")
        lab.claim("hazard: a task of a class method raises", lab.raised_by(over_class_method), "TypeError")
        lab.claim("hazard: a task of a static method raises", lab.raised_by(over_static_method), "AttributeError")

        mended = service.charge_mended.delay(1)
        lab.claim("mended: a static method above the task ends in", lab.outcome(mended), ("SUCCESS", "bank 1"))


if __name__ == "__main__":
    lab.main(prove)
