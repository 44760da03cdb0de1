//! The interface's own words: one key for each, all of them needed.

use super::node::Node;

/// Declares the keys once, and from them the enum that views use and the list that the check uses.
/// In brackets: the placeholders that a text must hold, without their braces.
macro_rules! ui_words {
    ($($name:ident = $key:literal $([$($placeholder:literal),+])?,)*) => {
        /// Names one text of the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum W {
            $(#[doc = $key] $name,)*
        }

        const KEYS: &[(&str, &[&str])] = &[$(($key, &[$($($placeholder),+)?]),)*];
    };
}

ui_words! {
    Brand = "brand",
    SkipContent = "skip.content",
    NavLabel = "nav.label",
    NavHelp = "nav.help",
    NavSigns = "nav.signs",
    NavMeetings = "nav.meetings",
    NavLearn = "nav.learn",
    NavAbout = "nav.about",
    Tab = "tab" ["page"],
    DescribeHome = "describe.home",
    DescribeHelp = "describe.help",
    DescribeReady = "describe.ready",
    DescribeSigns = "describe.signs",
    DescribeMe = "describe.me",
    DescribeSaw = "describe.saw",
    DescribeAllSigns = "describe.all_signs",
    DescribeSetting = "describe.setting" ["name"],
    DescribeMeetings = "describe.meetings",
    DescribeLearn = "describe.learn",
    DescribeArticle = "describe.article" ["name"],
    DescribeAbout = "describe.about",
    DescribePhone = "describe.phone",
    DescribeMissing = "describe.missing",
    BarLabel = "bar.label",
    BarCall = "bar.call",
    BarText = "bar.text",
    BarExit = "bar.exit",
    BarExitAbout = "bar.exit_about",
    BarDanger = "bar.danger",
    BarDangerCall = "bar.danger_call" ["number"],
    BarTrace = "bar.trace",
    BlankOpen = "blank.open",
    RefreshFailed = "refresh.failed",
    RefreshRetry = "refresh.retry",
    RefreshDetail = "refresh.detail",
    HomeTitle = "home.title",
    HomeLead = "home.lead",
    HomeDoors = "home.doors",
    HomeDoorHelp = "home.door_help",
    HomeDoorHelpAbout = "home.door_help_about",
    HomeDoorSigns = "home.door_signs",
    HomeDoorSignsAbout = "home.door_signs_about",
    HomeNext = "home.next",
    HomeMeetings = "home.meetings",
    HomeLearn = "home.learn",
    HomeLearnAll = "home.learn_all",
    HelpTitle = "help.title",
    HelpLead = "help.lead",
    HelpJump = "help.jump",
    HelpCallAbout = "help.call_about",
    HelpTextAbout = "help.text_about" ["keyword"],
    HelpRelay = "help.relay",
    HelpRelayAbout = "help.relay_about" ["number"],
    HelpChatAbout = "help.chat_about",
    HelpFormAbout = "help.form_about",
    HelpSiteAbout = "help.site_about",
    HelpCallTitle = "help.call_title",
    HelpLimitsTitle = "help.limits_title",
    HelpTraceTitle = "help.trace_title",
    HelpFormTitle = "help.form_title",
    HelpFindTitle = "help.find_title",
    HelpNeed = "help.need",
    HelpAnyNeed = "help.any_need",
    HelpPlace = "help.place",
    HelpAnyPlace = "help.any_place",
    HelpNone = "help.none",
    HelpNeedsTitle = "help.needs_title",
    HelpOregonTitle = "help.oregon_title",
    HelpAbroadTitle = "help.abroad_title",
    HelpPoliceTitle = "help.police_title",
    HelpChecked = "help.checked" ["date"],
    LineCall = "line.call" ["number"],
    LineText = "line.text" ["number"],
    LineTextKeyword = "line.text_keyword" ["keyword", "number"],
    LineTty = "line.tty" ["number"],
    LineRelay = "line.relay" ["number"],
    LineChat = "line.chat",
    LineForm = "line.form",
    LineSite = "line.site",
    LineCopy = "line.copy",
    LineCopyLabel = "line.copy_label" ["text"],
    LineCopied = "line.copied",
    LineCopyFailed = "line.copy_failed",
    LineUnchecked = "line.unchecked",
    LineUncheckedSite = "line.unchecked_site",
    LineMore = "line.more",
    LineHours = "line.hours",
    LineLanguages = "line.languages",
    LineWho = "line.who",
    LineTrace = "line.trace",
    LineChecked = "line.checked",
    LineUnknown = "line.unknown",
    TraceCall = "trace.call",
    TraceText = "trace.text",
    TraceWeb = "trace.web",
    AreaPortland = "area.portland",
    AreaOregon = "area.oregon",
    AreaUs = "area.us",
    AreaAbroad = "area.abroad",
    WhoCharity = "who.charity",
    WhoGovernment = "who.government",
    WhoPolice = "who.police",
    WhoImmigration = "who.immigration",
    StateCheck = "state.check",
    StateRecalled = "state.recalled",
    StateConflict = "state.conflict",
    SourcesTitle = "sources.title",
    SourceDated = "source.dated" ["date"],
    SourceRead = "source.read" ["date"],
    FigureOld = "figure.old",
    FigureDisputed = "figure.disputed",
    FigureNow = "figure.now" ["value", "what"],
    DoorsTitle = "doors.title",
    DoorsLead = "doors.lead",
    DoorsAll = "doors.all" ["count"],
    DoorsAllAbout = "doors.all_about",
    DoorsPlaces = "doors.places",
    FlowBack = "flow.back",
    FlowPlaces = "flow.places",
    FlowAnyPlace = "flow.any_place",
    TierStrong = "tier.strong",
    TierMedium = "tier.medium",
    TierWeak = "tier.weak",
    ReadyDoor = "ready.door",
    ReadyDoorAbout = "ready.door_about",
    ReadyTitle = "ready.title",
    ReadyTab = "ready.tab",
    ReadyLead = "ready.lead",
    ReadyText = "ready.text" ["keyword", "number"],
    ReadyAsk = "ready.ask",
    ReadyAskAbout = "ready.ask_about",
    ReadyWho = "ready.who",
    ReadyWhoHint = "ready.who_hint",
    ReadyWhat = "ready.what",
    ReadyWhatHint = "ready.what_hint",
    ReadyWhen = "ready.when",
    ReadyWhenHint = "ready.when_hint",
    ReadyWhere = "ready.where",
    ReadyWhereHint = "ready.where_hint",
    ReadyWhy = "ready.why",
    ReadyWhyHint = "ready.why_hint",
    ReadyRead = "ready.read",
    ReadyNothing = "ready.nothing",
    ReadyPrint = "ready.print",
    ReadyPrintAbout = "ready.print_about",
    ReadyShare = "ready.share",
    ReadyShareAbout = "ready.share_about",
    ReadyShareNow = "ready.share_now",
    ReadyKept = "ready.kept",
    SignsTitle = "signs.title",
    SignsTab = "signs.tab",
    SignsLead = "signs.lead",
    SignsSearch = "signs.search" ["count"],
    SignsWhere = "signs.where" ["place"],
    SignsAllPlaces = "signs.all_places",
    SignsKind = "signs.kind",
    SignsAllKinds = "signs.all_kinds",
    SignsObserver = "signs.observer",
    SignsAnyObserver = "signs.any_observer",
    SignsShown = "signs.shown" ["count"],
    SignsShownOne = "signs.shown_one",
    SignsNone = "signs.none",
    SignsReset = "signs.reset",
    SignsTagWhere = "signs.tag_where",
    SignsTagObservers = "signs.tag_observers",
    SignsTagAlso = "signs.tag_also",
    SignsTagType = "signs.tag_type",
    SignsAnyPlace = "signs.any_place",
    SignsFound = "signs.found",
    SignsLink = "signs.link",
    SignsHere = "signs.here",
    SignsNoSource = "signs.no_source",
    SignsTicked = "signs.ticked" ["count"],
    SignsTickedOne = "signs.ticked_one",
    SignsTickedNone = "signs.ticked_none",
    SignsKept = "signs.kept",
    SignsCopy = "signs.copy",
    SignsClear = "signs.clear",
    SignsSummaryEnd = "signs.summary_end",
    SignsNextTitle = "signs.next_title",
    SignsWeightsTitle = "signs.weights_title",
    TypeSex = "type.sex",
    TypeLabor = "type.labor",
    TypeBoth = "type.both",
    WeightStrong = "weight.strong",
    WeightMedium = "weight.medium",
    WeightWeak = "weight.weak",
    WeightLaw = "weight.law",
    ByIlo = "by.ilo",
    ByOverlay = "by.overlay",
    ByUs = "by.us",
    ByLaw = "by.law",
    ForChild = "for.child" ["weight"],
    ForSex = "for.sex" ["weight"],
    ForLabor = "for.labor" ["weight"],
    ForTogether = "for.together" ["weight"],
    MeetTitle = "meet.title" ["ordinal", "weekday"],
    MeetTitleSome = "meet.title_some" ["ordinal", "weekday"],
    MeetRule = "meet.rule" ["ordinal", "weekday", "start", "end"],
    MeetRuleSome = "meet.rule_some" ["ordinal", "weekday", "start", "end"],
    MeetNext = "meet.next",
    MeetUsual = "meet.usual",
    MeetTimes = "meet.times" ["start", "end"],
    MeetNow = "meet.now" ["end"],
    MeetToday = "meet.today",
    MeetTomorrow = "meet.tomorrow",
    MeetInDays = "meet.in_days" ["days"],
    MeetZone = "meet.zone",
    MeetNone = "meet.none",
    MeetUnconfirmed = "meet.unconfirmed" ["what"],
    MeetUnconfirmedShort = "meet.unconfirmed_short",
    MeetUnconfirmedDay = "meet.unconfirmed_day",
    MeetUnconfirmedPlace = "meet.unconfirmed_place",
    MeetUnconfirmedTime = "meet.unconfirmed_time",
    MeetReason = "meet.reason",
    MeetConfirm = "meet.confirm",
    MeetWhen = "meet.when",
    MeetWhere = "meet.where",
    MeetWhat = "meet.what",
    MeetWhatIs = "meet.what_is",
    MeetCalendar = "meet.calendar",
    MeetCalendarAbout = "meet.calendar_about" ["date"],
    MeetCopyAddress = "meet.copy_address",
    MeetAppleMaps = "meet.apple_maps",
    MeetGoogleMaps = "meet.google_maps",
    MeetDates = "meet.dates",
    MeetDatesFixed = "meet.dates_fixed",
    MeetCancelled = "meet.cancelled",
    MeetMoved = "meet.moved" ["date"],
    MeetOther = "meet.other" ["place"],
    MeetGuests = "meet.guests",
    MeetSummary = "meet.summary",
    MeetDescription = "meet.description",
    LearnTitle = "learn.title",
    LearnLead = "learn.lead",
    LearnChanged = "learn.changed" ["date"],
    LearnNext = "learn.next",
    AboutTitle = "about.title",
    AboutWhoTitle = "about.who_title",
    AboutPrivacyTitle = "about.privacy_title",
    AboutReviewTitle = "about.review_title",
    PhoneTitle = "phone.title",
    PhoneTab = "phone.tab",
    PhoneLead = "phone.lead",
    Caution = "caution.text",
    CautionMore = "caution.more",
    SettingsTitle = "settings.title",
    SettingsAbout = "settings.about",
    SettingsUsual = "settings.usual",
    SettingsSize = "settings.size",
    SettingsPercent = "settings.percent" ["percent"],
    SettingsColors = "settings.colors",
    SettingsLight = "settings.light",
    SettingsDark = "settings.dark",
    SettingsContrast = "settings.contrast",
    SettingsHigh = "settings.high",
    SettingsCover = "settings.cover",
    SettingsCoverAbout = "settings.cover_about",
    SettingsUnkept = "settings.unkept",
    SettingsDelete = "settings.delete",
    AboutVersionTitle = "about.version_title",
    AboutVersion = "about.version" ["version"],
    AboutContent = "about.content" ["date"],
    AboutWords = "about.words" ["date"],
    AboutAgeToday = "about.age_today",
    AboutAgeOne = "about.age_one",
    AboutAge = "about.age" ["days"],
    OfflineTitle = "offline.title",
    OfflineAbout = "offline.about",
    OfflineSaving = "offline.saving" ["done", "all"],
    OfflineSaved = "offline.saved",
    OfflineNone = "offline.none",
    OfflineFull = "offline.full",
    OfflineNetwork = "offline.network",
    OfflineOff = "offline.off",
    OfflineReady = "offline.ready",
    OfflineUpdate = "offline.update",
    OfflineSave = "offline.save",
    OfflineLooked = "offline.looked" ["time"],
    OfflineShortSaved = "offline.short_saved",
    OfflineShortReady = "offline.short_ready",
    OfflineShellTitle = "offline.shell_title",
    OfflineShell = "offline.shell",
    OfflineNumbers = "offline.numbers",
    RemoveButton = "remove.button",
    RemoveDone = "remove.done",
    RemovePartly = "remove.partly",
    RemoveRest = "remove.rest",
    RemoveHistory = "remove.history",
    RemoveIcon = "remove.icon",
    RemoveAgain = "remove.again",
    RemoveNever = "remove.never",
    InstallTitle = "install.title",
    InstallAsk = "install.ask",
    InstallShows = "install.shows",
    InstallButton = "install.button",
    InstallDone = "install.done",
    InstallIphone = "install.iphone",
    InstallIphoneShare = "install.iphone_share",
    InstallIphoneAdd = "install.iphone_add",
    InstallFirefox = "install.firefox",
    InstallFirefoxMenu = "install.firefox_menu",
    InstallFirefoxAdd = "install.firefox_add",
    InstallOther = "install.other",
    Back = "back",
    MissingTitle = "missing.title",
    MissingHome = "missing.home",
    DateLong = "date.long" ["weekday", "month", "day", "year"],
    DateMedium = "date.medium" ["month", "day", "year"],
    DateMonth = "date.month" ["month", "year"],
    TimeAm = "time.am" ["hour", "minute"],
    TimePm = "time.pm" ["hour", "minute"],
    ListAnd = "list.and" ["first", "last"],
}

