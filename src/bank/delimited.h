// Tables as spreadsheets and card programs write them: rows of cells between separators, a cell in quotes where it holds a separator, a
// quote (doubled) or a line's end (RFC 4180). Says nothing of what the cells mean.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dryrun::bank {

struct DelimitedRow {
  int line = 0;  ///< from 1, where the row begins
  std::vector<std::string> cells;
};

struct Delimited {
  std::vector<DelimitedRow> rows;  ///< without blank ones
  int unclosed_line = 0;           ///< where a quote opens that nothing closes; 0 when there is none
};

/// Reads `bytes`, whose first line has the number `first_line`. Line ends are \n or \r\n; both become \n inside of a cell.
[[nodiscard]] Delimited read_delimited(std::string_view bytes, char separator, int first_line = 1);

}  // namespace dryrun::bank
