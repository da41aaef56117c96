"""Whether a project has one app, of which its files tell all."""

from __future__ import annotations

from celerylint.facts.module import Module

_BY_NAME = (
    *("import_module", "__import__", "import_string", "pkgutil", "walk_packages", "iter_modules", "find_modules"),
    *("venusian", "runpy", "exec_module", "load_source", "find_spec", "entry_points", "stevedore", "pluggy"),
)
"""What imports modules whose names nobody need write."""

_OTHER_APPS = ("Celery)", "Celery as ", "autodiscover_tasks(", "setup_loader", "import_default_modules")


def is_only_app(module: Module) -> bool:
    """Whether the project has one app, and none of its files imports others by names that it makes."""
    project = module.project
    makers = [each for each in project.app_files() if each.index.calls("Celery")]
    own = module.source.path
    return (
        makers == [module]
        and not any(word in module.source.text for word in _BY_NAME)
        and not project.is_written_in_code((*_BY_NAME, *_OTHER_APPS), own)
    )
