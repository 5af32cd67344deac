#include <cctype>
#include <cstdlib>
#include <cstring>

#include "JSON.h"

namespace device_os {

namespace {

/// Reads JSON from the first letter to the last.
class JSONParser {
 public:
  JSONParser(const char *json, size_t size) : place_(json), end_(json + size) {}

  std::shared_ptr<const JSONNode> document() {
    const auto node = value(0);
    skipSpace();
    return node && (place_ == end_ || *place_ == '\0') ? node : nullptr;
  }

 private:
  using Node = std::shared_ptr<const JSONNode>;

  static constexpr int depthLimit = 64;

  bool takes(char letter) {
    skipSpace();
    if (place_ == end_ || *place_ != letter) return false;
    place_++;
    return true;
  }

  void skipSpace() {
    while (place_ != end_ && std::strchr(" \t\r\n", *place_) && *place_) place_++;
  }

  Node value(int depth) {
    if (depth > depthLimit) return nullptr;
    JSONNode node;
    if (takes('{')) return members(node, JSON_TYPE_OBJECT, '}', depth);
    if (takes('[')) return members(node, JSON_TYPE_ARRAY, ']', depth);
    if (takes('"')) {
      node.type = JSON_TYPE_STRING;
      return text(node.text) ? std::make_shared<JSONNode>(node) : nullptr;
    }
    return primitive(node);
  }

  Node members(JSONNode &node, JSONType type, char bracket, int depth) {
    node.type = type;
    if (takes(bracket)) return std::make_shared<JSONNode>(node);
    do {
      if (type == JSON_TYPE_OBJECT) {
        node.names.emplace_back();
        if (!takes('"') || !text(node.names.back()) || !takes(':')) return nullptr;
      }
      node.values.push_back(value(depth + 1));
      if (!node.values.back()) return nullptr;
    } while (takes(','));
    return takes(bracket) ? std::make_shared<JSONNode>(node) : nullptr;
  }

  Node primitive(JSONNode &node) {
    while (place_ != end_ && (std::isalnum(static_cast<unsigned char>(*place_)) ||
                              (*place_ && std::strchr("+-.", *place_)))) {
      node.text += *place_++;
    }
    const char first = node.text.empty() ? '\0' : node.text[0];
    if (first == '-' || (first >= '0' && first <= '9')) node.type = JSON_TYPE_NUMBER;
    if (node.text == "true" || node.text == "false") node.type = JSON_TYPE_BOOL;
    if (node.text == "null") node.type = JSON_TYPE_NULL;
    return node.type == JSON_TYPE_INVALID ? nullptr : std::make_shared<JSONNode>(node);
  }

  /// What stands before the closing quote. Of `\uXXXX` a device reads what is ASCII; it leaves the
  /// others as they are written.
  bool text(std::string &text) {
    static constexpr char named[] = "\"\\/btnfr", plain[] = "\"\\/\b\t\n\f\r";
    while (place_ != end_ && *place_ != '"') {
      if (*place_ != '\\') {
        text += *place_++;
        continue;
      }
      if (++place_ == end_) return false;
      if (*place_ == 'u') {
        if (!hexadecimal(text)) return false;
        continue;
      }
      const char *found = *place_ ? std::strchr(named, *place_++) : nullptr;
      if (!found) return false;
      text += plain[found - named];
    }
    if (place_ == end_) return false;
    place_++;
    return true;
  }

  bool hexadecimal(std::string &text) {
    if (end_ - place_ < 5) return false;
    const std::string digits(place_ + 1, 4);
    char *end = nullptr;
    const unsigned long code = std::strtoul(digits.c_str(), &end, 16);
    if (*end || !std::isxdigit(static_cast<unsigned char>(digits[0]))) return false;
    text += code < 128 ? std::string(1, static_cast<char>(code)) : "\\u" + digits;
    place_ += 5;
    return true;
  }

  const char *place_;
  const char *end_;
};

}  // namespace

JSONValue JSONValue::parseCopy(const char *json, size_t size) {
  return JSONValue(JSONParser(json, size).document());
}

}  // namespace device_os
