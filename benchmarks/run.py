"""Measure dlqa-lint beside its peers: one command makes the inputs, runs everything and writes the results.

    python benchmarks/run.py [--folder DIR] [--document FILE] [--runs N] [--most QUESTIONS] [--output DIR]

Writes results.json, growth.svg and table.md. Needs Linux or macOS (peak memory comes from the system).
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

import growth
import inputs
from imports import imports
from measure import ROOT, Command, Cost, environment, linter, once, paired
from peers import Peer, peers

HERE = Path(__file__).resolve().parent
Row = dict[str, Any]


def row(work: str, costs: dict[str, Cost], goals: dict[str, float]) -> Row:
    """A row of the table: the costs, and the ratios to what goals are set against."""
    own = costs["dlqa-lint"]
    ratios = {
        name: {"wall": own.wall / costs[name].wall, "cpu": own.cpu / costs[name].cpu, "goal": goal}
        for name, goal in goals.items()
        if name in costs
    }
    return {"work": work, "costs": {name: cost._asdict() for name, cost in costs.items()}, "ratios": ratios}


def one_document(document: Path, others: list[Peer], runs: int) -> Row:
    commands = {"dlqa-lint": Command(linter(document, "--isolated", "--no-cache"))}
    commands |= {peer.name: Command(peer.line(document), document.parent) for peer in others}
    goals = {"mdformat": 0.75, "markdownlint-cli2": 0.3}
    return row("one document, --isolated, nothing cached", paired(commands, runs), goals)


def with_settings(document: Path, others: list[Peer], runs: int, place: Path) -> Row:
    place.mkdir()
    shutil.copy(document, place / "a.md")
    (place / "bank.toml").write_text('[question]\nform = "### {number}. {text}"\n', "utf-8")
    (place / "dlqa-lint.toml").write_text('include = ["*.md"]\nschema = "bank.toml"\n', "utf-8")
    commands = {"dlqa-lint": Command(linter("--no-cache"), place)}
    commands |= {p.name: Command(p.line(place / "a.md"), place) for p in others if p.name == "mdformat"}
    return row("the same with settings and a schema file", paired(commands, runs), {"mdformat": 1.6})


def unchanged(folder: Path, runs: int) -> Row:
    commands = {
        "dlqa-lint": Command(linter("."), folder),
        "python -c pass": Command([sys.executable, "-c", "pass"], folder),
    }
    once(commands["dlqa-lint"])
    files = len(list(folder.rglob("*.md")))
    return row(
        f"an unchanged bank of {files} documents, again", paired(commands, runs), {"python -c pass": 5}
    )


def whole_bank(folder: Path, others: list[Peer], runs: int) -> Row:
    files = sorted(map(str, folder.rglob("*.md")))
    bare = [sys.executable, str(HERE / "bare.py"), *files]
    seconds = min(
        float(subprocess.run(bare, capture_output=True, text=True, check=True, env=environment()).stdout)
        for _ in range(3)
    )
    commands = {
        "dlqa-lint": Command(linter(".", "--isolated", "--no-cache"), folder),
        "dlqa-lint --ignore duplicates": Command(
            linter(".", "--isolated", "--no-cache", "--ignore", "duplicates"), folder
        ),
        "bare block parse": Command(bare, folder),
        "python -c pass": Command([sys.executable, "-c", "pass"], folder),
    }
    commands |= {peer.name: Command(peer.line(*files), folder) for peer in others}
    costs = paired(commands, runs)
    found = row(f"{len(files)} documents, nothing cached", costs, {"markdownlint-cli2": 0.2})
    allowed = seconds + costs["python -c pass"].wall
    found["ratios"]["bare parse and start"] = {
        "wall": costs["dlqa-lint"].wall / allowed,
        "cpu": None,
        "goal": 2,
    }
    return found


def one_edit(folder: Path, runs: int) -> Row:
    changed = min(folder.rglob("*.md"), key=lambda file: file.stat().st_size)
    text, state = changed.read_text("utf-8"), [0]

    def edit() -> None:
        state[0] += 1
        changed.write_text(f"{text}\nEdit {state[0]}.\n", "utf-8")

    commands = {
        "dlqa-lint": Command(linter("."), folder, edit),
        "without the duplicate rules": Command(linter(".", "--ignore", "duplicates"), folder, edit),
        "its own document": Command(linter(changed, "--isolated", "--no-cache"), folder),
    }
    costs = paired(commands, runs)
    changed.write_text(text, "utf-8")
    return row("one question edited in that bank", costs, {"its own document": 1})


def growing(place: Path, most: int) -> tuple[list[Row], growth.Series]:
    """Ten times the questions, again and again; the duplicate rules have a benchmark of their own."""
    rows: list[Row] = []
    series: dict[str, list[tuple[float, float]]] = {"documents of 200": [], "one document": []}
    for name, points in series.items():
        size = 1_000
        while size <= most:
            folder = inputs.bank(place / f"{name} {size}", size, 200 if name == "documents of 200" else size)
            line = linter(".", "--isolated", "--no-cache", "--jobs", "1", "--ignore", "duplicates")
            cost = once(Command(line, folder))
            points.append((size, cost.cpu))
            times = cost.cpu / points[-2][1] if len(points) > 1 else None
            rows.append({"work": f"{name}: {size:,} questions", **cost._asdict(), "times": times, "goal": 11})
            shutil.rmtree(folder)
            size *= 10
    return rows, series


def hard(place: Path) -> list[Row]:
    """Each hard document at a tenth of its size and at its size."""
    rows: list[Row] = []
    for name, (size, make) in inputs.HARD.items():
        costs = []
        for count in (size // 10, size):
            file = place / "hard.md"
            file.write_text(make(count), "utf-8")
            line = linter(file, "--isolated", "--no-cache", "--ignore", "duplicates")
            costs.append(once(Command(line)))
        times = costs[1].cpu / costs[0].cpu
        rows.append({"work": f"{size:,} {name}", **costs[1]._asdict(), "times": times, "goal": 11})
    return rows


def table(results: dict[str, Any]) -> str:
    """The results as Markdown."""
    lines = [
        results["machine"],
        "",
        "| work | wall | cpu | peak | against | ratio | goal |",
        "|---|--:|--:|--:|---|--:|--:|",
    ]
    for item in results["rows"]:
        own = item["costs"]["dlqa-lint"]
        first = [item["work"], f"{own['wall']:.3f} s", f"{own['cpu']:.3f} s", f"{own['memory']:.0f} MB"]
        for name, ratio in item["ratios"].items():
            lines.append(f"| {' | '.join(first)} | {name} | {ratio['wall']:.2f} | {ratio['goal']} |")
            first = ["", "", "", ""]
    lines += ["", "| command | work | wall | cpu | peak |", "|---|---|--:|--:|--:|"]
    for item in results["rows"]:
        for name, cost in item["costs"].items():
            lines.append(
                f"| {name} | {item['work']} | {cost['wall']:.3f} s | {cost['cpu']:.3f} s "
                f"| {cost['memory']:.0f} MB |"
            )
    lines += ["", "| work | cpu | peak | times a tenth of it | goal |", "|---|--:|--:|--:|--:|"]
    for item in [*results["growth"], *results["hard"]]:
        times = f"{item['times']:.1f}" if item["times"] else ""
        lines.append(
            f"| {item['work']} | {item['cpu']:.2f} s | {item['memory']:.0f} MB | {times} | {item['goal']} |"
        )
    lines += ["", "| import | milliseconds |", "|---|--:|"]
    lines += [f"| {name} | {cost:.1f} |" for name, cost in list(results["imports"].items())[:30]]
    return "\n".join([*lines, "", *results["missing"], ""])


def machine(runs: int) -> str:
    """What the numbers were measured on."""
    cores = f"{platform.machine()}, {os.cpu_count()} cores"
    return f"{cores}, Python {platform.python_version()}, medians of {runs} runs"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--folder", type=Path, help="a bank to measure (default: 19 generated documents)")
    parser.add_argument(
        "--document", type=Path, help="the one document (default: the bank of this repository)"
    )
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--most", type=int, default=100_000, help="the most questions of the growth")
    parser.add_argument("--output", type=Path, default=HERE, help="where the results go")
    options = parser.parse_args()
    document = (options.document or ROOT / "content" / "deep-learning-interview-questions.md").resolve()
    others, missing = peers()
    print("\n".join(missing), file=sys.stderr)
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        bank = place / "bank"
        if options.folder:
            shutil.copytree(options.folder, bank, copy_function=shutil.copyfile)
        else:
            inputs.bank(bank, 19 * 150, 150)
        for path in [bank, *bank.rglob("*")]:
            path.chmod(0o755 if path.is_dir() else 0o644)
        results: dict[str, Any] = {
            "machine": machine(options.runs),
            "missing": missing,
            "rows": [
                one_document(document, others, options.runs),
                with_settings(document, others, options.runs, place / "project"),
                whole_bank(bank, others, max(3, options.runs // 3)),
                unchanged(bank, options.runs),
                one_edit(bank, max(3, options.runs // 3)),
            ],
            "imports": imports(linter(document, "--isolated", "--no-cache"), ROOT),
            "hard": hard(place),
        }
        results["growth"], series = growing(place, options.most)
    options.output.mkdir(parents=True, exist_ok=True)
    (options.output / "results.json").write_text(json.dumps(results, indent=1) + "\n", "utf-8")
    (options.output / "growth.svg").write_text(growth.picture(series, "questions", "seconds"), "utf-8")
    (options.output / "table.md").write_text(table(results), "utf-8")
    print(table(results))


if __name__ == "__main__":
    main()
