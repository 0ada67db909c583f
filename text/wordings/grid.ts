/** The words of questions about grids, in one language. */
export interface GridWords {
  /** The rules and the grid: {grid}. */
  readonly given: string;
  /** What stands in its place where the picture alone shows the grid. */
  readonly shown: string;
  /** The same where there is a way rather than a goal: {grid}. */
  readonly marked: string;
  readonly markedShown: string;
  /** The moves up, right, down and left. */
  readonly moves: readonly [string, string, string, string];
  /** Asks for the least number of steps. */
  readonly length: readonly string[];
  readonly lengthClaim: string;
  /** Asks for a shortest way. */
  readonly way: readonly string[];
  /** Asks for the number of shortest ways. */
  readonly count: readonly string[];
  readonly countClaim: string;
  /** Asks what a route is: {route}. */
  readonly check: readonly string[];
  readonly checkClaim: string;
  /** A shortest way, a longer one, and none. */
  readonly checks: readonly [string, string, string];
  /** Asks for the first move of a shortest way. */
  readonly next: readonly string[];
  readonly nextClaim: string;
  /** Asks where instructions lead: {facing}, {legs}. */
  readonly follow: readonly string[];
  readonly followClaim: string;
  /** The headings up, right, down and left. */
  readonly facings: readonly [string, string, string, string];
  /** Straight on, a turn to the right, around, to the left. */
  readonly turns: readonly [string, string, string, string];
  /** One step, and {count} steps. */
  readonly steps: readonly [one: string, more: string];
  /** Asks for the order of landmarks: {route}. */
  readonly order: readonly string[];
  readonly orderClaim: string;
  /** What a picture shows: {grid}. */
  readonly alt: string;
}

const EN: GridWords = {
  given: "In this grid # is blocked, . is free, S is the start and G the goal. A step goes up, " +
    "down, left or right to a cell that is not blocked.\n{grid}\n",
  shown: "In the picture dark cells are blocked, S is the start and G the goal. A step goes up, " +
    "down, left or right to a cell that is not blocked. ",
  marked: "In this grid # is blocked, . is free, S is the start and other letters are landmarks. " +
    "Up is towards the first row.\n{grid}\n",
  markedShown: "In the picture dark cells are blocked, S is the start and other letters are " +
    "landmarks. ",
  moves: ["up", "right", "down", "left"],
  length: [
    "How many steps does a shortest way from S to G take?",
    "What is the least number of steps from S to G?",
    "With as few steps as possible, how many lead from S to G?",
    "What is the length, in steps, of a shortest way from S to G?",
    "How many steps are needed at least to get from S to G?",
  ],
  lengthClaim: "a shortest way from S to G takes {claim} steps.",
  way: [
    "Give a shortest way from S to G as moves, each up, down, left or right.",
    "By which moves (up, down, left, right) does a shortest way lead from S to G?",
    "List the moves of a shortest way from S to G: up, down, left or right for each step.",
    "Write down a shortest way from S to G, move by move (up, down, left, right).",
    "How does one get from S to G in as few steps as possible? Name each move: up, down, left or right.",
  ],
  count: [
    "How many different shortest ways lead from S to G?",
    "In how many ways can G be reached from S with as few steps as possible?",
    "Count the different shortest ways from S to G.",
    "How many ways from S to G are as short as possible?",
    "What is the number of different shortest ways from S to G?",
  ],
  countClaim: "there are {claim} different shortest ways from S to G.",
  check: [
    "Is this a shortest way from S to G, a longer way, or not a way: {route}?",
    "A route from S: {route}. Is it a shortest way to G, a longer way, or not a way?",
    "Somebody goes from S: {route}. Is that a shortest way to G, a longer way, or not a way?",
    "Do these moves make a shortest way from S to G, a longer way, or not a way: {route}?",
    "Judge this route from S to G, {route}: is it a shortest way, a longer way, or not a way?",
  ],
  checkClaim: "the route {route} from S to G is {claim}.",
  checks: ["a shortest way", "a longer way", "not a way"],
  next: [
    "On a shortest way from S to G, which move comes first: up, down, left or right?",
    "Which first move from S begins a shortest way to G: up, down, left or right?",
    "You stand at S and want to reach G in as few steps as possible. Which move comes first: up, down, left or right?",
    "Which move should be made first on a shortest way from S to G: up, down, left or right?",
    "A shortest way from S to G begins with which move: up, down, left or right?",
  ],
  nextClaim: "a shortest way from S to G begins with the move {claim}.",
  follow: [
    "You are at S and face {facing}. {legs} At which landmark are you then?",
    "Somebody starts at S, facing {facing}, and follows these words: {legs} Which landmark is " +
    "reached?",
    "Start at S, facing {facing}. {legs} Which landmark do you stand on?",
    "From S, facing {facing}, these words are followed: {legs} At which landmark do they end?",
    "A robot stands at S and faces {facing}. It is told: {legs} At which landmark does it stop?",
  ],
  followClaim: "from S, facing {facing}, these words lead to {claim}: {legs}",
  facings: ["up", "right", "down", "left"],
  turns: ["Go", "Turn right and go", "Turn around and go", "Turn left and go"],
  steps: [" 1 step forward.", " {count} steps forward."],
  order: [
    "The moves from S are: {route}. In which order are the landmarks passed?",
    "Somebody goes from S by these moves: {route}. Name the landmarks in the order they are passed.",
    "Starting at S, the moves are: {route}. List the landmarks in the order they are passed.",
    "A walk from S: {route}. Which landmarks does it pass, in order?",
    "Follow these moves from S: {route}. In which order do you pass the landmarks?",
  ],
  orderClaim: "by the moves {route} from S, the landmarks are passed in the order {claim}.",
  alt: "a grid, row by row: {grid}",
};

