import HTTPTestServer

/// The ports of both clouds. A fault shuts one, as if there were no network; taken back, the cloud
/// is there again, on the same port.
actor PracticeListeners {
  private struct Door {
    /// The fault that shuts it, and the one that puts an impostor there.
    let fault: Fault
    let impostorFault: Fault?
    let port: Int
    let handler: PracticeServer.Handler
    var guest = Guest.cloud
    var server: PracticeServer?

    /// Who should be there while these faults are on.
    func guest(_ faults: Faults) -> Guest {
      if faults.isOn(fault) { return .nobody }
      return impostorFault.map(faults.isOn) == true ? .impostor : .cloud
    }
  }

  /// Who answers at a port.
  private enum Guest { case cloud, nobody, impostor }

  private let settings: ServerSettings
  private var doors: [Door] = []

  init(settings: ServerSettings) { self.settings = settings }

  /// Opens a port.
  ///
  /// - Parameters:
  ///   - port: 0 takes any free one.
  ///   - fault: the fault that shuts it.
  ///   - impostor: the fault that has another server pose as the cloud.
  /// - Returns: the port it has.
  func open(
    _ port: Int, shutBy fault: Fault, impostor: Fault? = nil,
    _ handler: @escaping PracticeServer.Handler
  ) async throws(PracticeError) -> Int {
    let server = try await PracticePorts.listen(port, settings: settings, handler: handler)
    doors.append(
      Door(
        fault: fault, impostorFault: impostor, port: server.port, handler: handler, server: server))
    return server.port
  }

  /// Shuts and opens what the faults say. Throws when a port is another program's by now.
  func follow(_ faults: Faults) async throws(PracticeError) {
    for index in doors.indices {
      let door = doors[index]
      let wanted = door.guest(faults)
      guard door.guest != wanted else { continue }
      // Said before it is so, for this actor may be asked again meanwhile.
      doors[index].guest = wanted
      doors[index].server = nil
      await door.server?.stop()
      do throws(PracticeError) {
        doors[index].server = try await server(for: door, wanted)
      } catch {
        doors[index].guest = .nobody
        throw error
      }
    }
  }

  private func server(
    for door: Door, _ guest: Guest
  ) async throws(PracticeError) -> PracticeServer? {
    let (port, settings) = (door.port, settings)
    return switch guest {
    case .nobody: nil
    case .cloud:
      try await PracticePorts.listen(port, settings: settings, handler: door.handler)
    case .impostor:
      try await PracticePorts.listening(port) {
        try await PracticeServer.impostor(port: port, settings: settings)
      }
    }
  }

  /// Shuts all of them, when their streams have ended.
  func close() async {
    for index in doors.indices {
      let server = doors[index].server
      doors[index].server = nil
      await server?.stop(endingStreams: true)
    }
  }
}
