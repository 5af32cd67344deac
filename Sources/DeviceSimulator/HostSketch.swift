import CDeviceOS
import Core
import Firmware

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// One copy of a sketch on this machine, built in or a process of its own: the only place where
/// Swift meets the C++ side.
///
/// Not safe for two threads at once; its owner, a `SketchDevice`, sees to that. A process computes
/// only while a call of this type waits for it.
final class HostSketch {
  /// How a turn of the sketch went.
  struct Turn {
    enum End {
      case idle, waiting, reset, safeMode, stuck
    }

    var end: End
    /// Whether the sketch tried to publish.
    var triedToPublish: Bool
    /// When it has something to do by itself, if it has said so.
    var wait: Duration?
  }

  /// How long a sketch may compute without a pause before it counts as stuck; real time.
  static let timeout = Duration.seconds(5)

  /// The files that a sketch is compiled with.
  static var standIn: [SketchFile] {
    var files: [SketchFile] = []
    while let file = csketch_standin(files.count)?.pointee {
      files.append(
        SketchFile(path: String(cString: file.name), text: text(file.text, file.length)))
    }
    return files
  }

  private let api: csketch_api
  private let copy: OpaquePointer
  private let connections: BoardConnections

  /// Takes a free copy of the built-in sketch, for as long as this object lives.
  init(connections: BoardConnections) throws(SketchError) {
    api = csketch_copies().pointee
    guard let copy = api.take() else { throw .noFreeCopy(limit: api.copies) }
    self.copy = copy
    self.connections = connections
  }

  /// Starts a compiled sketch; its file is gone again when this returns. In this process a sketch
  /// that crashes, or never comes back, would take the practice clouds along.
  init(executable: SketchProgram.Executable, connections: BoardConnections) throws(SketchError) {
    let folder = try PrivateFolder(inside: executable.temporaryFolder)
    defer { folder.remove() }
    try folder.write(executable.bytes, to: "sketch")
    try folder.makeExecutable("sketch")
    api = csketch_programs().pointee
    var problem: Int32 = 0
    let call = ProgramCall(
      path: "\(folder.path)/sketch", environment: [:], folder: "/",
      confinement: executable.confinement.showing(folder.path), limits: .sketch)
    guard let copy = call.withCommand({ csketch_begin(&$0, &problem) }) else {
      throw .hostFailed(
        act: "starting it", reason: Phrase(verbatim: String(cString: strerror(problem))))
    }
    self.copy = copy
    self.connections = connections
  }

  deinit { api.give_back(copy) }

  /// Resets the board and runs the sketch's `setup()`.
  func start(values: FlashedValues, platformID: Int32, sensorValue: Double) -> Turn {
    connections.reset()
    return values.templateID.withCString { templateID in
      values.templateName.withCString { templateName in
        values.authToken.withCString { authToken in
          var host = csketch_host(
            context: Unmanaged.passUnretained(connections).toOpaque(),
            milliseconds: { HostSketch.connections($0)?.milliseconds ?? 0 },
            connected: { HostSketch.connections($0)?.isOnline ?? false },
            publish: { context, name, data in
              guard let name, let data else { return false }
              return HostSketch.connections(context)?
                .take(name: String(cString: name), data: String(cString: data)) ?? false
            },
            platform_id: platformID, sensor_value: sensorValue,
            patience_milliseconds: UInt32(HostSketch.timeout / .milliseconds(1)),
            template_id: templateID, template_name: templateName, auth_token: authToken)
          return turn(api.start(copy, &host))
        }
      }
    }
  }

  /// Runs `loop()` once, or goes on where the sketch waits.
  func loop() -> Turn { turn(api.loop(copy)) }

  /// Begins a call; nil if there is no function of that name.
  func call(_ function: String, _ argument: String) -> (ticket: UInt64, turn: Turn)? {
    let begun = api.call(copy, function, argument)
    return begun.ticket == 0 ? nil : (begun.ticket, turn(begun.turn))
  }

  /// What a call returned; nil while it is not over.
  func result(_ ticket: UInt64) -> Int32? {
    var result: Int32 = 0
    return api.result(copy, ticket, &result) ? result : nil
  }

  /// Hands an event to the sketch.
  func receive(name: String, data: String) -> Turn { turn(api.receive(copy, name, data)) }

  var functions: [String] {
    (0..<api.function_count(copy)).map { HostSketch.text(api.function_name(copy, $0)) }
  }

  var subscriptions: [String] {
    (0..<api.subscription_count(copy)).map { HostSketch.text(api.subscription(copy, $0)) }
  }

  var variables: [(name: String, value: SketchVariable)] {
    (0..<api.variable_count(copy)).map { index in
      let name = HostSketch.text(api.variable_name(copy, index))
      return (name, HostSketch.value(of: api.variable(copy, index)))
    }
  }

