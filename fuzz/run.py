"""Coverage-guided fuzzing: `python -m fuzz.run [--minutes 10] [TARGET…]`; needs the extra `fuzz`.

Each target gets its share of the time in a process of its own. What it learns is kept in fuzz/corpus/, where the
next run goes on; an input that fails is written to fuzz/found/, and `--input FILE` tries it again.
"""

import argparse
import importlib
import pkgutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
_HANGS = 60  # seconds for one input
_MEMORY = 4096  # megabytes
_LONGEST = 4096  # bytes of an input: what is wrong with a long one is nearly always wrong with a short one
_SHARES = {"document": 8, "commands": 3, "reports": 3}


def main() -> int:
    """Fuzz the targets one after the other; 1 if any input failed."""
    from fuzz.targets import TARGETS  # a process that fuzzes imports it under instruments

    parser = argparse.ArgumentParser(prog="python -m fuzz.run", description=__doc__)
    parser.add_argument(
        "targets", nargs="*", metavar="TARGET", help=f"of {', '.join(TARGETS)} (default: all)"
    )
    parser.add_argument("--minutes", type=float, default=10, metavar="M", help="for all of them together")
    parser.add_argument("--input", metavar="FILE", help="try one input instead")
    chosen = parser.parse_args()
    names = chosen.targets or list(TARGETS)
    if chosen.input:
        for name in names:
            TARGETS[name](Path(chosen.input).read_bytes())
        return 0
    shares = {name: _SHARES.get(name, 1) for name in names}
    failed = []
    for name, share in shares.items():
        seconds = max(int(60 * chosen.minutes * share / sum(shares.values())), 1)
        done = subprocess.run([sys.executable, "-m", "fuzz.run", "--one", name, str(seconds)], check=False)
        failed += [name] if done.returncode else []
    print(f"failed: {', '.join(failed)}" if failed else "nothing failed")
    return int(bool(failed))


def fuzz_one(name: str, seconds: str) -> None:
    """Fuzz one target until the time is up or an input fails; this never returns."""
    import atheris  # only the process that fuzzes needs it

    # Lazy imports would come too late for the instruments.
    with atheris.instrument_imports(include=["dlqa_lint", "markdown_it"]):
        _import_all("dlqa_lint")
        targets = importlib.import_module("fuzz.targets").TARGETS
    corpus, found = HERE / "corpus" / name, HERE / "found"
    for folder in (corpus, found):
        folder.mkdir(parents=True, exist_ok=True)
    seeds = HERE / "seeds" / name
    if not seeds.is_dir():
        seeds = HERE / "seeds" / "documents"
    limits = [f"-timeout={_HANGS}", f"-rss_limit_mb={_MEMORY}", f"-max_len={_LONGEST}"]
    arguments = [
        f"-max_total_time={seconds}",
        *limits,
        f"-artifact_prefix={found}/{name}-",
        "-print_final_stats=1",
    ]
    atheris.Setup([sys.argv[0], *arguments, str(corpus), str(seeds)], targets[name])
    atheris.Fuzz()


def _import_all(package: str) -> None:
    for module in pkgutil.walk_packages(importlib.import_module(package).__path__, f"{package}."):
        if not module.name.endswith("__main__") and not module.name.startswith(f"{package}.server"):
            importlib.import_module(module.name)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        fuzz_one(*sys.argv[2:])
    raise SystemExit(main())
