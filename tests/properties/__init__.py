"""Properties: what holds after any run of actions. Hypothesis makes the runs, the same in every run of the suite."""
