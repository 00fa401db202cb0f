#include "store/trust/verdict.h"

typedef struct VerdictRow {
    const char *code, *sentence;
} VerdictRow;

static const VerdictRow verdicts[] = {
#define VERDICT_ROW(name, code, sentence) [name] = {code, sentence},
    VERDICTS(VERDICT_ROW)
#undef VERDICT_ROW
};

static const char *const reasons[] = {
#define PIN_REASON_ROW(name, sentence) [name] = sentence,
    PIN_REASONS(PIN_REASON_ROW)
#undef PIN_REASON_ROW
};

const char *verdict_code(Verdict verdict) { return verdicts[verdict].code; }
const char *verdict_sentence(Verdict verdict) { return verdicts[verdict].sentence; }

bool verdict_goes_on(Verdict verdict) { return verdict == VERDICT_UNDECIDED; }
bool verdict_is_ready(Verdict verdict) { return verdict == VERDICT_READY_SIGNED || verdict == VERDICT_READY_NEEDS_PIN; }

const char *pin_reason_sentence(PinReason reason) { return reasons[reason]; }
