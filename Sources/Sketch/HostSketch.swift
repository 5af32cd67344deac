import CSketch

/// One copy of the sketch on this machine: the only place where Swift meets the C++ side.
///
/// Not safe for two threads at once; its owner, a `SketchDevice`, sees to that.
final class HostSketch {
  /// The text of the sketch as the compiler saw it.
  static var templateText: String {
    var length = 0
    guard let text = csketch_template(&length) else { return "" }
    let bytes = UnsafeRawBufferPointer(start: text, count: length)
    return String(decoding: bytes, as: UTF8.self)
  }

  private let api: csketch_api
  private let copy: OpaquePointer
  private let surroundings: Surroundings

  /// Takes a free copy, for as long as this object lives.
  init(surroundings: Surroundings) throws(SketchError) {
    api = csketch_copies().pointee
    guard let copy = api.take() else { throw .noFreeCopy(limit: api.copies) }
    self.copy = copy
    self.surroundings = surroundings
  }

  deinit { api.give_back(copy) }

  /// Resets the board and runs the sketch's `setup()` with these values.
  func start(values: FlashedValues, platformID: Int32, sensorValue: Double) {
    surroundings.reset()
    values.templateID.withCString { templateID in
      values.templateName.withCString { templateName in
        values.authToken.withCString { authToken in
          var host = csketch_host(
            context: Unmanaged.passUnretained(surroundings).toOpaque(),
            milliseconds: { HostSketch.surroundings($0)?.milliseconds ?? 0 },
            connected: { HostSketch.surroundings($0)?.isOnline ?? false },
            publish: { context, name, data in
              guard let name, let data else { return false }
              return HostSketch.surroundings(context)?
                .take(name: String(cString: name), data: String(cString: data)) ?? false
            },
            platform_id: platformID, sensor_value: sensorValue, template_id: templateID,
            template_name: templateName, auth_token: authToken)
          api.start(copy, &host)
        }
      }
    }
  }

  /// Runs `loop()` once; true if the sketch tried to publish.
  func loop() -> Bool { api.loop(copy) }

  /// What the function returned; nil if there is none of that name.
  func call(_ function: String, _ argument: String) -> Int32? {
    var result: Int32 = 0
    return api.call(copy, function, argument, &result) ? result : nil
  }

  var functions: [String] {
    (0..<api.function_count(copy)).compactMap { index in
      api.function_name(copy, index).map { String(cString: $0) }
    }
  }

  var variables: [(name: String, value: VariableValue)] {
    (0..<api.variable_count(copy)).compactMap { index in
      let found = api.variable(copy, index)
      return found.name.map { (String(cString: $0), HostSketch.value(of: found)) }
    }
  }

  /// The level of an output; nil if the pin is not one.
  func level(ofPin pin: UInt16) -> Bool? {
    let level = api.pin(copy, pin)
    return level < 0 ? nil : level == 1
  }

  private static func surroundings(_ context: UnsafeMutableRawPointer?) -> Surroundings? {
    context.map { Unmanaged<Surroundings>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func value(of found: csketch_variable) -> VariableValue {
    switch found.type {
    case CSKETCH_INT: .int(found.integer)
    case CSKETCH_DOUBLE: .double(found.number)
    case CSKETCH_BOOL: .bool(found.truth)
    default: .string(found.text.map { String(cString: $0) } ?? "")
    }
  }
}
