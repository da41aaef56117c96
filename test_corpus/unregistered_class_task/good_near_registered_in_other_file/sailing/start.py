from sailing.worker import Hoist, app

for task_class in (Hoist,):
    app.register_task(task_class())
