// The one place that changes truth: update(Model, Message, now) -> Effects. Pure but for the Model it is given: no clock, no random, no
// storage; what the world has to do comes out as Effects, and its answers come back as Messages.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/message.h"
#include "app/model.h"

namespace dryrun::app {

/// 64 random bits are wanted; they come back as RandomArrived.
struct RequestRandom {};
/// Write this change to the journal now, synchronously; the snapshot may follow soon after.
struct Journal { progress::Change change; };
/// All stored bytes of this app are to go (after "erase all": an epoch stays in the snapshot that follows).
struct EraseJournal {};
struct PickFile {};
struct Download { std::string file_name; std::string mime_type; std::string bytes; };
/// Said by a screen reader: politely, or at once for errors and the 30-second warning.
struct Announce { std::string text; bool is_urgent = false; };
/// The result of an embedded attempt for the page around, a JSON document.
struct PostToHost { std::string json; };

using Effect = std::variant<RequestRandom, Journal, EraseJournal, PickFile, Download, Announce, PostToHost>;
using Effects = std::vector<Effect>;

[[nodiscard]] Effects update(Model& model, const Message& message, Now now);

/// A model ready for use: judge, bank and pairs made from the data, everything else at rest.
[[nodiscard]] Model make_model(std::shared_ptr<const scoring::Judge> judge, bank::Bank bank, Environment environment,
                               std::shared_ptr<const std::vector<selftest::Pair>> pairs = nullptr);

/// When update wants a Tick next, monotonic; empty when nothing is due. The platform arms one timer for it besides frames.
[[nodiscard]] std::optional<std::int64_t> next_deadline_ms(const Model& model);

}  // namespace dryrun::app
