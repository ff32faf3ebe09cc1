package org.mentoringcommons.survey.protocol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.mentoringcommons.survey.instrument.InstrumentReference;

/** A protocol as it was registered. */
record ProtocolView(
        UUID id,
        String number,
        String board,
        String title,
        LocalDate validFrom,
        LocalDate validTo,
        WithdrawalPolicy withdrawalPolicy,
        InstrumentReference instrument,
        List<String> curricula,
        List<String> evaluators,
        Consent consent) {}
