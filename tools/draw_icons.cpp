// Host tool of the build: draws the app's mark into icon-<size>.png. draw_icons FOLDER
//
// The mark: a rounded square in the accent colour, on it the white open ring of a clock whose hand is a tick. All of it is
// distance fields, so that every size is drawn afresh with clean edges.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#define STB_IMAGE_WRITE_IMPLEMENTATION
#include <stb/stb_image_write.h>

namespace {

// The mark lives in a square from -1 to 1, y downwards.
struct Point {
  double x;
  double y;
};

constexpr double kPi = 3.14159265358979323846;
constexpr std::array<int, 4> kSizes = {32, 180, 192, 512};

double to_segment(Point p, Point a, Point b) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  const double t = std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
  return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double to_rounded_square(Point p, double half, double radius) {
  const double x = std::abs(p.x) - (half - radius);
  const double y = std::abs(p.y) - (half - radius);
  return std::hypot(std::max(x, 0.0), std::max(y, 0.0)) + std::min(std::max(x, y), 0.0) - radius;
}

/// Distance to the arc around the centre that leaves a gap of `half_gap` on both sides of `gap_at` (radians, clockwise from
/// three o'clock); its ends are round.
double to_open_ring(Point p, double radius, double gap_at, double half_gap) {
  double angle = std::atan2(p.y, p.x) - gap_at;
  angle = std::remainder(angle, 2 * kPi);
  if (std::abs(angle) > half_gap) return std::abs(std::hypot(p.x, p.y) - radius);
  const double end = gap_at + (angle < 0 ? -half_gap : half_gap);
  return std::hypot(p.x - radius * std::cos(end), p.y - radius * std::sin(end));
}

/// How much of a pixel lies inside, from the distance to the edge and the pixel's size.
double coverage(double distance, double pixel) { return std::clamp(0.5 - distance / pixel, 0.0, 1.0); }

std::vector<std::uint8_t> draw(int size) {
  constexpr double kAccent[3] = {0x0B, 0x6A, 0x66};
  const double pixel = 2.0 / size;
  // At 32 pixels thin lines turn grey: the strokes are a little heavier there.
  const double stroke = size <= 32 ? 0.095 : 0.075;
  std::vector<std::uint8_t> pixels;
  pixels.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4);
  for (int row = 0; row < size; ++row) {
    for (int column = 0; column < size; ++column) {
      const Point p{(column + 0.5) * pixel - 1, (row + 0.5) * pixel - 1};
      // The touch icon is masked by the system, which paints transparent corners black.
      const double square = size == 180 ? 1.0 : coverage(to_rounded_square(p, 0.98, 0.44), pixel);
      const double ring = to_open_ring(p, 0.58, -kPi / 4, 0.5) - stroke;
      const double tick = std::min(to_segment(p, {-0.26, 0.02}, {-0.06, 0.24}), to_segment(p, {-0.06, 0.24}, {0.50, -0.44})) - stroke;
      const double white = std::max(coverage(ring, pixel), coverage(tick, pixel));
      for (const double channel : kAccent) {
        pixels.push_back(static_cast<std::uint8_t>(std::lround(channel + (255 - channel) * white)));
      }
      pixels.push_back(static_cast<std::uint8_t>(std::lround(255 * square)));
    }
  }
  return pixels;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: draw_icons FOLDER\n");
    return 2;
  }
  for (const int size : kSizes) {
    const std::string path = std::string(argv[1]) + "/icon-" + std::to_string(size) + ".png";
    const std::vector<std::uint8_t> pixels = draw(size);
    if (stbi_write_png(path.c_str(), size, size, 4, pixels.data(), size * 4) == 0) {
      std::fprintf(stderr, "draw_icons: %s could not be written\n", path.c_str());
      return 2;
    }
  }
  return 0;
}
