#include <cstdlib>

#include "JSON.h"
#include "Variant.h"

namespace device_os {

int64_t Variant::toInt64() const {
  if (isString()) return text_.toLongLongInt();
  return isDouble() ? static_cast<int64_t>(number_) : whole_;
}

double Variant::toDouble() const {
  return isString() ? std::strtod(text_.length() ? text_.c_str() : "", nullptr) : number_;
}

static void write(JSONWriter &writer, const Variant &value) {
  switch (value.type()) {
    case Variant::BOOL: writer.value(value.toBool()); break;
    case Variant::INT: case Variant::INT64:
      writer.value(static_cast<long long>(value.toInt64())); break;
    case Variant::UINT: case Variant::UINT64:
      writer.value(static_cast<unsigned long long>(value.toUInt64())); break;
    case Variant::DOUBLE: writer.value(value.toDouble()); break;
    case Variant::STRING: writer.value(value.toString()); break;
    case Variant::ARRAY:
      writer.beginArray();
      for (const Variant &element : value.toArray()) write(writer, element);
      writer.endArray();
      break;
    case Variant::MAP:
      writer.beginObject();
      for (const auto &entry : value.toMap()) write(writer.name(entry.first), entry.second);
      writer.endObject();
      break;
    default: writer.nullValue();
  }
}

String Variant::toJSON() const {
  String text;
  JSONStringWriter writer(text);
  write(writer, *this);
  return text;
}

String Variant::toString() const { return isString() ? text_ : isNull() ? String() : toJSON(); }

static Variant number(const JSONValue &value) {
  const std::string &text = value.node()->text;
  if (text.find_first_of(".eE") != std::string::npos) return value.toDouble();
  const long long whole = std::strtoll(text.c_str(), nullptr, 10);
  if (whole == static_cast<int>(whole)) return static_cast<int>(whole);
  return whole;
}

static Variant variant(const JSONValue &value) {
  switch (value.type()) {
    case JSON_TYPE_BOOL: return value.toBool();
    case JSON_TYPE_NUMBER: return number(value);
    case JSON_TYPE_STRING: return value.toString().data();
    case JSON_TYPE_ARRAY: {
      VariantArray array;
      for (JSONArrayIterator each(value); each.next();) array.append(variant(each.value()));
      return array;
    }
    case JSON_TYPE_OBJECT: {
      VariantMap map;
      JSONObjectIterator each(value);
      while (each.next()) map.set(each.name().data(), variant(each.value()));
      return map;
    }
    default: return Variant();
  }
}

Variant Variant::fromJSON(const char *json) { return variant(JSONValue::parseCopy(json)); }

}  // namespace device_os
