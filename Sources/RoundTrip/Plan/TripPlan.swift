import BlynkAPI
import ParticleAPI

/// What a trip needs to know.
package struct TripPlan: Sendable {
  /// The setup's name, for the report.
  package var setup: String
  /// 24 lower-case hex characters.
  package var deviceID: String
  /// The sketch's cloud function that Blynk's webhook calls, `blynk_led`.
  package var function: String
  /// The name of the device's event that the integration fires on, `blynk_https_get`.
  package var event: String
  /// What Particle's integration should be.
  package var integration: IntegrationDefinition
  /// The stream that the trip writes to, V16.
  package var switchPin: Pin
  /// The stream in which the device's answer comes back, V17.
  package var echoPin: Pin
  /// Holds the time of the last publish, by Particle's clock.
  package var timePin: Pin
  /// Holds the device's counter, which grows.
  package var counterPin: Pin
  /// The sketch's optional variable that counts the calls of the function, and the one with the
  /// last argument: they part "never called" from "called with the wrong body".
  package var callsVariable: String
  /// The other one: it holds the last argument that the function was called with.
  package var argumentVariable: String
  /// When the access token ends, ISO 8601 by Particle's clock, as it was last looked at; nil for
  /// one that lasts.
  package var tokenEnds: String?
  /// Whether a text is the setup's AuthToken: it may stand in the integration itself.
  var isOurToken: @Sendable (String) -> Bool = { _ in false }
  /// Where else to ask when Blynk does not know the token: the other regions, or none.
  package var otherRegions: [String]
  /// Which legs are tried, and who sets the trip off.
  package var kind: TripKind
  /// How long is waited for what.
  package var timeouts: Timeouts
  /// Whether the trip had to wait for Blynk's limit of webhook calls: then one call that is lost
  /// says nothing before it is lost again.
  package var followsWait = false

  /// - Parameter integrationURL: where the integration should send to, such as
  ///   `https://ny3.blynk.cloud/external/api/batch/update`.
  package init(
    setup: String, deviceID: String, integrationURL: String, function: String = "blynk_led",
    event: String = "blynk_https_get", otherRegions: [String] = [],
    kind: TripKind = .whole, timeouts: Timeouts = Timeouts()
  ) {
    self.setup = setup
    self.deviceID = deviceID
    self.function = function
    self.event = event
    integration = .blynk(event: event, url: integrationURL, name: "footbridge \(setup)")
    switchPin = Pin(16)
    echoPin = Pin(17)
    timePin = Pin(6)
    counterPin = Pin(14)
    callsVariable = "calls"
    argumentVariable = "last_arg"
    self.otherRegions = otherRegions
    self.kind = kind
    self.timeouts = timeouts
  }

  /// The four pins in the order they are asked for.
  var pins: [Pin] { [switchPin, echoPin, timePin, counterPin] }

  /// What is wanted of Particle's integration.
  var wanted: IntegrationFinding.Wanted {
    IntegrationFinding.Wanted(
      integration, deviceID: deviceID, switchRow: "\(switchPin)", isOurToken: isOurToken)
  }

  /// The same, by a way to tell the setup's AuthToken.
  func knowing(_ isOurToken: @escaping @Sendable (String) -> Bool) -> TripPlan {
    var plan = self
    plan.isOurToken = isOurToken
    return plan
  }
}
