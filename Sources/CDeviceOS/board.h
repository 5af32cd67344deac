#pragma once

#include <array>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "Particle.h"
#include "csketch.h"

class Runner;

/// The board that a copy of the sketch runs on: what Device OS would keep for it.
struct Board {
  struct Function {
    std::string name;
    CloudClass::Function call;
  };
  struct Variable {
    std::string name;
    CloudClass::Reader read;
  };
  struct Subscription {
    std::string prefix;
    CloudClass::Handler handler;
  };

  struct SystemHandler {
    system_event_t events;
    SystemClass::EventHandler handler;
  };

  static constexpr size_t pinCount = 32;

  csketch_host host{};
  std::string templateID, templateName, authToken;
  std::vector<Function> functions;
  std::vector<Variable> variables;
  std::vector<Subscription> subscriptions;
  std::vector<Timer *> timers;
  std::vector<SystemHandler> systemHandlers;
  /// What they were told last.
  bool wasConnected = false;
  /// A device that sleeps answers nobody, and its timers stand still.
  bool isAsleep = false;
  /// The text of the variable that was read last.
  std::string shownText;
  std::array<int, pinCount> levels;
  std::array<PinMode, pinCount> modes;
  /// When the newest five publishes were tried, in milliseconds; the oldest is overwritten next.
  std::array<uint32_t, 5> attempts;
  size_t nextAttempt = 0;
  uint64_t attemptCount = 0;
  /// What calls have returned that nobody has asked for yet, by ticket.
  std::map<uint64_t, int32_t> results;
  uint64_t lastTicket = 0;
  uint64_t randomState = 1;
  time_t timeAtReset = 1704067200;  // 2024-01-01 00:00 UTC
  long zoneSeconds = 0;
  long summerSeconds = 3600;
  bool isSummer = false;
  /// The time that was taken apart last, and its parts.
  time_t calendarTime = 0;
  tm calendar{};
  std::string timeFormat;
  /// What SYSTEM_MODE and SYSTEM_THREAD ask for.
  bool startsWithoutCloud = false;
  /// Gives the sketch a thread of its own, on which it may wait; null where it never does.
  Runner *runner = nullptr;

  Board();

  /// The board whose sketch runs on this thread now.
  static Board &current();

  /// What the host says. A sketch that starts before it has a host is at time zero and offline.
  uint64_t milliseconds();
  bool connected();

  void pause(uint64_t milliseconds);
  /// For ever, if no time is given.
  void sleep(uint64_t milliseconds);
  /// Tells the handlers whether the connection came or went.
  void tellOfConnection();
  /// Called where a sketch that waits in circles passes: after very many passes it pauses.
  void breathe();

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
