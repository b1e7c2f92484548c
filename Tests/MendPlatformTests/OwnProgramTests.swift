import Testing

@testable import MendPlatform

/// Where the program finds what came with it.
@Suite struct OwnProgramTests {
    @Test(arguments: [
        ("/opt/mend-0.1.0/bin/mend", "/opt/mend-0.1.0/share"), ("/usr/bin/mend", "/usr/share"), ("bin/mend", "./share"),
    ])
    func whatCameAlongLiesBesideItsFolder(_ program: String, _ share: String) {
        #expect(OwnProgram.share(of: program) == share)
    }
}
