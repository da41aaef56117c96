"""`inspect()` gives None when no worker replies, and a dict by worker when one does."""

from proofs import lab

app = lab.memory_app()


def prove() -> None:
    inspector = app.control.inspect(timeout=0.1)
    for method in ("active", "stats", "ping", "registered", "scheduled", "reserved", "revoked", "active_queues"):
        lab.claim(f"hazard: {method} without a worker", getattr(inspector, method)(), None)
    lab.claim("hazard: active().items() raises", lab.raised_by(lambda: inspector.active().items()), "AttributeError")
    lab.claim("hazard: len(ping()) raises", lab.raised_by(lambda: len(inspector.ping())), "TypeError")
    lab.claim("mended: items of nothing", list((inspector.active() or {}).items()), [])
    with lab.worker_thread(app):
        lab.wait_until(lambda: app.control.inspect(timeout=0.5).ping())
        answer = app.control.inspect(timeout=0.5).active()
        lab.claim("with a worker: what active() gives", list(answer.values()), [[]])


if __name__ == "__main__":
    lab.main(prove)
