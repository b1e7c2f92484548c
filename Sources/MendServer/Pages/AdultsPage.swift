import Hummingbird
import MendCore
import MendText

/// The page "A second adult": somebody is invited by a link that works once, and their login can be ended. mend knows two.
struct AdultsPage: Sendable {
    let setup: ServerSetup
    let executor: JournalExecutor
    let renderer: PageRenderer

    struct View: Sendable {
        let problem: String?
        /// What is wrong, by field.
        let bad: [String: String]
        // What was typed, or stands in the invitation that waits.
        let own: String
        let name: String
        /// Whether somebody can be invited: nobody has joined, and it is the caregiver who looks.
        let mayInvite: Bool
        /// The link of a new invitation; it is shown once.
        let link: String?
        /// Who can reach the link, where that is this machine alone; nil: others can.
        let reach: String?
        /// Of an invitation: whom it is for, and until when it waits; nil: there is none.
        let waits: String?
        /// Who has joined; nil: nobody.
        let joined: JoinedView?
    }

    struct JoinedView: Sendable {
        let both: String
        /// Whose ladder it is.
        let whose: String
        let endWhat: String
        let end: String
    }

    func addRoutes(to routes: inout Routes) {
        routes.get("/settings/adults", for: .both) { request in try await page(request) }
        routes.post("/settings/adults") { request in
            do {
                return try await page(request, link: try await invite(request))
            } catch let refused as ThirdAdult {
                return try await page(request, FieldProblem(renderer.text(refused.problem)))
            } catch {
                guard let problem = renderer.fieldProblem(error, hours: "quiet") else { throw error }
                return try await page(request, problem)
            }
        }
        routes.post("/settings/adults/end", for: .both) { request in
            try await executor.write { notebook in
                if let id = try setup.signIns.secondAdult()?.id, let push = setup.push {
                    for device in try push.store.pushDevices() where device.login == id {
                        try notebook.removeChannel(named: device.channel)
                    }
                }
                try setup.signIns.endSecondAdult()
            }
            return .seeOther(request.reader.isSecond ? "/sign-in" : "/settings/adults?said=login-ended")
        }
    }

    /// There are two already.
    private struct ThirdAdult: Error {
        let problem: PageProblem
    }

    /// - Returns: the link, which nothing keeps but its hash.
    private func invite(_ request: AuthenticatedRequest) async throws -> String {
        let (own, name) = (request.form.whole("own-name"), request.form.whole("second-name"))
        let (id, token, until) = (
            setup.token(bytes: 12), setup.token(), setup.clock() + SignInController.invitationLasts
        )
        try await executor.run {
            let present = try setup.signIns.secondAdult()
            if let present, present.hasJoined {
                throw ThirdAdult(problem: .mendKnowsTwo(present.caregiver, present.name))
            }
            let names = try executor.notebook().names(caregiver: own, second: name)
            let adult = SecondAdult(
                id: id, name: names.second, caregiver: names.caregiver,
                state: .invited(invitationHash: Digest.hex(token), until: until))
            // Somebody joined meanwhile.
            guard try setup.signIns.invite(adult) else {
                throw ThirdAdult(problem: .mendKnowsTwo(names.caregiver, names.second))
            }
        }
        return "\(setup.origin.base.text)/join/\(token)"
    }

    private func page(
        _ request: AuthenticatedRequest, _ problem: FieldProblem? = nil, link: String? = nil
    ) async throws -> Response {
        let view = try await executor.read { household in
            self.view(household, try setup.signIns.secondAdult(), request, problem, link)
        }
        return renderer.page(
            "settings-adults", title: renderer.text(PageTitle.adults), place: "/settings", view, request,
            status: problem == nil ? .ok : .unprocessableContent, notice: PageText.notice(request.query["said"]))
    }

    private func view(
        _ household: CurrentHousehold, _ adult: SecondAdult?, _ request: AuthenticatedRequest,
        _ problem: FieldProblem?, _ link: String?
    ) -> View {
        var waits: String?
        if let adult, case .invited(_, let until) = adult.state, household.now < until {
            waits = household.text(
                PagePhrase.invitationWaits(name: adult.name, until: household.dates.moment(until)))
        }
        let form = request.form
        return View(
            problem: problem?.general, bad: problem?.byField ?? [:],
            own: form.has("own-name") ? form.whole("own-name") : adult?.caregiver ?? "",
            name: form.has("second-name") ? form.whole("second-name") : adult?.name ?? "",
            mayInvite: adult?.hasJoined != true, link: link,
            reach: setup.origin.isLocal
                ? household.text(PagePhrase.onlyThisMachine(address: setup.origin.base.text)) : nil,
            waits: waits,
            joined: request.reader.second.map { second in
                JoinedView(
                    both: household.text(PagePhrase.both(second.caregiver, second.name)),
                    whose: household.text(PagePhrase.oneLadder(of: second.caregiver)),
                    endWhat: household.text(
                        request.reader.isSecond ? PagePhrase.endOwnLogin : .endLogin(name: second.name)),
                    end: household.text(PagePhrase.endLoginNow(name: second.name)))
            })
    }
}
