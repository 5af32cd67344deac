/// The ports of both clouds. A lever shuts one, as if there were no network; taken back, the cloud
/// is there again, on the same port.
actor PracticeDoors {
  private struct Door {
    let fault: Fault
    let port: Int
    let handler: PracticeServer.Handler
    var server: PracticeServer?
  }

  private let settings: ServerSettings
  private var doors: [Door] = []

  init(settings: ServerSettings) { self.settings = settings }

  /// Opens a port.
  ///
  /// - Parameters:
  ///   - port: 0 takes any free one.
  ///   - fault: the lever that shuts it.
  /// - Returns: the port it has.
  func open(
    _ port: Int, shutBy fault: Fault, _ handler: @escaping PracticeServer.Handler
  ) async throws(PracticeError) -> Int {
    let server = try await PracticePorts.listen(port, settings: settings, handler: handler)
    doors.append(Door(fault: fault, port: server.port, handler: handler, server: server))
    return server.port
  }

  /// Shuts and opens what the levers say. Throws when a port is another program's by now.
  func follow(_ faults: Faults) async throws(PracticeError) {
    for index in doors.indices {
      let door = doors[index]
      if faults.isOn(door.fault) {
        doors[index].server = nil
        await door.server?.stop()
      } else if door.server == nil {
        doors[index].server = try await PracticePorts.listen(
          door.port, settings: settings, handler: door.handler)
      }
    }
  }

  /// Shuts all of them.
  func close() async {
    for index in doors.indices {
      let server = doors[index].server
      doors[index].server = nil
      await server?.stop()
    }
  }
}
