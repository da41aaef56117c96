from puppets.stage import curtain


@curtain.task(name="puppets.tasks.bow")  # expect CEL137: curtain.task
def bow(puppet: str) -> str:
    return f"{puppet} bows"
