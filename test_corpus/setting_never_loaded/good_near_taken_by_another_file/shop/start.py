from shop import queue

queue.app.conf.update(task_routes=queue.task_routes)
