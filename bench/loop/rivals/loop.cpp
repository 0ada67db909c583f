// The loop by hand in C++: `loop COUNT direction|grid-path` writes records of the same members to
// its output, and items a second of processor time, with the bytes of a line, to its error output.
// Each item comes from a hash of its index; a record is written by memcpy into one buffer.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace {

constexpr size_t kBuffer = 1 << 18, kLongest = 2048;
char buffer[kBuffer + kLongest];
char* out = buffer;

template <size_t N>
inline void put(const char (&text)[N]) {
  memcpy(out, text, N - 1);
  out += N - 1;
}

struct Text {
  char bytes[16];
  size_t length;
};

inline void put(const Text& text) {
  memcpy(out, text.bytes, 16);
  out += text.length;
}

Text numbers[10000];

inline void putNumber(uint64_t value) {
  if (value < 10000) return put(numbers[value]);
  putNumber(value / 1000);
  char digits[3] = {char('0' + value / 100 % 10), char('0' + value / 10 % 10),
                    char('0' + value % 10)};
  memcpy(out, digits, 3);
  out += 3;
}

// Splitmix64 from a state that the index gives.
struct Chance {
  uint64_t state;
  explicit Chance(uint64_t index) : state(index * 0xd1342543de82ef95u + 1) {}
  uint64_t next() {
    uint64_t z = state += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }
  uint32_t below(uint32_t count) { return uint32_t(((next() >> 32) * count) >> 32); }
};

const Text kColours[] = {{"red", 3},    {"green", 5}, {"blue", 4},   {"yellow", 6},
                         {"brown", 5},  {"purple", 6}, {"black", 5}, {"orange", 6},
                         {"gray", 4},   {"pink", 4},  {"cyan", 4},   {"olive", 5}};
const Text kWinds[] = {{"right", 5}, {"top right", 9},   {"top", 3},    {"top left", 8},
                       {"left", 4},  {"bottom left", 11}, {"bottom", 6}, {"bottom right", 12}};

struct Point {
  int x, y, name;
};

void drawPoints(Chance& chance, Point* points) {
  uint32_t used = 0;
  for (int i = 0; i < 3;) {
    Point p{int(chance.below(1001)), int(chance.below(1001)), int(chance.below(12))};
    bool fits = !(used >> p.name & 1);
    for (int j = 0; j < i; j++) {
      int dx = p.x - points[j].x, dy = p.y - points[j].y;
      fits = fits && dx * dx + dy * dy >= 10000;
    }
    if (!fits) continue;
    used |= 1u << p.name;
    points[i++] = p;
  }
}

void direction(uint64_t index) {
  Chance chance(index);
  Point p[3];
  double within, angle;
  int margin;
  do {
    drawPoints(chance, p);
    angle = std::atan2(p[1].y - p[0].y, p[1].x - p[0].x) * (180 / M_PI) + 382.5;
    within = std::fmod(angle, 45);
    margin = int(100 * std::min(within, 45 - within));
  } while (margin < 100);
  const Text &a = kColours[p[0].name], &b = kColours[p[1].name];
  put("{\"id\":\"direction-0000000000000000-");
  putNumber(index);
  put("\",\"task\":\"direction\",\"version\":1,\"profile\":\"fair\",\"seed\":0,\"index\":");
  putNumber(index);
  put(",\"knobs\":{},\"form\":\"open\",\"question\":\"Points (x, y), x to the right, y up: ");
  for (int i = 0; i < 3; i++) {
    if (i > 0) put(", ");
    put(kColours[p[i].name]), put(" ("), put(numbers[p[i].x]), put(", ");
    put(numbers[p[i].y]), put(")");
  }
  switch (chance.below(3)) {
    case 0:
      put(". Of eight directions of 45 degrees each, in which is "), put(b), put(" from ");
      put(a), put("?");
      break;
    case 1:
      put(". Which of eight directions of 45 degrees each leads from "), put(a), put(" to ");
      put(b), put("?");
      break;
    default:
      put(". Seen from "), put(a);
      put(", in which of eight directions of 45 degrees each does "), put(b), put(" lie?");
  }
  put("\",\"answer\":\""), put(kWinds[int(angle / 45) % 8]);
  put("\",\"choices\":null,\"frame\":\"y-up\",\"unit\":\"degree\",\"margin\":");
  put(numbers[margin / 100]);
  if (margin % 100 != 0) {
    *out++ = '.';
    *out++ = char('0' + margin / 10 % 10);
    if (margin % 10 != 0) *out++ = char('0' + margin % 10);
  }
  put(",\"instance\":{\"sectors\":\"image-eight\",\"frame\":\"y-up\",\"points\":[");
  for (int i = 0; i < 3; i++) {
    if (i > 0) put(",");
    put("[\""), put(kColours[p[i].name]), put("\","), put(numbers[p[i].x]), put(",");
    put(numbers[p[i].y]), put("]");
  }
  put("],\"from\":\""), put(a), put("\",\"to\":\""), put(b), put("\"}}\n");
}

