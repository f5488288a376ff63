"""Fixing: edits applied to a fixed point, and the proof of what they kept. It knows no settings."""

from dlqa_lint.fixer.passes import CheckResult, FixResult, fix
from dlqa_lint.fixer.refusal_report import FixError, Refusal
from dlqa_lint.fixer.salvage import fix_provable

__all__ = ("CheckResult", "FixError", "FixResult", "Refusal", "fix", "fix_provable")
