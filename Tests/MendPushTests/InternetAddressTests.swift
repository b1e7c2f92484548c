import Testing

@testable import MendPush

@Suite struct InternetAddressTests {
    @Test(arguments: ["142.250.74.10", "8.8.8.8", "17.57.146.20", "2a00:1450:4001:82b::200a", "2620:149:a44::4", "172.32.0.1"])
    func knowsThoseThatAreOutThere(_ number: String) throws {
        #expect(try #require(InternetAddress(number)).isPublic)
    }

    @Test(arguments: [
        "127.0.0.1", "127.255.0.3", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "0.0.0.0",
        "100.64.0.1", "100.127.255.255", "192.0.0.8", "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.7",
        "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:8.8.8.8",
        "fe80::1", "fc00::1", "fd12:3456::1", "ff02::1", "64:ff9b::7f00:1", "2001:db8::1", "2001::1", "2002:7f00:1::",
        "3fff::1",
    ])
    func knowsThoseThatAreNot(_ number: String) throws {
        #expect(try !#require(InternetAddress(number)).isPublic)
    }

    @Test(arguments: ["", "localhost", "1.2.3", "1.2.3.4.5", "0x7f.1", "fe80::1%eth0", "127.1"])
    func takesNumbersAlone(_ text: String) {
        #expect(InternetAddress(text) == nil)
    }
}
