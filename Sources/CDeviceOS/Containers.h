#pragma once

#include <algorithm>
#include <initializer_list>
#include <vector>

namespace device_os {

/// A row of values, counted from 0. What does not fit to be done answers false.
template <typename Value>
class Vector {
 public:
  using ValueType = Value;

  Vector() = default;
  explicit Vector(int count, const Value &value = Value()) : values_(size_t(count), value) {}
  Vector(const Value *values, int count) : values_(values, values + count) {}
  Vector(std::initializer_list<Value> values) : values_(values) {}

  bool append(const Value &value) { return insert(size(), value); }
  bool append(const Vector &other) {
    const std::vector<Value> values = other.values_;
    values_.insert(values_.end(), values.begin(), values.end());
    return true;
  }
  bool prepend(const Value &value) { return insert(0, value); }
  bool insert(int index, const Value &value) {
    values_.insert(values_.begin() + index, value);
    return true;
  }
  void removeAt(int index, int count = 1) {
    const int last = count < 0 ? size() : std::min(size(), index + count);
    values_.erase(values_.begin() + index, values_.begin() + last);
  }
  bool removeOne(const Value &value) {
    const int index = indexOf(value);
    if (index >= 0) removeAt(index);
    return index >= 0;
  }
  int removeAll(const Value &value) {
    const int before = size();
    values_.erase(std::remove(values_.begin(), values_.end(), value), values_.end());
    return before - size();
  }
  Value takeFirst() { return takeAt(0); }
  Value takeLast() { return takeAt(size() - 1); }
  Value takeAt(int index) {
    Value value = values_[size_t(index)];
    removeAt(index);
    return value;
  }
  void clear() { values_.clear(); }
  bool resize(int count) { values_.resize(size_t(count)); return true; }
  bool reserve(int count) { values_.reserve(size_t(count)); return true; }
  bool trimToSize() { values_.shrink_to_fit(); return true; }
  Vector &fill(const Value &value) {
    std::fill(values_.begin(), values_.end(), value);
    return *this;
  }

  int size() const { return static_cast<int>(values_.size()); }
  int capacity() const { return static_cast<int>(values_.capacity()); }
  bool isEmpty() const { return values_.empty(); }
  bool contains(const Value &value) const { return indexOf(value) >= 0; }
  int indexOf(const Value &value, int from = 0) const {
    const auto found = std::find(values_.begin() + from, values_.end(), value);
    return found == values_.end() ? -1 : static_cast<int>(found - values_.begin());
  }
  Value &first() { return values_.front(); }
  const Value &first() const { return values_.front(); }
  Value &last() { return values_.back(); }
  const Value &last() const { return values_.back(); }
  Value &at(int index) { return values_[size_t(index)]; }
  const Value &at(int index) const { return values_[size_t(index)]; }
  Value &operator[](int index) { return values_[size_t(index)]; }
  const Value &operator[](int index) const { return values_[size_t(index)]; }
  Value *data() { return values_.data(); }
  const Value *data() const { return values_.data(); }
  auto begin() { return values_.begin(); }
  auto end() { return values_.end(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  bool operator==(const Vector &other) const { return values_ == other.values_; }
  bool operator!=(const Vector &other) const { return values_ != other.values_; }

 private:
  std::vector<Value> values_;
};

/// Values by keys, in the keys' order.
template <typename Key, typename Value>
class Map {
 public:
  struct Entry {
    Key first;
    Value second;
    bool operator==(const Entry &other) const {
      return first == other.first && second == other.second;
    }
  };

  Map() = default;
  Map(std::initializer_list<Entry> entries) {
    for (const Entry &entry : entries) set(entry.first, entry.second);
  }

  bool set(const Key &key, const Value &value) {
    (*this)[key] = value;
    return true;
  }
  Value get(const Key &key, const Value &otherwise = Value()) const {
    const auto found = find(key);
    return found == end() ? otherwise : found->second;
  }
  bool has(const Key &key) const { return find(key) != end(); }
  bool remove(const Key &key) {
    const auto found = place(key);
    if (found == entries_.end() || key < found->first) return false;
    entries_.erase(found);
    return true;
  }
  Value &operator[](const Key &key) {
    auto found = place(key);
    if (found == entries_.end() || key < found->first) {
      found = entries_.insert(found, Entry{key, Value()});
    }
    return found->second;
  }
  void clear() { entries_.clear(); }
  bool reserve(int count) { entries_.reserve(size_t(count)); return true; }
  int size() const { return static_cast<int>(entries_.size()); }
  bool isEmpty() const { return entries_.empty(); }
  const std::vector<Entry> &entries() const { return entries_; }
  auto find(const Key &key) const {
    const auto found = const_cast<Map *>(this)->place(key);
    const bool isThere = found != entries_.end() && !(key < found->first);
    return isThere ? entries_.begin() + (found - entries_.begin()) : end();
  }
  auto begin() { return entries_.begin(); }
  auto end() { return entries_.end(); }
  auto begin() const { return entries_.begin(); }
  auto end() const { return entries_.end(); }
  bool operator==(const Map &other) const { return entries_ == other.entries_; }

 private:
  auto place(const Key &key) {
    return std::lower_bound(
        entries_.begin(), entries_.end(), key,
        [](const Entry &entry, const Key &key) { return entry.first < key; });
  }

  std::vector<Entry> entries_;
};

}  // namespace device_os
