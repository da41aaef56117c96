from celery import Celery, Task

from dam.gates import close_gate, open_gate

app = Celery("dam")
GATE_TASK = "dam.gate"


class OpenGate(Task):
    name = GATE_TASK

    def run(self, gate: int) -> None:
        open_gate(gate)


class CloseGate(Task):
    name = "dam.gate"

    def run(self, gate: int) -> None:  # expect CEL108: def run
        close_gate(gate)


app.register_task(OpenGate())
app.register_task(CloseGate())
