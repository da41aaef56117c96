from celery.signals import beat_init, task_success

from newsroom.feeds import refresh_feeds, store_result


@beat_init.connect
async def refresh(**kwargs):  # expect CEL813: async def refresh
    await refresh_feeds()


async def store(sender, result, **kwargs):  # expect CEL813: async def store
    await store_result(sender.name, result)


task_success.connect(store, weak=False)
