/// What stands on the pages the same for everybody: headings, labels and buttons. A template says `{{t.sign-out}}`.
public enum PageLabel: String, CaseIterable, Phrase {
    // On several pages
    case skip
    case pages
    case footLimits = "foot-limits"
    case signOut = "sign-out"
    case toToday = "to-today"
    case tellMore = "tell-more"
    case writeDown = "write-down"
    case howDidItGo = "how-did-it-go"
    case closed
    case peopleToTurnTo = "people-to-turn-to"
    case signIn = "sign-in"
    case passphrase
    case eraseEverything = "erase-everything"
    case nobodyYet = "nobody-yet"
    case addSomebody = "add-somebody"
    case note

    // The link that has been used
    case usedLinkWhy = "used-link-why"
    case usedLinkNotYou = "used-link-not-you"
    case usedLinkNew = "used-link-new"

    // Signing in
    case signInOnlyYou = "sign-in-only-you"
    case signInForgotten = "sign-in-forgotten"
    case signInNothingLost = "sign-in-nothing-lost"

    // Choosing the passphrase
    case beginWords = "begin-words"
    case beginLength = "begin-length"
    case beginAgain = "begin-again"
    case beginKeep = "begin-keep"
    case beginNoCopy = "begin-no-copy"

    // Before there is a passphrase
    case unbegunLink = "unbegun-link"
    case unbegunNewLink = "unbegun-new-link"

    // Erasing everything
    case eraseWhat = "erase-what"
    case eraseExportFirst = "erase-export-first"
    case eraseType = "erase-type"
    case eraseWord = "erase-word"
    case eraseGoBack = "erase-go-back"

    // Everything is erased
    case erasedThanks = "erased-thanks"
    case erasedCron = "erased-cron"
    case erasedBeginAgain = "erased-begin-again"
    case erasedWhere = "erased-where"

    // Today
    case todayCracked = "today-cracked"
    case todayWithWhom = "today-with-whom"
    case todayAddPeople = "today-add-people"
    case todayRemindersBegin = "today-reminders-begin"
    case todayOpen = "today-open"
    case todayWords = "today-words"
    case todayMended = "today-mended"
    case todayDue = "today-due"
    case todayQuiet = "today-quiet"
    case todayThermometer = "today-thermometer"

    // What happened?
    case recordWithWhom = "record-with-whom"
    case recordWhat = "record-what"
    case recordYourZone = "record-your-zone"
    case recordTheirZone = "record-their-zone"
    case recordFrightened = "record-frightened"
    case recordFrightenedHint = "record-frightened-hint"
    case recordExcitedAbout = "record-excited-about"
    case recordExcitedAboutHint = "record-excited-about-hint"
    case recordNoteHint = "record-note-hint"

    // A way back
    case repairRoadblock = "repair-roadblock"
    case repairSoFar = "repair-so-far"

    // An item of a calendar
    case itemGuide = "item-guide"
    case itemWhyNow = "item-why-now"

    // Calm
    case calmAnswer = "calm-answer"
    case calmWhere = "calm-where"
    case calmNoZoneIsBad = "calm-no-zone-is-bad"
    case calmForWhom = "calm-for-whom"
    case calmMyself = "calm-myself"
    case calmSigns = "calm-signs"
    case calmMore = "calm-more"
    case calmSafePlace = "calm-safe-place"
    case calmSafePlaceRules = "calm-safe-place-rules"

    // The next weeks
    case planNothingHasTo = "plan-nothing-has-to"
    case planEmpty = "plan-empty"
    case planEarlier = "plan-earlier"
    case planLater = "plan-later"

    // Looking back
    case lookBackWhoSees = "look-back-who-sees"
    case lookBackEmpty = "look-back-empty"
    case lookBackNewer = "look-back-newer"
    case lookBackOlder = "look-back-older"

    // Somebody
    case personName = "person-name"
    case personNameHint = "person-name-hint"
    case personRelation = "person-relation"
    case personBorn = "person-born"
    case personBornHint = "person-born-hint"
    case personKeep = "person-keep"
    case personBack = "person-back"
    case personClosed = "person-closed"
    case personClosedHint = "person-closed-hint"
    case personAway = "person-away"
    case personAwayHint = "person-away-hint"
    case personSleep = "person-sleep"
    case personSleepHint = "person-sleep-hint"
    case personGood = "person-good"
    case personGoodHint = "person-good-hint"
    case personPause = "person-pause"
    case personPauseWhat = "person-pause-what"
    case personEnd = "person-end"
    case personEndWhat = "person-end-what"
    case personEndNow = "person-end-now"
    case personBegin = "person-begin"
    case personBeginWhat = "person-begin-what"

    // A pause
    case pauseUntil = "pause-until"
    case pauseUntilHint = "pause-until-hint"
    case pauseUntilAt = "pause-until-at"
    case pauseNow = "pause-now"
    case pauseResume = "pause-resume"

