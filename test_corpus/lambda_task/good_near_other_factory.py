"""The `task` of another object takes functions of any kind."""

from celery import shared_task

from pipelines.graph import Graph

graph = Graph()
load = graph.task(lambda source: source.read())
parse = graph.task(name="parse")(lambda text: text.split())


@shared_task
def run_graph() -> None:
    graph.run()
