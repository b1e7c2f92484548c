import Hummingbird
import MendText

/// The page "More": what has no place in the bar of a phone.
struct MorePage: Sendable {
    let renderer: PageRenderer

    struct LinkView: Sendable {
        let href: String
        let label: String
        let detail: String
        let icon: String
    }

    struct View: Sendable {
        let links: [LinkView]
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/more", for: .both) { request in
            func link(_ href: String, _ title: PageTitle, icon: String) -> LinkView {
                LinkView(
                    href: href, label: renderer.text(title), detail: renderer.text(PagePhrase.whatIsIn(title)),
                    icon: icon)
            }
            // Who needs a pause has no patience left for looking for it.
            let isSecond = request.reader.isSecond
            let links =
                (isSecond ? [] : [link("/settings/pause", .pauseOfEverything, icon: "icon-pause")])
                + NavLink.more(isSecond: isSecond).map { link($0.href, $0.title, icon: $0.icon) }
            return renderer.page(
                "more", title: renderer.text(PageTitle.more), place: "/more", View(links: links), request,
                notice: PageText.notice(request.query["said"]))
        }
    }
}
