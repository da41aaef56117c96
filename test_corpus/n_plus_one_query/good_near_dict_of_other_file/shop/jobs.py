jobs: dict[tuple[str, str], object] = {}


def job_of(model, badge):
    return jobs.get((model, badge))
