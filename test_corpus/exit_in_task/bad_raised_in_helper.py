from celery import Celery

from genome.samples import find_sample

app = Celery("genome")


def load_sample(name: str):
    sample = find_sample(name)
    if sample is None:
        raise SystemExit(f"no sample {name}")  # expect CEL130: raise SystemExit(f"no sample {name}")
    return sample


@app.task(bind=True)
def analyse(self, name: str) -> float:
    sample = load_sample(name)
    if sample.is_empty:
        raise SystemExit  # expect CEL130: raise SystemExit
    return sample.mean()
