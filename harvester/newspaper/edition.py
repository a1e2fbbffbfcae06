"""``Newspaper``: what the paper has printed so far, and how it changes from one visit to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from harvester.newspaper.coding import zipped
from harvester.newspaper.desk import current_day, dated, read_blocks, read_pieces
from harvester.newspaper.expected import Expected, expect
from harvester.newspaper.layouts.sheet import Sheet
from harvester.newspaper.paths import path_of
from harvester.newspaper.piece import Piece
from harvester.newspaper.rails import rails_of
from harvester.newspaper.routes import route
from harvester.newspaper.validators import conditional
from harvester.newspaper.web import Answer, Request

Handler = Callable[[Request], Answer]


@dataclass(frozen=True, slots=True)
class Visit:
    """One request as it was answered."""

    request: Request
    status: int
    sent: int
    """Bytes of the body."""


@dataclass
class State:
    """Everything that changes while the paper is read."""

    pieces: tuple[Piece, ...]
    clock: datetime
    """When something changed last."""
    withdrawn: dict[str, int] = field(default_factory=dict)
    """Path of a piece that is gone, and the status that its address answers."""
    dress: int = 0
    dressed: datetime | None = None
    """When the furniture of all pages changed last."""


class Newspaper:
    """A small paper: 49 pieces in five sections and seven languages, dated back from ``today``.

    Every method that changes it takes effect with the next request; ``visits`` tells what was asked.
    """

    def __init__(self, articles: Sequence[Piece] | None = None, today: date | None = None) -> None:
        self.today = today or current_day()
        pieces = tuple(articles) if articles is not None else read_pieces(self.today)
        self.state = State(pieces, dated(self.today, 0, "01:00"))
        self.visits: list[Visit] = []
        self._bent: dict[str, Handler] = {}
        self._printed: dict[tuple[str, str], Answer] = {}

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What can be read now, newest first."""
        return self.state.pieces

    def piece(self, number: int) -> Piece:
        """The piece of that number; ``KeyError`` when the paper has none."""
        return {piece.id: piece for piece in self.pieces}[number]

    def sheet(self, piece: Piece, base: str) -> Sheet:
        """What a layout needs to print a piece at its own address."""
        return Sheet(piece, rails_of(piece, self.pieces), base, path_of(piece), self.state.dress)

    def expected(self) -> tuple[Expected, ...]:
        """What a perfect harvester records of each piece, newest first."""
        return tuple(expect(self.sheet(piece, "")) for piece in self.pieces)

    # What happens between two visits

    def publish(self, piece: Piece) -> None:
        """Print a new piece on top of the others."""
        self._replace((piece, *self.pieces))

    def change(self, number: int, *, body: str, note: str) -> Piece:
        """Give a piece another text and a correction note; its time of change moves on."""
        changed = replace(
            self.piece(number), blocks=read_blocks(body), correction=note, modified=self._tick()
        )
        self._replace([changed if piece.id == number else piece for piece in self.pieces])
        return changed

    def redecorate(self) -> None:
        """Change the advertisement on every article page, and nothing else."""
        self.state.dress += 1
        self.state.dressed = self._tick()
        self._printed.clear()

    def withdraw(self, number: int) -> Piece:
        """Take a piece back: its addresses answer 410 from now on."""
        return self._remove(number, 410)

    def lose(self, number: int) -> Piece:
        """Lose a piece: its addresses answer 404 from now on."""
        return self._remove(number, 404)

    def bend(self, path: str, handler: Handler) -> None:
        """Let ``handler`` answer a path, with every query, in place of the paper."""
        self._bent[path] = handler

    # How it answers

    def answer(self, request: Request) -> Answer:
        """The answer to a request: a bent path first, else what is printed, or 304 for what is known."""
        handler = self._bent.get(request.path)
        answer = handler(request) if handler else zipped(conditional(self._print(request), request), request)
        self.visits.append(Visit(request, answer.status, answer.length))
        return answer

    def _print(self, request: Request) -> Answer:
        key = (request.target, request.base)
        if key not in self._printed:
            self._printed[key] = route(self, request)
        return self._printed[key]

    def _remove(self, number: int, status: int) -> Piece:
        gone = self.piece(number)
        self.state.withdrawn |= dict.fromkeys((expect(self.sheet(gone, "")).paths), status)
        self._replace([piece for piece in self.pieces if piece.id != number])
        return gone

    def _replace(self, pieces: Sequence[Piece]) -> None:
        self.state.pieces = tuple(pieces)
        self._printed.clear()

    def _tick(self) -> datetime:
        self.state.clock += timedelta(seconds=1)
        return self.state.clock
