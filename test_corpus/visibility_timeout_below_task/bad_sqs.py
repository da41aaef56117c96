from celery import Celery, Task

from floods.model import simulate

app = Celery("floods")
app.conf.broker_url = "sqs://"
app.conf.broker_transport_options = {"region": "eu-west-1"}
app.conf.task_time_limit = 2400  # expect CEL719: 2400


class Simulation(Task):
    acks_late = True


@app.task(base=Simulation)
def simulate_river(river: str) -> float:
    return simulate(river)


@app.task(base=Simulation)
def simulate_lake(lake: str) -> float:
    return simulate(lake)
