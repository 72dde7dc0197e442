#include <doctest/doctest.h>

#include "ui/widgets_wrapped_edit.h"

using dryrun::ui::WrappedText;

namespace {

WrappedText sample() {
  WrappedText text;
  text.set("one two three", {4, 8});
  return text;
}

}  // namespace

TEST_CASE("soft breaks are shown and are no part of the words") {
  const WrappedText text = sample();
  CHECK(text.shown() == "one \ntwo \nthree");
  CHECK(text.words() == "one two three");
  for (std::size_t at = 0; at <= text.words().size(); ++at) CHECK(text.to_words(text.to_shown(at)) == at);
}

TEST_CASE("typing, deleting and pasting over a soft break edit the words alone") {
  WrappedText text = sample();
  CHECK(text.take_edit("one \ntwo x\nthree", false));
  CHECK(text.words() == "one two xthree");
  text = sample();
  CHECK(text.take_edit("one \ntwo\nthree", false));
  CHECK(text.words() == "one twothree");
  text = sample();
  CHECK(text.take_edit("on!ee", false));
  CHECK(text.words() == "on!ee");
}

TEST_CASE("deleting a soft break deletes the character beside it, in the direction of the key") {
  WrappedText text = sample();
  CHECK(text.take_edit("one two \nthree", false));
  CHECK(text.words() == "onetwo three");
  text = sample();
  CHECK(text.take_edit("one two \nthree", true));
  CHECK(text.words() == "one wo three");
}

TEST_CASE("a hard break stays one") {
  WrappedText text = sample();
  CHECK(text.take_edit("one \ntwo \nth\nree", false));
  CHECK(text.words() == "one two th\nree");
}

TEST_CASE("nothing changes when nothing was edited") {
  WrappedText text = sample();
  CHECK(!text.take_edit(text.shown(), false));
  CHECK(text.words() == "one two three");
}
