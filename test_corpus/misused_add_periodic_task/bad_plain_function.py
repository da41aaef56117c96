from celery import current_app


def sweep():
    print("sweeping")


current_app.add_periodic_task(60, sweep, name="sweep")  # expect CEL723: sweep
