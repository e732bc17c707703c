"""Measuring speed and memory, each figure beside its yardstick."""
