#include "platform/headless/headless.h"

#include <algorithm>
#include <utility>

#include "text/overloaded.h"

namespace dryrun::headless {

Headless::Headless(app::Model model, MemoryStore& store, std::string tab)
    : fresh_(model), model_(std::move(model)), store_(store), tab_(std::move(tab)) {
  open();
}

void Headless::open() {
  const progress::Recovered recovered = store_.read();
  store_.open_tab(tab_);
  send(app::Loaded{recovered});
  store_.take_over(recovered);
  save();
}

void Headless::send(const app::Message& message) {
  const app::Effects effects = app::update(model_, message, now_);
  for (const app::Effect& effect : effects) carry_out(effect);
  if (must_save_ && saves_at_once) save();
}

void Headless::carry_out(const app::Effect& effect) {
  std::visit(Overloaded{
                 [&](const app::RequestRandom&) {
                   ++random_waiting_;
                   if (answers_random) deliver_random();
                 },
                 [&](const app::Journal& entry) { journal(entry.change); },
                 [&](const app::EraseJournal&) {
                   store_.erase_journal(tab_);
                   must_save_ = true;
                 },
                 [&](const app::PickFile&) { ++file_choosers; },
                 [&](const app::Download& file) { downloads.push_back(file); },
                 [&](const app::Announce& words) { announcements.push_back(words); },
                 [&](const app::PostToHost& message) { posted.push_back(message.json); },
             },
             effect);
}

void Headless::journal(const progress::Change& change) {
  const bool is_kept = store_.journal(tab_, change);
  must_save_ = must_save_ || !std::holds_alternative<progress::RunningChanged>(change);
  const app::SaveState state = is_kept ? app::SaveState::saving : app::SaveState::not_saved;
  if (!is_kept || must_save_) send(app::StorageChanged{{state, is_kept ? "" : "The storage refused."}});
}

void Headless::save() {
  must_save_ = false;
  progress::Recovered recovered = store_.read();
  progress::Progress theirs = recovered.progress;
  theirs.running.reset();  // another tab's answer stays in that tab's journal
  send(app::OtherTabSaved{std::move(theirs)});
  if (recovered.is_read_only) return;
  const bool is_saved = store_.write(tab_, model_.progress, recovered);
  send(app::StorageChanged{
      {is_saved ? app::SaveState::saved : app::SaveState::not_saved, is_saved ? "" : "The storage refused."}});
}

void Headless::deliver_random() {
  while (random_waiting_ > 0) {
    --random_waiting_;
    send(app::RandomArrived{next_random_++});
  }
}

void Headless::advance(std::int64_t ms) {
  const std::int64_t end = now_.monotonic_ms + ms;
  while (now_.monotonic_ms < end) {
    const std::optional<std::int64_t> deadline = app::next_deadline_ms(model_);
    const std::int64_t next = deadline && *deadline < end ? std::max(*deadline, now_.monotonic_ms) : end;
    stall(next - now_.monotonic_ms);
    if (!deadline || *deadline > next) return;
    send(app::Tick{});
    if (app::next_deadline_ms(model_) == deadline) return;
  }
}

void Headless::stall(std::int64_t ms) {
  now_.monotonic_ms += ms;
  now_.wall_ms += ms;
}

void Headless::kill_and_restart() {
  store_.kill_tab(tab_);
  tab_ += "'";  // a new process has a name of its own
  now_.monotonic_ms = 10;
  random_waiting_ = 0;
  must_save_ = false;
  model_ = fresh_;
  open();
}

}  // namespace dryrun::headless
