#pragma once

#include <array>
#include <string>
#include <vector>

#include "Particle.h"
#include "csketch.h"

/// The board that a copy of the sketch runs on: what Device OS would keep for it.
struct Board {
  struct Function {
    std::string name;
    int (*callback)(String);
  };
  struct Variable {
    std::string name;
    csketch_type type;
    const void *value;
  };

  static constexpr size_t pinCount = 32;

  csketch_host host{};
  std::string templateID, templateName, authToken;
  std::vector<Function> functions;
  std::vector<Variable> variables;
  std::array<int, pinCount> pins;
  /// When the newest five publishes were tried, in milliseconds; the oldest is overwritten next.
  std::array<uint32_t, 5> attempts;
  size_t nextAttempt = 0;
  uint64_t attemptCount = 0;

  Board();
  explicit Board(const csketch_host &host);

  /// The board whose sketch runs on this thread now.
  static Board &current();

  /// Makes a board the current one while it lives.
  class Running {
   public:
    explicit Running(Board &board);
    ~Running();
    Running(const Running &) = delete;
    Running &operator=(const Running &) = delete;

   private:
    Board *before_;
  };
};
