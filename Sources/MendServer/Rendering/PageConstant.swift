/// What pages hold the same in every language: mend's name, what is typed where it runs, and the addresses of their assets. A
/// template says `{{c.init}}`.
enum PageConstant: String, CaseIterable {
    case mend
    case initialise = "init"
    case newPassphrase = "new-passphrase"
    case serveBaseURL = "serve-base-url"
    case baseURL = "base-url"
    case channel
    case dump
    case cron
    case cronRemove = "cron-remove"
    case stylesheet, script
    case pushScript = "push-script"

    var text: String {
        switch self {
        case .mend: "mend"
        case .initialise: "mend init"
        case .newPassphrase: "mend serve --new-passphrase"
        case .serveBaseURL: "mend serve --base-url https://mend.example.org"
        case .baseURL: "--base-url"
        case .channel: "mend channel"
        case .dump: "mend dump"
        case .cron: "mend cron"
        case .cronRemove: "mend cron --remove"
        case .stylesheet: Asset.stylesheet.address
        case .script: Asset.script.address
        case .pushScript: Asset.pushScript.address
        }
    }
}
