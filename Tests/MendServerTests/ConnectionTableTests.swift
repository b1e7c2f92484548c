import NIOCore
import Testing

@testable import MendServer

@Suite struct ConnectionTableTests {
    @Test func letsWhoHasWaitedLongestMakeRoom() {
        var table = ConnectionTable(most: 3, mostOfOnePeer: 3)
        let ids = (0..<3).compactMap { _ in table.admit("a")?.id }
        #expect(ids == [1, 2, 3])
        table.waits(1)
        #expect(table.admit("b")?.leaving == 2)
        #expect(table.count == 3)
    }

    @Test func sparesWhatIsBeingAnswered() {
        var table = ConnectionTable(most: 2, mostOfOnePeer: 2)
        let ids = (0..<2).compactMap { _ in table.admit("a")?.id }
        for id in ids { table.answers(id) }
        #expect(table.admit("b") == nil)
        table.waits(ids[1])
        #expect(table.admit("b")?.leaving == ids[1])
    }

    @Test func takesFromThePeerThatHasTheMost() {
        var table = ConnectionTable(most: 4, mostOfOnePeer: 4)
        let alone = table.admit("a")?.id
        let many = (0..<3).compactMap { _ in table.admit("b")?.id }
        #expect(table.admit("c")?.leaving == many[0])
        #expect(alone != nil && table.count == 4)
    }

    @Test func boundsEachPeerByItself() {
        var table = ConnectionTable(most: 10, mostOfOnePeer: 2)
        let other = table.admit("b")?.id
        let first = table.admit("a")?.id
        _ = table.admit("a")
        #expect(table.admit("a")?.leaving == first)
        #expect(other != nil && table.count == 3)
    }

    @Test func hasRoomAgainWhenSomebodyLeaves() {
        var table = ConnectionTable(most: 1, mostOfOnePeer: 1)
        let id = table.admit("a")?.id ?? 0
        table.remove(id)
        table.remove(id)
        #expect(table.count == 0)
        #expect(table.admit("a")?.leaving == nil)
    }

    @Test(arguments: [
        ("192.0.2.7", "192.0.2.7"), ("::1", "::1"), ("::ffff:192.0.2.7", "::ffff:192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "32.1.13.184.0.1.0.2"), ("2001:db8:1:2:ffff::1", "32.1.13.184.0.1.0.2"),
    ])
    func tellsPeersApart(_ address: String, _ peer: String) throws {
        #expect(OpenConnections.peer(try SocketAddress(ipAddress: address, port: 80)) == peer)
        #expect(OpenConnections.peer(nil) == "unknown")
    }
}
