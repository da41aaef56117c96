from timelines.tasks import analyse


def start(sketch_id: int, logger) -> str:
    job = analyse.s(sketch_id).set(queue="analysis")
    result = job.apply_async()
    logger.info("analysis %s of sketch %d", result.id, sketch_id)
    if not sketch_id:
        return ""
    job.apply_async()  # expect CEL536: job.apply_async()
    return result.id