const Text kMoves[] = {{"up", 2}, {"down", 4}, {"left", 4}, {"right", 5}};
constexpr int kStride = 10;
constexpr int kSteps[] = {-kStride, kStride, -1, 1};

// Cells stand in rows of ten, with a blocked border around them.
int search(const char* cells, int start, int goal, int* way) {
  int8_t steps[kStride * kStride];
  memset(steps, -1, sizeof steps);
  int queue[64], tail = 0;
  steps[goal] = 0;
  queue[tail++] = goal;
  for (int head = 0; head < tail && steps[start] < 0; head++) {
    for (int step : kSteps) {
      int next = queue[head] + step;
      if (cells[next] == '#' || steps[next] >= 0) continue;
      steps[next] = int8_t(steps[queue[head]] + 1);
      queue[tail++] = next;
    }
  }
  int length = steps[start];
  for (int at = start, i = 0; i < length; i++) {
    int move = 0;
    while (steps[at + kSteps[move]] != steps[at] - 1) move++;
    way[i] = move;
    at += kSteps[move];
  }
  return length;
}

void gridPath(uint64_t index) {
  Chance chance(index);
  char cells[kStride * kStride];
  int way[64], length;
  do {
    uint64_t blocked = chance.next() & chance.next();
    memset(cells, '#', sizeof cells);
    for (int i = 0; i < 64; i++) {
      if (!(blocked >> i & 1)) cells[kStride * (i / 8 + 1) + i % 8 + 1] = '.';
    }
    int start = int(chance.below(64)), goal = int(chance.below(64));
    start = kStride * (start / 8 + 1) + start % 8 + 1;
    goal = kStride * (goal / 8 + 1) + goal % 8 + 1;
    cells[start] = 'S';
    cells[goal] = 'G';
    length = search(cells, start, goal, way);
  } while (length < 3 || length > 10);
  put("{\"id\":\"grid-path-0000000000000000-");
  putNumber(index);
  put("\",\"task\":\"grid-path\",\"version\":1,\"profile\":\"fair\",\"seed\":0,\"index\":");
  putNumber(index);
  put(",\"knobs\":{\"width\":8,\"height\":8,\"ask\":\"way\"},\"form\":\"open\",\"question\":\"In "
      "this grid # is blocked, . is free, S is the start and G the goal. A step goes up, down, "
      "left or right to a cell that is not blocked.\\n");
  for (int row = 1; row <= 8; row++) {
    memcpy(out, cells + kStride * row + 1, 8);
    out += 8;
    put("\\n");
  }
  if (chance.below(2) == 0) {
    put("By which moves (up, down, left, right) does a shortest way lead from S to G?");
  } else {
    put("Give a shortest way from S to G as moves, each up, down, left or right.");
  }
  put("\",\"answer\":\"");
  for (int i = 0; i < length; i++) {
    if (i > 0) put(" ");
    put(kMoves[way[i]]);
  }
  put("\",\"choices\":null,\"frame\":\"y-down\",\"unit\":null,\"margin\":null,\"instance\":"
      "{\"ask\":\"way\",\"rows\":[");
  for (int row = 1; row <= 8; row++) {
    if (row > 1) put(",");
    put("\"");
    memcpy(out, cells + kStride * row + 1, 8);
    out += 8;
    put("\"");
  }
  put("]}}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const uint64_t count = strtoull(argv[1], nullptr, 10);
  const bool grid = strcmp(argv[2], "grid-path") == 0;
  for (int i = 0; i < 10000; i++) {
    numbers[i].length = size_t(snprintf(numbers[i].bytes, sizeof numbers[i].bytes, "%d", i));
  }
  uint64_t bytes = 0;
  const clock_t start = clock();
  for (uint64_t i = 0; i < count; i++) {
    grid ? gridPath(i) : direction(i);
    if (size_t(out - buffer) < kBuffer && i + 1 < count) continue;
    bytes += fwrite(buffer, 1, size_t(out - buffer), stdout);
    out = buffer;
  }
  fflush(stdout);
  const double seconds = double(clock() - start) / CLOCKS_PER_SEC;
  fprintf(stderr, "{\"perSecond\": %f, \"bytes\": %f}", double(count) / seconds,
          double(bytes) / double(count));
}
