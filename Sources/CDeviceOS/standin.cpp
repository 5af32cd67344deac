#include "csketch.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"

// The very files that this target compiles, for the compiler of sketches.
static const char particleH[] = {
#embed "Particle.h"
};
static const char applicationH[] = {
#embed "application.h"
};
static const char arduinoH[] = {
#embed "Arduino.h"
};
static const char basicsH[] = {
#embed "Basics.h"
};
static const char clockH[] = {
#embed "Clock.h"
};
static const char cloudH[] = {
#embed "Cloud.h"
};
static const char extrasH[] = {
#embed "Extras.h"
};
static const char pinsH[] = {
#embed "Pins.h"
};
static const char printH[] = {
#embed "Print.h"
};
static const char systemH[] = {
#embed "System.h"
};
static const char textH[] = {
#embed "Text.h"
};
static const char timerH[] = {
#embed "Timer.h"
};
static const char boardH[] = {
#embed "board.h"
};
static const char copyH[] = {
#embed "copy.h"
};
static const char runnerH[] = {
#embed "runner.h"
};
static const char boardCpp[] = {
#embed "board.cpp"
};
static const char clockCpp[] = {
#embed "clock.cpp"
};
static const char cloudCpp[] = {
#embed "cloud.cpp"
};
static const char printCpp[] = {
#embed "print.cpp"
};
static const char runnerCpp[] = {
#embed "runner.cpp"
};
static const char systemCpp[] = {
#embed "system.cpp"
};
static const char tableCpp[] = {
#embed "table.cpp"
};
static const char textCpp[] = {
#embed "text.cpp"
};
static const char busesH[] = {
#embed "Buses.h"
};
static const char containersH[] = {
#embed "Containers.h"
};
static const char jsonH[] = {
#embed "JSON.h"
};
static const char jsonWriterH[] = {
#embed "JSONWriter.h"
};
static const char lightH[] = {
#embed "Light.h"
};
static const char logH[] = {
#embed "Log.h"
};
static const char missingH[] = {
#embed "Missing.h"
};
static const char networkH[] = {
#embed "Network.h"
};
static const char powerH[] = {
#embed "Power.h"
};
static const char publishH[] = {
#embed "Publish.h"
};
static const char serialH[] = {
#embed "Serial.h"
};
static const char sleepH[] = {
#embed "Sleep.h"
};
static const char textSumH[] = {
#embed "TextSum.h"
};
static const char variantH[] = {
#embed "Variant.h"
};
static const char numbersH[] = {
#embed "numbers.h"
};
static const char typesH[] = {
#embed "types.h"
};
static const char formatCpp[] = {
#embed "format.cpp"
};
static const char jsonCpp[] = {
#embed "json.cpp"
};
static const char jsonparserCpp[] = {
#embed "jsonparser.cpp"
};
static const char numbersCpp[] = {
#embed "numbers.cpp"
};
static const char variantCpp[] = {
#embed "variant.cpp"
};
static const char clibraryInc[] = {
#embed "clibrary.inc"
};
static const char csketchH[] = {
#embed "include/csketch.h"
};
static const char messageH[] = {
#embed "message.h"
};
static const char serveInc[] = {
#embed "serve.inc"
};
static const char programInc[] = {
#embed "program.inc"
};

#pragma clang diagnostic pop

static const csketch_file files[] = {
    {"Particle.h", particleH, sizeof(particleH)},
    {"application.h", applicationH, sizeof(applicationH)},
    {"Arduino.h", arduinoH, sizeof(arduinoH)},
    {"Basics.h", basicsH, sizeof(basicsH)},
    {"Clock.h", clockH, sizeof(clockH)},
    {"Cloud.h", cloudH, sizeof(cloudH)},
    {"Extras.h", extrasH, sizeof(extrasH)},
    {"Pins.h", pinsH, sizeof(pinsH)},
    {"Print.h", printH, sizeof(printH)},
    {"System.h", systemH, sizeof(systemH)},
    {"Text.h", textH, sizeof(textH)},
    {"Timer.h", timerH, sizeof(timerH)},
    {"board.h", boardH, sizeof(boardH)},
    {"copy.h", copyH, sizeof(copyH)},
    {"runner.h", runnerH, sizeof(runnerH)},
    {"board.cpp", boardCpp, sizeof(boardCpp)},
    {"clock.cpp", clockCpp, sizeof(clockCpp)},
    {"cloud.cpp", cloudCpp, sizeof(cloudCpp)},
    {"print.cpp", printCpp, sizeof(printCpp)},
    {"runner.cpp", runnerCpp, sizeof(runnerCpp)},
    {"system.cpp", systemCpp, sizeof(systemCpp)},
    {"table.cpp", tableCpp, sizeof(tableCpp)},
    {"text.cpp", textCpp, sizeof(textCpp)},
    {"Buses.h", busesH, sizeof(busesH)},
    {"Containers.h", containersH, sizeof(containersH)},
    {"JSON.h", jsonH, sizeof(jsonH)},
    {"JSONWriter.h", jsonWriterH, sizeof(jsonWriterH)},
    {"Light.h", lightH, sizeof(lightH)},
    {"Log.h", logH, sizeof(logH)},
    {"Missing.h", missingH, sizeof(missingH)},
    {"Network.h", networkH, sizeof(networkH)},
    {"Power.h", powerH, sizeof(powerH)},
    {"Publish.h", publishH, sizeof(publishH)},
    {"Serial.h", serialH, sizeof(serialH)},
    {"Sleep.h", sleepH, sizeof(sleepH)},
    {"TextSum.h", textSumH, sizeof(textSumH)},
    {"Variant.h", variantH, sizeof(variantH)},
    {"numbers.h", numbersH, sizeof(numbersH)},
    {"types.h", typesH, sizeof(typesH)},
    {"format.cpp", formatCpp, sizeof(formatCpp)},
    {"json.cpp", jsonCpp, sizeof(jsonCpp)},
    {"jsonparser.cpp", jsonparserCpp, sizeof(jsonparserCpp)},
    {"numbers.cpp", numbersCpp, sizeof(numbersCpp)},
    {"variant.cpp", variantCpp, sizeof(variantCpp)},
    {"clibrary.inc", clibraryInc, sizeof(clibraryInc)},
    {"csketch.h", csketchH, sizeof(csketchH)},
    {"message.h", messageH, sizeof(messageH)},
    {"serve.inc", serveInc, sizeof(serveInc)},
    {"program.cpp", programInc, sizeof(programInc)},
};

const csketch_file *csketch_standin(size_t index) {
  return index < sizeof(files) / sizeof(files[0]) ? &files[index] : nullptr;
}
