import Testing

@testable import PracticeClouds

@Suite("BlynkPlaceholders")
struct BlynkPlaceholdersTests {
  private let placeholders = BlynkPlaceholders(values: [
    "device_pinValue": "1", "device_name": "{device_pinValue}", "device_pinValue[0]": "a",
  ])

  @Test(
    "a known name in single braces becomes its value, all else stays",
    arguments: [
      (#"{"args":"{device_pinValue}"}"#, #"{"args":"1"}"#),
      ("{device_pinValue}{device_pinValue}", "11"),
      ("{{device_pinValue}}", "{1}"),
      ("{device_pinvalue}", "{device_pinvalue}"),
      ("{user_email} {device_pinValue}", "{user_email} 1"),
      ("{device_pinValue[0]}", "a"),
      ("{device_pinValue", "{device_pinValue"),
      ("}{", "}{"), ("{}", "{}"), ("", ""),
    ])
  func fills(template: String, filled: String) {
    #expect(placeholders.fill(template) == filled)
  }

  @Test("a value is not looked at again")
  func once() {
    #expect(placeholders.fill("{device_name}") == "{device_pinValue}")
  }
}
