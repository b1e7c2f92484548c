import MendText

/// A place in the bar: below the thumb on a phone, at the side on a desk.
struct NavLink: Sendable {
    let href: String
    let label: String
    let icon: String
    let current: Bool
    /// Classes of the stylesheet: where it is shown, and how.
    let width: String
    let `class`: String?

    /// What stands behind "More" where there is little room.
    /// - Parameter isSecond: whether it is the second adult who looks, to whom not all is open.
    static func more(isSecond: Bool) -> [(href: String, title: PageTitle, icon: String)] {
        let caregivers = ["/ahead", "/place"]
        return everything.filter { !isSecond || !caregivers.contains($0.href) }
    }

    private static let everything: [(href: String, title: PageTitle, icon: String)] = [
        ("/plan", .plan, "icon-plan"), ("/ahead", .ahead, "icon-clock"), ("/place", .safePlace, "icon-place"),
        ("/print", .cards, "icon-text"), ("/subscribe", .subscribe, "icon-subscribe"),
        ("/settings", .settings, "icon-settings"),
    ]

    /// - Parameters:
    ///   - place: the address to which the page belongs; empty: none.
    ///   - isSecond: whether it is the second adult who looks.
    static func all(at place: String, isSecond: Bool, catalogue: Catalogue) -> [NavLink] {
        func link(_ href: String, _ title: PageTitle, _ icon: String, width: String = "", class: String? = nil)
            -> NavLink
        {
            NavLink(
                href: href, label: catalogue.text(title), icon: icon, current: href == place, width: width,
                class: `class`)
        }
        let more = more(isSecond: isSecond)
        let isInMore = more.contains { $0.href == place }
        return [
            link("/", .today, "icon-today"), link("/calm", .calm, "icon-calm"),
            link("/record", .record, "icon-plus", class: "add"), link("/look-back", .lookBack, "icon-back"),
            NavLink(
                href: "/more", label: catalogue.text(PageTitle.more), icon: "icon-more",
                current: place == "/more" || isInMore, width: "narrow-only", class: nil),
        ] + more.map { link($0.href, $0.title, $0.icon, width: "wide") }
    }
}
