#include "text/json.h"

#include <algorithm>

namespace dryrun::json {

const Value* Value::find(std::string_view key) const {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  return found == members.end() ? nullptr : &found->value;
}

Value Value::of(bool value) {
  Value result;
  result.kind = Kind::boolean;
  result.boolean = value;
  return result;
}

Value Value::of(std::int64_t value) {
  Value result;
  result.kind = Kind::integer;
  result.integer = value;
  result.number = static_cast<double>(value);
  return result;
}

// Not in the class: clang with libstdc++ wants Member to be complete where a Value is returned.
Value Value::of(int value) { return of(static_cast<std::int64_t>(value)); }

Value Value::of(const char* value) { return of(std::string_view(value)); }

Value Value::of(std::string_view value) {
  Value result;
  result.kind = Kind::string;
  result.string = value;
  return result;
}

Value Value::array() {
  Value result;
  result.kind = Kind::array;
  return result;
}

Value Value::object() {
  Value result;
  result.kind = Kind::object;
  return result;
}

Value& Value::push(Value item) {
  items.push_back(std::move(item));
  return *this;
}

Value& Value::set(std::string_view key, Value item) {
  const auto found = std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
  if (found != members.end()) {
    found->value = std::move(item);
  } else {
    members.push_back({std::string(key), 0, std::move(item)});
  }
  return *this;
}

bool same(const Value& a, const Value& b) {
  if (a.kind != b.kind) return false;
  switch (a.kind) {
    case Kind::null: return true;
    case Kind::boolean: return a.boolean == b.boolean;
    case Kind::integer: return a.integer == b.integer;
    // Equal up to what printing keeps; both came from the same decimal text or from the same sum.
    case Kind::number: return !(a.number < b.number) && !(b.number < a.number);
    case Kind::string: return a.string == b.string;
    case Kind::array: return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(), same);
    case Kind::object:
      return std::equal(a.members.begin(), a.members.end(), b.members.begin(), b.members.end(),
                        [](const Member& left, const Member& right) { return left.key == right.key && same(left.value, right.value); });
  }
  return false;
}

Position position_of(std::string_view bytes, std::size_t offset) {
  const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
  const std::size_t line_start = before.rfind('\n');
  Position position;
  position.line = static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1;
  position.column = static_cast<int>(line_start == std::string_view::npos ? before.size() : before.size() - line_start - 1) + 1;
  return position;
}

}  // namespace dryrun::json
