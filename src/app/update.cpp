#include "app/update.h"

#include <type_traits>
#include <utility>

#include "app/turn.h"

namespace dryrun::app {
namespace {

template <class T, class... Ts>
inline constexpr bool kIsOneOf = (std::is_same_v<T, Ts> || ...);

/// While a dialog is open everything behind it is inert; what was typed a moment before, and the world outside, still
/// count.
template <class T>
inline constexpr bool kPassesDialog =
    kIsOneOf<T, ConfirmDialog, CancelDialog, EditFreeText, EditAnswer, EditNotes, EditRewording, Tick, RandomArrived, FileArrived,
             FileRefused, Loaded, OtherTabSaved, StorageChanged, BankChanged, DataArrived>;

/// On a host's page there is one question and its verdict.
template <class T>
inline constexpr bool kIsForWholeApp =
    kIsOneOf<T, StartFreeText, EditFreeText, EraseAttempt, EraseAll, ExportProgress, ImportProgress, HistoryPage, TakeSecondLook, CheckHonesty, GoOnWithHonestyCheck>;

}  // namespace

Effects update(Model& model, const Message& message, Now now) {
  Turn turn{model, now, {}};
  std::visit(
      [&turn](const auto& arrived) {
        using Arrived = std::decay_t<decltype(arrived)>;
        if (!kPassesDialog<Arrived> && turn.model.dialog) return;
        if (kIsForWholeApp<Arrived> && turn.model.environment.is_embedded) return;
        on(turn, arrived);
      },
      message);
  return std::move(turn.effects);
}

std::optional<std::int64_t> next_deadline_ms(const Model& model) {
  std::optional<std::int64_t> first =
      model.progress.running ? model.progress.running->next_deadline_ms() : std::nullopt;
  for (const std::optional<std::int64_t> slice : {next_honesty_slice_ms(model), next_second_look_ms(model)}) {
    if (slice && (!first || *slice < *first)) first = slice;
  }
  return first;
}

}  // namespace dryrun::app
