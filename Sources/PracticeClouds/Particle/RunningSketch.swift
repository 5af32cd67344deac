import HTTPTestServer

/// A device's program while it runs, as the cloud sees it over the air.
package struct RunningSketch: Sendable {
  /// An event that the program published.
  package struct Event: Sendable {
    /// What the sketch calls it; hooks and subscriptions look at how it begins.
    package var name: String
    /// Nil for an event without data.
    package var data: String?

    /// An event as the sketch published it.
    package init(name: String, data: String?) {
      self.name = name
      self.data = data
    }
  }

  /// A variable that the sketch has registered.
  package struct Variable: Sendable {
    /// As the sketch registered it; the address of a reading ends in it.
    package var name: String
    /// `int32`, `double`, `string` or `bool` (particle:variable-types).
    package var type: String

    /// A variable of this name, with its type as Particle names it.
    package init(name: String, type: String) {
      self.name = name
      self.type = type
    }
  }

  /// Events that wait for the cloud before new ones are lost.
  static let eventLimit = 1024

  /// The functions it has registered by now, in its order.
  package var functions: @Sendable () async -> [String]
  /// The variables it has registered by now.
  package var variables: @Sendable () async -> [Variable]
  /// What the events begin with that it wants to hear of.
  package var subscriptions: @Sendable () async -> [String]
  /// Calls a registered function; nil when the device does not answer.
  package var call: @Sendable (_ function: String, _ argument: String) async -> Int?
  /// Reads a variable; nil when it is not registered, or the device does not answer.
  package var read: @Sendable (_ variable: String) async -> JSONValue?
  /// Hands it an event of the cloud.
  package var receive: @Sendable (Event) async -> Void
  /// Tells it that it has a connection to the cloud, or has lost it; it starts without.
  package var connect: @Sendable (Bool) async -> Void
  /// What it publishes, in order, from its start on.
  package var events: AsyncStream<Event>
  /// Ends the program for good; its events end once they have been read.
  package var stop: @Sendable () async -> Void

  /// A sketch that does nothing but what is given; without more it has functions and events only.
  package init(
    functions: @escaping @Sendable () async -> [String],
    variables: @escaping @Sendable () async -> [Variable] = { [] },
    subscriptions: @escaping @Sendable () async -> [String] = { [] },
    call: @escaping @Sendable (String, String) async -> Int?,
    read: @escaping @Sendable (String) async -> JSONValue? = { _ in nil },
    receive: @escaping @Sendable (Event) async -> Void = { _ in },
    connect: @escaping @Sendable (Bool) async -> Void = { _ in },
    events: AsyncStream<Event>, stop: @escaping @Sendable () async -> Void = {}
  ) {
    self.functions = functions
    self.variables = variables
    self.subscriptions = subscriptions
    self.call = call
    self.read = read
    self.receive = receive
    self.connect = connect
    self.events = events
    self.stop = stop
  }
}
