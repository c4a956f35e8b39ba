"""The tests mirror `src`; `architecture`, `scenarios`, `terminal` and `benchmarks` stand beside."""
