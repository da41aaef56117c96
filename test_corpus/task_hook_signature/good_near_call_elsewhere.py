"""What runs the task is a helper, which is handed the task or is a method of it, or `__call__` does the work."""

from celery import Task

from banking.context import run_in_session


class SessionTask(Task):
    def __call__(self, *args, **kwargs):
        return run_in_session(self, args, kwargs)


class GuardedTask(Task):
    def __call__(self, *args, **kwargs):
        return self.guarded(*args, **kwargs)

    def guarded(self, *args, **kwargs):
        return self.run(*args, **kwargs)


class TimedTask(Task):
    def __call__(self, *args, **kwargs):
        run = self.run
        try:
            return run(*args, **kwargs)
        finally:
            print(self.name)


class CloseAccounts(Task):
    name = "banking.close_accounts"

    def __call__(self, *numbers):
        for number in numbers:
            print("closing", number)