    // Subscribe
    case subscribeWhat = "subscribe-what"
    case subscribeForAPhone = "subscribe-for-a-phone"
    case subscribeNew = "subscribe-new"
    case subscribeName = "subscribe-name"
    case subscribeNameHint = "subscribe-name-hint"
    case subscribeScope = "subscribe-scope"
    case subscribeWhoSees = "subscribe-who-sees"
    case subscribeDiscreet = "subscribe-discreet"
    case subscribeDiscreetHint = "subscribe-discreet-hint"
    case subscribeOpen = "subscribe-open"
    case subscribeOpenHint = "subscribe-open-hint"
    case subscribeMake = "subscribe-make"
    case subscribeInUse = "subscribe-in-use"
    case subscribeReplace = "subscribe-replace"
    case subscribeRevoke = "subscribe-revoke"
    case subscribeShownOnce = "subscribe-shown-once"
    case subscribeFast = "subscribe-fast"
    case subscribeFastWhy = "subscribe-fast-why"
    case subscribeFastPage = "subscribe-fast-page"
    case subscribeFastPageSpeed = "subscribe-fast-page-speed"
    case subscribeFastMail = "subscribe-fast-mail"
    case subscribeFastMailSpeed = "subscribe-fast-mail-speed"
    case subscribeFastApps = "subscribe-fast-apps"
    case subscribeFastAppsSpeed = "subscribe-fast-apps-speed"
    case subscribeFastWeb = "subscribe-fast-web"
    case subscribeFastWebSpeed = "subscribe-fast-web-speed"
    case subscribeAnd = "subscribe-and"

    // A new address
    case subscribedLocal = "subscribed-local"
    case subscribedBehindHttps = "subscribed-behind-https"
    case subscribedPoint = "subscribed-point"
    case subscribedHere = "subscribed-here"
    case subscribedOpenApp = "subscribed-open-app"
    case subscribedCopy = "subscribed-copy"
    case subscribedFeeds = "subscribed-feeds"
    case subscribedPrograms = "subscribed-programs"
    case subscribedIphone = "subscribed-iphone"
    case subscribedIphoneHow = "subscribed-iphone-how"
    case subscribedMac = "subscribed-mac"
    case subscribedMacHow = "subscribed-mac-how"
    case subscribedAndroid = "subscribed-android"
    case subscribedAndroidHow = "subscribed-android-how"
    case subscribedThunderbird = "subscribed-thunderbird"
    case subscribedThunderbirdHow = "subscribed-thunderbird-how"
    case subscribedGoogle = "subscribed-google"
    case subscribedGoogleHow = "subscribed-google-how"
    case subscribedOutlook = "subscribed-outlook"
    case subscribedOutlookHow = "subscribed-outlook-how"
    case subscribedDone = "subscribed-done"
    case subscribedCode = "subscribed-code"

    // Settings
    case settingsPeople = "settings-people"
    case settingsPeopleWhat = "settings-people-what"
    case settingsHousehold = "settings-household"
    case settingsQuiet = "settings-quiet"
    case settingsQuietHint = "settings-quiet-hint"
    case settingsClosed = "settings-closed"
    case settingsClosedHint = "settings-closed-hint"
    case settingsAway = "settings-away"
    case settingsAwayHint = "settings-away-hint"
    case settingsGood = "settings-good"
    case settingsGoodHint = "settings-good-hint"
    case settingsCap = "settings-cap"
    case settingsZone = "settings-zone"
    case settingsCountry = "settings-country"
    case settingsCountryHint = "settings-country-hint"
    case settingsShared = "settings-shared"
    case settingsKeep = "settings-keep"
    case settingsPause = "settings-pause"
    case settingsPauseWhat = "settings-pause-what"
    case settingsContactsWhat = "settings-contacts-what"
    case settingsTakeOff = "settings-take-off"
    case settingsContactName = "settings-contact-name"
    case settingsContactNumber = "settings-contact-number"
    case settingsContactPurpose = "settings-contact-purpose"
    case settingsContactPurposeHint = "settings-contact-purpose-hint"
    case settingsContactAdd = "settings-contact-add"
    case settingsChannels = "settings-channels"
    case settingsChannelRemove = "settings-channel-remove"
    case settingsNoChannels = "settings-no-channels"
    case settingsDevices = "settings-devices"
    case settingsPassphrase = "settings-passphrase"
    case settingsPassphraseNow = "settings-passphrase-now"
    case settingsPassphraseNew = "settings-passphrase-new"
    case settingsPassphraseAgain = "settings-passphrase-again"
    case settingsPassphraseChange = "settings-passphrase-change"
    case settingsYours = "settings-yours"
    case settingsExportWhat = "settings-export-what"
    case settingsExportNotes = "settings-export-notes"
    case settingsExportCare = "settings-export-care"
    case settingsExport = "settings-export"

    // What was typed, to be sent again
    case resendNow = "resend-now"
    case resendLeave = "resend-leave"

    // When something happened
    case when
    case whenAt = "when-at"
}
