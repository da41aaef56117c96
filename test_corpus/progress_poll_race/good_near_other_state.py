"""A job of the project's own has a state and an info, too."""

from exports.models import Job


def percent(job_id: int) -> int:
    job = Job.objects.get(pk=job_id)
    if job.state == "PROGRESS":
        return job.info["percent"]
    return 0
