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
        routes.get("/more") { request in
            let links = NavLink.more.map {
                LinkView(
                    href: $0.href, label: renderer.text($0.title), detail: renderer.text(PagePhrase.whatIsIn($0.title)),
                    icon: $0.icon)
            }
            return renderer.page(
                "more", title: renderer.text(PageTitle.more), place: "/more", View(links: links), request)
        }
    }
}
