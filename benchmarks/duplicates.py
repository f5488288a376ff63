"""Time and memory of the duplicate rules on generated banks, and how many of the pairs there are they find.

    python benchmarks/duplicates.py [--sizes 1000 10000 100000] [--brute 1500]

A generated bank has a vocabulary with the long tail of real ones, documents of 200 questions with a subject
each, and one question in ten asked again in other words. A plain run looks for duplicates; related
questions, which are off unless selected, take longer to find. Times are of the processor, so that a busy
machine does not count; memory is what the process holds at its peak, the interpreter included.
"""

import argparse
import multiprocessing
import random
import resource
import sys
import time
from itertools import accumulate, combinations
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "src"))

from dlqa_lint.similarity import DUPLICATE, RELATED, Asked, Scorer

FORMS = (
    "What is {}?",
    "Explain {}.",
    "How does {} work?",
    "What are the advantages of {}?",
    "Why do we use {}?",
    "What are the types of {}?",
    "How do you create {}?",
    "What is the difference between {} and {}?",
    "How do you test {} in {}?",
    "What happens when {} fails during {}?",
    "When would you choose {} over {}?",
)
AGAIN = {
    "What is {}?": "Can you explain what {} is?",
    "Explain {}.": "Describe the concept of {}.",
    "How does {} work?": "Explain how {} works.",
    "What are the advantages of {}?": "What are the benefits of {}?",
    "Why do we use {}?": "What is the purpose of {}?",
    "What is the difference between {} and {}?": "Compare {} and {}.",
}
LETTERS = "bcdfghjklmnpqrstvwz"
DOCUMENT = 200


def word(chance: random.Random) -> str:
    """A word of two to four random syllables."""
    return "".join(chance.choice(LETTERS) + chance.choice("aeiou") for _ in range(chance.randint(2, 4)))


def bank(size: int, seed: int = 7) -> list[Asked]:
    """A generated bank of so many questions."""
    chance = random.Random(seed)
    words = [word(chance) for _ in range(max(2_000, size // 2))]
    tail = list(accumulate(1 / (rank + 60) for rank in range(len(words))))
    questions: list[Asked] = []
    asked: list[tuple[str, list[str]]] = []
    while len(questions) < size:
        document, position = divmod(len(questions), DOCUMENT)
        if asked and chance.random() < 0.1:
            form, subjects = asked[-chance.randint(1, min(len(asked), DOCUMENT))]
            form = AGAIN.get(form, form)
        else:
            form = chance.choice(FORMS)
            subjects = [
                " ".join(chance.choices(words, cum_weights=tail, k=chance.choice((1, 2, 2, 3, 3))))
                for _ in range(2)
            ]
            asked.append((form, subjects))
        answer = " ".join(chance.choices(words, cum_weights=tail, k=40))
        questions.append(Asked(f"{document:05}.md", position, form.format(*subjects), answer=answer))
    return questions


def measure(size: int, level: str) -> None:
    """Print what looking for pairs of a level costs in a bank of this size."""
    questions = bank(size)
    start = time.process_time()
    survey = Scorer(questions).survey(level)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{size:7} questions, {level}: {seconds:6.2f} s, peak {peak:5.0f} MB, "
        f"{len(survey.pairs)} pairs, {len(survey.equal)} equal groups",
        flush=True,
    )


def found(size: int, level: str) -> None:
    """Print how many of the pairs that comparing everything with everything finds the index finds."""
    questions = bank(size)
    scorer = Scorer(questions)
    pairs = {(pair.first, pair.second) for pair in scorer.survey(level).pairs if pair.evidence == "question"}
    firsts = list({question.text: place for place, question in reversed(list(enumerate(questions)))}.values())
    every = {
        (one, other)
        for one, other in combinations(sorted(firsts), 2)
        if scorer.compare(questions[one], questions[other]).level in (level, DUPLICATE)
    }
    print(
        f"{size:7} questions, {level}: {len(pairs & every)} of {len(every)} pairs found, "
        f"{len(pairs - every)} others"
    )


def main() -> None:
    """Run every size in a process of its own, so that its memory can be told."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[50, 1_000, 10_000, 100_000])
    parser.add_argument(
        "--brute", type=int, default=1_500, help="questions to compare each with each; 0: none"
    )
    arguments = parser.parse_args()
    start = multiprocessing.get_context("spawn")
    for task, size in [*((measure, size) for size in arguments.sizes), (found, arguments.brute)]:
        for level in (DUPLICATE, RELATED) if size else ():
            process = start.Process(target=task, args=(size, level))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
