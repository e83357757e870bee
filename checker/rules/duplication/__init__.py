"""Text that stands twice, and other copy hygiene."""
