"""Fixing: edits applied to a fixed point, and the proof of what they kept. It knows no settings."""

from dlqa_lint.fixer.passes import CheckResult, FixError, FixResult, fix

__all__ = ("CheckResult", "FixError", "FixResult", "fix")
