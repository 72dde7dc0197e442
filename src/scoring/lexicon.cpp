#include "scoring/lexicon.h"

namespace dryrun::scoring {

namespace {

bool ends_with(std::string_view word, std::string_view tail) {
  return word.size() > tail.size() && word.substr(word.size() - tail.size()) == tail;
}

}  // namespace

void Lexicon::add(std::string_view words, WordFlags flags) {
  std::size_t at = 0;
  while (at < words.size()) {
    std::size_t end = words.find(' ', at);
    if (end == std::string_view::npos) end = words.size();
    if (end > at) {
      const WordId id = vocabulary_.intern(words.substr(at, end - at));
      if (flags_.size() <= id) flags_.resize(id + 1, 0);
      flags_[id] |= flags;
    }
    at = end + 1;
  }
}

Lexicon::Lexicon() {
  add("a an the", kFunction | kDeterminer | kRareAfterDeterminer);
  add("this that these those each every some any another", kFunction);
  add("my our", kFunction | kDeterminer | kPossessive | kRareAfterDeterminer);
  add("your his her its their whose", kFunction | kDeterminer | kRareAfterDeterminer);
  add("i", kFunction | kPronounSelf | kRareAfterDeterminer);
  add("me myself mine", kFunction | kRareAfterDeterminer);
  add("we", kFunction | kPronounTeam | kRareAfterDeterminer);
  add("us ourselves ours", kFunction | kRareAfterDeterminer);
  add("he she they who somebody someone everybody everyone", kFunction | kPronounOther | kRareAfterDeterminer);
  add("him them themselves himself herself whom", kFunction | kRareAfterDeterminer);
  add("it you", kFunction | kPronounThing | kRareAfterDeterminer);
  add("this that there which what these those", kFunction | kPronounThing);
  add("there", kRareAfterDeterminer);
  add("engineer engineers team teams manager managers director lead leads developer developers colleague colleagues squad squads people person "
      "group company junior juniors senior architect architects analyst designer reviewer reviewers mentee owner owners customer customers "
      "support product sales finance leadership",
      kPersonNoun);

  add("not never no without nobody nothing neither nor none cannot hardly barely", kFunction | kNegator);
  add("but until because since so although though instead however except whereas unless if rather", kFunction | kNegationEnd);

  add("would might should may will shall ought", kFunction | kHypothetical | kVerb | kRareAfterDeterminer);
  add("could can", kFunction | kCould | kVerb | kRareAfterDeterminer);
  add("must", kFunction | kVerb);
  add("if suppose imagine unless assuming", kIf);
  add("if unless", kFunction | kRareAfterDeterminer);

  add("am is are be being", kFunction | kBe | kVerb | kRareAfterDeterminer);
  add("was were been", kFunction | kBe | kVerb | kRareAfterDeterminer);
  add("was were", kPast);
  add("have has having", kFunction | kHave | kVerb | kRareAfterDeterminer);
  add("had", kFunction | kHave | kVerb | kPast | kRareAfterDeterminer);
  add("do does doing", kFunction | kDo | kVerb);
  add("did", kFunction | kDo | kVerb | kPast | kRareAfterDeterminer);

  add("in on at by for with from into onto of to about over under after before between through during against among within across per than as toward towards "
      "upon via despite around behind beyond near",
      kFunction | kPreposition);
  add("of to from with for by at into", kRareAfterDeterminer);
  add("and or but so because since although though while when where whether then", kFunction | kConjunction);
  add("and or because whether", kRareAfterDeterminer);
  add("also just only even already still again once always ever often sometimes usually soon now here very too quite almost really actually simply",
      kFunction | kAdverb);
  add("all both few many much more most other such same own several enough either else out up down off back away how why one", kFunction);

  // Past forms that are nothing else.
  add("went took wrote made said told got gave found kept left led met sat saw ran came became began chose drew drove fell felt held knew lost meant paid "
      "rose sent sold spent spoke stood taught thought threw understood won wore broke brought built bought caught dealt fought forgot froze grew heard hid "
      "laid leapt lent learnt rang rebuilt rewrote redid sank shrank shook showed slept slid stole struck stuck swore swept undid withdrew wound bent bound "
      "agreed disagreed freed guaranteed burnt clung crept dug fed fled flew foresaw forgave hung overcame oversaw sought sped spun swung tore undertook woke shot",
      kPast | kVerb);
  add("made said told found kept left led met sat held lost meant paid sent sold spent stood taught thought understood won brought built bought caught dealt "
      "fought agreed freed guaranteed heard laid lent learnt rebuilt stuck struck swept slept hung dug fed sought bound got had",
      kParticiple);
  add("done seen taken written given gone gotten known shown grown drawn driven fallen chosen broken forgotten frozen hidden risen spoken stolen thrown torn "
      "woken worn rewritten redone undone overseen overcome undertaken withdrawn begun run come become proven",
      kParticiple | kVerb);
  add("put set cut let hit cost split shut quit read spread hurt bet", kSameForm | kVerb);

  // Everyday base verbs, so that a clause in the present tense is known to have a verb.
  add("ask agree add accept allow answer argue avoid become begin break bring build buy call care carry change check choose come commit compare cost cover "
      "create deal decide deploy depend design do draw drop end ensure expect explain fail fall feel find finish fix follow force get give go grow handle happen have "
      "hear help hold hope improve include join keep know land lead learn leave let like limit listen live look lose make manage matter mean measure meet "
      "mention migrate mind miss move need notice offer open own pay pick plan play point prefer prevent protect prove pull push put reach read reduce "
      "refuse remove replace report require reset resolve rest return review rewrite roll run save say see seem sell send serve set share ship show sit "
      "solve speak spend split stand start state stay step stop store suggest support switch take talk teach tell test think track train treat trust try turn "
      "understand use wait walk want watch win work worry write reject scale fetch drain alert page trace",
      kVerb | kPlain);
  add("asks agrees adds allows becomes begins breaks brings builds buys calls changes comes costs decides depends does fails falls finds gets gives goes "
      "grows happens helps holds keeps knows lands leads leaves lets looks loses makes matters means moves needs owns pays reads runs says sees sends serves "
      "shows sits solves stands starts stays stops takes tells thinks tries turns uses wants wins works writes",
      kVerb | kPlain);
  add("thing things time way day days week weeks month year years first last new old good bad big small long short high low next right wrong sure best better "
      "same different real hard easy code system service data part place point problem question answer reason",
      kPlain);
  // Negators and people words that never follow an article.
  add("nobody neither nor never not", kRareAfterDeterminer);
}

WordFlags Lexicon::flags(std::string_view form) const {
  const WordId id = vocabulary_.find(form);
  if (id != kUnknownWord && flags_[id] != 0) return flags_[id];
  if (ends_with(form, "ed") && form.size() >= 4 && !ends_with(form, "eed") && form != "hundred" && form != "embed" && form != "shed" && form != "sacred") {
    return kPast | kParticiple | kVerb;
  }
  if (ends_with(form, "ing") && form.size() >= 6) return kVerb;
  return 0;
}

}  // namespace dryrun::scoring
