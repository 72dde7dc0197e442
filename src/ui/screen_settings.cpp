// Settings: how you are judged, how it looks, what is kept.
#include <array>

#include "app/present.h"
#include "ui/screens.h"

namespace dryrun::ui {
void draw_settings(Frame& frame, const app::Model& model) {
  const progress::Settings& settings = model.progress.settings;
  heading(frame, "settings:title", 1, "Settings", frame.is_wide() ? type::kDisplay : type::kTitle);
  space(frame, rhythm::kSection - rhythm::kUnit);

  titled_part(frame, "set:level", "Level", "The bar your next answers are held to. Staff asks for reach across teams.", [&] {
    const std::array<Option, 2> options{Option{"senior", "Senior"}, Option{"staff", "Staff"}};
    if (const auto chosen = choices(frame, "level", "Level", options, bank::to_id(settings.level))) {
      if (const auto level = bank::level_from_id(*chosen)) frame.send(app::SetLevel{*level});
    }
  });
  titled_part(frame, "set:time", "Time", "How much time you give yourself. It is noted in each result and changes no score.", [&] {
    std::array<Option, 4> options;
    std::size_t i = 0;
    for (const session::TimeFactor factor : {session::TimeFactor::normal, session::TimeFactor::one_and_half, session::TimeFactor::twice, session::TimeFactor::untimed}) {
      options[i++] = {std::string(session::to_id(factor)), std::string(app::to_name(factor))};
    }
    if (const auto chosen = choices(frame, "time", "Time", options, session::to_id(settings.time_factor))) {
      if (const auto factor = session::time_factor_from_id(*chosen)) frame.send(app::SetTimeFactor{*factor});
    }
  });
  titled_part(frame, "set:theme", "Theme", "Light or dark, or as your system wishes.", [&] {
    const std::array<Option, 3> options{Option{"system", "System"}, Option{"light", "Light"}, Option{"dark", "Dark"}};
    if (const auto chosen = choices(frame, "theme", "Theme", options, progress::to_id(settings.theme))) {
      if (const auto theme = progress::theme_from_id(*chosen)) frame.send(app::SetTheme{*theme});
    }
  });
  titled_part(frame, "set:text", "Text size", "Everything grows with it.", [&] {
    constexpr std::array<int, 5> kSizes{100, 115, 130, 150, 200};
    std::array<Option, 5> options;
    for (std::size_t i = 0; i < kSizes.size(); ++i) options[i] = {std::to_string(kSizes[i]), std::to_string(kSizes[i]) + " %"};
    const std::string current = std::to_string(settings.text_size_percent);
    if (const auto chosen = choices(frame, "text", "Text size", options, current)) {
      for (const int size : kSizes) {
        if (*chosen == std::to_string(size)) frame.send(app::SetTextSize{size});
      }
    }
  });
  titled_part(frame, "set:judge", "The judge", "How far it can be trusted, measured on this machine.", [&] {
    if (button(frame, {"honesty", "How honest is this judge?", ButtonKind::secondary, false, false, "Shows its test, which you can run"})) {
      frame.send(app::Navigate{app::Screen::honesty});
    }
  });
  titled_part(frame, "set:data", "Your progress", "One readable file, yours. Importing merges: nothing is lost or doubled.", [&] {
    storage_line(frame, model);
    space(frame, rhythm::kPair);
    flow(frame, rhythm::kText, frame.control_height(), [&] {
      if (button(frame, {"export", "Export", ButtonKind::secondary, false, false, "Saves all attempts and settings as one file"})) frame.send(app::ExportProgress{});
      if (model.environment.can_pick_files && button(frame, {"import", "Import", ButtonKind::secondary, false, false, "Merges a file that was exported before"})) {
        frame.send(app::ImportProgress{});
      }
      if (button(frame, {"erase-all", "Erase everything", ButtonKind::danger, false, false, "Asks first"})) frame.send(app::EraseAll{});
    });
    if (!model.environment.import_hint.empty()) {
      space(frame, rhythm::kPair);
      text(frame, "import:hint", model.environment.import_hint, kSmallLook);
    }
  });
}

}  // namespace dryrun::ui
