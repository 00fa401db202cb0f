#include "store/trust/verdict.h"

typedef struct VerdictRow {
    const char *key, *code, *sentence;
} VerdictRow;

static const VerdictRow verdicts[] = {
#define VERDICT_ROW(name, key, code, sentence) [name] = {key, code, sentence},
    VERDICTS(VERDICT_ROW)
#undef VERDICT_ROW
};

typedef struct PinReasonRow {
    const char *key, *sentence;
} PinReasonRow;

static const PinReasonRow reasons[] = {
#define PIN_REASON_ROW(name, key, sentence) [name] = {key, sentence},
    PIN_REASONS(PIN_REASON_ROW)
#undef PIN_REASON_ROW
};

const char *verdict_key(Verdict verdict) { return verdicts[verdict].key; }
const char *verdict_code(Verdict verdict) { return verdicts[verdict].code; }
const char *verdict_sentence(Verdict verdict) { return verdicts[verdict].sentence; }

bool verdict_is_ready(Verdict verdict) { return verdict == VERDICT_READY_SIGNED || verdict == VERDICT_READY_NEEDS_PIN; }

const char *pin_reason_key(PinReason reason) { return reasons[reason].key; }
const char *pin_reason_sentence(PinReason reason) { return reasons[reason].sentence; }