  /// The level of an output; nil if the pin is not one.
  func level(ofPin pin: UInt16) -> Bool? {
    let level = api.pin(copy, pin)
    return level < 0 ? nil : level == 1
  }

  private func turn(_ turn: csketch_turn) -> Turn {
    let wait: Duration? =
      turn.wait_milliseconds == .max ? nil : .milliseconds(turn.wait_milliseconds)
    let end: Turn.End =
      switch turn.end {
      case CSKETCH_IDLE: .idle
      case CSKETCH_WAITING: .waiting
      case CSKETCH_RESET: .reset
      case CSKETCH_SAFE_MODE: .safeMode
      default: .stuck
      }
    return Turn(end: end, triedToPublish: turn.tried_to_publish, wait: wait)
  }

  private static func connections(_ context: UnsafeMutableRawPointer?) -> BoardConnections? {
    context.map { Unmanaged<BoardConnections>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func value(of found: csketch_variable) -> SketchVariable {
    switch found.type {
    case CSKETCH_INT: .int(found.integer)
    case CSKETCH_DOUBLE: .double(found.number)
    case CSKETCH_BOOL: .bool(found.truth)
    default: .string(text(found.text))
    }
  }

  private static func text(_ text: UnsafePointer<CChar>, _ length: Int) -> String {
    String(decoding: UnsafeRawBufferPointer(start: text, count: length), as: UTF8.self)
  }

  private static func text(_ text: UnsafePointer<CChar>?) -> String {
    text.map { String(cString: $0) } ?? ""
  }
}

// Here, as one file alone meets the C++ side.
/// A program that is started by itself, and what it is kept to.
struct ProgramCall {
  let path: String
  var arguments: [String] = []
  /// All of its environment.
  let environment: [String: String]
  /// Where it starts.
  let folder: String
  /// The open file that gets what it prints; nothing does for -1.
  var output: Int32 = -1
  let confinement: Confinement
  /// The folder that it may write to.
  var writable: String?
  let limits: Confinement.Limits

  func withCommand<Result>(_ body: (inout csketch_command) -> Result) -> Result {
    ProgramCall.withList([path] + arguments) { arguments in
      ProgramCall.withList(environment.map { "\($0.key)=\($0.value)" }) { environment in
        ProgramCall.withList(confinement.readable) { readable in
          ProgramCall.withList([path, folder] + (writable.map { [$0] } ?? [])) { texts in
            var command = csketch_command(
              path: texts?[0], arguments: arguments, environment: environment, folder: texts?[1],
              input: -1, output: output, layers: confinement.layers, readable: readable,
              writable: texts?[2], memory_bytes: limits.memoryBytes, file_bytes: limits.fileBytes,
              cpu_seconds: limits.processorSeconds, open_files: limits.openFiles,
              may_fork: limits.mayFork)
            return body(&command)
          }
        }
      }
    }
  }

  /// Texts as C lists them: one after the other, each ended by a zero, the list by a null.
  private static func withList<Result>(
    _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>?) -> Result
  ) -> Result {
    var bytes: [CChar] = []
    var places: [Int] = []
    for text in texts {
      places.append(bytes.count)
      bytes += text.utf8CString
    }
    return bytes.withUnsafeMutableBufferPointer { bytes in
      var list = places.map { place in bytes.baseAddress.map { $0 + place } }
      list.append(nil)
      return list.withUnsafeBufferPointer { body($0.baseAddress) }
    }
  }
}

extension CompilerCall {
  /// How a start went: the process, or the system's error number.
  enum Start {
    case started(Int32)
    case failed(Int32)
  }

  /// Starts the compiler in its folder and in a process group of its own.
  ///
  /// - Parameter writing: the open file that gets what it prints.
  func spawn(writing: Int32) -> Start {
    let call = ProgramCall(
      path: path, arguments: arguments, environment: environment, folder: folder, output: writing,
      confinement: confinement, writable: folder, limits: .compiler)
    var number: Int32 = 0
    let problem = call.withCommand { csketch_spawn(&$0, &number) }
    return problem == 0 ? .started(number) : .failed(problem)
  }
}

extension Confinement {
  /// What of it holds on this machine, which is tried.
  var held: (hidesFiles: Bool, hasNoNetwork: Bool, isAlone: Bool) {
    let call = ProgramCall(
      path: "/", environment: [:], folder: "/", confinement: self, limits: .sketch)
    let held = Int(call.withCommand { csketch_confinement(&$0) })
    return (
      held & Int(CSKETCH_HIDDEN) != 0, held & Int(CSKETCH_OFFLINE) != 0,
      held & Int(CSKETCH_ALONE) != 0
    )
  }
}
