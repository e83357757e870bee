"""Dates: the calendar, ages and durations, the timeline."""
