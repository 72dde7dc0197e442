#include "ui/semantics.h"

#include <algorithm>

#include "text/json.h"

namespace dryrun::ui {
namespace {

using json::Value;

/// Tenths of a CSS pixel: enough for a twin that lies over the picture, and short.
Value number(float value) {
  Value result;
  const auto tenths = static_cast<std::int64_t>(value * 10.0f + (value < 0 ? -0.5f : 0.5f));
  result.kind = tenths % 10 == 0 ? json::Kind::integer : json::Kind::number;
  result.integer = tenths / 10;
  result.number = static_cast<double>(tenths) / 10.0;
  return result;
}

Value rect_value(const Rect& rect) {
  Value result = Value::array();
  result.push(number(rect.x)).push(number(rect.y)).push(number(rect.width)).push(number(rect.height));
  return result;
}

/// Default values are left out: the twin's reader fills them in.
Value node_value(const Node& node) {
  Value result = Value::object();
  result.set("id", Value::of(std::string_view(node.id)));
  result.set("role", Value::of(to_id(node.role)));
  result.set("parent", Value::of(node.parent));
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) result.set(key, Value::of(std::string_view(value)));
  };
  text("name", node.name);
  text("value", node.value);
  text("description", node.description);
  text("placeholder", node.placeholder);
  if (!node.options.empty()) {
    Value options = Value::array();
    for (const Option& option : node.options) {
      Value item = Value::object();
      item.set("value", Value::of(std::string_view(option.value))).set("name", Value::of(std::string_view(option.name)));
      options.push(std::move(item));
    }
    result.set("options", std::move(options));
  }
  if (node.level > 0) result.set("level", Value::of(node.level));
  result.set("rect", rect_value(node.rect));
  result.set("clip", rect_value(node.clip));
  const auto flag = [&](const char* key, bool value) {
    if (value) result.set(key, Value::of(true));
  };
  flag("focusable", node.is_focusable);
  flag("disabled", node.is_disabled);
  if (node.role == Role::checkbox || node.role == Role::radio) result.set("checked", Value::of(node.is_checked));
  if (node.has_pressed) result.set("pressed", Value::of(node.is_pressed));
  if (node.has_expanded) result.set("expanded", Value::of(node.is_expanded));
  flag("current", node.is_current);
  if (node.font_size > 0) result.set("font_size", number(node.font_size));
  return result;
}

}  // namespace

const Node* Tree::find(std::string_view id) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.id == id; });
  return found == nodes.end() ? nullptr : &*found;
}

const Node* Tree::find(Role role, std::string_view name) const {
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const Node& node) { return node.role == role && node.name == name; });
  return found == nodes.end() ? nullptr : &*found;
}

std::string_view to_id(Role role) {
  switch (role) {
    case Role::main: return "main";
    case Role::navigation: return "navigation";
    case Role::complementary: return "complementary";
    case Role::region: return "region";
    case Role::group: return "group";
    case Role::heading: return "heading";
    case Role::text: return "text";
    case Role::list: return "list";
    case Role::list_item: return "list_item";
    case Role::button: return "button";
    case Role::link: return "link";
    case Role::checkbox: return "checkbox";
    case Role::radio: return "radio";
    case Role::combobox: return "combobox";
    case Role::text_field: return "text_field";
    case Role::text_area: return "text_area";
    case Role::progress_bar: return "progress_bar";
    case Role::status: return "status";
    case Role::alert: return "alert";
    case Role::dialog: return "dialog";
    case Role::image: return "image";
  }
  return "text";
}

std::string to_json(const Tree& tree) {
  Value result = Value::object();
  result.set("title", Value::of(std::string_view(tree.title)));
  result.set("focused", Value::of(std::string_view(tree.focused)));
  result.set("dialog", Value::of(std::string_view(tree.dialog)));
  result.set("dark", Value::of(tree.is_dark));
  // Decimal text: 64 bits don't fit a JavaScript number.
  result.set("hash", Value::of(std::string_view(std::to_string(tree.content_hash))));
  Value nodes = Value::array();
  nodes.items.reserve(tree.nodes.size());
  for (const Node& node : tree.nodes) nodes.push(node_value(node));
  result.set("nodes", std::move(nodes));
  return json::dump(result);
}

}  // namespace dryrun::ui
