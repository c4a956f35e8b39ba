"""Manual tasks, and what the manager lays over the queue: snooze, mute, pin, the next step (section 1)."""
