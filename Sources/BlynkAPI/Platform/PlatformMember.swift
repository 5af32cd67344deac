/// What has a number in the Platform API.
protocol PlatformMember: Decodable, Sendable {
  var id: Int { get }
}
