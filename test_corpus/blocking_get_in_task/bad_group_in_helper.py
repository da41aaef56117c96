from celery import Celery, chain, group
from celery.result import AsyncResult

app = Celery("images", backend="redis://")


@app.task
def shrink(path: str) -> str:
    return path


@app.task(bind=True)
def shrink_all(self, paths: list[str]) -> list[str]:
    return _collect(paths)


def _collect(paths: list[str]) -> list[str]:
    job = group(shrink.s(path) for path in paths)
    result = job.apply_async()
    for path in result.join():  # expect CEL502: result.join()
        print(path)
    first = chain(shrink.s(paths[0]), shrink.s())()
    results = [shrink.delay(path) for path in paths]
    return [first.get(), *(each.get(timeout=5) for each in results)]  # expect CEL502: first.get() # expect CEL502: each.get(timeout=5)


@app.task(bind=True)
def follow(self, task_id: str) -> str:
    AsyncResult(task_id).wait(timeout=3)  # expect CEL502: AsyncResult(task_id).wait(timeout=3)
    self.AsyncResult(task_id).get(3)  # expect CEL502: self.AsyncResult(task_id).get(3)
    return shrink.apply(args=("x",)).get()  # expect CEL502: shrink.apply(args=("x",)).get()
