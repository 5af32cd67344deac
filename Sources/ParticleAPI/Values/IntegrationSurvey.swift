import Core

/// The integrations of every place that may fire for one device, and which places were looked at:
/// "none" of one of them is not "none".
package struct IntegrationSurvey: Sendable, Equatable {
  /// A place that would not be asked, and why: nothing is known of it.
  package struct Refusal: Sendable, Equatable {
    /// The place's name, such as `product 10000`.
    package var place: Phrase
    /// HTTP's number.
    package var status: Int
    /// Whether the device surely belongs there, so that nothing can be said without it.
    package var matters: Bool
    /// The refusal itself.
    package var error: ParticleError

    /// A refusal of these parts.
    package init(place: Phrase, status: Int, matters: Bool, error: ParticleError) {
      self.place = place
      self.status = status
      self.matters = matters
      self.error = error
    }
  }

  /// All that the places list; those that fire on the event are whole, others may lack fields.
  package var integrations: [Integration]
  /// The places that answered.
  package var looked: [IntegrationScope]
  /// The places that did not.
  package var refused: [Refusal]
  /// The product that the device is in; nil for none.
  package var product: String?
  /// Whether every place was looked at, and not only as many as were enough.
  package var isThorough = false

  /// What these places have.
  package init(
    _ integrations: [Integration] = [], looked: [IntegrationScope] = [.sandbox],
    refused: [Refusal] = [], product: String? = nil
  ) {
    self.integrations = integrations
    self.looked = looked
    self.refused = refused
    self.product = product
  }

  /// Whether one can fire for the device at all: an organization's fire for its products' devices
  /// (particle:hook-reach).
  package func mayFire(_ integration: Integration) -> Bool {
    if case .organization = integration.scope { return product != nil }
    return true
  }

  /// Where a new one belongs: it fires for the device there, claimed or not (particle:hook-reach).
  package var home: IntegrationScope { product.map { .product($0) } ?? .sandbox }

  /// The first refusal of a place in which the device's integration may well be.
  package var obstacle: ParticleError? { refused.first(where: \.matters)?.error }
}
