/// The three values that make the template a person's own sketch, as the practice device carries
/// them.
///
/// The token is a plain string: this is the practice world's own, and a real device too holds it in
/// clear.
package struct FlashedValues: Sendable, Hashable {
  /// Blynk's template ID, such as `TMPL4ej7--Xu_`.
  package var templateID: String
  /// The template's name, any text.
  package var templateName: String
  /// The AuthToken that the device puts into each event.
  package var authToken: String

  /// The values as given; nothing is checked, as a person may flash anything.
  package init(templateID: String, templateName: String, authToken: String) {
    self.templateID = templateID
    self.templateName = templateName
    self.authToken = authToken
  }
}
