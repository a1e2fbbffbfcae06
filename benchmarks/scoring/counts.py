"""Right, too much, missed: counts, their precision, recall and F1."""

from collections import Counter
from dataclasses import dataclass


@dataclass(frozen=True)
class Counts:
    """What was right, what was too much, what was missed: numbers, or shares of their sum."""

    right: float
    extra: float
    missed: float

    @property
    def precision(self):
        """Nothing given is wrong only if something was wanted."""
        given = self.right + self.extra
        return self.right / given if given else float(self.missed == 0)

    @property
    def recall(self):
        """Nothing wanted is missed only if something was given."""
        wanted = self.right + self.missed
        return self.right / wanted if wanted else float(self.extra == 0)

    @property
    def f1(self):
        p, r = self.precision, self.recall
        return harmonic(p, r)

    def scaled(self):
        """The same, summing to one: a long text weighs no more than a short one."""
        total = self.right + self.extra + self.missed
        return (
            Counts(self.right / total, self.extra / total, self.missed / total) if total else Counts(0, 0, 0)
        )


def harmonic(p, r):
    return 2 * p * r / (p + r) if p + r else 0.0


def compared(wanted, given):
    """Two bags, compared."""
    wanted, given = Counter(wanted), Counter(given)
    right = (wanted & given).total()
    return Counts(right, given.total() - right, wanted.total() - right)


def mean(values):
    """The mean, ``None`` of nothing."""
    values = list(values)
    return sum(values) / len(values) if values else None


def ratio(part, whole):
    """A share, ``None`` of nothing."""
    return part / whole if whole else None