/// The one text that may have several lines: a calendar shows them.
const LINES: &str = "meet.description";

/// The names of the placeholders in a text.
fn placeholders_in(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|piece| Some(piece.split_once('}')?.0))
}

pub(super) fn check_placeholders(node: &Node, text: &str, needed: &[&str]) {
    for placeholder in needed {
        if !placeholders_in(text).any(|own| own == *placeholder) {
            node.report(format!("expected the placeholder {{{placeholder}}} in the text"));
        }
    }
    if let Some(other) = placeholders_in(text).find(|own| !needed.contains(own)) {
        node.report(format!("the placeholder {{{other}}} has no meaning here"));
    }
    let braces = text.bytes().filter(|byte| matches!(byte, b'{' | b'}')).count();
    if braces != 2 * placeholders_in(text).count() {
        node.report("expected braces only round a placeholder, as in {count}".into());
    }
}

/// The interface's words in one language.
#[derive(Debug, Default)]
pub struct Ui(Vec<String>);

impl Ui {
    /// Reads the object of words: every key, no other key, and in each text the placeholders it needs.
    pub(super) fn read(node: &Node) -> Self {
        let known: Vec<_> = KEYS.iter().map(|(key, _)| *key).collect();
        node.object(&known);
        let read = |(key, placeholders): &(&str, &[&str])| {
            let text_node = node.need(key);
            let text = if *key == LINES { text_node.lines() } else { text_node.text() };
            if !text.is_empty() {
                check_placeholders(&text_node, &text, placeholders);
            }
            text
        };
        Self(KEYS.iter().map(read).collect())
    }

    /// The text.
    pub fn get(&self, word: W) -> &String {
        static NONE: String = String::new();
        self.0.get(word as usize).unwrap_or(&NONE)
    }

    /// The text with its placeholders filled: `("count", "3")` fills `{count}`.
    pub fn fill(&self, word: W, values: &[(&str, &str)]) -> String {
        let mut filled = String::new();
        // Every piece but the first begins with the name of a placeholder.
        for (index, piece) in self.get(word).split('{').enumerate() {
            match piece.split_once('}').filter(|_| index > 0) {
                Some((name, rest)) => {
                    let value = values.iter().find(|(known, _)| *known == name);
                    filled.push_str(value.map_or("", |(_, value)| value));
                    filled.push_str(rest);
                }
                None => filled.push_str(piece),
            }
        }
        filled
    }

    /// The texts joined as a list in a sentence: "day, place and time".
    pub fn join(&self, texts: &[&str]) -> String {
        match texts {
            [] => String::new(),
            [only] => (*only).into(),
            [first @ .., last] => self.fill(W::ListAnd, &[("first", &first.join(", ")), ("last", last)]),
        }
    }
}