/** The words of every language. */
export const GRID_WORDS: Readonly<Record<"en" | "de", GridWords>> = {
  en: EN,
  de: {
    given: "In diesem Gitter ist # gesperrt, . frei, S der Start und G das Ziel. Ein Schritt " +
      "führt nach oben, unten, links oder rechts auf ein Feld, das nicht gesperrt ist.\n{grid}\n",
    shown: "Im Bild sind dunkle Felder gesperrt, S ist der Start und G das Ziel. Ein Schritt " +
      "führt nach oben, unten, links oder rechts auf ein Feld, das nicht gesperrt ist. ",
    marked: "In diesem Gitter ist # gesperrt, . frei, S der Start, und andere Buchstaben sind " +
      "Wegmarken. Oben ist die erste Zeile.\n{grid}\n",
    markedShown: "Im Bild sind dunkle Felder gesperrt, S ist der Start, und andere Buchstaben " +
      "sind Wegmarken. ",
    moves: ["oben", "rechts", "unten", "links"],
    length: [
      "Wie viele Schritte hat ein kürzester Weg von S nach G?",
      "Mit wie vielen Schritten kommt man mindestens von S nach G?",
      "Wie viele Schritte braucht man von S nach G, wenn es so wenige wie möglich sind?",
      "Wie lang ist ein kürzester Weg von S nach G, in Schritten?",
      "Was ist die kleinste Zahl von Schritten von S nach G?",
    ],
    lengthClaim: "ein kürzester Weg von S nach G hat {claim} Schritte.",
    way: [
      "Nenne einen kürzesten Weg von S nach G als Züge, je oben, unten, links oder rechts.",
      "Durch welche Züge (oben, unten, links, rechts) führt ein kürzester Weg von S nach G?",
      "Schreibe einen kürzesten Weg von S nach G Zug um Zug auf (oben, unten, links, rechts).",
      "Zähle die Züge eines kürzesten Wegs von S nach G auf: je oben, unten, links oder rechts.",
      "Wie kommt man mit so wenigen Schritten wie möglich von S nach G? Nenne jeden Zug: oben, unten, links oder rechts.",
    ],
    count: [
      "Wie viele verschiedene kürzeste Wege führen von S nach G?",
      "Auf wie viele Arten kommt man mit so wenigen Schritten wie möglich von S nach G?",
      "Zähle die verschiedenen kürzesten Wege von S nach G.",
      "Wie viele Wege von S nach G sind so kurz wie möglich?",
      "Wie groß ist die Zahl der verschiedenen kürzesten Wege von S nach G?",
    ],
    countClaim: "es gibt {claim} verschiedene kürzeste Wege von S nach G.",
    check: [
      "Ist das ein kürzester Weg, ein längerer Weg oder kein Weg von S nach G: {route}?",
      "Eine Route von S: {route}. Ist sie ein kürzester Weg nach G, ein längerer Weg oder kein Weg?",
      "Jemand geht von S aus: {route}. Ist das ein kürzester Weg nach G, ein längerer Weg oder kein Weg?",
      "Ergeben diese Züge einen kürzesten Weg von S nach G, einen längeren Weg oder keinen Weg: {route}?",
      "Beurteile diese Route von S nach G, {route}: ist sie ein kürzester Weg, ein längerer Weg oder kein Weg?",
    ],
    checkClaim: "die Züge {route} sind von S nach G {claim}.",
    checks: ["ein kürzester Weg", "ein längerer Weg", "kein Weg"],
    next: [
      "Mit welchem Zug beginnt ein kürzester Weg von S nach G: oben, unten, links oder rechts?",
      "Welcher Zug kommt auf einem kürzesten Weg von S nach G zuerst: oben, unten, links oder rechts?",
      "Du stehst auf S und willst mit so wenigen Schritten wie möglich nach G. Welcher Zug kommt zuerst: oben, unten, links oder rechts?",
      "Welchen Zug macht man von S aus zuerst, um auf kürzestem Weg nach G zu kommen: oben, unten, links oder rechts?",
      "Nach welcher Seite führt der erste Schritt eines kürzesten Wegs von S nach G: oben, unten, links oder rechts?",
    ],
    nextClaim: "ein kürzester Weg von S nach G beginnt mit dem Zug nach {claim}.",
    follow: [
      "Du stehst auf S und blickst nach {facing}. {legs} Auf welcher Wegmarke bist du dann?",
      "Jemand steht auf S, blickt nach {facing} und folgt diesen Worten: {legs} Welche Wegmarke erreicht er?",
      "Beginne auf S mit Blick nach {facing}. {legs} Auf welcher Wegmarke stehst du?",
      "Von S mit Blick nach {facing} gelten diese Worte: {legs} An welcher Wegmarke enden sie?",
      "Ein Roboter steht auf S und blickt nach {facing}. Er hört: {legs} Auf welcher Wegmarke hält er?",
    ],
    followClaim: "von S mit Blick nach {facing} führen diese Worte nach {claim}: {legs}",
    facings: ["oben", "rechts", "unten", "links"],
    turns: [
      "Geh",
      "Dreh dich nach rechts und geh",
      "Dreh dich um und geh",
      "Dreh dich nach links und geh",
    ],
    steps: [" 1 Schritt vorwärts.", " {count} Schritte vorwärts."],
    order: [
      "Die Züge von S aus sind: {route}. In welcher Reihenfolge kommen die Wegmarken?",
      "Jemand geht von S aus mit diesen Zügen: {route}. Nenne die Wegmarken in der Reihenfolge, in der sie kommen.",
      "Folge diesen Zügen von S aus: {route}. In welcher Reihenfolge kommst du an den Wegmarken vorbei?",
      "Ein Gang von S aus: {route}. Welche Wegmarken liegen am Weg, der Reihe nach?",
      "Von S aus sind die Züge: {route}. Zähle die Wegmarken der Reihe nach auf.",
    ],
    orderClaim: "durch die Züge {route} von S aus kommen die Wegmarken in der Reihenfolge {claim}.",
    alt: "ein Gitter, Zeile für Zeile: {grid}",
  },
};
