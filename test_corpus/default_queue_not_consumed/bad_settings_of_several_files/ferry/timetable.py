TIMETABLE = {
    "stow": {"task": "ferry.cargo.stow", "schedule": 60.0},
    "depart": {"task": "ferry.deck.depart", "schedule": 3600.0},
}
